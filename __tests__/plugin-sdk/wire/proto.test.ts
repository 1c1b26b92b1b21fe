import {
  CallFunction_Response,
  GetProviderSchema_Response,
  OpenEphemeralResource_Response,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ProviderDefinition,
  ReadResource_Request,
} from '../../../providers/plugin-sdk/wire/gen/tfplugin6';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the definition', () => {
  it('has the calls of Terraform 1.11 and those of resource identity, all of them unary', () => {
    const calls = Object.values(ProviderDefinition.methods);
    expect(ProviderDefinition.fullName).toBe('tfplugin6.Provider');
    expect(calls).toHaveLength(22);
    expect(calls.filter(({ requestStream, responseStream }) => requestStream || responseStream)).toEqual([]);
  });
});

describe('the codecs', () => {
  it('write fields under the numbers that the protocol gives them', () => {
    const step = { selector: { $case: 'elementKeyInt' as const, elementKeyInt: 2 } };
    const response = {
      ...PlanResourceChange_Response.decode(new Uint8Array()),
      requiresReplace: [{ steps: [step] }],
      plannedPrivate: Buffer.from('p'),
      legacyTypeSystem: true,
    };
    expect(hex(PlanResourceChange_Response.encode(response).finish())).toBe(
      '1204' + '0a02' + '1802' + '1a0170' + '2801',
    );
  });

  it('tell an absent optional field from an empty one', () => {
    const absent = OpenEphemeralResource_Response.decode(new Uint8Array());
    expect(absent.private).toBeUndefined();
    const empty = OpenEphemeralResource_Response.encode({ ...absent, private: new Uint8Array() }).finish();
    expect(OpenEphemeralResource_Response.decode(empty).private).toEqual(new Uint8Array());
    const argument = CallFunction_Response.encode({ result: undefined, error: { text: '', functionArgument: 0 } });
    expect(CallFunction_Response.decode(argument.finish()).error?.functionArgument).toBe(0);
  });

  it('skip what newer versions of Terraform send', () => {
    const unknownField = Buffer.from('4a0548656c6c6f', 'hex'); // field 9 of 6.11: what an earlier plan left behind
    const request = Buffer.concat([Buffer.from('0a0161', 'hex'), unknownField]);
    expect(PlanResourceChange_Request.decode(request)).toMatchObject({ typeName: 'a', priorState: undefined });
  });

  it('refuse malformed messages with an error', () => {
    for (const bytes of ['0aff', 'ffffffffffffffffffffff', '0a']) {
      expect(() => ReadResource_Request.decode(Buffer.from(bytes, 'hex'))).toThrow();
    }
  });

  it('carry maps', () => {
    const message = GetProviderSchema_Response.decode(new Uint8Array());
    const schema = { version: 7, block: undefined };
    const bytes = GetProviderSchema_Response.encode({ ...message, resourceSchemas: { a_b: schema } }).finish();
    expect(GetProviderSchema_Response.decode(bytes).resourceSchemas).toEqual({ a_b: schema });
  });
});
