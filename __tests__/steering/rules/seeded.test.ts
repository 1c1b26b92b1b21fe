/** Realistic stacks, of which the guardrails find nothing, and mistakes that are each one small change of one of these. */
import { checkModel } from '../../../steering/rules';
import { modelOfHcl } from './hcl';
import { MISTAKES_OF_CONFIGURATIONS_AND_PORTS } from './seeded/configurations-and-ports';
import { MISTAKES_OF_NAMES_AND_DOMAINS, MORE_REALISTIC, TOLD_ONCE } from './seeded/names-and-domains';
import { MISTAKES, type Mistake } from './seeded/mistakes';
import { REALISTIC } from './seeded/realistic';

const CLEAN: Readonly<Record<string, string>> = {
  ...REALISTIC,
  ...Object.fromEntries(Object.entries(MORE_REALISTIC).map(([name, written]) => [name, written.join('\n')])),
};
const STACKS: Readonly<Record<string, string>> = {
  ...CLEAN,
  ...Object.fromEntries(Object.entries(TOLD_ONCE).map(([name, { stack }]) => [name, stack.join('\n')])),
};
const SEEDED = [MISTAKES, MISTAKES_OF_NAMES_AND_DOMAINS, MISTAKES_OF_CONFIGURATIONS_AND_PORTS].flatMap((table) =>
  Object.entries(table).flatMap(([rule, all]) => all.map((mistake) => ({ rule, mistake }))),
);

const found = async (text: string) => checkModel(await modelOfHcl(text)).findings;

/** Makes the one change. Something that is nowhere in a stack, or in several places, is no mistake that can be made. */
function changed([stack, replaced, by]: Mistake): string {
  const text = STACKS[stack] ?? '';
  if (replaced === '') return `${text}\n${by}`;
  const parts = text.split(replaced);
  if (parts.length !== 2) throw new Error(`${String(replaced)} is in ${parts.length - 1} places of ${stack}`);
  return parts.join(by);
}

/** The rules that have to find a change of a stack. */
function toFindIn(name: string): string[] {
  return SEEDED.filter(({ mistake: [stack] }) => stack === name).map(({ rule }) => rule);
}

it('has fifty realistic stacks or more, and of mistakes more than twice as many', () => {
  expect(Object.keys(CLEAN).length).toBeGreaterThanOrEqual(50);
  expect(SEEDED.length).toBeGreaterThanOrEqual(120);
});

it.each(Object.entries(CLEAN))('is content with %s', async (name, text) => {
  const findings = await found(text);
  const told = findings.filter(({ severity }) => severity !== 'info');
  expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  // Otherwise the rule would find nothing by the change.
  expect(findings.map(({ rule }) => rule).filter((rule) => toFindIn(name).includes(rule))).toEqual([]);
});

it.each(Object.entries(TOLD_ONCE))('tells of %s once what can be done about it', async (name, { rules }) => {
  const told = (await found(STACKS[name] ?? '')).filter(({ severity }) => severity !== 'info');
  expect(told.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
});

const rows = SEEDED.map(({ rule, mistake }) => [rule, mistake[0], mistake[2].slice(0, 80), mistake] as const);

it.each(rows)('finds by %s what is changed in %s: %j', async (rule, _stack, _by, mistake) => {
  expect((await found(changed(mistake))).map((one) => one.rule)).toContain(rule);
});
