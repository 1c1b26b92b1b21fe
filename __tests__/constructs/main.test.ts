import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const repository = resolve(__dirname, '../..');

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

  it('writes one stack, the same each time, without a secret, an address or a path of this machine', () => {
    const texts = ['first', 'second'].map((name) => {
      const outdir = synth(name);
      return ['manifest.json', 'stacks/tenant/cdk.tf.json']
        .map((file) => readFileSync(join(outdir, file), 'utf8'))
        .join('\n');
    });
    expect(texts[0]).toBe(texts[1]);
    for (const hidden of ['very-secret-token', '127.0.0.1', folder, repository, process.cwd(), tmpdir()]) {
      expect(texts[0]).not.toContain(hidden);
    }
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
