/** Mistakes that administrators were seen to make, as they are written in HCL. */
import { checkModel } from '../../../steering/rules';
import { modelOfHcl } from './hcl';
import { EVERYDAY, FOUND_OR_REFUSED } from './seeded/everyday';

it.each([...EVERYDAY, ...FOUND_OR_REFUSED])('finds %s', async (_what, hcl, rule) => {
  const { findings } = checkModel(await modelOfHcl(hcl));
  expect(findings.map((one) => one.rule)).toContain(rule);
});
