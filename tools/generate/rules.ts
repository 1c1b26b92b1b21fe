/** `docs/guardrails.md`, from the rules themselves. */
import { format, resolveConfig } from 'prettier';
import { RULES } from '../../steering/rules';
import type { GeneratedFile } from './drift';
import { describeRules } from './rules/describe-rules';

const path = 'docs/guardrails.md';

export async function generateRules(): Promise<GeneratedFile[]> {
  const options = await resolveConfig(path, { editorconfig: true });
  return [{ path, text: await format(describeRules(RULES), { ...options, filepath: path }) }];
}
