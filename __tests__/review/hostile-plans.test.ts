/** What nobody meant to review: damaged, foreign and hostile plans. Each is refused in a sentence, or does nothing anywhere. */
import { FORMATS, render, reviewPlans, type Format } from '../../review';
import { UnreadablePlan } from '../../steering';
import { app, blocked, DEFAULT, planOf, port } from './support/plan';

const review = (plan: string, stack?: string) =>
  reviewPlans([{ name: 'plan', source: 'plan.json', plan, ...(stack !== undefined && { stack }) }], {
    today: '2026-11-24',
  });

/** A plan, for whoever wants to spoil a part of it. */
type Damaged = ReturnType<typeof JSON.parse>;

const fine = planOf(DEFAULT, { name: 'one', after: blocked('one', 'app-A') });
const changed = (change: (plan: Damaged) => void): string => {
  const plan: Damaged = structuredClone(fine);
  change(plan);
  return JSON.stringify(plan);
};
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const REFUSED: readonly (readonly [what: string, plan: string, says: RegExp])[] = [
  ['nothing', '', /It is empty/],
  ['white space', ' \n', /It is empty/],
  [
    'a text',
    'Terraform will perform the following actions',
    /It is not JSON; what "terraform plan -out" writes has to be shown/,
  ],
  ['a plan that was cut off', JSON.stringify(fine).slice(0, -20), /was it cut off\?/],
  ['null', 'null', /some other JSON/],
  ['a list', '[]', /some other JSON/],
  ['an object of another kind', '{"a":1}', /some other JSON/],
  ['a state', '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}', /a state in JSON/],
  ['schemas of providers', '{"format_version":"1.0","provider_schemas":{}}', /lacks "planned_values"/],
  ['an unknown major version', changed((plan) => (plan.format_version = '2.0')), /has the format "2\.0".*Use a newer/],
  ['no version at all', changed((plan) => delete plan.format_version), /some other JSON/],
  ['a plan that failed', changed((plan) => (plan.errored = true)), /marks it as errored/],
  ['changes that are no list', changed((plan) => (plan.resource_changes = {})), /damaged: resource_changes/],
  ['a change that is null', changed((plan) => (plan.resource_changes[0] = null)), /damaged: resource_changes\[0\]/],
  [
    'an address that is a number',
    changed((plan) => (plan.resource_changes[1].address = 7)),
    /resource_changes\[1\]\.address/,
  ],
  [
    'actions that are no list',
    changed((plan) => (plan.resource_changes[0].change.actions = 'create')),
    /change\.actions/,
  ],
  ['an object that is a text', changed((plan) => (plan.resource_changes[0].change.after = 'x')), /change\.after/],
  ['paths that are none', changed((plan) => (plan.resource_changes[0].change.replace_paths = [7])), /replace_paths/],
  ['drift that is a text', changed((plan) => (plan.resource_drift = 'x')), /damaged: resource_drift/],
  ['a prior state that is a list', changed((plan) => (plan.prior_state = [])), /damaged: prior_state/],
  [
    'resources that are none',
    changed((plan) => (plan.prior_state.values.root_module.resources = [7])),
    /prior_state, resources/,
  ],
  [
    'what is too deep to be real',
    changed((plan) => (plan.prior_state.x = 0)).replace('"x":0', `"x":${deep(100_000)}`),
    /nested more than 200 deep/,
  ],
  [
    'unknown values that are too deep',
    changed((plan) => (plan.resource_changes[0].change.after_unknown = 0)).replace(
      '"after_unknown":0',
      `"after_unknown":${deep(5_000)}`,
    ),
    /nested more than 200 deep/,
  ],
  [
    'a name of 10 MB',
    changed((plan) => (plan.resource_changes[1].change.after.notes = 'x'.repeat(10_000_000))),
    /a text of 10000000 characters/,
  ],
];

it.each(REFUSED)('%s is refused, in words', (_what, plan, says) => {
  const refused = () => review(plan);
  expect(refused).toThrow(UnreadablePlan);
  expect(refused).toThrow(says);
});

it('a stack that is none is refused, and names the file', () => {
  for (const stack of ['', '[]', '{'])
    expect(() => review(JSON.stringify(fine), stack)).toThrow(/cdk\.tf\.json beside the plan is not what synth writes/);
});

it('of several plans, says which one is refused', () => {
  const inputs = ['good', 'bad'].map((name) => ({
    name,
    source: '',
    plan: name === 'good' ? JSON.stringify(fine) : '{}',
  }));
  expect(() => reviewPlans(inputs, { today: '2026-11-24' })).toThrow(/^bad: This is no plan/);
});

