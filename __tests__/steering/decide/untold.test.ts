/** What a tenant does not say, or says in words that are not known here, is not known: nothing is filled in. */
import { decide, modelFromTenant, type Flow, type TenantObjects } from '../../../steering';
import { WEB_CONFIGURATION } from '../../support/web-configuration';

const CONFIGURATION = { ...WEB_CONFIGURATION, priority: '9' };
const APP = {
  id: 'app-1',
  app_name: 'App',
  custom: true,
  platforms: {
    windows: { match: 'exact', processes: ['App.exe'] },
    linux: { match: 'exact', processes: ['App.exe'] },
    ios: { match: 'exact', processes: ['com.app'], domains: [] },
  },
};

interface Changes {
  readonly app?: object;
  readonly action?: unknown;
  readonly ios?: unknown;
  readonly linux?: unknown;
  readonly configurations?: readonly object[];
}

function tenant({ app = APP, action, ios, linux, configurations = [] }: Changes): TenantObjects {
  const exceptionOf = (id: string) => ({
    id,
    type: 'certificate_pinned_app',
    location: null,
    notes: '',
    certificate_pinned_app: { app_id: 'app-1', custom_app_domains: ['*'], windows: action, ios, linux },
  });
  const all = [CONFIGURATION, ...configurations.map((one) => ({ ...CONFIGURATION, ...one }))];
  return {
    apps: [app as TenantObjects['apps'][number]],
    configurations: all,
    ports: Object.fromEntries(all.map(({ config_id }) => [config_id, []])),
    exceptions: { '0': [exceptionOf('x-1')], '1': [] },
  };
}

const flow: Flow = { platform: 'windows', process: 'App.exe', host: 'a.example', port: 443, managed: true };
const decideOn = (changes: Changes, more: Partial<Flow> = {}) =>
  decide(modelFromTenant(tenant(changes)), { ...flow, ...more });

const MANAGED = { action: 'bypass', managed_device: true };
const ANY = { device_classifications: [] };

describe('an action', () => {
  it.each<[action: unknown, onManaged: readonly string[], onOthers: readonly string[], isNamed: boolean]>([
    [{ ...MANAGED, tunnel: false, ...ANY }, ['bypass_direct'], ['block'], false],
    [{ ...MANAGED, ...ANY }, ['bypass_direct', 'bypass_tunnel'], ['block'], true],
    [{ ...MANAGED, tunnel: null, ...ANY }, ['bypass_direct', 'bypass_tunnel'], ['block'], true],
    [{ ...MANAGED, tunnel: false, device_classifications: null }, ['bypass_direct'], ['block'], false],
    // A tenant that does not say which devices it is for may have it for some.
    [{ ...MANAGED, tunnel: false }, ['block', 'bypass_direct'], ['block'], false],
    [{ ...MANAGED }, ['block', 'bypass_direct', 'bypass_tunnel'], ['block'], true],
    [
      { ...MANAGED, tunnel: false, device_classifications: ['Corporate'] },
      ['block', 'bypass_direct'],
      ['block'],
      false,
    ],
    [{ ...MANAGED, tunnel: false, device_classifications: 'Corporate' }, ['block', 'bypass_direct'], ['block'], false],
    [{ ...MANAGED, tunnel: false, device_classifications: [7] }, ['block', 'bypass_direct'], ['block'], false],
    [
      { action: 'bypass', managed_device: false },
      ['bypass_direct', 'bypass_tunnel'],
      ['bypass_direct', 'bypass_tunnel'],
      true,
    ],
    [{ action: 'bypass', tunnel: true, ...ANY }, ['bypass_tunnel'], ['block', 'bypass_tunnel'], true],
    [{ action: 'bypass', tunnel: false, ...ANY }, ['bypass_direct'], ['block', 'bypass_direct'], true],
    [{ action: 'bypass', tunnel: false }, ['block', 'bypass_direct'], ['block', 'bypass_direct'], true],
    [{ action: 'bypass' }, ['bypass_direct', 'bypass_tunnel'], ['bypass_direct', 'bypass_tunnel'], false],
    [{ action: 'block' }, ['block'], ['block'], false],
    [
      { action: 'bypass', managed_device: 'Corporate laptops', tunnel: false },
      ['block', 'bypass_direct', 'bypass_tunnel'],
      ['block', 'bypass_direct', 'bypass_tunnel'],
      false,
    ],
    [{ action: 'steer_and_decrypt' }, ['steer'], ['steer'], false],
    [
      { action: 'of tomorrow' },
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      false,
    ],
    [
      {},
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      false,
    ],
    [
      'block',
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      ['block', 'bypass_direct', 'bypass_tunnel', 'steer'],
      false,
    ],
    [null, ['steer'], ['steer'], false],
  ])('%j', (action, onManaged, onOthers, isNamed) => {
    const [managed, others] = [true, false].map((one) => decideOn({ action }, { managed: one }));
    expect(managed?.possible).toEqual(onManaged);
    expect(others?.possible).toEqual(onOthers);
    expect(managed?.assumptions.includes('option-of-bypass-not-returned')).toBe(isNamed);
  });
});

test.each<[action: unknown, possible: readonly string[]]>([
  [{ action: 'block' }, ['block']],
  [{}, ['block', 'bypass_direct', 'bypass_tunnel']],
  // It is not one of this platform, as far as is known here.
  [{ action: 'steer_and_decrypt' }, ['block', 'bypass_direct', 'bypass_tunnel', 'steer']],
])('an action on Linux: %j', (linux, possible) => {
  expect(decideOn({ linux }, { platform: 'linux' }).possible).toEqual(possible);
});

describe('a definition', () => {
  const on = (platforms: unknown) => ({
    app: { ...APP, platforms },
    action: { action: 'block' },
    ios: { action: 'block' },
  });
  it.each<[what: string, platforms: unknown, more: Partial<Flow>, possible: readonly string[]]>([
    ['that is there', APP.platforms, {}, ['block']],
    ['without its match', { windows: { processes: ['App.exe'] } }, {}, ['block', 'steer']],
    ['without its processes', { windows: { match: 'exact' } }, { process: 'b.exe' }, ['block', 'steer']],
    ['of a form that is not known', { windows: ['App.exe'] }, {}, ['block', 'steer']],
    ['without its domains', { ios: { match: 'exact', processes: [] } }, { platform: 'ios' }, ['block', 'steer']],
    ['that is not there', { ios: APP.platforms.ios }, {}, ['steer']],
    ['on no platform that is told', undefined, {}, ['block', 'steer']],
  ])('%s', (_, platforms, more, possible) => {
    expect(decideOn(on(platforms), more).possible).toEqual(possible);
  });
});

describe('a configuration', () => {
  const custom = { config_id: 1, config_name: 'One', traffic_type: 'none', priority: '1' };
  it.each<[what: string, changes: object, outcomes: readonly string[]]>([
    ['that is the first', custom, ['direct']],
    ['for another system', { ...custom, os_families: ['linux'] }, ['block']],
    ['for a system that is not known here', { ...custom, os_families: ['visionos'] }, ['block', 'direct']],
  ])('%s', (_, changes, outcomes) => {
    const decision = decideOn({ action: { action: 'block' }, configurations: [changes] });
    expect(decision.possible).toEqual(outcomes);
  });

  it.each([[null], ['first'], ['']])('with %j for a priority has none that is known', (priority) => {
    const { configurations } = modelFromTenant(tenant({ configurations: [{ ...custom, priority }] }));
    expect(configurations[1]?.priority.known).toBe(false);
  });
});
