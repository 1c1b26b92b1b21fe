/** Builds the stand-in into a mirror of its own, where terraform looks for hashicorp/null, beside the build's mirror. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../../../tools/build/bundle';

const REPOSITORY = resolve(__dirname, '../../..');
/** What the constructs require: @cdktf/provider-null pins it. */
const VERSION = '3.2.4';
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

export interface StandInMirror {
  /** Names both mirrors, and no registry. */
  readonly cliConfigFile: string;
  remove(): Promise<void>;
}

export async function buildStandInNull(): Promise<StandInMirror> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-null-'));
  const mirror = join(folder, 'mirror');
  const platform = `${process.platform}_${ARCHITECTURES[process.arch] ?? process.arch}`;
  const target = join(mirror, 'registry.terraform.io', 'hashicorp', 'null', VERSION, platform);
  await mkdir(target, { recursive: true });
  const entry = '__tests__/support/stand-in-null/main.ts';
  const { files } = await bundle(REPOSITORY, entry, 'provider.cjs', 'plugin');
  for (const { path, content } of files) await writeFile(join(target, path), content);
  const launcher = join(target, `terraform-provider-null_v${VERSION}`);
  await writeFile(launcher, '#!/bin/sh\nunset NODE_OPTIONS\nexec node "${0%/*}/provider.cjs"\n');
  await chmod(launcher, 0o755);

  const sources = [join(REPOSITORY, 'dist', 'mirror'), mirror];
  const blocks = sources.map((path) => `  filesystem_mirror {\n    path = ${JSON.stringify(path)}\n  }\n`).join('');
  const cliConfigFile = join(folder, 'terraformrc');
  await writeFile(cliConfigFile, `provider_installation {\n${blocks}}\n`);
  return { cliConfigFile, remove: () => rm(folder, { recursive: true, force: true }) };
}
