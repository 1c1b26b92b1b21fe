/** A provider that answers every call: `x`, with what the smaller ones of this folder have; and a request for each call. */
import { attribute, dataSource, provider, providerFunction, record, schema, t, UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Provider, Value, ValueRecord } from 'terraform-plugin-sdk-ts';
import { emptyObject } from '../../../providers/plugin-sdk/engine/empty';
import { typeOfAttributes } from '../../../providers/plugin-sdk/schema/schema';
import * as proto from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import { encodeValue } from '../../../providers/plugin-sdk/wire/msgpack';
import { boxes } from './box-provider';
import { diskProvider, meta } from './disk-provider';
import { tokenProvider } from './token-provider';

const description = 'd';
const found = schema({
  description,
  attributes: {
    name: attribute.string({ description, required: true }),
    answer: attribute.dynamic({ description, computed: true, nullable: true }),
  },
});

export function wholeProvider(): Provider<null> {
  const disks = diskProvider().served;
  const tokens = tokenProvider().served;
  return provider({
    ...disks,
    resources: [...disks.resources, ...tokens.resources, ...boxes().served.resources],
    ephemeralResources: tokens.ephemeralResources ?? [],
    dataSources: [
      dataSource<typeof found, null>({
        name: 'x_found',
        schema: found,
        read: async ({ config: { name } }) => ({ name, answer: null }),
      }),
    ],
    functions: [
      providerFunction({
        name: 'join',
        summary: 'Joins.',
        description,
        parameters: [{ name: 'texts', type: t.list(t.string), description, allowUnknown: true }],
        variadic: { name: 'more', type: t.dynamic, description, allowNull: true },
        returns: t.object({ count: t.integer }),
        run: (_, ...more) => ({ count: more.length }),
      }),
    ],
  });
}

const NOTHING = new Uint8Array();

/** Requests that make sense, by call; several of those that have much in them. */
export function requests(): readonly (readonly [rpc: string, bytes: Buffer])[] {
  const served = wholeProvider();
  const object = (name: string, values: Readonly<Record<string, Value>>) => {
    const all = [...served.resources, ...(served.dataSources ?? []), ...(served.ephemeralResources ?? [])];
    const { attributes } = all.find((one) => one.name === name)!.schema;
    const whole: ValueRecord = record(Object.entries({ ...emptyObject(attributes), ...values }));
    return dynamic(encodeValue(whole, typeOfAttributes(attributes)));
  };
  const identity = {
    identityData: dynamic(
      encodeValue(
        record([
          ['region', 'eu'],
          ['id', 1],
          ['tenant', null],
        ]),
        typeOfAttributes(boxes().served.resources[0]!.identity!.attributes),
      ),
    ),
  };
  const values: Readonly<Record<string, Value>> = {
    size: 5,
    image: 'ä',
    labels: ['A', 'b'],
    mount: [
      record([
        ['path', '/'],
        ['host', 'h'],
      ]),
      record([
        ['path', '/x'],
        ['host', null],
      ]),
    ],
    pair: ['p', record([['count', 0.1]])],
    zone: UNKNOWN,
  };
  const [disk, planned] = [object('x_disk', values), object('x_disk', { ...values, attached: UNKNOWN })];
  const stored = object('x_box', { id: 1, region: 'eu', text: 't' });
  const box = object('x_box', { region: 'eu', text: 't' });
  const typeName = 'x_box';
  const raw = { json: Buffer.from('{"id":1,"region":"eu","text":"\\u00e4","size":0.1}'), flatmap: {} };
  const nothing = dynamic(Buffer.from([0xc0]));
  const list: readonly (readonly [string, object])[] = [
    ['GetMetadata', {}],
    ['GetProviderSchema', {}],
    ['GetFunctions', {}],
    ['GetResourceIdentitySchemas', {}],
    ['ValidateProviderConfig', { config: dynamic(Buffer.from([0x80])) }],
    ['ConfigureProvider', { terraformVersion: '1.11.4', config: dynamic(Buffer.from([0x80])) }],
    ['ValidateResourceConfig', { typeName: 'x_disk', config: disk }],
    ['ValidateDataResourceConfig', { typeName: 'x_found', config: object('x_found', { name: 'n' }) }],
    ['ValidateEphemeralResourceConfig', { typeName: 'x_token', config: object('x_token', { user: 'u' }) }],
    ['UpgradeResourceState', { typeName, version: 0, rawState: raw }],
    ['UpgradeResourceIdentity', { typeName, version: 2, rawIdentity: raw }],
    ['MoveResourceState', { targetTypeName: typeName, sourceTypeName: 'y_box', sourceState: raw }],
    ['ImportResourceState', { typeName, id: '1' }],
    ['ImportResourceState', { typeName, identity }],
    ['ReadResource', { typeName, currentState: stored, currentIdentity: identity, private: Buffer.from('{"a":1}') }],
    [
      'PlanResourceChange',
      {
        typeName: 'x_disk',
        priorState: nothing,
        proposedNewState: disk,
        config: disk,
        providerMeta: dynamic(encodeValue(record([['module', 'm']]), typeOfAttributes(meta.attributes))),
      },
    ],
    ['PlanResourceChange', { typeName, priorState: stored, proposedNewState: nothing, config: nothing }],
    ['ApplyResourceChange', { typeName: 'x_disk', priorState: nothing, plannedState: planned, config: disk }],
    ['ApplyResourceChange', { typeName, priorState: stored, plannedState: stored, config: box }],
    ['ReadDataSource', { typeName: 'x_found', config: object('x_found', { name: 'n' }) }],
    ['OpenEphemeralResource', { typeName: 'x_token', config: object('x_token', { user: 'u' }) }],
    ['RenewEphemeralResource', { typeName: 'x_token', private: Buffer.from('{"user":"u"}') }],
    ['CloseEphemeralResource', { typeName: 'x_token', private: Buffer.from('{"user":"u"}') }],
    [
      'CallFunction',
      {
        name: 'join',
        arguments: [dynamic(encodeValue(['a', UNKNOWN], { kind: 'list', element: { kind: 'string' } })), nothing],
      },
    ],
  ];
  return list.map(([rpc, request]) => [rpc, encode(rpc, request)] as const);
}

function dynamic(msgpack: Uint8Array): proto.DynamicValue {
  return { msgpack, json: NOTHING };
}

interface Codec {
  encode(message: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

function encode(rpc: string, request: object): Buffer {
  const codec = (proto as unknown as Record<string, Codec>)[`${rpc}_Request`]!;
  return Buffer.from(codec.encode({ ...(codec.decode(NOTHING) as object), ...request }).finish());
}
