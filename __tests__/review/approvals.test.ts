/** Approvals: what a file of them must say, and where one counts. */
import {
  approvalsFor,
  approvedBy,
  readApprovals,
  render,
  reviewPlans,
  UnreadableApprovals,
  writeApprovals,
  type PlanInput,
  type ReviewOptions,
} from '../../review';
import { app, blocked, DEFAULT, planOf, port } from './support/plan';

const TODAY = '2026-11-24';
const EMEA = 'https://emea.goskope.com/api/v2';
const APAC = 'https://apac.goskope.com/api/v2';
const APP = app('A', ['A.exe']);
const BROADENS = JSON.stringify(
  planOf(
    DEFAULT,
    { type: 'certificate_pinned_app', name: 'a', before: APP, after: APP },
    { name: 'e', after: blocked('e', APP.id, 'bypass_direct', ['a.example']) },
  ),
);

const stack = (name: string): PlanInput => ({ name, source: 'plan.json', plan: BROADENS });
const review = (inputs: readonly PlanInput[], options: Partial<ReviewOptions> = {}) =>
  reviewPlans(inputs, { today: TODAY, serverUrl: EMEA, ...options });
const IDS = review([stack('emea')]).plans[0]!.traffic.map(({ id }) => id);

const FINE = { change: IDS[0], stack: 'emea', tenant: EMEA, reason: 'CHG-1', expires: '2026-12-31' };
const entries = (change: object = {}) => IDS.map((id) => ({ ...FINE, change: id, ...change }));
const file = (...approvals: object[]) => JSON.stringify({ approvals });

/** Whether all changes of each plan are approved, and what became of each approval. */
function judged(approvals: string, inputs = [stack('emea')], options: Partial<ReviewOptions> = {}) {
  return review(inputs, { ...options, approvals }).plans.map((plan) => ({
    approved: plan.traffic.every(({ approval }) => approval !== undefined),
    statuses: [...new Set(plan.approvals.map(({ status }) => status))],
  }));
}

it.each<[what: string, change: object, options: Partial<ReviewOptions>]>([
  ['its tenant', {}, {}],
  ['its tenant, spelled otherwise in the file', { tenant: 'HTTPS://EMEA.goskope.com:443/api/v2/' }, {}],
  ['its tenant, spelled otherwise in the environment', {}, { serverUrl: ' https://emea.GOSKOPE.com/api/v2/ ' }],
  ['the last day that is allowed', { expires: '2027-11-25' }, {}],
])('an approval counts on %s', (_what, change, options) => {
  expect(judged(file(...entries(change)), undefined, options)).toEqual([{ approved: true, statuses: ['used'] }]);
});

it.each<[what: string, change: object, options: Partial<ReviewOptions>]>([
  ['the same code on another tenant', {}, { serverUrl: APAC }],
  ['a tenant that nobody knows', {}, { serverUrl: '' }],
  ['another stack on the same tenant', { stack: 'apac' }, {}],
  ['another path of the same server', { tenant: 'https://emea.goskope.com/api/v3' }, {}],
])('an approval does not count for %s', (_what, change, options) => {
  expect(judged(file(...entries(change)), undefined, options)).toEqual([{ approved: false, statuses: ['elsewhere'] }]);
});

it('an approval never serves two stacks in one call', () => {
  expect(judged(file(...entries()), [stack('emea'), stack('apac')])).toEqual([
    { approved: true, statuses: ['used'] },
    { approved: false, statuses: ['elsewhere'] },
  ]);
  const both = [...entries(), ...entries({ stack: 'apac' })];
  expect(judged(file(...both), [stack('emea'), stack('apac')]).map(({ approved }) => approved)).toEqual([true, true]);
});

it('an approval is for the tenant in the code, where one is written there', () => {
  const plan = JSON.parse(BROADENS);
  const server_url = { constant_value: APAC };
  plan.configuration.provider_config = { netskopesteering: { expressions: { server_url } } };
  const input = { ...stack('emea'), plan: JSON.stringify(plan) };
  expect(judged(file(...entries()), [input])[0]?.approved).toBe(false);
  expect(judged(file(...entries({ tenant: APAC })), [input])[0]?.approved).toBe(true);
});

