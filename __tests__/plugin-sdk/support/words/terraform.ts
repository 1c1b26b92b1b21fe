/** A folder in which the real terraform runs with the words provider. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTerraform, type TerraformResult } from '../../../../cli/terraform';
import { bundle } from '../../../../tools/build/bundle';

const REPOSITORY = resolve(__dirname, '../../../..');
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

export class WordsWorkspace {
  private constructor(readonly folder: string) {}

  static async create(): Promise<WordsWorkspace> {
    const folder = await mkdtemp(join(tmpdir(), 'words-'));
    const workspace = new WordsWorkspace(folder);
    try {
      await workspace.install();
      await workspace.write('');
      await workspace.run('init');
      return workspace;
    } catch (cause) {
      await workspace.remove();
      throw cause;
    }
  }

  /** The words that are there, by name. */
  async words(): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse(await readFile(this.file, 'utf8')) as Record<string, unknown>;
  }

  async setWords(words: object): Promise<void> {
    await writeFile(this.file, JSON.stringify(words));
  }

  async write(hcl: string): Promise<void> {
    const head = `
terraform {
  required_providers {
    words = { source = "terraform.local/test/words" }
  }
}
provider "words" {
  file = ${JSON.stringify(this.file)}
}
`;
    await writeFile(join(this.folder, 'main.tf'), head + hcl);
  }

  async apply(hcl: string): Promise<void> {
    await this.write(hcl);
    await this.run('apply', '-auto-approve');
  }

  /** What a plan would do to each resource that it does not leave alone. */
  async plan(hcl: string): Promise<Readonly<Record<string, readonly string[]>>> {
    await this.write(hcl);
    await this.run('plan', '-out=tfplan');
    const { resource_changes: changes = [] } = JSON.parse(await this.run('show', '-json', 'tfplan')) as {
      resource_changes?: { address: string; change: { actions: string[] } }[];
    };
    const all = changes.map(({ address, change }) => [address, change.actions] as const);
    return Object.fromEntries(all.filter(([, actions]) => actions.join() !== 'no-op'));
  }

  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const outputs = JSON.parse(await this.run('output', '-json')) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  async run(...args: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.try(...args);
    if (exitCode !== 0) throw new Error(`terraform ${args.join(' ')} exited ${exitCode}\n${stdout}\n${stderr}`);
    return stdout;
  }

  try(...args: string[]): Promise<TerraformResult> {
    return this.tryIn({}, ...args);
  }

  /** With more in the environment; WORDS_NODE is what the launcher adds to the command line of node. */
  tryIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<TerraformResult> {
    const plain = args[0] === 'show' || args[0] === 'output' ? [] : ['-no-color'];
    const cliConfigFile = join(this.folder, 'terraformrc');
    return runTerraform([...args, ...plain], { cwd: this.folder, cliConfigFile, env });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'words.json');
  }

  private async install(): Promise<void> {
    await this.setWords({});
    const mirror = join(this.folder, 'mirror');
    const platform = `${process.platform}_${ARCHITECTURES[process.arch] ?? process.arch}`;
    const target = join(mirror, 'terraform.local/test/words/1.0.0', platform);
    await mkdir(target, { recursive: true });
    const { files } = await bundle(REPOSITORY, '__tests__/plugin-sdk/support/words/main.ts', 'provider.cjs', 'plugin');
    for (const { path, content } of files) await writeFile(join(target, path), content);
    const launcher = join(target, 'terraform-provider-words_v1.0.0');
    await writeFile(launcher, '#!/bin/sh\nunset NODE_OPTIONS\nexec node $WORDS_NODE "${0%/*}/provider.cjs"\n');
    await chmod(launcher, 0o755);
    const mirrors = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
    await writeFile(join(this.folder, 'terraformrc'), mirrors);
  }
}
