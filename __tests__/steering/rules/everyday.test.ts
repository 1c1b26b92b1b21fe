/** Mistakes that administrators were seen to make, and sensible stacks, as they are written in HCL. */
import { checkModel, type Finding } from '../../../steering/rules';
import { modelOfHcl } from './hcl';
import { EVERYDAY, FOUND_OR_REFUSED, SENSIBLE } from './seeded/everyday';

async function found(hcl: string): Promise<readonly Finding[]> {
  return checkModel(await modelOfHcl(hcl)).findings;
}

it.each([...EVERYDAY, ...FOUND_OR_REFUSED])('finds %s', async (_what, hcl, rule) => {
  expect((await found(hcl)).map((one) => one.rule)).toContain(rule);
});

it.each(SENSIBLE)('says nothing twice of %s, and only what somebody can act on', async (what, hcl) => {
  const all = await found(hcl);
  const told = all.filter(({ severity }) => severity !== 'info').map((one) => one.rule);
  const expected: Readonly<Record<string, readonly string[]>> = {
    'two configurations': ['literal-addresses'],
    'Slack on managed devices': ['ignored-domains', 'managed-only-bypass'],
  };
  expect(told).toEqual(expected[what] ?? []);
  expect(new Set(all.map(({ message }) => message)).size).toBe(all.length);
});
