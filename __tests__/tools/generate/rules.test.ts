import { RULES } from '../../../steering/rules';
import { describeRules, tellOfExamples } from '../../../tools/generate/rules/describe-rules';
import { GROUPS } from '../../../tools/generate/rules/groups';

let page = '';
let sections: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  page = describeRules(RULES, await tellOfExamples(RULES));
  sections = new Map(
    page
      .split(/^(?=##+ )/m)
      .filter((text) => text.startsWith('### '))
      .map((text) => [text.slice('### '.length, text.indexOf('\n')), text] as const),
  );
});

it('has every rule in one group', () => {
  const grouped = GROUPS.flatMap(({ rules }) => rules);
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const { id } of RULES) expect(grouped).toContain(id);
});

it('has a row, a section and a place in the contents for every rule', () => {
  const ids = RULES.map(({ id }) => id).sort();
  expect([...page.matchAll(/^\| \[`([a-z-]+)`\]\(#\1\) \|/gm)].map(([, id]) => id).sort()).toEqual(ids);
  expect([...sections.keys()].sort()).toEqual(ids);
  for (const id of ids) expect(page).toMatch(new RegExp(`^- \\[.*\\(#${id}\\)`, 'm'));
});

it('leads from the contents to the headings of the groups', () => {
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
  const links = [...page.matchAll(/^- \[[^\]]*\]\(#([a-z-]+)\):/gm)].map(([, anchor]) => anchor);
  expect(links).toHaveLength(GROUPS.length);
  for (const anchor of links) expect(headings).toContain(anchor);
});

it('shows of each rule what goes wrong, how it looks, what to write, and where it speaks', () => {
  for (const { id, title, rationale, source, example, ofOneObject } of RULES) {
    const section = sections.get(id);
    for (const text of [`**${title}.**`, rationale, `Source: ${source}.`]) expect(section).toContain(text);
    if (example !== undefined) {
      expect(section).toContain(`How it looks:\n\n\`\`\`hcl\n${example.wrong}\n\`\`\``);
      expect(section).toContain(`What to write:\n\n\`\`\`hcl\n${example.right}\n\`\`\``);
    }
    expect(section?.includes('`terraform plan` tells it')).toBe(ofOneObject === true);
  }
});

it('shows the wording of every code, with the names of its arguments', () => {
  for (const { id, severity, messages, severities = {} } of RULES) {
    for (const code of Object.keys(messages)) {
      const own = severities[code] ?? severity;
      expect(sections.get(id)).toContain(`- \`${code}\`${own === severity ? '' : ` (${own})`}: `);
    }
  }
  expect(page).toContain('- `port-without-domains`: Port {port} is steered without domains');
  expect(page).not.toMatch(/\bundefined(?!-platform)|\[object/);
});

it('shows what a rule says of its example', () => {
  expect(sections.get('standard-port')).toContain(
    'What it says of that:\n\n> Port 443 is listed among the non-standard ports, but is steered as web traffic anyway.',
  );
  for (const [id, { example }] of RULES.map((rule) => [rule.id, rule] as const))
    if (example !== undefined) expect(sections.get(id)).toMatch(/What it says of that:\n\n> \S/);
});

it('shows the argument of a message that takes a list', () => {
  const [rule] = RULES;
  const messages = {
    listed: ({ names }: { names: readonly string[] }) => `It names ${names.map((one) => `"${one}"`).join()}.`,
  };
  expect(describeRules([{ ...rule!, messages }], new Map())).toContain('- `listed`: It names "{names}".');
});

it('shows what was said of the example where a message takes more than texts', () => {
  const [rule] = RULES;
  const words = { a: 'one' } as const;
  const messages = { other: ({ kind }: { kind: 'a' }) => `It is ${words[kind].length} long.` };
  const described = (told: [string, string][]) => describeRules([{ ...rule!, messages }], new Map(told));
  expect(described([['other', 'It is 3 long.']])).toContain('- `other`: It is 3 long.');
  expect(described([])).toContain('- `other`: what it says depends on what is found.');
});

it('writes stars so that they are read as stars', () => {
  expect(page).toContain('is bypassed for "\\*"');
});

it('says in the table that a rule has findings of several severities', () => {
  expect(page).toMatch(/^\| \[`configuration-order`\]\(#configuration-order\) \| error, warning, info \|/m);
});
