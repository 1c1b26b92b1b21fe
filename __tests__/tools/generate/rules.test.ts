import { RULES } from '../../../steering/rules';
import { MESSAGES } from '../../../steering/rules/messages';
import { describeRules } from '../../../tools/generate/rules/describe-rules';

const page = describeRules(RULES);

it('has a row and a section for every rule, in one order', () => {
  const ids = RULES.map(({ id }) => id);
  expect([...page.matchAll(/^\| \[`([a-z-]+)`\]\(#\1\) \|/gm)].map(([, id]) => id)).toEqual(ids);
  expect([...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, id]) => id)).toEqual(ids);
});

it('shows the wording of every code, with the names of its arguments', () => {
  for (const { codes, severities = {} } of RULES) {
    for (const code of codes) {
      const severity = severities[code] === undefined ? '' : ` (${severities[code]})`;
      expect(page).toContain(`- \`${code}\`${severity}: `);
    }
  }
  expect(page).toContain('- `port-without-domains`: Port {port} of "{configuration}" is steered without domains');
  expect(page).not.toMatch(/\bundefined(?!-platform)|\[object/);
});

it('leaves out no code but those of the runner', () => {
  const own = new Set<string>(RULES.flatMap(({ codes }) => codes));
  const others = Object.keys(MESSAGES).filter((code) => !own.has(code));
  expect(others).toEqual(['rule-failed', 'suppression/no-reason', 'suppression/unknown-rule', 'suppression/unused']);
});

it('writes stars so that they are read as stars', () => {
  expect(page).toContain('is bypassed in "{configuration}" for "\\*"');
});
