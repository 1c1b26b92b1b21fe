/** The seven types of exception that bypass, each through the configuration that adds it. */
import { TerraformVariable, type IResolvable, type TerraformStack } from 'cdktf';
import {
  BypassAction,
  DomainBypass,
  DnsRecordType,
  ClientLocation,
  SteeringConfiguration,
  type SteeringExceptionBaseOptions,
  type ISteeringConfiguration,
} from '../../constructs';
import { EXCEPTION_TYPES, type ExceptionTypeName } from '../../steering/domain/exceptions';
import { resourceOf, synthesize } from './synthesize';

type Add = (
  configuration: ISteeringConfiguration,
  shared: SteeringExceptionBaseOptions,
  tokens: Tokens,
) => { exceptionId: string };

interface Tokens {
  readonly text: string;
  readonly list: string[];
}

interface Case {
  readonly type: ExceptionTypeName;
  /** Adds the exception `It` with literals. */
  readonly add: Add;
  readonly writes: object;
  /** The same with tokens wherever one can stand. */
  readonly addTokens: Add;
  readonly writesTokens: object;
}

const CASES: readonly Case[] = [
  {
    type: 'application',
    add: (it, shared) =>
      it.bypassApplications('It', {
        ...shared,
        applications: ['Box', 'a ${b}'],
        action: BypassAction.BYPASS_EXCEPT_DNS,
      }),
    writes: { applications: ['Box', 'a $${b}'], action: 'bypass_except_dns' },
    addTokens: (it, shared, { text, list }) =>
      it.bypassApplications('It', { ...shared, applications: list, action: text as BypassAction }),
    writesTokens: { applications: '${var.list}', action: '${var.text}' },
  },
  {
    type: 'category',
    add: (it, shared) => it.bypassCategories('It', { ...shared, categories: ['Finance', '%{x}'] }),
    writes: { categories: ['Finance', '%%{x}'] },
    addTokens: (it, shared, { text }) => it.bypassCategories('It', { ...shared, categories: [text] }),
    writesTokens: { categories: ['${var.text}'] },
  },
  {
    type: 'destination_location',
    add: (it, shared) =>
      it.bypassDestinationLocations('It', { ...shared, networkLocations: ['a ${b}'], treatLikeLocalIp: true }),
    writes: { network_locations: ['a $${b}'], treat_like_local_ip: true },
    addTokens: (it, shared, { text, list }) =>
      it.bypassDestinationLocations('It', { ...shared, networkLocations: list, action: text as BypassAction }),
    writesTokens: { network_locations: '${var.list}', action: '${var.text}' },
  },
  {
    type: 'dns',
    add: (it, shared) =>
      it.bypassDns('It', {
        ...shared,
        questions: [{ domain: '*.a.example' }, { domain: '::1', recordType: DnsRecordType.PTR }],
      }),
    writes: {
      questions: [
        { domain: '*.a.example', record_type: 'all' },
        { domain: '::1', record_type: 'PTR' },
      ],
    },
    addTokens: (it, shared, { text }) =>
      it.bypassDns('It', {
        ...shared,
        questions: [
          { domain: text, recordType: DnsRecordType.PTR },
          { domain: 'anything', recordType: text as DnsRecordType },
        ],
      }),
    writesTokens: {
      questions: [
        { domain: '${var.text}', record_type: 'PTR' },
        { domain: 'anything', record_type: '${var.text}' },
      ],
    },
  },
  {
    type: 'domains',
    add: (it, shared) => it.bypassDomains('It', { ...shared, domains: ['a.example', '*.b.example'] }),
    writes: { domains: ['a.example', '*.b.example'] },
    addTokens: (it, shared, { list }) => it.bypassDomains('It', { ...shared, domains: list }),
    writesTokens: { domains: '${var.list}' },
  },
  {
    type: 'source_countries',
    add: (it, shared) => it.bypassSourceCountries('It', { ...shared, countries: ['DE', 'US'] }),
    writes: { countries: ['DE', 'US'] },
    addTokens: (it, shared, { text }) => it.bypassSourceCountries('It', { ...shared, countries: ['DE', text] }),
    writesTokens: { countries: ['DE', '${var.text}'] },
  },
  {
    type: 'source_location',
    add: (it, shared) => it.bypassSourceLocations('It', { ...shared, networkLocations: ['Head office'] }),
    writes: { network_locations: ['Head office'] },
    addTokens: (it, shared, { list }) => it.bypassSourceLocations('It', { ...shared, networkLocations: list }),
    writesTokens: { network_locations: '${var.list}' },
  },
];

const referred = (stack: TerraformStack) => SteeringConfiguration.fromId(stack, 'Sales', '7');
const NO_TOKENS: Tokens = { text: '', list: [] };

