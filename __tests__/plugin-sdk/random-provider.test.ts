/**
 * Any schema, any configuration: what the engine plans, Terraform accepts; what the provider stores is what was planned; and
 * the second plan is empty, whatever the order of sets and the case of letters about which an attribute does not care. Null and
 * read-only values stand anywhere: what the schema does not allow is refused, as soon as it is known, and nothing is stored.
 */
import fc from 'fast-check';
import { DiagnosticError, isBlock, isConfigurable, UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Attributes, ValueRecord } from 'terraform-plugin-sdk-ts';
import { ProviderDriver, type Instance } from 'terraform-plugin-sdk-ts/testing';
import { memoryProvider } from './support/memory-provider';
import { configurationOf, hide, randomAttributes, rewrite } from './support/random-schemas';
import { faultsOf, spoil } from './support/spoil';
import { isSoak, runs, SOAK_MS } from '../support/runs';

jest.setTimeout(isSoak ? SOAK_MS : 300_000);

const THING = 'memory_thing';
/** Configurations of each provider; each of them is spoilt, too. */
const EACH = 5;
/** One in so many is written in another way once it is stored. */
const REWRITTEN = 5;
const PROVIDERS = runs(250, 20_000);
const CONFIGURATIONS = 2 * PROVIDERS * EACH;

/** A schema, what one object of it is configured as, one after the other, and what of that is not known in plans. */
const scenario = randomAttributes.chain((attributes) =>
  fc.record({
    attributes: fc.constant(attributes),
    configurations: fc.array(configurationOf(attributes), { minLength: EACH, maxLength: EACH }),
    hidden: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    seeds: fc.array(fc.nat(1_000_000), { minLength: EACH, maxLength: EACH }),
  }),
);

/** What an operation is refused with, each summary once. */
async function refusal(run: Promise<unknown>): Promise<readonly string[]> {
  try {
    await run;
    return [];
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause;
    return [...new Set(cause.diagnostics.map(({ summary }) => summary))].sort();
  }
}

/** The configuration, but that what is spoilt in the other one is not known yet, where that can be. */
function hideWhatDiffers(attributes: Attributes, config: ValueRecord, spoilt: ValueRecord): ValueRecord {
  const name = Object.keys(attributes).find((one) => spoilt[one] !== config[one]);
  const attribute = name === undefined ? undefined : attributes[name];
  if (attribute === undefined || isBlock(attribute.shape) || !isConfigurable(attribute)) return config;
  return { ...config, [name!]: UNKNOWN };
}

it(`plans, applies and refreshes ${CONFIGURATIONS} random configurations without a diff that nobody asked for`, async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ attributes, configurations, hidden, seeds }) => {
      // The id is the provider's own attribute beside the random ones.
      const memory = memoryProvider(attributes, (value) => {
        const { id = null } = (value ?? {}) as ValueRecord;
        return value === null ? null : { ...rewrite(attributes, value as ValueRecord), id };
      });
      const driver = await ProviderDriver.inProcess(memory.provider);
      let turn = 0;
      const chance = () => hidden[turn++ % hidden.length] === true && turn % 3 === 0;
      let stored: Instance | null = null;
      const live = async (configuration: ValueRecord) => {
        const early = await driver.plan(THING, hide(attributes, configuration, chance), stored);
        const applied: Instance | null = await driver.applyPlan(THING, configuration, stored, early);
        stored = await driver.read(THING, applied!);
        expect((await driver.plan(THING, configuration, stored)).action).toBe('no-op');
      };
      for (const [index, configuration] of configurations.entries()) {
        await live(configuration);
        if (index % REWRITTEN === 0) {
          const rewritten = rewrite(attributes, configuration);
          expect((await driver.plan(THING, rewritten, stored)).action).toBe('no-op');
          const hinted = await driver.plan(THING, hide(attributes, rewritten, chance), stored);
          expect((await driver.applyPlan(THING, rewritten, stored, hinted))?.state).toEqual(stored!.state);
        }

        const spoilt = spoil(attributes, configuration, seeds[index]!);
        const faults = faultsOf(attributes, spoilt);
        if (faults.length === 0) await live(spoilt);
        else {
          refused++;
          const before = [...memory.objects.values()];
          expect(await refusal(driver.plan(THING, spoilt, stored))).toEqual(faults);
          const late = await driver.plan(THING, hideWhatDiffers(attributes, configuration, spoilt), stored);
          if (late.action !== 'no-op')
            expect(await refusal(driver.applyPlan(THING, spoilt, stored, late))).toEqual(faults);
          expect([...memory.objects.values()].every((object, at) => object === before[at])).toBe(true);
        }
      }
      expect(await driver.apply(THING, null, stored)).toBeNull();
      expect(memory.objects.size).toBe(0);
    }),
    { numRuns: PROVIDERS, endOnFailure: isSoak },
  );
  expect(refused).toBeGreaterThan(PROVIDERS);
});
