/** Windows services: a process in session 0 is bypassed even with the action Block, unless a flag is set. [doc R120 503670, 496830] */
import { checkInvariant, compare, decide, known, names, type Decision, type Flow, type Model } from '../../../steering';
import type { AssumptionId } from '../../../steering/domain/assumptions';
import { CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { isWindowsService, WINDOWS_SERVICES } from '../../../steering/catalogue/shared-processes';
import type { PinnedAction } from '../../../steering/model/model';
import { unsaidIn } from '../../../steering/words/narrate';
import type { PlatformName } from '../../../steering/domain/vocabulary';
import { Dice } from '../random/dice';
import { randomWholeFlow } from '../random/random-flow';
import { RandomModel } from '../random/random-model';
import { modelOf, type Stack } from '../rules/stack';

const NONE: AssumptionId = 'not-a-windows-service';
const SPARED: AssumptionId = 'block-spares-windows-services';
const WAY: AssumptionId = 'way-of-windows-services';
const OURS: readonly AssumptionId[] = [NONE, SPARED, WAY];

/** A tool and a known service with one action on every platform, in a default configuration that steers web traffic. */
function tenant(action: PinnedAction | undefined, ...processes: string[]): Model {
  const all = processes.length > 0 ? processes : ['Tool.exe', 'AnyDesk.exe', 'TeamViewer_Service.exe'];
  const stack: Stack = {
    configurations: { '0': { name: 'Default tenant config', isDefault: true } },
    apps: { tool: { name: 'Tool', windows: all, mac_os: all, linux: all } },
    exceptions: {
      tool: {
        in: '0',
        app: 'tool',
        domains: ['example.com'],
        ...(action !== undefined && { windows: action, mac_os: action, linux: action }),
      },
    },
    ports: [],
  };
  return modelOf(stack);
}

function flow(more: Partial<Flow> = {}): Flow {
  return { platform: 'windows', process: 'Tool.exe', host: 'example.com', port: 443, managed: false, ...more };
}

function ours({ assumptions }: Decision): AssumptionId[] {
  return assumptions.filter((id) => OURS.includes(id));
}

type Case = [
  what: string,
  action: PinnedAction,
  flow: Partial<Flow>,
  possible: string,
  assumptions: readonly AssumptionId[],
  unsaid: readonly string[],
];

const BYPASSED = 'bypass_direct bypass_tunnel';
const PERHAPS = `block ${BYPASSED}`;

it.each<Case>([
  ['a process that is said to be none', 'block', { service: false }, 'block', [], []],
  ['a process of which nothing is said', 'block', {}, 'block', [NONE], []],
  ['a service', 'block', { service: true }, BYPASSED, [SPARED, WAY], []],
  [
    'a service on a host that custom app domains do not cover',
    'block',
    { service: true, host: 'other.test' },
    BYPASSED,
    [SPARED, WAY],
    [],
  ],
  [
    'a known service of which nothing is said',
    'block',
    { process: 'AnyDesk.exe' },
    PERHAPS,
    [SPARED, WAY],
    ['service'],
  ],
  [
    'a known service in other case',
    'block',
    { process: 'TEAMVIEWER_SERVICE.EXE' },
    PERHAPS,
    [SPARED, WAY],
    ['service'],
  ],
  ['a known service that is said to be none', 'block', { process: 'AnyDesk.exe', service: false }, 'block', [], []],
  [
    'a known service that is said to be one',
    'block',
    { process: 'AnyDesk.exe', service: true },
    BYPASSED,
    [SPARED, WAY],
    [],
  ],
  ['a service on an unmanaged device', 'bypass_managed_direct', { service: true }, BYPASSED, [SPARED, WAY], []],
  ['a service on a managed device', 'bypass_managed_direct', { service: true, managed: true }, 'bypass_direct', [], []],
  [
    'a known service on a managed device',
    'bypass_managed_tunnel',
    { process: 'AnyDesk.exe', managed: true },
    'bypass_tunnel',
    [],
    [],
  ],
  ['a process on an unmanaged device', 'bypass_managed_tunnel', {}, 'block', [NONE], []],
  ['a bypassed service', 'bypass_direct', { service: true }, 'bypass_direct', [], []],
  ['a bypassed service by tunnel', 'bypass_tunnel', { process: 'AnyDesk.exe' }, 'bypass_tunnel', [], []],
  ['a service bypassed without a mode', 'bypass', { service: true }, BYPASSED, [], []],
  [
    'a service on a host that the bypass does not cover',
    'bypass',
    { service: true, host: 'other.test' },
    'steer',
    [],
    [],
  ],
  ['the same name on macOS', 'block', { platform: 'mac_os', process: 'AnyDesk.exe' }, 'block', [], []],
  ['what is said of a service on macOS', 'block', { platform: 'mac_os', service: true }, 'block', [], []],
  ['what is said of a service on Linux', 'block', { platform: 'linux', service: true }, 'block', [], []],
  ['a service that no rule names', 'block', { process: 'Other.exe', service: true }, 'steer', [], []],
])('decides on Windows services: %s', (_, action, said, possible, assumptions, unsaid) => {
  const decision = decide(tenant(action), flow(said));
  expect(decision.possible.join(' ')).toBe(possible);
  expect(ours(decision).sort()).toEqual([...assumptions].sort());
  expect(unsaidIn(decision)).toEqual(unsaid);
});

it('says nothing of services where the host name is empty, and pinned rules do not apply', () => {
  const decision = decide(tenant('block'), flow({ process: 'AnyDesk.exe', host: '' }));
  expect(decision.outcome).toBe('steer');
  expect(ours(decision)).toEqual([]);
});

it('knows services of the catalogue by names that some entry has, on Windows, each by a source that says so', () => {
  const executables = CATALOGUE_ENTRIES.flatMap(({ executables: { windows = [] } }) =>
    windows.map(({ value }) => value),
  );
  for (const { value, source } of WINDOWS_SERVICES) {
    expect(executables).toContain(value);
    expect(source.confidence).not.toBe('assumed');
  }
  const services = WINDOWS_SERVICES.map(({ value }) => value);
  for (const promised of [
    'TeamViewer_Service.exe',
    'AnyDesk.exe',
    'ScreenConnect.ClientService.exe',
    'tailscaled.exe',
  ]) {
    expect(services).toContain(promised);
    expect(isWindowsService(promised.toUpperCase())).toBe(true);
  }
  expect(isWindowsService('TeamViewer.exe')).toBe(false);
});

/** What a change does on a platform, by process. */
function turnsBy(before: Model, after: Model, platform: PlatformName, service?: boolean): Record<string, string[]> {
  const { changes } = compare(before, after, { platforms: [platform], ...(service !== undefined && { service }) });
  const found: Record<string, string[]> = {};
  for (const { region, turns, witness } of changes.filter((one) => one.witness.transport === 'tcp')) {
    expect(witness.service).toBe(service);
    const key = (region.processes ?? []).map((set) => set.text).join();
    found[key] = [...(found[key] ?? []), ...turns.map((turn) => `${turn.before} > ${turn.after}`)].sort();
  }
  return found;
}

describe('compare', () => {
  it('tells a block of a known service apart from that of other processes', () => {
    expect(turnsBy(tenant(undefined), tenant('block'), 'windows')).toEqual({
      'Tool.exe': ['steer > block'],
      'AnyDesk.exe,TeamViewer_Service.exe': ['steer > block', 'steer > bypass_direct', 'steer > bypass_tunnel'],
    });
    expect(turnsBy(tenant(undefined), tenant('block'), 'mac_os')).toEqual({
      'AnyDesk.exe,TeamViewer_Service.exe,Tool.exe': ['steer > block'],
    });
  });

  it('tells a known service apart that only a pattern matches', () => {
    const regex = ({ apps, ...model }: Model): Model => ({
      ...model,
      apps: apps.map((app) => ({
        ...app,
        platforms: {
          windows: known({ match: known('regex' as const), processes: names('^(?i)team'), domains: names() }),
        },
      })),
    });
    const found = turnsBy(regex(tenant(undefined)), regex(tenant('block')), 'windows');
    expect(found).toEqual({
      '^(?i)team': ['steer > block'],
      'TeamViewer_Service.exe': ['steer > block', 'steer > bypass_direct', 'steer > bypass_tunnel'],
    });
  });

  it('looks at services alone, or at other processes alone, where it is asked to', () => {
    const all = 'AnyDesk.exe,TeamViewer_Service.exe,Tool.exe';
    expect(turnsBy(tenant(undefined), tenant('block'), 'windows', true)).toEqual({
      [all]: ['steer > bypass_direct', 'steer > bypass_tunnel'],
    });
    expect(turnsBy(tenant(undefined), tenant('block'), 'windows', false)).toEqual({ [all]: ['steer > block'] });
  });

  it('sees no change where a block becomes the block of a mode for managed devices, on unmanaged ones', () => {
    const { changes } = compare(tenant('block'), tenant('bypass_managed_direct'), {
      platforms: ['windows'],
      service: true,
    });
    expect(changes.every(({ region }) => region.managed === true)).toBe(true);
  });

  it('loses no change that services have: whatever changes for them, changes for flows that do not say it', () => {
    const dice = new Dice(496_830);
    let seen = 0;
    for (let number = 0; number < 300; number++) {
      const random = new RandomModel(dice, number % 2 === 0 ? 0 : 0.08, 4);
      const before = random.model();
      const after = random.changed(before);
      const platforms = ['windows' as const];
      const plain = compare(before, after, { platforms });
      for (const one of compare(before, after, { platforms, service: true }).eachClass()) {
        if (!one.isChanged) continue;
        seen += 1;
        const { service: _, ...unsaid } = one.sample((count) => dice.below(count));
        if (!plain.classOf(unsaid).isChanged) throw new Error(`pair ${number}: ${JSON.stringify([unsaid, one.turns])}`);
      }
    }
    expect(seen).toBeGreaterThan(250);
  });

  it('parts flows that say it as decisions do', () => {
    const dice = new Dice(503_670);
    for (let number = 0; number < 200; number++) {
      const random = new RandomModel(dice, number % 2 === 0 ? 0 : 0.08, 4);
      const before = random.model();
      const after = random.changed(before);
      const service = dice.chance(0.5);
      const comparison = compare(before, after, { platforms: ['windows'], service });
      const anywhere = Array.from({ length: 3 }, () => ({
        ...randomWholeFlow(dice),
        platform: 'windows' as const,
        service,
      }));
      const sampled = [...comparison.eachClass()].map((one) => one.sample((count) => dice.below(count)));
      for (const asked of [...anywhere, ...sampled]) {
        const found = comparison.classOf(asked);
        const decided = [before, after].map((model) => decide(model, asked).possible);
        expect({ number, possible: [found.before.possible, found.after.possible] }).toEqual({
          number,
          possible: decided,
        });
      }
    }
  });
});

describe('an invariant', () => {
  const CLAIM = { never: 'bypass', platforms: ['windows'] } as const;

  it('holds of processes that are taken for none, and perhaps not of known services', () => {
    expect(checkInvariant(tenant('block', 'Tool.exe'), CLAIM)).toEqual({ holds: true });
    const result = checkInvariant(tenant('block'), CLAIM);
    expect(result).toMatchObject({ holds: false, fails: 'perhaps' });
    expect(result).toHaveProperty('counterexample.process', 'AnyDesk.exe');
  });

  it('is about services alone, or about other processes alone, where it says so', () => {
    expect(checkInvariant(tenant('block'), { ...CLAIM, service: false })).toEqual({ holds: true });
    const result = checkInvariant(tenant('block', 'Tool.exe'), { ...CLAIM, service: true });
    expect(result).toMatchObject({ holds: false, fails: 'certainly', counterexample: { service: true } });
  });
});
