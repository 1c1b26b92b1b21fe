import { RULES } from '../../../steering/rules';
import { describeRules } from '../../../tools/generate/rules/describe-rules';

const page = describeRules(RULES);

it('has a row and a section for every rule, in one order', () => {
  const ids = RULES.map(({ id }) => id);
  expect([...page.matchAll(/^\| \[`([a-z-]+)`\]\(#\1\) \|/gm)].map(([, id]) => id)).toEqual(ids);
  expect([...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, id]) => id)).toEqual(ids);
});

it('shows the wording of every code, with the names of its arguments', () => {
  for (const { messages, severities = {} } of RULES) {
    for (const code of Object.keys(messages)) {
      const severity = severities[code] === undefined ? '' : ` (${severities[code]})`;
      expect(page).toContain(`- \`${code}\`${severity}: `);
    }
  }
  expect(page).toContain('- `port-without-domains`: Port {port} is steered without domains');
  expect(page).not.toMatch(/\bundefined(?!-platform)|\[object/);
});

it('writes stars so that they are read as stars', () => {
  expect(page).toContain('is bypassed for "\\*"');
});
