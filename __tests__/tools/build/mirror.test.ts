import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { terraformrc } from '../../../cli/terraformrc';
import { PROVIDER_SOURCE, PROVIDER_TYPE } from '../../../providers/netskope/names';
import { dropStaleEntry } from '../../../tools/build/library';
import { mirrorFiles, packageChecksum, providerPackage } from '../../../tools/build/mirror';
import { syncFolder } from '../../../tools/build/sync-folder';

const VERSION = '1.2.3';
const LAUNCHER = `terraform-provider-${PROVIDER_TYPE}_v${VERSION}`;
const SH = '/bin/sh';

const packageOf = (text: string) => providerPackage(VERSION, [{ path: 'provider.cjs', content: text }]);

let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'mirror-')))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string) => syncFolder(folder, packageOf(text));

describe('the launcher', () => {
  const launch = (env: NodeJS.ProcessEnv = process.env, path = join(folder, LAUNCHER)) =>
    spawnSync(path, { encoding: 'utf8', env, cwd: '/' });

  test('runs the bundle beside it with the node on the PATH', async () => {
    await write(`console.log('started', process.argv.length)`);
    expect(launch()).toMatchObject({ status: 0, stdout: 'started 2\n', stderr: '' });
  });

  test('runs the bundle when terraform has linked the folder elsewhere, blanks in its path included', async () => {
    await write(`console.log('started')`);
    const link = `${folder} link`;
    symlinkSync(folder, link);
    try {
      expect(launch(process.env, join(link, LAUNCHER)).stdout).toBe('started\n');
    } finally {
      rmSync(link);
    }
  });

  test('runs the bundle as CommonJS below a package of ES modules', async () => {
    await syncFolder(folder, [
      ...packageOf(`console.log(typeof require)`),
      { path: 'package.json', content: '{"type":"module"}' },
    ]);
    expect(launch().stdout).toBe('function\n');
  });

  test('keeps a NODE_OPTIONS preload out of the handshake', async () => {
    await syncFolder(folder, [
      ...packageOf(`console.log('started')`),
      { path: 'noise.cjs', content: `console.log('noise')` },
    ]);
    const env = { ...process.env, NODE_OPTIONS: `--require ${join(folder, 'noise.cjs')}` };
    expect(launch(env).stdout).toBe('started\n');
  });

  test.each([
    ['NODE_DEBUG', 'http,net,tls'],
    ['NODE_DEBUG_NATIVE', 'all'],
    ['DEBUG', '*'],
    ['NODE_V8_COVERAGE', '/nowhere'],
    ['NODE_UNIQUE_ID', '1'],
    ['NODE_CHANNEL_FD', '3'],
    ['NODE_COMPILE_CACHE', '/nowhere'],
  ])('keeps %s from Node, which would print, write files, or end without a word', async (name, value) => {
    await write(`
      require('node:http').createServer().listen(0, function () { this.close(); console.log('started'); });
      if (process.env.${name} !== undefined) console.log('it is set');
    `);
    expect(launch({ ...process.env, [name]: value })).toMatchObject({ status: 0, stdout: 'started\n', stderr: '' });
  });

  test('spares Node the authorities of the environment, and hands on where they are', async () => {
    await syncFolder(
      folder,
      packageOf(`console.log(process.env.NODE_EXTRA_CA_CERTS, process.env.NETSKOPE_STEERING_EXTRA_CA_CERTS)`),
    );
    expect(launch({ ...process.env, NODE_EXTRA_CA_CERTS: '/some/ca file.pem' }).stdout).toBe(
      'undefined /some/ca file.pem\n',
    );
    expect(launch({ ...process.env, NODE_EXTRA_CA_CERTS: '' }).stdout).toBe(' undefined\n');
  });

  test('runs the bundle with the node that the package brings, where it brings one', async () => {
    const node = `#!${SH}\necho "brought: \${1##*/}"\n`;
    await syncFolder(folder, providerPackage(VERSION, [{ path: 'provider.cjs', content: '' }], Buffer.from(node)));
    const { stdout } = launch({ PATH: join(folder, 'nothing') });
    expect(stdout).toBe('brought: provider.cjs\n');
    rmSync(join(folder, 'node'));
    expect(launch({ PATH: join(folder, 'nothing') })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/misses the file "node" beside it.*Unpack its archive again/),
    });
  });

  test('says what is missing, and where to get it, when there is no node', async () => {
    await write('');
    const { status, stdout, stderr } = spawnSync(SH, [join(folder, LAUNCHER)], {
      encoding: 'utf8',
      env: { PATH: join(folder, 'nothing') },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/needs Node 20 or later, and there is no "node" on the PATH. Install it from /);
    expect(stdout).toBe(stderr);
  });
});

describe('the mirror, read by the real terraform', () => {
  const terraform = (...args: string[]) =>
    spawnSync('terraform', args, {
      cwd: join(folder, 'stack'),
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: join(folder, 'terraformrc'), CHECKPOINT_DISABLE: '1' },
    });

  async function build(text: string): Promise<string> {
    const files = packageOf(text);
    await syncFolder(join(folder, 'mirror'), mirrorFiles(VERSION, files));
    return packageChecksum(files);
  }

  function writeStack(): void {
    const source = { [PROVIDER_TYPE]: { source: PROVIDER_SOURCE } };
    const path = join(folder, 'stack', 'main.tf.json');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ terraform: { required_providers: source } }));
    writeFileSync(join(folder, 'terraformrc'), terraformrc(join(folder, 'mirror')));
  }

  const lockFile = () => join(folder, 'stack', '.terraform.lock.hcl');

  test('init installs the package, and locks it with the checksum that we computed', async () => {
    const checksum = await build('one');
    writeStack();
    expect(terraform('init').stderr).toBe('');
    expect(readFileSync(lockFile(), 'utf8')).toContain(`"${checksum}"`);
  }, 30_000);

  test('init refuses a rebuilt package until its lock entry is dropped', async () => {
    await build('one');
    writeStack();
    terraform('init');
    const rebuilt = await build('two');
    expect(terraform('init').stderr).toContain("doesn't match any");

    const text = dropStaleEntry(readFileSync(lockFile(), 'utf8'), PROVIDER_SOURCE, rebuilt);
    writeFileSync(lockFile(), text);
    expect(terraform('init').stderr).toBe('');
    expect(readFileSync(lockFile(), 'utf8')).toContain(`"${rebuilt}"`);
  }, 30_000);
});
