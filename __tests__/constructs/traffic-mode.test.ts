import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SteeringConfiguration, TrafficMode } from '../../constructs';
import { steersAtLeast } from '../../constructs/traffic-mode';
import { mustRunTerraform, runTerraform, type TerraformResult } from '../../tools/terraform/terraform';
import { resourceOf, synthesize } from './synthesize';

it('knows which mode steers at least what another does', () => {
  const modes = [TrafficMode.NONE, TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL];
  for (const [more, actual] of modes.entries()) {
    for (const [less, expected] of modes.entries()) expect(steersAtLeast(actual, expected)).toBe(more >= less);
  }
});

interface Actual {
  readonly traffic_mode: TrafficMode;
  readonly dynamic_steering: {
    readonly enabled: boolean;
    readonly on_premises_traffic_mode: TrafficMode;
    readonly off_premises_traffic_mode: TrafficMode;
  };
}

function sides(on: TrafficMode, off: TrafficMode): Actual {
  return {
    traffic_mode: TrafficMode.CLOUD_APPS,
    dynamic_steering: { enabled: true, on_premises_traffic_mode: on, off_premises_traffic_mode: off },
  };
}

function oneMode(mode: TrafficMode): Actual {
  const { dynamic_steering } = sides(TrafficMode.NONE, TrafficMode.NONE);
  return { traffic_mode: mode, dynamic_steering: { ...dynamic_steering, enabled: false } };
}

describe('an expected mode, as terraform judges it', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mode-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The plan of a stand-in that needs no provider: its attributes are its input. */
  async function plan(actual: Actual, expectTrafficMode: TrafficMode): Promise<TerraformResult> {
    const result = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'It', { expectTrafficMode }));
    const lifecycle = JSON.stringify(resourceOf(result, 'default_configuration')['lifecycle']);
    const standIn = {
      input: actual,
      lifecycle: JSON.parse(lifecycle.replaceAll('self.', 'self.input.')) as unknown,
    };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: { it: standIn } } }));
    await mustRunTerraform(['init'], { cwd: folder });
    return runTerraform(['plan'], { cwd: folder });
  }

  const reasonOf = async (actual: Actual) => {
    const { exitCode, said } = await plan(actual, TrafficMode.WEB);
    expect(exitCode).toBe(1);
    return said;
  };

  it('stops the plan where the block would have no effect, and says why', async () => {
    const text = await reasonOf(oneMode(TrafficMode.CLOUD_APPS));
    expect(text).toContain(
      'The block would have no effect: this steering configuration is in traffic mode "cloud_apps", in which clients steer only hosts of steered cloud apps.',
    );
    expect(text).toContain('Set the traffic mode to "web" or "all" on the tenant');
  });

  it('lets a mode pass that steers more', async () => {
    expect((await plan(oneMode(TrafficMode.ALL), TrafficMode.WEB)).exitCode).toBe(0);
  });

  it('looks at both sides under dynamic steering, and not at the mode that counts for nobody', async () => {
    expect((await plan(sides(TrafficMode.WEB, TrafficMode.ALL), TrafficMode.WEB)).exitCode).toBe(0);
    for (const short of [
      sides(TrafficMode.CLOUD_APPS, TrafficMode.WEB),
      { ...sides(TrafficMode.ALL, TrafficMode.NONE), traffic_mode: TrafficMode.ALL },
    ]) {
      const { on_premises_traffic_mode: on, off_premises_traffic_mode: off } = short.dynamic_steering;
      const text = await reasonOf(short);
      expect(text).toContain(`is in traffic mode "${on}" on-premises`);
      expect(text).toContain(`and in "${off}" off-premises`);
      expect(text).toContain('both modes must steer enough: set the traffic mode of each to "web" or "all"');
    }
  });
});
