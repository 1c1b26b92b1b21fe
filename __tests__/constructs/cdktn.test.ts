/**
 * Which modules meet in one tree? cdktf is archived; its successor keeps its interface, and the constructs must run on
 * either, never on a mix. Of this package itself, a program and a library may each bring a copy.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdktf from 'cdktf';
import * as constructs from 'constructs';
import type * as Constructs from '../../constructs';
import type * as TestingOfCopy from '../../constructs/testing';
import { readSteeringJson } from '../../steering';
import type * as Everything from './everything';
import type * as Synthesize from './synthesize';

const { App, Aspects, TerraformStack } = cdktf;
type TerraformStack = cdktf.TerraformStack;
const SHARED = { cdktf, constructs };

type Library = 'cdktf' | 'cdktn';

/** What a stack with everything synthesizes to, with this library below the constructs. */
function synthesizeOn(library: Library) {
  jest.resetModules();
  jest.doMock('cdktf', () => jest.requireActual<object>(library));
  const { Testing } = jest.requireMock<{ Testing: unknown }>('cdktf');
  expect(Testing).toBe(jest.requireActual<{ Testing: unknown }>(library).Testing);
  const constructs = jest.requireActual<typeof Constructs>('../../constructs');
  const { buildEverything } = jest.requireActual<typeof Everything>('./everything');
  const { synthesize } = jest.requireActual<typeof Synthesize>('./synthesize');
  return synthesize(
    (stack) => {
      buildEverything(stack, constructs);
      new constructs.RolloutCheckpoint(stack, 'Rollout');
    },
    // cdktn refuses functions of providers to projects that may run on a Terraform without them.
    { targetVersions: { terraform: '>=1.8.0' } },
  );
}

it('synthesizes the same under cdktn', () => {
  const { config, annotations } = synthesizeOn('cdktn');
  expect(Object.values(config.resource ?? {}).flatMap((resources) => Object.keys(resources)).length).toBeGreaterThan(
    20,
  );
  const before = synthesizeOn('cdktf');
  expect(config).toEqual(before.config);
  expect(annotations).toEqual(before.annotations);
});

describe('two copies of this package in one tree', () => {
  type Copy = typeof Constructs & { readonly expectFlow: typeof TestingOfCopy.expectFlow };

  /** Each call loads the package anew, as a library with a copy of its own does. cdktf is the same for all. */
  function newCopy(): Copy {
    let copy: Copy | undefined;
    jest.isolateModules(() => {
      for (const shared of ['cdktf', 'constructs']) jest.doMock(shared, () => SHARED[shared as keyof typeof SHARED]);
      const { expectFlow } = jest.requireActual<typeof TestingOfCopy>('../../constructs/testing');
      copy = { ...jest.requireActual<typeof Constructs>('../../constructs'), expectFlow };
    });
    if (copy === undefined) throw new Error('nothing was loaded');
    return copy;
  }

  const FLOW = { platform: 'windows', process: 'Signal.exe', host: 'signal.org', port: 443 } as const;
  let own: Copy;
  let library: Copy;
  beforeAll(() => ([own, library] = [newCopy(), newCopy()]));
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'copies-'));
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(outdir, { recursive: true, force: true });
  });

  /** A program and a library, each with its copy, on one stack. */
  function onOneStack(build: (stack: TerraformStack) => void) {
    expect(own.TrafficTest).not.toBe(library.TrafficTest);
    const app = new App({ outdir, stackTraces: false });
    const stack = new TerraformStack(app, 'tenant');
    new own.NetskopeSteeringProvider(stack, 'netskope');
    build(stack);
    app.synth();
    const text = readFileSync(join(outdir, 'stacks/tenant/steering.json'), 'utf8');
    const annotations = stack.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
    return { steering: readSteeringJson(text), annotations };
  }

  it.each<[what: string, first: () => Copy]>([
    ['the program', () => own],
    ['the library', () => library],
  ])('enter their demands in one steering.json, whichever begins: %s', (_, first) => {
    const { steering } = onOneStack((stack) => {
      const begins = first();
      const configuration = library.SteeringConfiguration.adoptDefault(stack, 'Default', {
        expectTrafficMode: library.TrafficMode.WEB,
      });
      const app = library.NativeApps.SIGNAL;
      new library.BlockNativeApp(stack, 'Signal', { configuration, app, platforms: [library.Platform.WINDOWS] });
      for (const [index, copy] of [begins, own, library].entries()) {
        new copy.TrafficTest(stack, `Signal is blocked ${index}`, {
          flow: { ...FLOW, configuration },
          expect: 'block',
        });
        new copy.TrafficInvariant(stack, `No tunnel ${index}`, { never: 'block', processes: ['x.exe'] });
        copy.expectFlow(stack, FLOW).toBe('block');
      }
    });
    const namesOf = (demands: readonly { readonly name: string }[]) => demands.map(({ name }) => name);
    expect(namesOf(steering.trafficTests)).toEqual([0, 1, 2].map((index) => `Signal is blocked ${index}`));
    expect(namesOf(steering.invariants)).toEqual([0, 1, 2].map((index) => `No tunnel ${index}`));
    expect(steering.trafficTests.map(({ flow }) => flow.configuration)).toEqual(['0', '0', '0']);
    expect(steering.premises).toMatchObject([{ construct: 'tenant/Default', trafficModes: ['web', 'all'] }]);
  });

  it('accept findings for each other, and look at the stack once', () => {
    const unused = { name: 'Unused', windows: { processes: ['a.exe'] } };
    const build = (accept: boolean) =>
      onOneStack((stack) => {
        new library.NetskopeSteeringProvider(new TerraformStack(stack.node.root, 'other'), 'netskope');
        Aspects.of(stack).add(new library.Guardrails());
        Aspects.of(stack.node.root).add(new library.Guardrails());
        const app = new own.CertificatePinnedApp(stack, 'Unused', unused);
        if (accept) library.Guardrails.suppress(app, library.Guardrail.UNUSED_APP, 'Used by hand.');
      });
    expect(build(false).annotations.filter((text) => text.includes('unused-app'))).toHaveLength(1);
    rmSync(outdir, { recursive: true, force: true });
    const accepted = build(true);
    expect(accepted.annotations.filter((text) => text.includes('unused-app'))).toEqual([]);
    expect(accepted.steering.suppressions).toHaveLength(1);
  });

  it('see that the other adopts the default configuration, too', () => {
    expect(() =>
      onOneStack((stack) => {
        own.SteeringConfiguration.adoptDefault(stack, 'One');
        library.SteeringConfiguration.adoptDefault(stack, 'Two');
      }),
    ).toThrow(
      /\[tenant\/One\] The default configuration is also adopted as tenant\/Two.*\[tenant\/Two\] .*tenant\/One/s,
    );
  });

  it('see that the other adds the same port of a configuration', () => {
    expect(() =>
      onOneStack((stack) => {
        for (const [id, copy] of Object.entries({ One: own, Two: library })) {
          copy.SteeringConfiguration.fromId(stack, id, '7').addNonStandardPort(5222, { domains: ['a.example'] });
        }
      }),
    ).toThrow('[tenant/One] Port 5222 of this configuration is also added through tenant/Two.');
  });
});