describe.each(CASES)('an exception of the type $type', ({ type, add, writes, addTokens, writesTokens }) => {
  it('writes its data in the configuration that adds it, below an address that never changes', () => {
    const result = synthesize((stack) => add(referred(stack), {}, NO_TOKENS));
    expect(resourceOf(result, EXCEPTION_TYPES[type].resource, 'Sales_It_819EFE80')).toEqual({
      configuration_id: '7',
      ...writes,
    });
  });

  it('takes a side, notes as they are written, and what it depends on', () => {
    const result = synthesize((stack) => {
      const configuration = referred(stack);
      const port = configuration.addNonStandardPort(5222, { domains: ['a.example'] });
      const shared = { location: ClientLocation.OFF_PREMISES, notes: 'a ${b} %{c}', dependsOn: [port] };
      add(configuration, shared, NO_TOKENS);
    });
    expect(resourceOf(result, EXCEPTION_TYPES[type].resource)).toMatchObject({
      location: 'off_premises',
      notes: 'a $${b} %%{c}',
      depends_on: ['netskopesteering_non_standard_port.Sales_Port5222_A4D17B2C'],
    });
  });

  it('takes tokens everywhere, and judges none of them', () => {
    const result = synthesize((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
      addTokens(referred(stack), { notes: text, location: text as ClientLocation }, { text, list });
    });
    expect(resourceOf(result, EXCEPTION_TYPES[type].resource)).toEqual({
      configuration_id: '7',
      notes: '${var.text}',
      location: '${var.text}',
      ...writesTokens,
    });
  });

  it('has an id and an address that others can use', () => {
    const result = synthesize((stack) => {
      const configuration = referred(stack);
      const first = add(configuration, {}, NO_TOKENS) as ReturnType<ISteeringConfiguration['bypassDomains']>;
      configuration.bypassDomains('Next', {
        domains: ['a.example'],
        notes: `after ${first.exceptionId}`,
        dependsOn: [first],
      });
    });
    const address = `netskopesteering_${EXCEPTION_TYPES[type].resource}.Sales_It_819EFE80`;
    expect(resourceOf(result, 'domain_exception', 'Sales_Next_91759553')).toMatchObject({
      notes: `after \${${address}.id}`,
      depends_on: [address],
    });
  });
});

it('takes a list of DNS questions that only terraform knows', () => {
  const result = synthesize((stack) => {
    const questions = new TerraformVariable(stack, 'questions', { type: 'list(any)' });
    referred(stack).bypassDns('It', { questions: questions.value as IResolvable });
  });
  expect(resourceOf(result, 'dns_exception')['questions']).toEqual('${var.questions}');
});

it.each<[what: string, add: (configuration: ISteeringConfiguration) => unknown, says: string]>([
  ['no application', (it) => it.bypassApplications('It', { applications: [] }), 'The list of applications is empty'],
  ['an application without a name', (it) => it.bypassApplications('It', { applications: [''] }), 'Not a name'],
  ['no category', (it) => it.bypassCategories('It', { categories: [] }), 'The list of categories is empty'],
  [
    'a category of 1,025 characters',
    (it) => it.bypassCategories('It', { categories: ['x'.repeat(1025)] }),
    'One of categories has 1025 characters',
  ],
  [
    'no destination',
    (it) => it.bypassDestinationLocations('It', { networkLocations: [] }),
    'The list of networkLocations is empty',
  ],
  [
    'no source',
    (it) => it.bypassSourceLocations('It', { networkLocations: [] }),
    'The list of networkLocations is empty',
  ],
  ['no domain', (it) => it.bypassDomains('It', { domains: [] }), 'The list of domains is empty'],
  [
    'a domain in two spellings',
    (it) => it.bypassDomains('It', { domains: ['EXAMPLE.com', 'example.com'] }),
    'Duplicate element. "EXAMPLE.com" and "example.com" are one host name',
  ],
  ['every domain', (it) => it.bypassDomains('It', { domains: ['*'] }), '"*" is not a domain'],
  ['no country', (it) => it.bypassSourceCountries('It', { countries: [] }), 'The list of countries is empty'],
  ['a country by its name', (it) => it.bypassSourceCountries('It', { countries: ['Germany'] }), 'Not a country code'],
  ['no question', (it) => it.bypassDns('It', { questions: [] }), 'The list of questions is empty'],
  [
    'a question for the name of a name',
    (it) => it.bypassDns('It', { questions: [{ domain: 'a.example', recordType: DnsRecordType.PTR }] }),
    'Not an address',
  ],
  [
    'notes of 4,097 characters',
    (it) => it.bypassDomains('It', { domains: ['a.example'], notes: 'x'.repeat(4097) }),
    'The notes have 4097 characters',
  ],
])('refuses %s', (_, add, says) => {
  expect(() => synthesize((stack) => add(referred(stack)))).toThrow(`stack/Sales/It: `);
  expect(() => synthesize((stack) => add(referred(stack)))).toThrow(says);
});

describe('the id', () => {
  type Before = (configuration: ISteeringConfiguration) => unknown;
  const nothing: Before = () => undefined;
  const bypass = (id: string, before = nothing) =>
    synthesize((stack) => {
      const configuration = SteeringConfiguration.fromName(stack, 'Sales', 'Sales');
      before(configuration);
      configuration.bypassDomains(id, { domains: ['x.example'] });
    });

  it.each<[what: string, id: string, before: Before, says: string]>([
    ['of an entry of a port', 'Port5222', nothing, 'the id "Port5222" is reserved: under it, addNonStandardPort makes'],
    ['of an entry that is there', 'Port5222', (one) => one.addNonStandardPort(5222), 'is reserved'],
    ['of a resource', 'Resource', nothing, 'the id "Resource" is reserved for what the constructs make.'],
    [
      'that is taken',
      'It',
      (one) => one.bypassCategories('It', { categories: ['x'] }),
      'the id "It" is taken: stack/Sales holds a construct with it.',
    ],
  ])('is none %s', (_, id, before, says) => {
    expect(() => bypass(id, before)).toThrow(`stack/Sales/${id}: `);
    expect(() => bypass(id, before)).toThrow(says);
  });

  it('may be like that of a port in a configuration, elsewhere', () => {
    synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
      expect(new DomainBypass(stack, 'Port5222', { configuration, domains: ['x.example'] }).node.id).toBe('Port5222');
    });
  });

  it('is warned of where addresses leave it out', () => {
    const { annotations } = bypass('Default');
    expect(annotations).toEqual([expect.stringContaining('stack/Sales/Default: cdktf leaves the id "Default" out')]);
    const adopted = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'Default'));
    expect(adopted.annotations).toEqual([]);
  });
});
