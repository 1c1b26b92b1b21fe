/** A folder in which the real terraform runs with the words provider. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRunTerraform, runTerraform, type TerraformResult } from '../../../../tools/terraform/terraform';
import type { ShownPlan } from 'terraform-plugin-sdk-ts/testing/terraform';
import { installPlugin, onlyMirrors } from '../../../../tools/build/install-plugin';

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
    const { resource_changes: changes = [] } = JSON.parse(await this.run('show', '-json', 'tfplan')) as ShownPlan;
    const all = changes.map(({ address, change }) => [address, change.actions] as const);
    return Object.fromEntries(all.filter(([, actions]) => actions.join() !== 'no-op'));
  }

  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    const outputs = JSON.parse(await this.run('output', '-json')) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  run(...args: string[]): Promise<string> {
    return mustRunTerraform(args, this.options());
  }

  try(...args: string[]): Promise<TerraformResult> {
    return this.tryIn({}, ...args);
  }

  /** With more in the environment; WORDS_NODE is what the launcher adds to the command line of node. */
  tryIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<TerraformResult> {
    return runTerraform(args, { ...this.options(), env });
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private options() {
    return { cwd: this.folder, cliConfigFile: join(this.folder, 'terraformrc') };
  }

  private get file(): string {
    return join(this.folder, 'words.json');
  }

  private async install(): Promise<void> {
    await this.setWords({});
    const mirror = join(this.folder, 'mirror');
    await installPlugin(mirror, {
      entry: '__tests__/plugin-sdk/support/words/main.ts',
      source: 'terraform.local/test/words',
      version: '1.0.0',
      nodeArguments: '$WORDS_NODE',
    });
    await writeFile(join(this.folder, 'terraformrc'), onlyMirrors(mirror));
  }
}
