import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findHouseRuleBreaks } from './house-rules';
import { type Outcome, runNode } from './run-command';
import { existingRooms, listConfigFiles, listSourceFiles } from './source-files';

/** One check of the tree below `root`. */
export interface Step {
  readonly name: string;
  readonly run: (root: string) => Promise<Outcome>;
}

/** The checks of `npm run check`, the longest first, so that two cores end at about the same time. */
export const STEPS: readonly Step[] = [
  { name: 'lint', run: (root) => runNode(root, ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']) },
  { name: 'types', run: (root) => runNode(root, ['node_modules/typescript/bin/tsc', '-p', '.', '--pretty', 'false']) },
  { name: 'generated', run: (root) => runNode(root, ['--import', 'tsx', 'tools/generate.ts', '--check']) },
  { name: 'format', run: (root) => runNode(root, ['node_modules/prettier/bin/prettier.cjs', '--check', '.']) },
  { name: 'arrows', run: checkArrows },
  { name: 'house', run: checkHouseRules },
];

async function checkArrows(root: string): Promise<Outcome> {
  const outcome = await runNode(root, [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    ...existingRooms(root),
  ]);
  if (!outcome.ok) return outcome;
  // With a TypeScript it does not know, dependency-cruiser reads no module and says yes.
  const read = Number(/\((\d+) modules/.exec(outcome.output)?.[1] ?? 0);
  const sources = (await listSourceFiles(root)).filter((path) => path.endsWith('.ts')).length;
  if (read >= sources) return outcome;
  return { ok: false, output: `dependency-cruiser read ${read} of ${sources} files, so its answer means nothing` };
}

async function checkHouseRules(root: string): Promise<Outcome> {
  const paths = [...(await listSourceFiles(root)), ...(await listConfigFiles(root))];
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
  const breaks = findHouseRuleBreaks(files);
  return { ok: breaks.length === 0, output: breaks.join('\n') };
}
