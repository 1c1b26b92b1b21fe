import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSteeringJson } from '../../steering';

const TSX = pathToFileURL(require.resolve('tsx')).href;
const repository = resolve(__dirname, '../..');

interface Stack {
  readonly terraform: { readonly backend: object };
  readonly resource: Readonly<Record<string, Readonly<Record<string, { readonly lifecycle?: object }>>>>;
}

const DEFAULT = 'netskopesteering_default_configuration';
/** A contract: whoever changes one destroys and creates anew what tenants have. */
const ADDRESSES = {
  netskopesteering_certificate_pinned_app: 'NativeApps_whatsapp_74109BE2',
  [DEFAULT]: 'DefaultConfiguration_137133F8',
  netskopesteering_certificate_pinned_app_exception: 'DefaultConfiguration_whatsapp_Exception_029E30D5',
  netskopesteering_non_standard_port: 'DefaultConfiguration_Port5222_F34C09C0',
};

/** A tenant on which an app of one's own takes a browser with it. */
const BROWSER = {
  name: 'emea',
  expectTrafficMode: 'web',
  block: [{ app: 'WhatsApp' }, { app: { name: 'Acme', windows: ['chrome.exe'] } }],
};

const addressesIn = (resource: Stack['resource']) =>
  Object.fromEntries(Object.entries(resource).map(([type, named]) => [type, Object.keys(named).join()]));

