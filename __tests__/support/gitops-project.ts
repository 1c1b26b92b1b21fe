/** examples/gitops as whoever copied it has it: in a folder of its own, with the package installed, run as a pipeline runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../../review';

const REPOSITORY = resolve(__dirname, '../..');
const MODULES = join(REPOSITORY, 'node_modules');
const PROGRAM = join(REPOSITORY, 'dist', 'cli.cjs');

/** Whoever runs the tests may have a tenant in the environment. */
const NO_TENANT = {
  NETSKOPE_SERVER_URL: undefined,
  NETSKOPE_API_KEY: undefined,
  NETSKOPE_TENANT_URL: undefined,
  NETSKOPE_REST_V1_TOKEN: undefined,
};

export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
}

export class GitopsProject {
  private constructor(readonly folder: string) {}

  static create(): GitopsProject {
    if (!existsSync(PROGRAM)) throw new Error('dist/cli.cjs is missing: run npm run build first');
    const folder = mkdtempSync(join(tmpdir(), 'gitops-'));
    cpSync(join(REPOSITORY, 'examples', 'gitops'), folder, { recursive: true });
    install(join(folder, 'node_modules'));
    return new GitopsProject(folder);
  }

  /** What another job has: the same files, in a folder of its own. */
  copy(): GitopsProject {
    const folder = mkdtempSync(join(tmpdir(), 'gitops-'));
    cpSync(this.folder, folder, { recursive: true, verbatimSymlinks: true });
    return new GitopsProject(folder);
  }

  /** Runs a script of ci/ to its end; `env` is what the job has beside the machine's own. */
  run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return this.spawn(join(this.folder, 'ci', script), args, env);
  }

  /** Runs a script of ci/ that node reads. */
  node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return this.spawn(process.execPath, [join(this.folder, 'ci', script), ...args], env);
  }

  /** Runs the program that the project has installed, as a person does who is in its folder. */
  steering(...args: string[]): Promise<Run> {
    return this.spawn(join(this.folder, 'node_modules/.bin/netskope-steering'), args, {});
  }

  npm(...args: string[]): Promise<Run> {
    return this.spawn('npm', args, {});
  }

  private async spawn(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...NO_TENANT, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, output };
  }

  /** Changes tenants.json. */
  configure(change: (file: TenantsFile) => void): void {
    const path = join(this.folder, 'tenants.json');
    const file = JSON.parse(readFileSync(path, 'utf8')) as TenantsFile;
    change(file);
    writeFileSync(path, JSON.stringify(file));
  }

  /** What the merge brings to the main branch's pipeline: the review of the request. */
  bringReview(stack: string): void {
    mkdirSync(join(this.folder, 'reviewed'), { recursive: true });
    cpSync(join(this.folder, 'reviews', `${stack}.json`), join(this.folder, 'reviewed', `${stack}.json`));
  }

  write(path: string, content: string): void {
    mkdirSync(join(this.folder, path, '..'), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** The review of a stack in JSON, of the last proposal. */
  reviewOf(stack: string): Report {
    return JSON.parse(readFileSync(join(this.folder, 'reviews', `${stack}.json`), 'utf8')) as Report;
  }

  /** The files in a folder of it. */
  list(folder: string): string[] {
    return readdirSync(join(this.folder, folder)).sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface TenantsFile {
  tenants: { name: string; block: { app: string; platforms: string[]; notes?: string }[] }[];
}

/** Links what `npm ci` would unpack. */
function install(modules: string): void {
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of readdirSync(MODULES)) {
    if (!name.startsWith('.')) symlinkSync(join(MODULES, name), join(modules, name));
  }
  for (const name of ['tsc', 'tsx']) symlinkSync(join(MODULES, '.bin', name), join(modules, '.bin', name));
  symlinkSync(REPOSITORY, join(modules, 'cdktf-netskope-steering'));
  symlinkSync(PROGRAM, join(modules, '.bin', 'netskope-steering'));
}
