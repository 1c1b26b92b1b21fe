/** The calls and fields of resource identity on a bare socket, with what Terraform before 1.12 leaves out. */
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import { decode, encode, NOTHING } from '../../providers/plugin-sdk/testing/objects';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { box, boxes, EU, TYPE, who, type BoxDefinition } from './support/box-provider';

const clients: ProviderClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

async function connect(changes: Partial<BoxDefinition> = {}) {
  const { served } = boxes(changes);
  const client = await ProviderClient.start(served);
  clients.push(client);
  await client.call('ConfigureProvider', { config: encode(served.schema, {}) });
  return client;
}

describe('on the wire', () => {
  it('identities are announced apart from the schema, for the resources that have one', async () => {
    const client = await connect();
    const announced = (name: string, type: string, required: boolean, text: string) => ({
      name,
      type: new Uint8Array(Buffer.from(JSON.stringify(type))),
      requiredForImport: required,
      optionalForImport: !required,
      description: text,
    });
    expect(await client.call('GetResourceIdentitySchemas', {})).toEqual({
      identitySchemas: {
        [TYPE]: {
          version: 2,
          identityAttributes: [
            announced('region', 'string', true, 'Where.'),
            announced('id', 'number', true, 'Which.'),
            announced('tenant', 'string', false, 'Whose.'),
          ],
        },
      },
      diagnostics: [],
    });
  });

  it('an import says where a resource has no import by identity, and what Terraform should have refused', async () => {
    const importing = (identity: typeof EU | object) => ({
      typeName: TYPE,
      identity: { identityData: encode(who, { ...EU, ...identity }) },
    });
    const without = await connect({ importIdentity: undefined as never });
    expect(await without.call('ImportResourceState', importing(EU))).toMatchObject({
      importedResources: [],
      diagnostics: [{ summary: 'Import by identity not supported', detail: expect.stringContaining('by their id') }],
    });
    const answer = await (await connect()).call('ImportResourceState', importing({ id: null }));
    expect(answer.diagnostics).toMatchObject([{ summary: 'Missing required argument' }]);
  });

  it('a stored identity that Terraform does not have is upgraded to none', async () => {
    const answer = await (await connect()).call('UpgradeResourceIdentity', { typeName: TYPE });
    expect(answer).toEqual({ upgradedIdentity: undefined, diagnostics: [] });
  });

  it('an object that is made in place of another one is planned without the identity of that', async () => {
    const client = await connect();
    const config = encode(box, { id: null, region: 'us', text: null });
    const answer = await client.call('PlanResourceChange', {
      typeName: TYPE,
      config,
      priorState: encode(box, null),
      proposedNewState: config,
      priorIdentity: { identityData: encode(who, EU) },
    });
    expect(answer.diagnostics).toEqual([]);
    expect(answer.plannedIdentity).toBeUndefined();
  });

  it('a refresh that changes nothing returns state and identity in the bytes they came in', async () => {
    const state = { id: 1, region: 'eu', text: null };
    const client = await connect({ read: async () => state });
    // Another order of keys than ours.
    const reordered = Buffer.from([0x83, ...pair('tenant', 'mine'), ...pair('region', 'eu'), 0xa2, 0x69, 0x64, 1]);
    const request = {
      typeName: TYPE,
      currentState: encode(box, state),
      currentIdentity: { identityData: { msgpack: reordered, json: NOTHING } },
    };
    expect(decode(who, request.currentIdentity.identityData)).toEqual(EU);
    const answer = await client.call('ReadResource', request);
    expect(answer.diagnostics).toEqual([]);
    expect(Buffer.from(answer.newIdentity!.identityData!.msgpack)).toEqual(reordered);
  });

  it('malformed identities are diagnostics, and what was stored is returned as it came', async () => {
    const client = await connect();
    const junk = { identityData: { msgpack: Buffer.from([0xc1]), json: NOTHING } };
    const state = encode(box, { id: 1, region: 'eu', text: null });
    const read = await client.call('ReadResource', { typeName: TYPE, currentState: state, currentIdentity: junk });
    expect(read.diagnostics).toMatchObject([{ detail: expect.stringContaining('not valid MessagePack') }]);
    expect(Buffer.from(read.newIdentity!.identityData!.msgpack)).toEqual(Buffer.from([0xc1]));
    const change = { typeName: TYPE, config: state, priorState: state, plannedState: state, plannedIdentity: junk };
    const applied = await client.call('ApplyResourceChange', change);
    expect(applied.diagnostics).toHaveLength(1);
    expect(applied.newIdentity?.identityData).toBeDefined();
  });

  it('a resource without identity sends none, whatever it gets', async () => {
    const client = await connect({
      identity: undefined,
      identityOf: undefined,
      importIdentity: undefined,
      identityUpgrades: undefined,
    } as never);
    expect((await client.call('GetResourceIdentitySchemas', {})).identitySchemas).toEqual({});
    const config = encode(box, { id: null, region: 'eu', text: null });
    const planned = encode(box, { id: UNKNOWN, region: 'eu', text: null });
    const currentIdentity = { identityData: encode(who, EU) };
    const change = { typeName: TYPE, config, priorState: encode(box, null), plannedState: planned };
    const made = await client.call('ApplyResourceChange', { ...change, plannedIdentity: currentIdentity });
    expect(made).toMatchObject({ newIdentity: undefined, diagnostics: [] });
    const read = await client.call('ReadResource', { typeName: TYPE, currentState: made.newState!, currentIdentity });
    expect(read.diagnostics).toEqual([]);
    const upgrade = { typeName: TYPE, version: 0, rawIdentity: { json: Buffer.from('{}'), flatmap: {} } };
    expect((await client.call('UpgradeResourceIdentity', upgrade)).diagnostics).toMatchObject([
      { detail: expect.stringContaining('x_box has no identity') },
    ]);
  });
});

/** A key and a short text in MessagePack. */
function pair(key: string, text: string): number[] {
  return [key, text].flatMap((part) => [0xa0 + part.length, ...Buffer.from(part)]);
}
