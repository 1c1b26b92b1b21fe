/** Realistic stacks, of which the guardrails find nothing, and mistakes that are each one small change of one of these. */
import { checkModel } from '../../../steering/rules';
import { modelOfHcl } from './hcl';
import { MISTAKES, type Mistake } from './seeded/mistakes';
import { REALISTIC } from './seeded/realistic';

const found = async (text: string) => checkModel(await modelOfHcl(text)).findings;

/** Makes the one change. Something that is nowhere in a stack, or in several places, is no mistake that can be made. */
function changed([stack, replaced, by]: Mistake): string {
  const text = REALISTIC[stack] ?? '';
  if (replaced === '') return `${text}\n${by}`;
  const parts = text.split(replaced);
  if (parts.length !== 2) throw new Error(`${String(replaced)} is in ${parts.length - 1} places of ${stack}`);
  return parts.join(by);
}

/** The rules that have to find a change of a stack. */
function toFindIn(name: string): string[] {
  return Object.keys(MISTAKES).filter((rule) => MISTAKES[rule]?.some(([stack]) => stack === name));
}

it('has fifty realistic stacks or more, and of mistakes more than twice as many', () => {
  expect(Object.keys(REALISTIC).length).toBeGreaterThanOrEqual(50);
  expect(Object.values(MISTAKES).flat().length).toBeGreaterThanOrEqual(120);
});

it.each(Object.entries(REALISTIC))('is content with %s', async (name, text) => {
  const findings = await found(text);
  const told = findings.filter(({ severity }) => severity !== 'info');
  expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  // Otherwise the rule would find nothing by the change.
  expect(findings.map(({ rule }) => rule).filter((rule) => toFindIn(name).includes(rule))).toEqual([]);
});

const rows = Object.entries(MISTAKES).flatMap(([rule, all]) =>
  all.map((one) => [rule, one[0], one[2].slice(0, 80), one] as const),
);

it.each(rows)('finds by %s what is changed in %s: %j', async (rule, _stack, _by, mistake) => {
  expect((await found(changed(mistake))).map((one) => one.rule)).toContain(rule);
});
