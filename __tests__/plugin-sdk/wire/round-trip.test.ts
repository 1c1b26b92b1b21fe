/**
 * Any schema, any value of it: what is sent is what arrives, and what comes back. Schemas as Terraform asks for them, values
 * as MessagePack, with unknowns, and as the JSON of stored states; each through the messages of a provider.
 */
import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import { provider, resource, schema } from 'terraform-plugin-sdk-ts';
import type { Attributes, Schema, Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { conform } from '../../../providers/plugin-sdk/engine/conform';
import { equalValues } from '../../../providers/plugin-sdk/engine/equal';
import { typeOfAttributes } from '../../../providers/plugin-sdk/schema/schema';
import { methodsOf } from '../../../providers/plugin-sdk/server';
import { decode, encode, rawState } from '../../../providers/plugin-sdk/testing/objects';
import { ProviderClient } from '../../../providers/plugin-sdk/testing/provider-client';
import { decodeValue, encodeValue } from '../../../providers/plugin-sdk/wire/msgpack';
import { randomAttributes } from '../support/random-schemas';
import { isSoak, runs, SOAK_MS } from '../../support/runs';
import { knownOf, knownOfBlock } from '../support/schema-from-proto';
import { stateJson } from '../support/terraform-json';
import { valuesOf } from './arbitraries';

jest.setTimeout(isSoak ? SOAK_MS : 180_000);

const RUNS = runs(2_500, 200_000);
const THING = 'x_thing';

const scenario = randomAttributes.chain((attributes) => {
  const type = typeOfAttributes(attributes);
  return fc.record({
    attributes: fc.constant(attributes),
    planned: valuesOf(type, { unknown: true }),
    stored: valuesOf(type, { unknown: false, nullElements: false }).filter((value) => value !== null),
  });
});

it(`${RUNS} random schemas and values arrive as they were sent`, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ attributes, planned, stored }) => {
      const { client, received } = await echo(attributes);
      const type = typeOfAttributes(attributes);

      const { resourceSchemas } = await client.call('GetProviderSchema', {});
      deepStrictEqual(knownOfBlock(resourceSchemas[THING]!.block!), knownOf(attributes));

      deepStrictEqual(decodeValue(encodeValue(planned, type), type), planned);

      // Blocks that nobody writes are empty, and a set has each element once.
      const object = conform(attributes, stored, false);
      const same = (value: Value | undefined) => ok(value !== undefined && equalValues(type, value, object));
      // Read, because nothing is demanded of a state: a configuration must keep to the schema.
      const read = await client.call('ReadResource', { typeName: THING, currentState: encode({ attributes }, object) });
      deepStrictEqual(read.diagnostics, []);
      same(received.at(-1));
      same(decode({ attributes }, read.newState) ?? undefined);

      const rest = { typeName: THING, version: 0, rawState: rawState(stateJson(object)) };
      const upgraded = await client.call('UpgradeResourceState', rest);
      deepStrictEqual(upgraded.diagnostics, []);
      same(decode({ attributes }, upgraded.upgradedState) ?? undefined);
    }),
    { numRuns: RUNS, endOnFailure: isSoak },
  );
});

/** A provider that gives back what it gets, and keeps it. */
async function echo(attributes: Attributes) {
  const received: ValueRecord[] = [];
  const declared: Schema = schema({ description: 'd', attributes });
  const thing = resource<Schema, null>({
    name: THING,
    schema: declared,
    create: () => Promise.reject(new Error('not used')),
    read: async ({ state }) => {
      received.push(state as ValueRecord);
      return state;
    },
    update: () => Promise.reject(new Error('not used')),
    delete: async () => undefined,
  });
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description: 'd', attributes: {} }),
    resources: [thing],
    configure: async () => null,
  });
  const client = ProviderClient.inProcess(methodsOf(served));
  await client.call('ConfigureProvider', { config: { msgpack: Buffer.from([0x80]), json: new Uint8Array() } });
  return { client, received };
}
