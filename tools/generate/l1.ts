/** `constructs/l1/`: the provider's resources as typed constructs. The folder is this generator's own. */
import { format, resolveConfig } from 'prettier';
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import { netskope } from '../../providers/netskope/provider';
import type { GeneratedFile } from './drift';
import { emitL1 } from './l1/emit-l1';

const FOLDER = 'constructs/l1';

export async function generateL1(): Promise<GeneratedFile[]> {
  const files = emitL1(netskope, { source: PROVIDER_SOURCE, className: 'NetskopeSteeringProvider' });
  const options = await resolveConfig(`${FOLDER}/index.ts`);
  return Promise.all(
    files.map(async ({ name, text }) => ({
      path: `${FOLDER}/${name}`,
      text: await format(text, { ...options, parser: 'typescript' }),
    })),
  );
}
