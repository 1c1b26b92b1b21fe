// `npm run generate` writes every generated file that is out of date. With --check it writes nothing, and fails where a
// file is out of date.
import { applyDrift, findDrift, type Drift } from './generate/drift';
import { GENERATORS } from './generate/generators';

async function main(): Promise<void> {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    throw new Error(`unknown arguments: the usage is "generate" or "generate --check"`);
  }
  const root = process.cwd();
  const found: Drift[] = [];
  // The generators run one after the other, because a generator loads the code that those before it have written.
  for (const generator of GENERATORS) {
    const drifts = await findDrift(root, generator);
    for (const { kind, path } of drifts) process.stdout.write(`${kind.padEnd(8)} ${path}\n`);
    if (option === undefined) await applyDrift(root, drifts);
    found.push(...drifts);
  }
  if (option === '--check' && found.length > 0) {
    throw new Error('Generated files are out of date. Run "npm run generate" and commit the result.');
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
