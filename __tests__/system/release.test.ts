/** `npm run release`, as whoever publishes it and whoever installs it see it. */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import { PLATFORM } from '../../tools/build/install-plugin';
import { withoutSignature } from '../../tools/release/executable';
import { mustRunTerraform, runTerraform } from '../../tools/terraform/terraform';
import { readTenant } from '../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { makeRelease, pathWithoutNode, unpackRelease } from '../support/executable';
import { readZip } from '../support/zip';

jest.setTimeout(300_000);

const REPOSITORY = resolve(__dirname, '../..');
const { version: VERSION } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string };
const NAME = `terraform-provider-netskopesteering_${VERSION}`;
const OTHER = 'windows_amd64';

let folder: string;
let release: string;
let mirror: string;
let tenant: LocalTenant;
let server: Server;
/** Environment of a machine that has terraform and no Node. */
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  release = join(folder, 'release');
  makeRelease(release, [PLATFORM, OTHER]);
  mirror = unpackRelease(release, join(folder, 'mirror'));
  tenant = await startTenant({ trafficMode: 'web' });
  server = await serve(release);
  env = {
    PATH: pathWithoutNode(join(folder, 'bin')),
    NODE_EXTRA_CA_CERTS: '',
    NETSKOPE_SERVER_URL: tenant.serverUrl,
    NETSKOPE_API_KEY: tenant.token,
    SSL_CERT_FILE: join(folder, 'ca.pem'),
  };
});
afterAll(async () => {
  await tenant?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A web server for files, with a certificate that `ca.pem` in the folder vouches for. */
async function serve(root: string): Promise<Server> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=mirror';
  const args = [...request.split(' '), '-keyout', key, '-out', cert, '-addext', 'subjectAltName=DNS:localhost'];
  expect(spawnSync('openssl', args).status).toBe(0);
  const files = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, ({ url = '/' }, response) => {
    const path = join(root, new URL(url, 'https://localhost').pathname);
    try {
      response.setHeader('content-type', path.endsWith('.json') ? 'application/json' : 'application/zip');
      response.end(readFileSync(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  files.listen(0, '127.0.0.1');
  await once(files, 'listening');
  return files;
}
const mirrorUrl = () => `https://localhost:${(server.address() as AddressInfo).port}/`;

/** An empty folder with one file: the example that the guide shows. */
function freshFolder(name: string): string {
  const fresh = join(folder, name);
  mkdirSync(fresh);
  cpSync(join(REPOSITORY, 'examples/hcl/whatsapp/main.tf'), join(fresh, 'main.tf'));
  return fresh;
}

describe('what is published', () => {
  test('checksums name every archive and the manifest, as `sha256sum --check` reads them', () => {
    const { status, stdout } = spawnSync('sha256sum', ['--check', `${NAME}_SHA256SUMS`], {
      cwd: release,
      encoding: 'utf8',
    });
    expect({ status, lines: stdout.trim().split('\n').sort() }).toEqual({
      status: 0,
      lines: [`${NAME}_${PLATFORM}.zip: OK`, `${NAME}_manifest.json: OK`, `${NAME}_${OTHER}.zip: OK`].sort(),
    });
    expect(JSON.parse(readFileSync(join(release, `${NAME}_manifest.json`), 'utf8'))).toEqual({
      version: 1,
      metadata: { protocol_versions: ['6.0'] },
    });
  });

  test('a second build has the same bytes, and is signed where GPG_KEY_ID names a key', () => {
    const home = join(folder, 'gpg');
    mkdirSync(home, { mode: 0o700 });
    const gpg = (...args: string[]) => spawnSync('gpg', ['--homedir', home, '--batch', ...args], { encoding: 'utf8' });
    expect(gpg('--passphrase', '', '--quick-generate-key', 'releases@example.com', 'ed25519', 'sign').status).toBe(0);
    const again = join(folder, 'again');
    const said = makeRelease(again, [PLATFORM], {
      ...process.env,
      GNUPGHOME: home,
      GPG_KEY_ID: 'releases@example.com',
    });
    expect(said).toContain('signed with releases@example.com');
    const [archive, sums] = [`${NAME}_${PLATFORM}.zip`, `${NAME}_SHA256SUMS`];
    expect(readFileSync(join(again, archive)).equals(readFileSync(join(release, archive)))).toBe(true);
    const { status, stderr } = gpg('--verify', join(again, `${sums}.sig`), join(again, sums));
    expect(stderr).toContain('Good signature from "releases@example.com"');
    expect(status).toBe(0);
    spawnSync('gpgconf', ['--homedir', home, '--kill', 'gpg-agent']);
  });

  test('each archive has the program that terraform starts, and the licences of what is inside', () => {
    const names = (platform: string) =>
      [...readZip(readFileSync(join(release, `${NAME}_${platform}.zip`))).keys()].sort();
    const licences = ['LICENSE-of-Node.txt', 'LICENSE.txt', 'THIRD-PARTY-NOTICES.txt'];
    expect(names(PLATFORM)).toEqual([...licences, `terraform-provider-netskopesteering_v${VERSION}`]);
    expect(names(OTHER)).toEqual([...licences, `terraform-provider-netskopesteering_v${VERSION}.exe`]);
  });

  test('the program of Windows is one that Windows loads: its parts are in their places, and it carries no false signature', () => {
    const entries = readZip(readFileSync(join(release, `${NAME}_${OTHER}.zip`)));
    const program = entries.get(`terraform-provider-netskopesteering_v${VERSION}.exe`)!;
    const header = program.readUInt32LE(0x3c);
    expect(program.toString('latin1', 0, 2)).toBe('MZ');
    expect(program.toString('latin1', header, header + 4)).toBe('PE\0\0');
    expect(program.readUInt16LE(header + 4)).toBe(0x8664);
    expect(withoutSignature(program)).toBe(program);
    // Node looks for the blob where this says that there is one.
    expect(program.includes('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1')).toBe(true);
    expect(program.includes(Buffer.from('NODE_SEA_BLOB', 'utf16le'))).toBe(true);
    const linux = readZip(readFileSync(join(release, `${NAME}_${PLATFORM}.zip`))).get(
      `terraform-provider-netskopesteering_v${VERSION}`,
    )!;
    const bundle = 'this is a Terraform provider, a plugin that is not run directly';
    expect([linux.includes(bundle), program.includes(bundle)]).toEqual([true, true]);
  });
});

test('it deletes nothing that others made, and says how it is called', () => {
  const mine = join(folder, 'mine');
  mkdirSync(mine);
  writeFileSync(join(mine, 'notes.txt'), 'precious');
  const call = (args: readonly string[], variables: NodeJS.ProcessEnv = {}) => {
    const command = ['--import', require.resolve('tsx'), join(REPOSITORY, 'tools/release.ts'), ...args];
    return spawnSync(process.execPath, command, { cwd: mine, encoding: 'utf8', env: { ...process.env, ...variables } });
  };
  const nobody = { GPG_KEY_ID: 'nobody@example.com', GNUPGHOME: mine };
  const mistakes: readonly [RegExp, readonly string[], NodeJS.ProcessEnv?][] = [
    [/holds notes\.txt, which is of no release/, ['--out', mine]],
    [/holds notes\.txt, which is of no release/, ['--out', '.']],
    [/--out names no folder/, ['--out=']],
    [/there is no release for "linux"/, ['linux']],
    [/Unknown option/, ['--nope']],
    [/gpg has no key "nobody@example\.com"/, ['--out', join(folder, 'new')], nobody],
  ];
  for (const [message, args, variables] of mistakes) {
    const { status, stderr } = call(args, variables);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('npm run release -- [PLATFORM...] [--out FOLDER]');
    expect(status).toBe(2);
  }
  expect(readFileSync(join(mine, 'notes.txt'), 'utf8')).toBe('precious');
  expect(call(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run release') });
});

describe('terraform without Node installs it', () => {
  const places: readonly [what: string, rc: () => string, args: () => readonly string[]][] = [
    ['from a network mirror over https', () => `network_mirror {\n  url = "${mirrorUrl()}"\n}`, () => []],
    ['from a folder of archives', () => `filesystem_mirror {\n  path = "${packedMirror()}"\n}`, () => []],
    ['from a folder of unpacked archives', () => `filesystem_mirror {\n  path = "${mirror}"\n}`, () => []],
    ['with -plugin-dir', () => 'direct {}', () => [`-plugin-dir=${mirror}`]],
  ];

  function packedMirror(): string {
    const packed = join(folder, 'packed');
    mkdirSync(join(packed, PROVIDER_SOURCE), { recursive: true });
    for (const name of readdirSync(release).filter((one) => one.endsWith('.zip')))
      linkSync(join(release, name), join(packed, PROVIDER_SOURCE, name));
    return packed;
  }

  /** What is locked for two platforms by the network mirror holds wherever the same archives come from. */
  let locked: string;
  beforeAll(async () => {
    const fresh = freshFolder('lock');
    const platforms = [`-platform=${PLATFORM}`, `-platform=${OTHER}`];
    await mustRunTerraform(['providers', 'lock', `-net-mirror=${mirrorUrl()}`, ...platforms], { cwd: fresh, env });
    locked = join(fresh, '.terraform.lock.hcl');
    expect(readFileSync(locked, 'utf8').match(/"h1:/g)).toHaveLength(2);
  });

  test.each(places)('%s, by the checksums of the lock file', async (what, rc, args) => {
    const fresh = freshFolder(what.replaceAll(/\W+/g, '-'));
    const cliConfigFile = join(fresh, 'rc');
    writeFileSync(cliConfigFile, `provider_installation {\n${rc()}\n}\n`);
    cpSync(locked, join(fresh, '.terraform.lock.hcl'));
    const run = { cwd: fresh, env, cliConfigFile };
    await mustRunTerraform(['init', '-lockfile=readonly', ...args()], run);
    expect(await mustRunTerraform(['validate'], run)).toContain('The configuration is valid');
  });

  test('and refuses another build of the same version', async () => {
    const fresh = freshFolder('other-build');
    cpSync(locked, join(fresh, '.terraform.lock.hcl'));
    const { exitCode, said } = await runTerraform(['init'], {
      cwd: fresh,
      env,
      cliConfigFile: join(REPOSITORY, 'dist/terraformrc'),
    });
    expect(exitCode).toBe(1);
    expect(said).toMatch(/doesn't match any of the checksums previously recorded in the dependency lock file/);
  });
});

test('the guide leads from the archive to a blocked WhatsApp, on a machine without Node', async () => {
  const guide = readFileSync(join(REPOSITORY, 'docs/guides/use-it-without-npm.md'), 'utf8');
  const fresh = freshFolder('guide');
  expect(guide).toContain(readFileSync(join(fresh, 'main.tf'), 'utf8').trim());
  linkSync(join(release, `${NAME}_${PLATFORM}.zip`), join(fresh, `${NAME}_linux_amd64.zip`));
  const [, chapter = ''] = guide.split('## From an archive to a blocked WhatsApp');
  const commands = [...(chapter.split('\n## ')[0] ?? '').matchAll(/^```sh\n([^]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );
  expect(commands).toHaveLength(2);
  const script = commands
    .join('')
    .replaceAll('http://127.0.0.1:8080/api/v2', tenant.serverUrl)
    .replaceAll('=secret', `=${tenant.token}`)
    // There is nobody to answer "yes".
    .replaceAll('terraform apply', 'terraform apply -auto-approve');
  // The tenant is in this process: it would not answer while this process waits without turning.
  const { stdout, stderr } = await promisify(execFile)('/bin/sh', ['-euc', script], {
    cwd: fresh,
    // Two settings that Node obeys before the program can keep it from that.
    env: { PATH: env['PATH'], HOME: fresh, CHECKPOINT_DISABLE: '1', NODE_UNIQUE_ID: '1', NODE_DEBUG: 'http,net' },
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('Apply complete! Resources: 1 imported, 3 added, 0 changed, 0 destroyed.');
  expect(stdout).toContain('No changes.');
  const { exceptions } = await readTenant({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
  expect(exceptions).toContainEqual(expect.objectContaining({ type: 'certificate_pinned_app' }));
});

test('acceptance tests pass with it and without Node: lives of resources, ends of processes, secrets', async () => {
  const jest = join(REPOSITORY, 'node_modules/jest/bin/jest.js');
  const args = [
    jest,
    '--config',
    'jest.executable.config.js',
    '--maxWorkers=1',
    'acceptance/(interrupts|secrets|every-attribute|life-of-a-resource)',
  ];
  const env = { ...process.env, RELEASE: release };
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: REPOSITORY, env, maxBuffer: 1e8 });
  expect(stderr).toMatch(/^Tests: +\d\d passed, \d\d total$/m);
});

test('the executable does not hear what the environment tells Node to do', () => {
  const [program] = readdirSync(join(mirror, PROVIDER_SOURCE, VERSION, PLATFORM)).filter((name) =>
    name.startsWith('terraform-'),
  );
  const said = (variables: NodeJS.ProcessEnv) => {
    const { status, stdout, stderr } = spawnSync(join(mirror, PROVIDER_SOURCE, VERSION, PLATFORM, program!), {
      encoding: 'utf8',
      env: variables,
    });
    return { status, stdout, stderr: stderr.replace(/^Failed to get 'result' from coverage[^]*?\}\}\n/m, '') };
  };
  const alone = said({});
  expect(alone).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('this is a Terraform provider'),
  });
  const coverage = join(folder, 'coverage');
  const loud = {
    NODE_DEBUG: 'http,net,tls,module',
    NODE_DEBUG_NATIVE: 'all',
    DEBUG: '*',
    NODE_OPTIONS: '--require /nowhere.js',
    NODE_UNIQUE_ID: '1',
  };
  for (const [name, value] of Object.entries({ ...loud, NODE_V8_COVERAGE: coverage })) {
    expect({ name, ...said({ [name]: value }) }).toEqual({ name, ...alone });
  }
  expect(readdirSync(folder)).not.toContain('coverage');
});
