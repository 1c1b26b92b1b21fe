// `npm run build` makes dist/ from the sources, with the same bytes every time: the provider in a filesystem mirror,
// the program `netskope-steering`, the constructs as a library, and a CLI configuration that names the mirror in this
// checkout.
import { relative } from 'node:path';
import { terraformrc } from '../cli/terraformrc';
import { MIRROR, PACKAGE_ROOT, readVersion } from '../cli/package-root';
import { PROVIDER_SOURCE } from '../providers/netskope/names';
import { bundle } from './build/bundle';
import { compileLibrary, dropStaleEntries } from './build/library';
import { mirrorFiles, packageChecksum, providerPackage } from './build/mirror';
import { thirdPartyNotices } from './build/notices';
import { syncFolder, type BuiltFile } from './build/sync-folder';

const within = (folder: string, files: readonly BuiltFile[]): BuiltFile[] =>
  files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

async function step<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await run();
  process.stdout.write(`built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}

async function main(root: string): Promise<void> {
  // esbuild works in a process of its own, so the bundles are made while TypeScript occupies this one.
  const bundles = Promise.all([
    step('the provider', () => bundle(root, 'providers/netskope/main.ts', 'provider.cjs', 'plugin')),
    step('the command line program', () => bundle(root, 'cli/index.ts', 'cli.cjs', 'program')),
  ]);
  const library = await step('the constructs', () => compileLibrary(root));
  const [provider, cli] = await bundles;

  const files = providerPackage(readVersion(), provider.files);
  const inputs = [...provider.inputs, ...cli.inputs];
  const built = [
    ...within('mirror', mirrorFiles(readVersion(), files)),
    ...within('lib', library),
    ...cli.files.map((file) => ({ ...file, executable: true })),
    { path: 'terraformrc', content: terraformrc(MIRROR) },
    { path: 'THIRD-PARTY-NOTICES.txt', content: await thirdPartyNotices(root, inputs) },
  ];
  // What `npm run release` makes is no part of the build.
  await syncFolder(`${root}/dist`, built, 'release');
  for (const path of await dropStaleEntries(root, PROVIDER_SOURCE, packageChecksum(files))) {
    process.stdout.write(`dropped the lock entry of the former build from ${relative(root, path)}\n`);
  }
}

main(PACKAGE_ROOT).catch((error: unknown) => {
  process.stderr.write(`build failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
