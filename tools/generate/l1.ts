/**
 * Generates `constructs/l1/`, the provider's resources as typed constructs. The folder belongs to this generator alone.
 */
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import { netskope } from '../../providers/netskope/provider';
import { formatted, type GeneratedFile } from './drift';
import { emitL1 } from './l1/emit-l1';

const FOLDER = 'constructs/l1';

export async function generateL1(): Promise<GeneratedFile[]> {
  const files = emitL1(netskope, { source: PROVIDER_SOURCE, className: 'NetskopeSteeringProvider' });
  return Promise.all(files.map(({ name, text }) => formatted(`${FOLDER}/${name}`, text)));
}
