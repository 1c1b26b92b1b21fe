import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SteeringConfiguration, TrafficMode } from '../../constructs';
import { steersAtLeast } from '../../constructs/traffic-mode';
import { resourceOf, synthesize } from './synthesize';

it('knows which mode steers at least what another does', () => {
  const modes = [TrafficMode.NONE, TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL];
  for (const [more, actual] of modes.entries()) {
    for (const [less, expected] of modes.entries()) expect(steersAtLeast(actual, expected)).toBe(more >= less);
  }
});

describe('an expected mode, as terraform judges it', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mode-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The plan of a stand-in that needs no provider: its mode is its input. */
  function plan(actual: TrafficMode, expectTrafficMode: TrafficMode): { status: number | null; stderr: string } {
    const result = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'It', { expectTrafficMode }));
    const lifecycle = JSON.stringify(resourceOf(result, 'default_configuration')['lifecycle']);
    const standIn = {
      input: actual,
      lifecycle: JSON.parse(lifecycle.replaceAll('self.traffic_mode', 'self.input')) as unknown,
    };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: { it: standIn } } }));
    const options = {
      cwd: folder,
      env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_ARGS: '' },
      encoding: 'utf8',
    } as const;
    expect(spawnSync('terraform', ['init', '-input=false', '-no-color'], options).status).toBe(0);
    return spawnSync('terraform', ['plan', '-input=false', '-no-color'], options);
  }

  it('stops the plan where the block would not bite, and says why', () => {
    const { status, stderr } = plan(TrafficMode.CLOUD_APPS, TrafficMode.WEB);
    expect(status).toBe(1);
    const text = stderr.replace(/[│\s]+/g, ' ');
    expect(text).toContain(
      'The block would not bite: this steering configuration is in traffic mode "cloud_apps", in which clients steer only hosts of steered cloud apps.',
    );
    expect(text).toContain('Set the traffic mode to "web" or "all" on the tenant');
  });

  it('lets a mode pass that steers more', () => {
    expect(plan(TrafficMode.ALL, TrafficMode.WEB).status).toBe(0);
  });
});
