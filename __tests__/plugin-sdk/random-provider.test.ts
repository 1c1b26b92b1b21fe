/**
 * Any schema, any configuration: what the engine plans, Terraform accepts; what the provider stores is what was planned; and
 * the second plan is empty, whatever the order of sets and the case of letters
 * about which an attribute does not care.
 */
import fc from 'fast-check';
import type { ValueRecord } from '../../providers/plugin-sdk';
import { ProviderDriver } from '../../providers/plugin-sdk/testing';
import { memoryProvider } from './support/memory-provider';
import { configurationOf, hide, randomAttributes, rewrite } from './support/random-schemas';

const RUNS = Number(process.env['RANDOM_PROVIDER_RUNS'] ?? 500);
const THING = 'memory_thing';

const scenario = randomAttributes.chain((attributes) =>
  fc.record({
    attributes: fc.constant(attributes),
    first: configurationOf(attributes),
    second: configurationOf(attributes),
    hidden: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  }),
);

it(`plans, applies, refreshes and updates ${RUNS} random objects without a diff that nobody asked for`, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ attributes, first, second, hidden }) => {
      const memory = memoryProvider(attributes, (value) =>
        value === null
          ? null
          : { ...rewrite(attributes, value as ValueRecord), id: (value as ValueRecord)['id'] ?? null },
      );
      // The id is the provider's own attribute beside the random ones.
      const driver = await ProviderDriver.start(memory.provider);
      try {
        let turn = 0;
        const chance = () => hidden[turn++ % hidden.length] === true && turn % 3 === 0;
        const early = await driver.plan(THING, hide(attributes, first, chance));
        const created = await driver.applyPlan(THING, first, null, early);
        const read = await driver.read(THING, created!);
        expect((await driver.plan(THING, first, read)).action).toBe('no-op');
        expect((await driver.plan(THING, rewrite(attributes, first), read)).action).toBe('no-op');
        const hinted = await driver.plan(THING, hide(attributes, rewrite(attributes, first), chance), read);
        expect((await driver.applyPlan(THING, rewrite(attributes, first), read, hinted))?.state).toEqual(read?.state);

        const change = await driver.plan(THING, hide(attributes, second, chance), read);
        const updated = await driver.applyPlan(THING, second, read, change);
        expect((await driver.plan(THING, second, await driver.read(THING, updated!))).action).toBe('no-op');

        expect(await driver.apply(THING, null, updated)).toBeNull();
        expect(memory.objects.size).toBe(0);
      } finally {
        await driver.close();
      }
    }),
    { numRuns: RUNS },
  );
});
