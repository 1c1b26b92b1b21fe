/**
 * Any schema, any configuration: what the engine plans, Terraform accepts; what the provider stores is what was planned; and
 * the second plan is empty, whatever the order of sets and the case of letters about which an attribute does not care.
 */
import fc from 'fast-check';
import type { ValueRecord } from '../../providers/plugin-sdk';
import { ProviderDriver, type Instance } from '../../providers/plugin-sdk/testing';
import { memoryProvider } from './support/memory-provider';
import { configurationOf, hide, randomAttributes, rewrite } from './support/random-schemas';
import { isSoak, runs, SOAK_MS } from './support/runs';

jest.setTimeout(isSoak ? SOAK_MS : 300_000);

const THING = 'memory_thing';
const EACH = 10;
/** One in so many is written in another way once it is stored. */
const REWRITTEN = 5;
const PROVIDERS = runs(1_000, 20_000);

/** A schema, what one object of it is configured as, one after the other, and what of that is not known in plans. */
const scenario = randomAttributes.chain((attributes) =>
  fc.record({
    attributes: fc.constant(attributes),
    configurations: fc.array(configurationOf(attributes), { minLength: EACH, maxLength: EACH }),
    hidden: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  }),
);

it(`plans, applies and refreshes ${PROVIDERS * EACH} random configurations without a diff that nobody asked for`, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ attributes, configurations, hidden }) => {
      // The id is the provider's own attribute beside the random ones.
      const memory = memoryProvider(attributes, (value) => {
        const { id = null } = (value ?? {}) as ValueRecord;
        return value === null ? null : { ...rewrite(attributes, value as ValueRecord), id };
      });
      const driver = await ProviderDriver.inProcess(memory.provider);
      let turn = 0;
      const chance = () => hidden[turn++ % hidden.length] === true && turn % 3 === 0;
      let stored: Instance | null = null;
      for (const [index, configuration] of configurations.entries()) {
        const early = await driver.plan(THING, hide(attributes, configuration, chance), stored);
        const applied: Instance | null = await driver.applyPlan(THING, configuration, stored, early);
        stored = await driver.read(THING, applied!);
        expect((await driver.plan(THING, configuration, stored)).action).toBe('no-op');
        if (index % REWRITTEN !== 0) continue;

        const rewritten = rewrite(attributes, configuration);
        expect((await driver.plan(THING, rewritten, stored)).action).toBe('no-op');
        const hinted = await driver.plan(THING, hide(attributes, rewritten, chance), stored);
        expect((await driver.applyPlan(THING, rewritten, stored, hinted))?.state).toEqual(stored?.state);
      }
      expect(await driver.apply(THING, null, stored)).toBeNull();
      expect(memory.objects.size).toBe(0);
    }),
    { numRuns: PROVIDERS, endOnFailure: isSoak },
  );
});
