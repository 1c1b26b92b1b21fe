/** Steps of a test with terraform: what they can ask for, and that they fail where it is not so. */
import { attribute, UNKNOWN } from 'terraform-plugin-sdk-ts';
import { remembered, testTerraform, type Step } from 'terraform-plugin-sdk-ts/testing/terraform';
import { memoryProvider, THING } from '../support/memory-provider';

const description = 'd';
const made = attribute.string({ description, computed: true });
const attributes = {
  text: attribute.string({ description, optional: true }),
  made,
  rows: attribute.listOf(
    { made, text: attribute.string({ description, optional: true }) },
    { description, optional: true },
  ),
};
const thing = (name: string, body: string) => `resource "${THING}" "${name}" {\n${body}\n}\n`;
const [IT, OTHER] = [`${THING}.it`, `${THING}.other`];

const run = (...steps: readonly Step[]) => testTerraform(memoryProvider(attributes).provider, steps);

it('a value that is not known in a plan is told from one that is not set', async () => {
  const config = thing('it', 'rows = [{ text = "a" }]');
  await run({
    config,
    planned: { [IT]: { id: UNKNOWN, made: UNKNOWN, text: null, rows: [{ made: UNKNOWN, text: 'a' }] } },
  });
  await expect(run({ config, planned: { [IT]: { text: UNKNOWN } } })).rejects.toThrow(
    `planned ${IT}.text is null, expected not known yet`,
  );
  await expect(run({ config, planned: { [IT]: { made: null } } })).rejects.toThrow(
    `planned ${IT}.made is not known yet, expected null`,
  );
});

it('a value is compared with that of an earlier step', async () => {
  const [id, value] = [remembered(), remembered()];
  const first = { config: thing('it', 'text = "a"'), state: { [IT]: { id: id.keep, made: value.keep } } };
  const config = thing('it', 'text = "b"');
  await run(first, { config, state: { [IT]: { id: id.same, made: value.other } } });
  await expect(run(first, { config, state: { [IT]: { id: id.other } } })).rejects.toThrow(/step 2: stored .*\.id is/);
  await expect(run({ config, state: { [IT]: { id: remembered().same } } })).rejects.toThrow('nothing was kept');
});

it.each([
  ['an apply', {}],
  ['a plan alone', { planOnly: true }],
] as const)('%s that works fails the step that expects an error', async (_, only) => {
  const config = thing('it', 'text = "a"');
  await expect(run({ config, error: /no/, ...only })).rejects.toThrow('it worked, and should have failed with /no/');
});

it('a replacement can be asked for, and a plan of one resource alone', async () => {
  const id = remembered();
  const both = thing('it', '') + thing('other', '');
  await run(
    { config: both, target: [IT], plan: { [IT]: 'create' }, state: { [IT]: { id: id.keep } } },
    { plan: { [OTHER]: 'create' }, state: { [IT]: { id: id.same } } },
    { replace: [IT], plan: { [IT]: 'replace' }, state: { [IT]: { id: id.other } } },
  );
});

it('a refresh alone takes what has changed into the state, and changes nothing', async () => {
  const { provider, objects } = memoryProvider(attributes);
  const drift = () => {
    for (const [key, object] of objects) objects.set(key, { ...object, text: 'theirs' });
  };
  await testTerraform(provider, [
    { config: thing('it', 'text = "a"') },
    { before: drift, refreshOnly: true, plan: {}, state: { [IT]: { text: 'theirs' } } },
    { plan: { [IT]: 'update' }, state: { [IT]: { text: 'a' } } },
  ]);
});
