/** Functions through the driver and on a bare socket. */
import {
  ArgumentError,
  DiagnosticError,
  Dynamic,
  error,
  isKnown,
  path,
  provider,
  providerFunction,
  schema,
  t,
  UNKNOWN,
  Unknown,
  warning,
} from 'terraform-plugin-sdk-ts';
import type { Parameter, ProviderFunction, Type, Value } from 'terraform-plugin-sdk-ts';
import { ProviderDriver, type FunctionError } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { decodeValue, encodeValue } from '../../providers/plugin-sdk/wire/msgpack';

const description = 'd';
const summary = 's';

const join = providerFunction({
  name: 'join',
  summary,
  description,
  parameters: [
    { name: 'separator', type: t.string, description, allowNull: true },
    { name: 'times', type: t.integer, description },
  ],
  variadic: { name: 'words', type: t.list(t.string), description },
  returns: t.string,
  deprecated: 'Use the one that is built in.',
  run(separator, times, ...words) {
    if (times < 0) throw new ArgumentError('times', 'It cannot go back in time.');
    if (words.flat().includes('secret')) throw new ArgumentError('words', 'No secrets.');
    return words.flat().join((separator ?? ' ').repeat(times));
  },
});

/** A function that does as it is told. */
const does = (run: (...args: never[]) => unknown, returns: Type = t.string, parameter: Partial<Parameter> = {}) =>
  providerFunction({
    name: 'does',
    summary,
    description,
    parameters: [{ name: 'value', type: t.string, description, ...parameter }],
    returns,
    run: run as never,
  });

const sample = (...functions: ProviderFunction[]) =>
  provider({
    name: 'sample',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [],
    functions,
    configure: () => Promise.reject(new Error('configured for a function')),
  });

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function drive(...functions: ProviderFunction[]): Promise<ProviderDriver> {
  const driver = await ProviderDriver.start({ ...sample(...functions), configure: async () => null });
  closing.push(driver);
  return driver;
}

/** Not configured, as Terraform leaves it where only a function is called. */
async function connect(...functions: ProviderFunction[]): Promise<ProviderClient> {
  const client = await ProviderClient.start(sample(...functions));
  closing.push(client);
  return client;
}

const failure = (call: Promise<unknown>): Promise<FunctionError> =>
  call.then(
    () => {
      throw new Error('it did not fail');
    },
    (cause: unknown) => cause as FunctionError,
  );

describe('a call', () => {
  it('hands over arguments by position, the variadic ones last, and gives the result', async () => {
    const driver = await drive(join);
    expect(await driver.callFunction('join', ['-', 2, ['a'], ['b', 'c']])).toBe('a--b--c');
    expect(await driver.callFunction('join', [null, 1, ['a', 'b']])).toBe('a b');
    expect(await driver.callFunction('join', ['-', 1])).toBe('');
  });

  it.each<[string, Type, Value]>([
    ['null', t.string, null],
    ['a number with many digits', t.number, 2n ** 70n],
    ['an object, nulls in it', t.object({ a: t.bool, b: t.list(t.integer) }), { a: null, b: [1] }],
    ['a dynamic value', t.dynamic, new Dynamic(t.set(t.string), ['x'])],
  ])('carries %s there and back', async (_, type, value) => {
    const echo = does((given) => given, type, { type, allowNull: true });
    const driver = await drive(echo);
    expect(await driver.callFunction('does', [value])).toEqual(value);
  });

  it('waits for a result that takes time', async () => {
    const driver = await drive(does(async (value) => `later ${String(value)}`));
    expect(await driver.callFunction('does', ['a'])).toBe('later a');
  });

  it('that may not have unknowns is not made with any, and its result is unknown', async () => {
    const driver = await drive(join);
    expect(await driver.callFunction('join', ['-', 1, ['a', UNKNOWN]])).toBe(UNKNOWN);
    const client = await connect(join);
    const encoded = [encodeValue('-', t.string), encodeValue(UNKNOWN, t.number)];
    const answer = await client.call('CallFunction', {
      name: 'join',
      arguments: encoded.map((msgpack) => ({ msgpack, json: new Uint8Array() })),
    });
    expect(decodeValue(answer.result!.msgpack, t.string)).toBe(UNKNOWN);
  });

  it('that may have unknowns says what it knows all the same', async () => {
    const prefix = (value: unknown) => (isKnown(value) ? `x-${String(value)}` : new Unknown({ stringPrefix: 'x-' }));
    const driver = await drive(does(prefix, t.string, { allowUnknown: true }));
    expect(await driver.callFunction('does', [UNKNOWN])).toEqual(new Unknown({ stringPrefix: 'x-' }));
    expect(await driver.callFunction('does', ['a'])).toBe('x-a');
  });
});

