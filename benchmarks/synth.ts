/** What do constructs and guardrails cost? A synth of N blocked apps is compared with one of as many bare resources. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { BlockNativeApp, l1, NetskopeSteeringProvider, Platform, SteeringConfiguration } from '../constructs';
import { takeTurns } from './measure';
import type { Measurement } from './report';

const COUNT = 1_000;
const ROUNDS = 9;
const GOAL = 2;

export async function benchSynth(): Promise<Measurement[]> {
  const times = await takeTurns(ROUNDS, {
    ours: () => synthesize(blockApps),
    base: () => synthesize(addBareResources),
  });
  const [ours, base] = [times['ours'], times['base']];
  if (ours === undefined || base === undefined) throw new Error('nothing was measured');
  return [
    {
      what: `synth of ${COUNT} blocked apps, guardrails and all (fastest)`,
      measured: `${ours.min.toFixed(0)} / ${base.min.toFixed(0)} ms`,
      figure: ours.min / base.min,
      goal: GOAL,
    },
  ];
}

function synthesize(build: (stack: TerraformStack) => void): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'steering-bench-'));
  try {
    const app = new App({ outdir, stackTraces: false });
    const stack = new TerraformStack(app, 'stack');
    new NetskopeSteeringProvider(stack, 'netskope');
    build(stack);
    app.synth();
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
  return Promise.resolve();
}

/** Makes two resources for each app, and one port for all. */
function blockApps(stack: TerraformStack): void {
  const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
  for (let index = 0; index < COUNT; index++) {
    const app = { name: `App ${index}`, windows: [`App${index}.exe`], ports: [5222], domains: [`app${index}.example`] };
    new BlockNativeApp(stack, `App${index}`, { configuration, app, platforms: [Platform.WINDOWS] });
  }
}

function addBareResources(stack: TerraformStack): void {
  const { tfResourceType: appType } = l1.certificatePinnedApp.CertificatePinnedApp;
  const { tfResourceType: exceptionType } = l1.certificatePinnedAppException.CertificatePinnedAppException;
  for (let index = 0; index < COUNT; index++) {
    const windows = { processes: [`App${index}.exe`] };
    const { fqn } = new BareResource(stack, `App${index}`, appType, { name: `App ${index}`, windows });
    const attributes = {
      configuration_id: '0',
      app_id: `${fqn}.id`,
      custom_app_domains: ['*'],
      windows: 'block',
    };
    new BareResource(stack, `Exception${index}`, exceptionType, attributes);
  }
}

class BareResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    terraformResourceType: string,
    private readonly attributes: Readonly<Record<string, unknown>>,
  ) {
    const { tfResourceType: providerName } = NetskopeSteeringProvider;
    super(scope, id, { terraformResourceType, terraformGeneratorMetadata: { providerName } });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}
