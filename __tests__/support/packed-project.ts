/** An empty project with a package that `npm pack` makes in it: what a user of a release has. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TenantAddress } from '../../tools/terraform/tenant-reader';

const REPOSITORY = resolve(__dirname, '../..');
const QUIET = ['--no-audit', '--no-fund', '--loglevel', 'error'];

export class PackedProject {
  private constructor(
    readonly folder: string,
    private readonly name: string,
    /** The paths of the files in the package. */
    readonly files: readonly string[],
    private readonly tarball: string,
  ) {}

  /** @param source the folder of the package, with its package.json */
  static create(source = REPOSITORY): PackedProject {
    const project = PackedProject.pack(source);
    mkdirSync(project.folder);
    const manifest = { name: 'empty', version: '1.0.0', private: true };
    writeFileSync(join(project.folder, 'package.json'), JSON.stringify(manifest));
    npm(project.folder, 'install', '--prefer-offline', project.tarball);
    return project;
  }

  /** Makes a project with `init`, as the README says it for whoever has the package alone. Nothing is installed yet. */
  static begin(): PackedProject {
    const project = PackedProject.pack(REPOSITORY);
    const parent = join(project.folder, '..');
    const env = { ...process.env, npm_config_yes: 'true', npm_config_prefer_offline: 'true' };
    const said = execFileSync('npx', [`./${basename(project.tarball)}`, 'init', 'project'], {
      cwd: parent,
      env,
      encoding: 'utf8',
    });
    if (!said.startsWith('Wrote a project')) throw new Error(said);
    return project;
  }

  private static pack(source: string): PackedProject {
    const { name } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { name: string };
    const parent = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
    // "prepack" builds, and says so on stdout before npm's own JSON.
    const output = npm(source, 'pack', '--json', '--pack-destination', parent);
    const [made] = JSON.parse(output.slice(output.indexOf('[\n'))) as { filename: string; files: { path: string }[] }[];
    const files = made!.files.map(({ path }) => path);
    return new PackedProject(join(parent, 'project'), name, files, join(parent, made!.filename));
  }

  /**
   * Makes another project with the same package, beside this one, and installs what its package.json says.
   * @param manifest what stands in its package.json beside the package
   */
  beside(
    folderName: string,
    { dependencies, ...manifest }: { readonly dependencies: object; readonly overrides?: object },
  ) {
    const folder = join(this.folder, '..', folderName);
    mkdirSync(folder);
    const needs = { ...dependencies, [this.name]: `file:${this.tarball}` };
    const text = JSON.stringify({
      name: folderName,
      version: '1.0.0',
      private: true,
      dependencies: needs,
      ...manifest,
    });
    writeFileSync(join(folder, 'package.json'), text);
    npm(folder, 'install', '--prefer-offline');
    return new PackedProject(folder, this.name, this.files, this.tarball);
  }

  /** A path inside the installed package. */
  packaged(...path: string[]): string {
    return join(this.folder, 'node_modules', this.name, ...path);
  }

  /** Runs the package's own program. */
  run(...args: string[]) {
    return this.spawn('npx', '--no-install', 'netskope-steering', ...args);
  }

  spawn(command: string, ...args: string[]) {
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8' });
  }

  /** Starts a local tenant with the package's own program. */
  async startTenant(...args: string[]): Promise<TenantAddress & { stop(): Promise<void> }> {
    const child = spawn('npx', ['--no-install', 'netskope-steering', 'tenant', '--json', ...args], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      // npx starts a shell that starts the program: all three are ended together.
      detached: true,
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { server_url: serverUrl, api_key: apiKey } = JSON.parse(line) as { server_url: string; api_key: string };
    return { serverUrl, apiKey, stop: () => stopGroup(child) };
  }

  remove(): void {
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await closed;
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', [...args, ...QUIET], { cwd, encoding: 'utf8' });
}