describe('what is wrong with an argument is said at it:', () => {
  it.each<[string, readonly unknown[], string, number]>([
    ['null where it may not be', ['-', null], 'times cannot be null.', 1],
    ['null beside what is not known yet', [UNKNOWN, null], 'times cannot be null.', 1],
    ['a fraction where a whole number is wanted', ['-', 1.5], 'Not a whole number', 1],
    ['a null element', ['-', 1, ['a'], ['b', null]], 'Null element', 3],
    ['by its name', ['-', -1], 'It cannot go back in time.', 1],
    ['by the name of the variadic one', ['-', 1, ['secret']], 'No secrets.', 2],
  ])('%s', async (_, args, text, argument) => {
    const driver = await drive(join);
    expect(await failure(driver.callFunction('join', args))).toMatchObject({
      name: 'FunctionError',
      message: expect.stringContaining(text),
      argument,
    });
  });

  it.each<[string, number | string, number | undefined]>([
    ['its position', 0, 0],
    ['its name', 'value', 0],
    ['a position that no argument has', 1, undefined],
    ['a position that is none', 0.5, undefined],
    ['a name that no parameter has', 'other', undefined],
  ])('given as %s', async (_, at, argument) => {
    const driver = await drive(
      does(() => {
        throw new ArgumentError(at, 'No.');
      }),
    );
    const failed = await failure(driver.callFunction('does', ['a']));
    expect([failed.message, failed.argument]).toEqual(['No.', argument]);
  });

  it.each<[string, Type, unknown, string]>([
    ['of a set', t.set(t.integer), [1.5], 'Write a whole number.'],
    ['below an element of a set', t.set(t.object({ n: t.integer })), [{ n: 1.5 }], 'Write a whole number.\n\nAt n.'],
    ['of a map', t.map(t.integer), { 'a.b': 1.5 }, 'Write a whole number.\n\nAt ["a.b"].'],
    ['of a list in a set', t.set(t.list(t.integer)), [[1, 1.5]], 'Write a whole number.\n\nAt [1].'],
  ])('at an element %s, in whole sentences', async (_, type, value, end) => {
    const driver = await drive(does(() => 'x', t.string, { type }));
    const { message } = await failure(driver.callFunction('does', [value]));
    expect(message.endsWith(end)).toBe(true);
  });

  it('what Terraform would have refused is refused here too', async () => {
    const client = await connect(join);
    const call = async (...args: (readonly [Value, Type])[]) =>
      (
        await client.call('CallFunction', {
          name: 'join',
          arguments: args.map(([value, type]) => ({ msgpack: encodeValue(value, type), json: new Uint8Array() })),
        })
      ).error;
    // Terraform ends the sentence.
    expect(await call(['-', t.string])).toEqual({ text: 'join takes at least 2 arguments, and was called with 1' });
    expect(await call(['-', t.string], [null, t.number])).toEqual({
      text: 'times must not be null',
      functionArgument: 1,
    });
    expect(await call(['-', t.string], ['x', t.string])).toMatchObject({
      text: expect.stringContaining('The argument cannot be read'),
      functionArgument: 1,
    });
  });
});

