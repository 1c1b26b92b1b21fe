/** What may become of names and patterns with a comma. */
import {
  modelFromTenant,
  decide,
  compare,
  checkInvariant,
  describeDecision,
  type Flow,
  type TenantObjects,
} from '../../../steering';
import { matchElement, readElement } from '../../../steering/domain/processes';
import { WEB_CONFIGURATION } from '../../support/web-configuration';

it.each<[kind: 'exact' | 'regex', element: string, parts: readonly string[]]>([
  ['exact', 'Viber.exe', ['Viber.exe']],
  ['exact', 'Vib,er', ['Vib', 'er']],
  ['exact', 'a.exe, b.exe,, c.exe,', ['a.exe', 'b.exe', 'c.exe']],
  ['exact', 'a{1,2}', ['a{1', '2}']],
  ['regex', '^a$, ^b$', ['^a$', '^b$']],
  ['regex', '^Sig(nal){1,2}\\.exe$', []],
  ['regex', '^a{1,}$', []],
  ['regex', 'a{1,2}b{3,4}', []],
  ['regex', 'Zoom\\.exe|Teams.{0,3}', ['Zoom\\.exe']],
  ['regex', 'Zoom|(a|b).{0,3}x|y', ['Zoom', 'y']],
  ['regex', 'a{1,2}|b|c{3,4}', ['b']],
  ['regex', '[a,b]c', ['b]c']],
  ['regex', '(a,b)', []],
  ['regex', '(a|b{1,2})|c', []],
  ['regex', 'x,*y', ['x']],
  ['regex', 'a\\,b', ['b']],
  ['regex', 'a(?=x),b', ['a(?=x)', 'b']],
  ['regex', '(?=a,b)', []],
  ['regex', '(*UTF8)a,b', ['(*UTF8)a', 'b']],
])('%s %s, split: %j', (kind, element, parts) => {
  expect(readElement(kind, element, 'split')).toEqual(parts);
  expect(readElement(kind, element, 'kept')).toEqual([element]);
});

it.each<[kind: 'exact' | 'regex', element: string, process: string, verdict: string]>([
  ['exact', 'Vib,er', 'Vib', 'unknown'],
  ['exact', 'Vib,er', 'VIB,ER', 'unknown'],
  ['exact', 'Vib,er', 'Viber', 'no'],
  ['regex', '^Sig(nal){1,2}\\.exe$', 'Signal.exe', 'unknown'],
  ['regex', '^Sig(nal){1,2}\\.exe$', 'Zoom.exe', 'no'],
  ['regex', 'Zoom\\.exe|Teams.{0,3}', 'Zoom.exe', 'yes'],
  ['regex', 'Zoom\\.exe|Teams.{0,3}', 'Teams.exe', 'unknown'],
  ['regex', 'Zoom\\.exe|Teams.{0,3}', 'ZOOM.EXE', 'unknown'],
])('%s %s on %s: %s', (kind, element, process, verdict) => {
  expect(matchElement(kind, element, process)).toBe(verdict);
});

interface App {
  readonly match: 'exact' | 'regex';
  readonly processes: readonly string[];
  readonly action?: 'block' | 'bypass';
}

/** A tenant in mode web on which some apps have an exception each. */
function tenant(...apps: readonly App[]): TenantObjects {
  return {
    apps: apps.map(({ match, processes }, index) => ({
      id: `app-${index}`,
      app_name: `App ${index}`,
      custom: true,
      platforms: { windows: { match, processes } },
    })),
    configurations: [WEB_CONFIGURATION],
    ports: { '0': [] },
    exceptions: {
      '0': apps.map(({ action = 'block' }, index) => ({
        id: `x-${index}`,
        type: 'certificate_pinned_app',
        location: null,
        notes: '',
        certificate_pinned_app: { app_id: `app-${index}`, custom_app_domains: ['*'], windows: { action } },
      })),
    },
  };
}

const flowOf = (process: string): Flow => ({ platform: 'windows', process, host: 'signal.org', port: 443 });

describe('a decision', () => {
  it.each<[process: string, outcome: string, isNamed: boolean]>([
    ['Signal.exe', 'unknown', true],
    ['Signalnal.exe', 'unknown', true],
    ['Vib', 'unknown', true],
    ['vib,er', 'unknown', true],
    ['Telegram.exe', 'block', false],
    ['chrome.exe', 'steer', false],
  ])('on %s: %s', (process, outcome, isNamed) => {
    const model = modelFromTenant(
      tenant(
        { match: 'regex', processes: ['^Sig(nal){1,2}\\.exe$'] },
        { match: 'exact', processes: ['Vib,er', 'Telegram.exe'] },
      ),
    );
    const decision = decide(model, flowOf(process));
    expect(decision.outcome).toBe(outcome);
    expect(decision.possible).toEqual(outcome === 'unknown' ? ['block', 'steer'] : [outcome]);
    expect(decision.assumptions.includes('comma-in-process')).toBe(isNamed);
    expect(describeDecision(decision, flowOf(process)).includes('comma-in-process]')).toBe(isNamed);
  });

  it('is known where both readings end in the same', () => {
    const one = tenant({ match: 'regex', processes: ['Zoom\\.exe|Teams.{0,3}'] });
    expect(decide(modelFromTenant(one), flowOf('Zoom.exe')).outcome).toBe('block');
    // By one exception where commas are kept, by the other where they are split.
    const two = tenant({ match: 'exact', processes: ['Vib,er'] }, { match: 'regex', processes: ['x,^Vib'] });
    expect(decide(modelFromTenant(two), flowOf('Vib,er')).outcome).toBe('block');
  });

  it('names an element as it is written', () => {
    const model = modelFromTenant(tenant({ match: 'exact', processes: ['Vib,er'] }));
    expect(describeDecision(decide(model, flowOf('er')), flowOf('er'))).toContain(
      'may match by the process "Vib,er": block',
    );
  });
});

it('a comparison says what may change, and in which reading', () => {
  const [before, after] = [tenant(), tenant({ match: 'exact', processes: ['Vib,er'] })].map(modelFromTenant);
  const { changes } = compare(before!, after!, { platforms: ['windows'] });
  const told = changes.flatMap(({ region, before: was, after: becomes, readings = [] }) =>
    readings.map(({ commas, after: then }) => {
      const processes = region.processes?.map(({ text }) => text).join(' and ');
      return `${region.transport} ${processes}: ${was.outcome} -> ${becomes.possible.join()}; ${commas}: ${then.possible.join()}`;
    }),
  );
  expect(told.sort()).toEqual([
    'tcp Vib and er: steer -> block,steer; split: block',
    'tcp Vib,er: steer -> block,steer; kept: block',
    'udp Vib and er: unknown -> block,steer,direct; split: block,direct',
    'udp Vib,er: unknown -> block,steer,direct; kept: block,direct',
  ]);
});

it.each<[process: string, fails: string | undefined]>([
  ['Signal.exe', 'perhaps'],
  ['Telegram.exe', 'certainly'],
  ['chrome.exe', undefined],
])('an invariant that %s is never blocked fails: %s', (process, fails) => {
  const model = modelFromTenant(
    tenant({ match: 'regex', processes: ['^Sig(nal){1,2}\\.exe$'] }, { match: 'exact', processes: ['Telegram.exe'] }),
  );
  const result = checkInvariant(model, { never: 'block', processes: [process], platforms: ['windows'] });
  expect(result.holds ? undefined : result.fails).toBe(fails);
});
