// `npm run generate`: writes every generated file that is out of date; with --check it writes nothing and fails instead.
import { applyDrift, findDrift } from './generate/drift';
import { GENERATORS } from './generate/generators';

async function main(): Promise<void> {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    throw new Error(`unknown arguments: the usage is "generate" or "generate --check"`);
  }
  const root = process.cwd();
  const found = (await Promise.all(GENERATORS.map((generator) => findDrift(root, generator)))).flat();
  for (const { kind, path } of found) process.stdout.write(`${kind.padEnd(8)} ${path}\n`);
  if (option === '--check') {
    if (found.length > 0)
      throw new Error('Generated files are out of date. Run "npm run generate" and commit the result.');
  } else {
    await applyDrift(root, found);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