describe('the app', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'main-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function synth(name: string): string {
    const outdir = join(folder, name, 'cdktf.out');
    mkdirSync(dirname(outdir), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: repository,
      env: {
        ...process.env,
        CDKTF_OUTDIR: outdir,
        NETSKOPE_API_KEY: 'very-secret-token',
        NETSKOPE_SERVER_URL: 'http://127.0.0.1:1/api/v2',
      },
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return outdir;
  }

  /** Runs the app in a folder with this file: as TypeScript, or as what the build makes of it. */
  function start(project: string, file: unknown, compiled = false) {
    const path = join(project, 'tenants.json');
    if (file !== undefined) writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
    const program = compiled ? bundled() : join(repository, 'main.ts');
    return spawnSync(process.execPath, [...(compiled ? [] : ['--import', TSX]), program], {
      cwd: project,
      env: { ...process.env, CDKTF_OUTDIR: join(project, 'cdktf.out') },
      encoding: 'utf8',
    });
  }

  /** The app as JavaScript, which node runs alone. */
  function bundled(): string {
    const outfile = join(folder, 'main.cjs');
    if (existsSync(outfile)) return outfile;
    buildSync({
      entryPoints: [join(repository, 'main.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
    return outfile;
  }

  it('writes one stack, the same each time, without a secret, an address or a path of this machine', () => {
    const texts = ['first', 'second'].map((name) => {
      const outdir = synth(name);
      return ['manifest.json', 'stacks/tenant/cdk.tf.json', 'stacks/tenant/steering.json']
        .map((file) => readFileSync(join(outdir, file), 'utf8'))
        .join('\n');
    });
    expect(texts[0]).toBe(texts[1]);
    for (const hidden of ['very-secret-token', '127.0.0.1', folder, repository, process.cwd(), tmpdir()]) {
      expect(texts[0]).not.toContain(hidden);
    }
  });

  it('writes a stack for each tenant of the file beside it', () => {
    const project = join(folder, 'several');
    mkdirSync(project);
    const block = (...platforms: string[]) => [{ app: 'WhatsApp', platforms }];
    const tenants = [
      { name: 'emea', expectTrafficMode: 'web', block: block('windows') },
      { name: 'apac', block: block('mac_os'), state: { type: 'pg' } },
    ];
    expect(start(project, { tenants })).toMatchObject({ status: 0, stderr: '' });
    const stacks = tenants.map(
      ({ name }) => JSON.parse(readFileSync(join(project, 'cdktf.out/stacks', name, 'cdk.tf.json'), 'utf8')) as Stack,
    );
    expect(stacks.map(({ terraform }) => Object.keys(terraform.backend))).toEqual([['local'], ['pg']]);
    expect(stacks.map(({ resource }) => resource[DEFAULT]?.[ADDRESSES[DEFAULT]]?.lifecycle !== undefined)).toEqual([
      true,
      false,
    ]);
    for (const { resource } of stacks) expect(addressesIn(resource)).toEqual(ADDRESSES);
  });

  it('writes each configuration with what is blocked in it, and nothing where nothing is blocked any more', () => {
    const project = join(folder, 'configurations');
    mkdirSync(project);
    const acme = { name: 'Acme Chat', key: 'acme', windows: ['acme.exe'] };
    const configurations = [
      { name: 'Pilot', key: 'pilot', existing: true, block: [{ kind: 'music', platforms: ['windows'] }] },
      { name: 'Contractors', userGroups: ['Contractors'], trafficMode: 'web', block: [{ app: acme }] },
    ];
    const left = { name: 'left', expectTrafficMode: 'web', block: [] };
    expect(start(project, { tenants: [{ name: 'emea', block: [], configurations }, left] }).status).toBe(0);
    const resources = (name: string) =>
      (JSON.parse(readFileSync(join(project, 'cdktf.out/stacks', name, 'cdk.tf.json'), 'utf8')) as Stack).resource;
    const { netskopesteering_configuration: made = {}, netskopesteering_certificate_pinned_app: apps = {} } =
      resources('emea');
    expect(Object.values(made)).toEqual([
      expect.objectContaining({
        name: 'Contractors',
        user_groups: ['Contractors'],
        enabled: true,
        traffic_mode: 'web',
      }),
    ]);
    expect(Object.values(apps)).toContainEqual(expect.objectContaining({ name: 'Acme Chat' }));
    expect(Object.values(apps).length).toBeGreaterThan(2);
    expect(Object.keys(resources('left'))).toEqual([DEFAULT]);
  });

  it.each<[mistake: string, file: unknown, complaint: RegExp]>([
    [
      'a secret',
      { tenants: [{ name: 'emea', token: 'very-secret-token' }] },
      /tenants\[0\]\.token \(line 1, column 28\): looks/,
    ],
    [
      'a comma too many',
      '{ "tenants": [], }',
      /^tenants\.json is not JSON\. line 1, column 16: .*\n1 \| .*\n {2}\| +\^\n$/,
    ],
    ['no file', undefined, /\/tenants\.json is missing\. .* write one: \{.*\}\n$/],
    ['a guardrail', { tenants: [{ name: 'emea', block: [BROWSER.block[1]] }] }, /^[^]*\(guardrail /],
    ['a browser that is blocked', { tenants: [BROWSER] }, /^Validation failed[^]*Web in a browser is still steered\]/],
  ])('tells a person what is wrong and nothing of itself: %s', (mistake, file, complaint) => {
    const project = join(folder, mistake.replaceAll(' ', '-'));
    mkdirSync(project);
    for (const compiled of [false, true]) {
      const { status, stdout, stderr } = start(project, file, compiled);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr.replace(/^Warning: .*\n/gm, '')).toMatch(complaint);
      expect(stderr).not.toMatch(/^ +at |throw|node:|Node\.js|very-secret-token/m);
    }
  });

  it('keeps the stack of a bug', () => {
    const project = join(folder, 'bug');
    mkdirSync(project);
    const bug = `import { explainMistakes } from ${JSON.stringify(join(repository, 'constructs'))};
      explainMistakes(() => void (undefined as unknown as string).length);`;
    writeFileSync(join(project, 'bug.ts'), bug);
    const { status, stderr } = spawnSync(process.execPath, ['--import', TSX, join(project, 'bug.ts')], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/TypeError: [^]*\n +at .*bug\.ts/) });
  });

  it('writes what it demands of its traffic beside it', () => {
    const steering = readSteeringJson(readFileSync(join(synth('demands'), 'stacks/tenant/steering.json'), 'utf8'));
    expect(steering.trafficTests.map(({ name, flow, expect: fate }) => [name, flow.process, flow.port, fate])).toEqual([
      ['WhatsApp Desktop is blocked on 443', 'WhatsApp.exe', 443, 'block'],
      ['WhatsApp Desktop is blocked on 5222', 'WhatsApp.exe', 5222, 'block'],
      ['WhatsApp Web in a browser is still steered', 'chrome.exe', 443, 'steer'],
      ['Slack is untouched', 'slack.exe', 443, 'steer'],
    ]);
    expect(steering.premises).toEqual([
      { configuration: '0', construct: 'tenant/DefaultConfiguration', trafficModes: ['web', 'all'] },
    ]);
  });

  const BLOCK = 'blockApp(key, blocked)';
  const processes = (...names: string[]) =>
    `blockApp(key, { ...blocked, app: { ...blocked.app, windows: ${JSON.stringify(names)} } })`;
  it.each<[mistake: string, from: string, to: string, complaints: readonly string[]]>([
    [
      'its port is not steered',
      BLOCK,
      'blockApp(key, { ...blocked, ports: [443] })',
      ['WhatsApp Desktop is blocked on 5222] Expected block, but nobody can say what becomes of it: block or direct.'],
    ],
    [
      'its executable has another name',
      BLOCK,
      processes('WhatsAppDesktop.exe'),
      [
        'WhatsApp Desktop is blocked on 443] Expected block, but it is steer.',
        'WhatsApp Desktop is blocked on 5222] Expected block, but it is steer.',
      ],
    ],
    [
      'a browser is blocked with it',
      BLOCK,
      processes('WhatsApp.exe', 'Chrome.exe'),
      ['WhatsApp Web in a browser is still steered] Expected steer, but it is block.'],
    ],
    [
      'another app is blocked with it',
      BLOCK,
      processes('WhatsApp.exe', 'slack.exe'),
      ['Slack is untouched] Expected steer, but it is block.'],
    ],
    [
      'nothing is expected of the traffic mode',
      '{ ...expectation }',
      '{}',
      [
        'WhatsApp Desktop is blocked on 443] Expected block, but nobody can say what becomes of it: block or',
        'Slack is untouched] Expected steer, but nobody can say what becomes of it: steer or direct.',
      ],
    ],
  ])('is not written at all where %s', (mistake, from, to, complaints) => {
    const project = join(folder, mistake.replaceAll(' ', '-'));
    mkdirSync(project);
    symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
    copyFileSync(join(repository, 'tenants.json'), join(project, 'tenants.json'));
    const text = readFileSync(join(repository, 'main.ts'), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    const broken = text.replace(from, to).replace("'./constructs'", JSON.stringify(join(repository, 'constructs')));
    writeFileSync(join(project, 'main.ts'), broken);
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: project,
      env: { ...process.env, CDKTF_OUTDIR: join(project, 'cdktf.out') },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    for (const complaint of complaints) expect(stderr).toContain(`[tenant/${complaint}`);
    expect(existsSync(join(project, 'cdktf.out/stacks/tenant/cdk.tf.json'))).toBe(false);
  });

  it('keeps the addresses under which states know its resources', () => {
    const stack = readFileSync(join(synth('addresses'), 'stacks/tenant/cdk.tf.json'), 'utf8');
    expect(addressesIn((JSON.parse(stack) as Stack).resource)).toEqual(ADDRESSES);
  });

  it('keeps state beside cdktf.out, not in it', () => {
    const outdir = synth('state');
    const stack = join(outdir, 'stacks/tenant');
    const { terraform } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
      terraform: { backend: { local: { path: string } } };
    };
    expect(resolve(stack, terraform.backend.local.path)).toBe(join(folder, 'state', 'terraform.tenant.tfstate'));
  });

  it('needs no terraform and no network provider to synthesize', () => {
    const stack = join(synth('offline'), 'stacks/tenant');
    expect(existsSync(join(stack, '.terraform'))).toBe(false);
    const { terraform, provider } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
      terraform: { required_providers: object };
      provider: object;
    };
    expect(Object.keys(terraform.required_providers)).toEqual(['netskopesteering']);
    expect(provider).toEqual({ netskopesteering: [{}] });
  });
});