it('an approval counts on its own tenant where a plan acts on several', () => {
  const plan = JSON.parse(BROADENS);
  const two = { alias: 'two', expressions: { server_url: { constant_value: APAC } } };
  plan.configuration.provider_config = { netskopesteering: {}, 'netskopesteering.two': two };
  const placed = plan.resource_changes.map(({ address }: { address: string }) => ({
    address,
    provider_config_key: 'netskopesteering.two',
  }));
  plan.configuration.root_module = { resources: placed };
  const input = { ...stack('emea'), plan: JSON.stringify(plan) };
  expect(judged(file(...entries()), [input])[0]?.approved).toBe(false);
  expect(judged(file(...entries({ tenant: APAC })), [input])[0]?.approved).toBe(true);
});

it.each<[what: string, text: string, says: RegExp]>([
  ['what is no JSON', '{', /^The approvals are not JSON\. Write \{"approvals": \[\{"change"/],
  ['another form', '[]', /no list "approvals"/],
  ['no list', '{}', /no list "approvals"/],
  [
    'a field beside the list',
    JSON.stringify({ approvals: [], stack: 'emea' }),
    /The approvals: "stack" means nothing there/,
  ],
  ['no change', file({}), /approvals\[0\] names no change/],
  [
    'an approval of the older form',
    file({ change: FINE.change, reason: 'x', expires: '2026-12-31' }),
    /approvals\[0\] names no stack and no tenant\. .* add "stack" and "tenant" .*"stack": "emea", "tenant": "https:\/\/emea\.goskope\.com\/api\/v2"/,
  ],
  ['a tenant without a stack', file({ ...FINE, stack: '' }), /names no stack\./],
  ['a tenant that is no address', file({ ...FINE, tenant: 'emea' }), /a tenant that is no address/],
  ['no reason', file({ ...FINE, reason: ' ' }), /gives no reason/],
  ['a day that no calendar has', file({ ...FINE, expires: '2026-02-30' }), /no last day/],
  ['a leap day of a common year', file({ ...FINE, expires: '2027-02-29' }), /no last day/],
  ['a day of another spelling', file({ ...FINE, expires: '31.12.2026' }), /no last day/],
  ['a time', file({ ...FINE, expires: '2026-12-31T00:00:00Z' }), /no last day/],
  [
    'more than a year',
    file({ ...FINE, expires: '2027-11-26' }),
    /would count until 2027-11-26\. The latest last day that is allowed on 2026-11-24 is 2027-11-25\./,
  ],
  ['for ever', file({ ...FINE, expires: '9999-12-31' }), /is 2027-11-25/],
  [
    'a field that is unknown',
    file({ ...FINE, expired: '2026-12-31' }),
    /approvals\[0\]: "expired" means nothing there/,
  ],
  ['the same change twice', file(FINE, { ...FINE, reason: 'again' }), /approvals\[1\] approves once more/],
  [
    'the same change twice, spelled otherwise',
    file(FINE, { ...FINE, tenant: 'https://EMEA.goskope.com/api/v2/' }),
    /approvals\[1\] approves once more/,
  ],
])('refuses a file with %s', (_what, text, says) => {
  const refused = () => review([stack('emea')], { approvals: text });
  expect(refused).toThrow(UnreadableApprovals);
  expect(refused).toThrow(says);
});

it('a review prints what to write, and nothing where all is approved', () => {
  const text = (options: Partial<ReviewOptions>) =>
    render(review([stack('emea')], options), 'terminal', { version: '0' });
  expect(text({})).toContain(
    `to approve  a change by its id, write: {"change": "ID OF A CHANGE", "stack": "emea", "tenant": "${EMEA}", "reason": "WHY", "expires": "YYYY-MM-DD"}`,
  );
  expect(text({ serverUrl: '' })).toContain('set NETSKOPE_SERVER_URL to the tenant of the plan');
  expect(text({ approvals: file(...entries()) })).not.toContain('to approve');
});

describe('what is accepted of a review', () => {
  const wish = { what: [], gates: ['broadening'] as const, reason: 'CHG-9', expires: '2026-12-31' };
  const place = { stack: 'emea', tenant: EMEA };

  it('counts as if it had been there when the review was made', () => {
    const there = file({ ...FINE, change: '0'.repeat(32) }, { ...FINE, reason: 'x'.repeat(600) });
    const first = review([stack('emea')], { approvals: there });
    const { text, added } = writeApprovals(there, approvalsFor(first, wish, TODAY), TODAY);
    expect(added).toBe(IDS.length - 1);
    const fresh = review([stack('emea')], { approvals: text });
    expect(approvedBy(first, readApprovals(text, TODAY, place), TODAY)).toEqual(fresh);
    expect(fresh.plans[0]?.traffic.every(({ approval }) => approval !== undefined)).toBe(true);
  });

  it('is approved on the tenant on which it happens, where a plan acts on several', () => {
    const plan = JSON.parse(BROADENS);
    const two = { alias: 'two', expressions: { server_url: { constant_value: APAC } } };
    plan.configuration.provider_config = { netskopesteering: {}, 'netskopesteering.two': two };
    const bypass = plan.resource_changes.find(({ address }: { address: string }) => address.endsWith('.e'));
    const placed = (address: string, provider_config_key: string) => ({ address, provider_config_key });
    plan.configuration.root_module = {
      resources: plan.resource_changes.map(({ address }: { address: string }) =>
        placed(address, address === bypass.address ? 'netskopesteering.two' : 'netskopesteering'),
      ),
    };
    const report = review([{ ...stack('emea'), plan: JSON.stringify(plan) }]);
    const approvals = approvalsFor(report, wish, TODAY);
    expect([...new Set(approvals.map(({ tenant }) => tenant))]).toEqual([APAC]);
  });

  it.each([
    ['an empty file of one line', '{"approvals":[]}'],
    ['a list over several lines', '{\n  "approvals": [\n  ]\n}\n'],
    ['a list that is named twice', '{"approvals": [{}, "x"], "approvals": [ ]}'],
    ['nothing at all', undefined],
  ])('comes into %s as a file that is read, and is not written twice', (_what, text) => {
    const entries = approvalsFor(review([stack('emea')]), wish, TODAY);
    const written = writeApprovals(text, entries, TODAY);
    expect(readApprovals(written.text, TODAY, place)).toEqual(entries);
    expect(writeApprovals(written.text, entries, TODAY)).toEqual({ text: written.text, added: 0, changed: 0 });
    const lines = entries.map((entry) => JSON.stringify(entry, undefined, 2).replaceAll('\n', '\n    '));
    expect(written.text).toContain(`[\n    ${lines.join(',\n    ')}\n  ]`);
  });
});

it('accepts of a port entry also what it causes together with the block of an app', () => {
  const app1 = app('Other', ['Other.exe']);
  const plan = planOf(
    DEFAULT,
    { type: 'certificate_pinned_app', name: 'other', after: app1 },
    { name: 'other', after: blocked('other', app1.id) },
    { type: 'non_standard_port', name: 'own', after: port(8443, ['own.example']) },
  );
  const report = reviewPlans([{ name: 'emea', source: 'plan.json', plan: JSON.stringify(plan) }], {
    today: '2026-11-24',
    serverUrl: 'https://emea.goskope.com/api/v2',
  });
  const what = ['netskopesteering_non_standard_port.own'];
  const picked = approvalsFor(report, { what, gates: [], reason: 'CHG-1', expires: '2026-12-31' }, '2026-11-24');
  const blocks = report.plans[0]!.traffic.filter(
    ({ before, after }) => before.outcome === 'direct' && after.outcome === 'block',
  );
  expect(blocks.length).toBeGreaterThan(0);
  expect(picked.map(({ change }) => change)).toEqual(expect.arrayContaining(blocks.map(({ id }) => id)));
});
