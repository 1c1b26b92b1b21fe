/** `docs/assumptions.md`, from the marks of the contract, and from what decisions rest on. */
import { format, resolveConfig } from 'prettier';
import { ASSUMPTIONS } from '../../steering';
import { contractDocument } from '../../tenant/contract/document';
import { listMarks } from '../../tenant/contract/marks';
import { describeDecisions } from './assumptions/describe-decisions';
import { describeMarks } from './assumptions/describe-marks';
import type { GeneratedFile } from './drift';

const path = 'docs/assumptions.md';

export async function generateAssumptions(): Promise<GeneratedFile[]> {
  const text = `${describeMarks(listMarks(contractDocument))}\n${describeDecisions(ASSUMPTIONS)}`;
  const options = await resolveConfig(path, { editorconfig: true });
  return [{ path, text: await format(text, { ...options, filepath: path }) }];
}
