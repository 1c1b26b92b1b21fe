/** A rollout checkpoint, applied with the stand-in for hashicorp/null (see `support/stand-in-null`). */
import {
  CertificatePinnedApp,
  PlatformAction,
  RolloutCheckpoint,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { synthesize } from '../constructs/synthesize';
import { buildStandInNull, type StandInMirror } from '../support/stand-in-null/mirror';
import { Workspace } from '../support/workspace';

// Many runs of terraform, on a machine that may be busy.
jest.setTimeout(180_000);

interface Wanted {
  readonly processes: readonly string[];
  readonly notes: string;
  readonly port?: number;
  /** Traffic mode off-premises of a configuration that is made besides. */
  readonly besides?: TrafficMode;
}

/** A stack whose clients have an app and its exception to fetch. */
const stackOf = ({ processes, notes, port, besides }: Wanted) =>
  synthesize((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'It');
    const app = new CertificatePinnedApp(stack, 'Chat', { name: 'Chat', windows: { processes } });
    configuration.addException('Chat', { app, windows: PlatformAction.BLOCK, notes });
    if (port !== undefined) configuration.addNonStandardPort(port, { domains: ['chat.example'] });
    if (besides !== undefined) {
      const dynamicSteering = { onPremises: TrafficMode.WEB, offPremises: besides };
      new SteeringConfiguration(stack, 'Besides', { name: 'Besides', dynamicSteering });
    }
    new RolloutCheckpoint(stack, 'Rollout');
  }).config;

const BEGIN: Wanted = { processes: ['Chat.exe'], notes: 'first' };

let mirror: StandInMirror;
let tenant: LocalTenant;
let workspace: Workspace;

beforeAll(async () => {
  mirror = await buildStandInNull();
});
afterAll(() => mirror?.remove());
beforeEach(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
  workspace = await Workspace.create(address, stackOf(BEGIN), { TF_CLI_CONFIG_FILE: mirror.cliConfigFile });
  await workspace.apply();
});
afterEach(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const CHECKPOINT = /^null_resource\./;
const checkpointOf = async () => {
  const state = JSON.parse(await workspace.mustRun('show', '-json')) as {
    values: {
      outputs: Record<string, { value: string }>;
      root_module: { resources: { address: string; values: { id: string } }[] };
    };
  };
  const { resources } = state.values.root_module;
  const [checkpoint] = resources.filter((one) => CHECKPOINT.test(one.address));
  return {
    id: checkpoint?.values.id,
    said: Object.values(state.values.outputs)
      .map(({ value }) => value)
      .join('\n'),
  };
};
/** What a plan does with the checkpoint. */
const fateIn = async (wanted: Wanted) =>
  (await workspace.plan(stackOf(wanted))).find((change) => CHECKPOINT.test(change.address))?.actions;

it('stays the same while nothing changes, and tells how clients come to it', async () => {
  const before = await checkpointOf();
  expect(before.id).toMatch(/^[0-9a-f]{16}$/);
  expect(before.said).toContain(`Rollout ${before.id}: clients fetch it at their next sync`);
  expect(await workspace.plan()).toEqual([]);
  await workspace.apply();
  expect(await checkpointOf()).toEqual(before);
});

it('is replaced when the processes of an app change', async () => {
  const before = await checkpointOf();
  const changed = { ...BEGIN, processes: ['Chat.exe', 'ChatHelper.exe'] };
  expect(await fateIn(changed)).toEqual(['delete', 'create']);
  await workspace.apply();
  const after = await checkpointOf();
  expect(after.id).not.toBe(before.id);
  expect(after.said).toContain(`Rollout ${after.id}`);
  expect(await workspace.plan()).toEqual([]);
});

it('is replaced when a port is added, and when it goes', async () => {
  expect(await fateIn({ ...BEGIN, port: 8443 })).toEqual(['delete', 'create']);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
  expect(await fateIn(BEGIN)).toEqual(['delete', 'create']);
});

it('is replaced when a configuration is added, and once: that others move down in its wake is nothing new', async () => {
  expect(await fateIn({ ...BEGIN, besides: TrafficMode.WEB })).toEqual(['delete', 'create']);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
});

it('is replaced when the traffic mode of a side changes', async () => {
  await workspace.apply(stackOf({ ...BEGIN, besides: TrafficMode.WEB }));
  expect(await fateIn({ ...BEGIN, besides: TrafficMode.ALL })).toEqual(['delete', 'create']);
});

it('is not replaced when only notes change, which no client fetches', async () => {
  expect(await workspace.plan(stackOf({ ...BEGIN, notes: 'second' }))).toMatchObject([
    {
      address: expect.stringMatching(/^netskopesteering_certificate_pinned_app_exception\./) as unknown,
      actions: ['update'],
    },
  ]);
});