it('a plan of other providers says nothing about traffic, and says so', () => {
  const [plan] = review(JSON.stringify(planOf({ type: 'aws', name: 'x', after: { a: 'x'.repeat(10_000_000) } }))).plans;
  expect(plan).toMatchObject({ verdict: 'no_traffic_change', counts: { create: 1 } });
  expect(plan?.reservations[0]).toContain('no resources of the provider netskopesteering');
  expect(JSON.stringify(plan).length).toBeLessThan(10_000);
});

it('names such as __proto__ are names like any other', () => {
  const plan = JSON.stringify(
    planOf(DEFAULT, {
      type: 'certificate_pinned_app',
      name: 'constructor',
      after: { ...app('__proto__', ['toString']), LATER: 1 },
    }),
  ).replaceAll('"LATER":1', '"__proto__":{"polluted":true}');
  const { plans } = review(plan);
  expect(plans[0]?.changes[0]?.changes).toContainEqual({ attribute: '__proto__.polluted', after: 'true' });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Each would do something somewhere, if it were not made inert. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '`code` **bold** [link](https://evil.example) ![image](https://evil.example/x.png)',
  '``` fence',
  '@octocat #1 !2 $3 ~label owner/repo#4 https://evil.example www.evil.example',
  '| a | table | row',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link',
  '\u202Egnp.exe\u2066\u200B\u00A0\uFEFF',
  'line one\r\n# line two\n\n- item',
  '</details><h1>title</h1><!-- comment',
  '{{ template }} ${{ secrets.TOKEN }} %s %0A::error::injected',
  'GH-1 (TRACKER-22), "GH-3": 0ddba11 defaced1.',
];

const attacked = () => {
  const made = ATTACKS.flatMap((attack, index) => [
    { type: 'certificate_pinned_app', name: `a["${attack}"]`, after: app(attack, [attack, `${index}.exe`]) },
    {
      name: `e["${attack}"]`,
      after: { ...blocked(`e${index}`, `app-${attack}`, 'bypass_direct', [`h${index}.example`]), notes: attack },
    },
  ]);
  const plan = planOf(DEFAULT, ...made, { type: 'non_standard_port', name: 'p', after: port(5222, []) });
  return review(JSON.stringify(plan));
};

describe('what others wrote does nothing', () => {
  let texts: Readonly<Record<Format, string>>;
  beforeAll(() => {
    const report = attacked();
    texts = Object.fromEntries(
      FORMATS.map((format) => [format, render(report, format, { version: '0' })]),
    ) as typeof texts;
  });

  it.each(FORMATS)('in %s no control, bidirectional or invisible character is left', (format) => {
    expect(texts[format].match(/[^\P{C}\n]|[\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu)).toBeNull();
  });

  it('in JSON it is all there, as it was', () => {
    const report = JSON.parse(texts.json);
    expect(JSON.stringify(report)).toContain(JSON.stringify(JSON.stringify(ATTACKS[7])).slice(3, -3));
    JSON.parse(texts.sarif);
  });

  it('in HTML there is no element and no attribute of theirs', () => {
    expect(texts.html.match(/<(script|img|h1|!--)[^<]*/g)?.filter((tag) => !tag.startsWith('<h1>Netskope'))).toEqual(
      [],
    );
    expect(texts.html.match(/onerror=(?!alert\(1\)&gt;)/)).toBeNull();
  });

  it('in Markdown it stands in code spans, or is letters', () => {
    const outside = withoutCode(texts.markdown);
    expect(outside).not.toMatch(/@|#\d|https?:|www\.|secrets|injected|<script|<img|<h1|<!--|!\[|\]\(/);
    expect(outside).not.toMatch(/GH-|TRACKER-|0ddba11|defaced1/);
    // Our own folds, and no others.
    expect((outside.match(/<\/details>/g) ?? []).length).toBe((outside.match(/<details>/g) ?? []).length);
    expect(outside.split('\n').filter((line) => line.startsWith('# ') || line.startsWith('- item'))).toEqual([]);
  });

  it('in SARIF there are no links', () => {
    for (const { message } of JSON.parse(texts.sarif).runs[0].results) expect(message.text).not.toMatch(/(^|[^\\])\[/);
  });
});

/** The text without its code spans, as CommonMark finds them: a run of backticks up to the next run as long. */
function withoutCode(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, ' '))
    .join('\n');
}
