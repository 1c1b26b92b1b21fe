/** A project is written as a whole or not at all, over nothing that is there, and with the same versions as this repository. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundleCli } from '../support/bundled-tenant';
import { temporaryFolder } from '../tenant/support/temporary-folder';

const REPOSITORY = resolve(__dirname, '../..');
const TEMPLATE = join(REPOSITORY, 'examples/project');
const { path: folder, remove } = temporaryFolder('init');
const unbuilt = bundleCli();
afterAll(() => {
  remove();
  unbuilt.remove();
});

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const manifestIn = (...path: string[]) => JSON.parse(read(...path, 'package.json')) as Manifest;
const OURS = 'cdktf-netskope-steering';

/** Runs the program that was built. */
function init(where: string, env: NodeJS.ProcessEnv = {}, cli = join(REPOSITORY, 'dist/cli.cjs')) {
  return spawnSync(process.execPath, [cli, 'init', where], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

describe('the template', () => {
  it('has the versions that this repository is tested with', () => {
    const { version, devDependencies } = manifestIn(REPOSITORY);
    const { [OURS]: own, ...others } = manifestIn(TEMPLATE).devDependencies;
    expect(own).toBe(`file:vendor/${OURS}-${version}.tgz`);
    expect(others).toEqual(Object.fromEntries(Object.keys(others).map((name) => [name, devDependencies[name]])));
  });

  it('has the program and the tenants of this repository', () => {
    const installed = (text: string) =>
      text.replace("from './constructs'", `from '${OURS}'`).replace('"./docs/', `"./node_modules/${OURS}/docs/`);
    for (const file of ['main.ts', 'tenants.json']) {
      expect(read(TEMPLATE, file)).toBe(installed(read(REPOSITORY, file)));
    }
  });
});

describe('init', () => {
  it('writes a project with the package, wherever it stands and whatever it is called', () => {
    mkdirSync(join(folder, 'esm'));
    writeFileSync(join(folder, 'esm', 'package.json'), '{ "type": "module" }');
    const { status, stdout, stderr } = init('esm/Über @Us');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain("  cd 'esm/Über @Us'\n  npm install\n  npm test\n");

    const project = join(folder, 'esm', 'Über @Us');
    const files = readdirSync(TEMPLATE).filter((name) => name !== 'gitignore' && name !== 'tsconfig.project.json');
    expect(readdirSync(project).sort()).toEqual([...files, '.gitignore', 'tsconfig.json', 'vendor'].sort());
    expect(statSync(project).mode & 0o777).toBe(0o777 & ~process.umask());
    const [, packed = ''] = /^file:(.*)$/.exec(manifestIn(project).devDependencies[OURS] ?? '') ?? [];
    expect(statSync(join(project, packed)).size).toBeGreaterThan(1_000_000);
    expect(readdirSync(dirname(project)).sort()).toEqual(['package.json', 'Über @Us']);
  });

  it('writes into a repository that is still empty, and names no folder to enter', () => {
    mkdirSync(join(folder, 'cloned', '.git'), { recursive: true });
    const { status, stdout } = spawnSync(process.execPath, [join(REPOSITORY, 'dist/cli.cjs'), 'init', '.'], {
      cwd: join(folder, 'cloned'),
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('cd ')]);
    expect(readdirSync(join(folder, 'cloned'))).toEqual(expect.arrayContaining(['.git', '.gitignore', 'main.ts']));
  });

  it('writes over nothing', () => {
    mkdirSync(join(folder, 'full'));
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(folder, 'full', name), '');
    const { status, stdout, stderr } = init('full');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The folder full is not empty (it has a, b, c and 1 more), and nothing is written over.');
    expect(readdirSync(join(folder, 'full'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves nothing where it cannot be done', () => {
    mkdirSync(join(folder, 'empty'));
    for (const where of ['empty', 'new']) {
      const { status, stderr } = init(where, { PATH: join(folder, 'empty') });
      expect([status, stderr]).toEqual([3, expect.stringContaining('there is no npm on the PATH')]);
    }
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('new');

    writeFileSync(join(folder, 'file'), '');
    expect(init('file/project')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('it is a file, or below'),
    });
    expect(init('new', {}, unbuilt.path)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('npm run build'),
    });
  });
});
