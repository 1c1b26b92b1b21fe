/** What is decided where a tenant holds patterns that RE2 does not run, or that no engine compiles. */
import {
  checkInvariant,
  checkModel,
  compare,
  decide,
  describeDecision,
  modelFromTenant,
  type Flow,
  type Model,
} from '../../../steering';
import { WEB_CONFIGURATION } from '../../support/web-configuration';

/** A tenant in mode web that blocks an app of some patterns on Windows. */
function blocking(processes: readonly string[]): Model {
  const platforms = { windows: { match: 'regex', processes } };
  const app = { id: 'app-1', app_name: 'A', custom: true, platforms };
  const pinned = { app_id: app.id, custom_app_domains: ['*'], windows: { action: 'block' } };
  const type = 'certificate_pinned_app';
  const exception = { id: 'x-1', type, location: null, notes: '', certificate_pinned_app: pinned };
  return modelFromTenant({
    apps: [app],
    configurations: [WEB_CONFIGURATION],
    ports: { '0': [] },
    exceptions: { '0': [exception] },
  });
}

const flowOf = (process: string): Flow => ({ platform: 'windows', process, host: 'signal.org', port: 443 });

const OUTSIDE = 'patterns-outside-re2';
const BROKEN = 'broken-patterns';
const BESIDE = 'beside-broken-patterns';

it.each<[patterns: readonly string[], process: string, outcome: string, named: readonly string[]]>([
  // The vendor's own sample, which does the opposite of what it is for: nothing is said of it.
  [['^(?!.com\\.microsoft\\.emmx).*$'], 'com.microsoft.emmx', 'unknown', [OUTSIDE]],
  [['^(?!.com\\.microsoft\\.emmx).*$'], 'chrome.exe', 'unknown', [OUTSIDE]],
  [['(a)\\1'], 'aa', 'unknown', [OUTSIDE]],
  [['a{,3}b'], 'b', 'unknown', [OUTSIDE]],
  [['^([a-zA-Z0-9_\\-\\]+).exe'], 'a.exe', 'unknown', [BROKEN]],
  [['('], 'a.exe', 'unknown', [BROKEN]],
  [['(', 'a(?=b)'], 'a.exe', 'unknown', [OUTSIDE, BROKEN, BESIDE]],
  [['^Signal', 'a(?=b)'], 'Signal.exe', 'block', []],
  [['^Signal', '('], 'Signal.exe', 'block', [BESIDE]],
  [['^Signal', '('], 'Zoom.exe', 'unknown', [BROKEN]],
  [['^Signal'], 'Zoom.exe', 'steer', []],
])('%j decides %s: %s, by %j', (patterns, process, outcome, named) => {
  const decision = decide(blocking(patterns), flowOf(process));
  expect(decision.outcome).toBe(outcome);
  expect(decision.possible).toEqual(outcome === 'unknown' ? ['block', 'steer'] : [outcome]);
  const ids = decision.assumptions.filter((id) => [OUTSIDE, BROKEN, BESIDE].includes(id));
  expect([...ids].sort()).toEqual([...named].sort());
  for (const id of named) expect(describeDecision(decision, flowOf(process))).toContain(id);
});

describe.each(['a(?=b)', '(a)\\1', 'a{,3}', '(', '^([a-z\\-\\]+).exe'])('%s', (pattern) => {
  it('may break an invariant', () => {
    const invariant = { never: 'block', processes: ['ab'], platforms: ['windows'] } as const;
    const result = checkInvariant(blocking([pattern]), invariant);
    expect(result.holds ? undefined : result.fails).toBe('perhaps');
  });

  it.each<[what: string, before: readonly string[], after: readonly string[], turn: string]>([
    ['comes', [], [pattern], 'steer -> unknown'],
    ['goes', [pattern], [], 'unknown -> steer'],
    ['comes beside another', ['b'], ['b', pattern], 'steer -> unknown'],
    ['gives way to a name', [pattern], ['^ab$'], 'unknown -> block'],
  ])('is a change of what it may match where it %s', (_, before, after, turn) => {
    const { changes, complete } = compare(blocking(before), blocking(after), { platforms: ['windows'] });
    expect(complete).toBe(true);
    expect(changes.map((change) => `${change.before.outcome} -> ${change.after.outcome}`)).toContain(turn);
  });

  it('is no reason for a guardrail to speak, or to fail', () => {
    const codes = checkModel(blocking([pattern])).findings.map(({ code }) => code);
    expect(codes.filter((code) => /pattern-hits|missing|helper|shared|rule-failed/.test(code))).toEqual([]);
  });
});
