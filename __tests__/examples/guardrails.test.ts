/** What guardrails say of the examples in HCL: nothing, but for what an example is there to show. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel } from '../../steering/rules';
import { modelOfHcl } from '../steering/rules/hcl';

const EXAMPLES = join(__dirname, '../../examples');
const FILES = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tf') && !file.includes('.terraform'))
  .sort();

/** What an example shows by intention. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'bypass-for-managed-devices.tf': ['managed-only-bypass', 'managed-only-bypass'],
  'hcl/bypass/main.tf': ['managed-only-bypass'],
};

it('looks at all of them', () => expect(FILES.length).toBeGreaterThan(25));

it.each(FILES)('is content with %s', async (file) => {
  const { findings } = checkModel(await modelOfHcl(readFileSync(join(EXAMPLES, file), 'utf8')));
  const told = findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
  const [, intended = []] = Object.entries(SHOWN).find(([name]) => file.endsWith(name)) ?? [];
  expect(told).toEqual(intended);
});
