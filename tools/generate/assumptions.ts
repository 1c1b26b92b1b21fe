/** `docs/assumptions.md`, from the marks of the contract. */
import { format, resolveConfig } from 'prettier';
import { contractDocument } from '../../tenant/contract/document';
import { listMarks } from '../../tenant/contract/marks';
import { describeMarks } from './assumptions/describe-marks';
import type { GeneratedFile } from './drift';

const path = 'docs/assumptions.md';

export async function generateAssumptions(): Promise<GeneratedFile[]> {
  const text = describeMarks(listMarks(contractDocument));
  const options = await resolveConfig(path, { editorconfig: true });
  return [{ path, text: await format(text, { ...options, filepath: path }) }];
}