describe('a failure', () => {
  const raising = (make: () => unknown) =>
    does(() => {
      throw make();
    });

  it.each<[string, () => unknown, string]>([
    ['of an Error is its message', () => new Error('The words do not rhyme.'), 'The words do not rhyme.'],
    ['of an empty Error is not empty', () => new Error(''), 'Error: '],
    [
      'of diagnostics is their errors',
      () => new DiagnosticError(warning('W', 'w'), error('Odd', 'It is odd.', path('a', 0))),
      'Odd: It is odd.',
    ],
  ])('%s', async (_, make, text) => {
    const driver = await drive(raising(make));
    const { message, argument } = await failure(driver.callFunction('does', ['a']));
    expect(message.startsWith(text)).toBe(true);
    expect(message).not.toContain('bug');
    expect(argument).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    ['a TypeError', () => new TypeError('x is undefined')],
    ['text', () => 'text'],
    ['nothing', () => undefined],
    ['an object without a prototype', () => Object.create(null) as unknown],
  ])('of %s is called a bug', async (_, make) => {
    const driver = await drive(raising(make));
    expect((await failure(driver.callFunction('does', ['a']))).message).toContain('This is a bug of the provider');
  });

  it.each<[string, unknown, Type, string]>([
    ['undefined', undefined, t.string, 'does returned nothing'],
    ['another type', 1, t.string, 'result has a number at its root'],
    ['a fraction for a whole number', 1.5, t.integer, 'Not a whole number'],
    ['a null element', ['a', null], t.list(t.string), 'Null element'],
    ['an unknown where all arguments are known', UNKNOWN, t.string, 'leaves its root unknown'],
    ['an unknown inside', ['a', UNKNOWN], t.list(t.string), 'unknown'],
  ])('is a result that is %s', async (_, value, returns, why) => {
    const driver = await drive(does(() => value, returns, { allowUnknown: true }));
    const { message } = await failure(driver.callFunction('does', ['a']));
    expect(message).toContain(why);
    expect(message).toContain('This is a bug of the provider');
  });
});

describe('functions', () => {
  it('are announced with their signature, in the schema and apart from it, without a configured provider', async () => {
    const client = await connect(join);
    const type = (json: unknown) => new Uint8Array(Buffer.from(JSON.stringify(json)));
    const plain = { description, descriptionKind: 1, allowNullValue: false, allowUnknownValues: false };
    const announced = {
      join: {
        parameters: [
          { ...plain, name: 'separator', type: type('string'), allowNullValue: true },
          { ...plain, name: 'times', type: type('number') },
        ],
        variadicParameter: { ...plain, name: 'words', type: type(['list', 'string']) },
        return: { type: type('string') },
        summary,
        description,
        descriptionKind: 1,
        deprecationMessage: 'Use the one that is built in.',
      },
    };
    expect(await client.call('GetFunctions', {})).toEqual({ functions: announced, diagnostics: [] });
    expect((await client.call('GetProviderSchema', {})).functions).toEqual(announced);
    expect((await client.call('GetMetadata', {})).functions).toEqual([{ name: 'join' }]);
  });

  it('are called without a configured provider; other names are none of ours', async () => {
    const client = await connect(does((value) => value));
    const arg = { msgpack: encodeValue('a', t.string), json: new Uint8Array() };
    const answer = await client.call('CallFunction', { name: 'does', arguments: [arg] });
    expect(decodeValue(answer.result!.msgpack, t.string)).toBe('a');
    const other = await client.call('CallFunction', { name: 'other' });
    expect(other.error?.text).toContain('asked for other');
    expect((await client.call('CallFunction', {})).error?.text).not.toBe('');
  });

  it('have names that Terraform can call, each once', () => {
    const named = (name: string, ...parameters: string[]) =>
      providerFunction({
        name,
        summary,
        description,
        parameters: parameters.map((one) => ({ name: one, type: t.string, description })),
        variadic: { name: 'rest', type: t.string, description },
        returns: t.string,
        run: () => null,
      });
    expect(() => named('a-b')).toThrow('function a-b: "a-b" must be a name in snake_case');
    expect(() => named('a', 'b c')).toThrow('"b c" must be a name');
    expect(() => named('a', 'b', 'b')).toThrow('function a has two parameters named b');
    expect(() => named('a', 'rest')).toThrow('two parameters named rest');
    expect(() => sample(named('a'), named('a'))).toThrow('two functions are named a');
  });
});
