/** What a refactoring does: a table of changes that must leave addresses and traffic alone, or be stopped by the rules. */
import type { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  NativeApps,
  Platform,
  PortScope,
  SteeringConfiguration,
  TrafficMode,
  type ISteeringConfiguration,
  type NativeApp,
} from '../../constructs';
import { modelsFromPlan } from '../../steering';
import { checkModel } from '../../steering/rules';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { synthesize } from '../constructs/synthesize';
import { changesOf, Workspace } from '../support/workspace';

jest.setTimeout(120_000);

let tenant: LocalTenant;
let workspace: Workspace;
beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  workspace = await Workspace.create(
    { serverUrl: tenant.serverUrl, apiKey: tenant.token },
    written(() => undefined),
  );
});
afterAll(async () => {
  await workspace?.remove();
  await tenant?.close();
});
afterEach(async () => void (await workspace.destroy()));

function written(build: (stack: TerraformStack) => void): object {
  return { ...synthesize(build).config, provider: { netskopesteering: [{ requests_per_second: 1000 }] } };
}

type Build = (configuration: ISteeringConfiguration) => void;
const APP: NativeApp = {
  name: 'Chat',
  key: 'chat',
  windows: ['chat.exe'],
  macOs: ['Chat'],
  ports: [5222],
  domains: ['chat.example'],
};
const OTHER: NativeApp = { name: 'Talk', windows: ['talk.exe'], ports: [5222], domains: ['talk.example'] };
const WINDOWS = [Platform.WINDOWS];
const block =
  (id: string, more: object = {}): Build =>
  (configuration) =>
    void configuration.blockApp(id, { app: APP, platforms: WINDOWS, ...more });
const both =
  (...builds: Build[]): Build =>
  (configuration) =>
    builds.forEach((build) => build(configuration));
const other = block('Talk', { app: OTHER });

/** In a configuration of the stack; with `dynamic`, one that tells locations apart. */
const inSales = (build: Build, more: object = {}) =>
  written((stack) =>
    build(new SteeringConfiguration(stack, 'Sales', { name: 'Sales', trafficMode: TrafficMode.WEB, ...more })),
  );
const DYNAMIC = {
  trafficMode: undefined,
  dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.WEB },
};

const IN_PLACE = {
  'the order of statements': [both(block('Chat'), other), both(other, block('Chat')), []],
  'a platform more': [
    block('Chat'),
    block('Chat', { platforms: [Platform.WINDOWS, Platform.MAC_OS] }),
    ['certificate_pinned_app', 'certificate_pinned_app_exception'],
  ],
  'executables that third parties name': [
    block('It', { app: NativeApps.WHATSAPP, communityExecutables: false }),
    block('It', { app: NativeApps.WHATSAPP }),
    ['certificate_pinned_app'],
  ],
  'a second app on the port': [block('Chat'), both(block('Chat'), other), ['non_standard_port']],
  'a port for every host': [block('Chat'), block('Chat', { portScope: PortScope.ANY_HOST }), ['non_standard_port']],
  'another name of the app under its key': [
    block('Chat'),
    block('Chat', { app: { ...APP, name: 'Chatter' } }),
    ['certificate_pinned_app'],
  ],
} as const satisfies Record<string, readonly [Build, Build, readonly string[]]>;

test.each(Object.entries(IN_PLACE))('%s changes in place', async (_name, [before, after, expected]) => {
  await workspace.apply(inSales(before));
  const changes = await workspace.plan(inSales(after));
  const updated = changes.filter(({ actions }) => actions.join() === 'update');
  expect(updated.map(({ address }) => address.replace(/^netskopesteering_|\..*/g, '')).sort()).toEqual(expected);
  expect(changes.filter(({ actions }) => actions.includes('delete'))).toEqual([]);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
});

test('an app stays when the first of those that block it goes', async () => {
  await workspace.apply(
    inSales(
      both(
        block('First'),
        (configuration) => void configuration.bypassApp('Mac', { app: APP, platforms: [Platform.MAC_OS] }),
      ),
    ),
  );
  const changes = await workspace.plan(
    inSales((configuration) => void configuration.bypassApp('Mac', { app: APP, platforms: [Platform.MAC_OS] })),
  );
  expect(changes.filter(({ address }) => address.includes('certificate_pinned_app.'))).toMatchObject([
    { actions: ['update'] },
  ]);
  await workspace.apply();
  expect(await workspace.plan()).toEqual([]);
});

test('dynamic steering comes and goes, and every second plan is empty', async () => {
  for (const more of [{}, DYNAMIC, {}]) {
    await workspace.apply(inSales(block('Chat'), more));
    expect(await workspace.plan()).toEqual([]);
  }
});

/** The same configuration and block, in a scope and under an id; `moves` says where each resource was. */
const blockIn = (scope: Scope, id: string, moves: (type: string) => string | undefined = () => undefined) =>
  written((stack) => {
    const configuration = new SteeringConfiguration(scope(stack), 'Sales', {
      name: 'Sales',
      trafficMode: TrafficMode.WEB,
    });
    const block = configuration.blockApp(id, { app: APP, platforms: WINDOWS });
    for (const { resource } of [configuration, block.exception, ...block.ports]) {
      const from = moves(resource.terraformResourceType);
      if (from !== undefined) resource.moveFromId(from);
    }
  });

type Scope = (stack: TerraformStack) => Construct;
const inStack: Scope = (stack) => stack;

describe.each<[name: string, scope: Scope, id: string, moved: readonly string[]]>([
  ['a block under another id', inStack, 'WA', ['certificate_pinned_app_exception']],
  [
    'a construct around all',
    (stack) => new Construct(stack, 'Team'),
    'Chat',
    ['certificate_pinned_app_exception', 'configuration', 'non_standard_port'],
  ],
])('%s', (_name, scope, id, moved) => {
  it('is an error of the rules, which names the page', async () => {
    await workspace.apply(blockIn(inStack, 'Chat'));
    const { before, after } = modelsFromPlan(await workspace.planJson(blockIn(scope, id)));
    const errors = checkModel(after, { before }).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toContain('duplicate-name');
    expect(errors.map(({ message }) => message).join('\n')).toContain('docs/guides/refactor.md');
  });

  it('changes nothing once each resource says where it was', async () => {
    await workspace.apply(blockIn(inStack, 'Chat'));
    const state = (await workspace.mustRun('state', 'list')).trim().split('\n');
    const moves = (type: string) =>
      moved.includes(type.replace('netskopesteering_', ''))
        ? state.find((one) => one.startsWith(`${type}.`))
        : undefined;
    const plan = await workspace.planJson(blockIn(scope, id, moves));
    expect(changesOf(plan)).toEqual([]);
    const gone = (plan.resource_changes ?? []).filter(({ change }) => change.actions.includes('delete'));
    expect(gone).toEqual([]);
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
  });
});
