/**
 * Names the tests that prove each call and feature: the file, then the titles of tests, in which `…` stands for text
 * that is known only when the test runs. A test checks that each named test exists.
 */
import type { ProviderDefinition } from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import type { FEATURES } from './features';

type RpcMethods = typeof ProviderDefinition.methods;

/** A call of the protocol that is served, or a feature. */
export type ProofSubject = RpcMethods[keyof RpcMethods]['name'] | (typeof FEATURES)[keyof typeof FEATURES][number];

/** Where a test proves something: with the real terraform, or on the wire, in terraform's place on a socket. */
export type ProofPlace = 'terraform' | 'wire';

export const PROOFS: Readonly<
  Record<ProofPlace, Readonly<Record<string, Readonly<Record<string, readonly ProofSubject[]>>>>>
> = {
  terraform: {
    '__tests__/plugin-sdk/terraform.test.ts': {
      'spellings: what a user wrote stays, other ways to write it plan empty, another word is replaced': [
        'semantic equality',
        'requires replace',
      ],
      'spellings: what is not known in the plan may turn out to be what is stored, or not': [
        'semantic equality',
        'unknown values',
        'refinements of unknown values',
      ],
      'a data source is read in the plan, or put off until what it depends on is known': ['data sources'],
      'functions are called, and complain at their arguments': [
        'functions',
        'variadic functions',
        'errors at arguments',
      ],
      'is reached over TCP where there are no sockets in the file system': ['TCP', 'logs'],
      'finds another place for its socket where that of temporary files has too long a name': ['long socket paths'],
      'that ends with an error which nobody caught shows its stack, as terraform shows crashes': [
        'crash with its stack',
      ],
    },
    '__tests__/plugin-sdk/terraform/blocks.test.ts': {
      'blocks are written, planned, stored and changed; where there is none they are empty': [
        'blocks: single',
        'blocks: group',
        'blocks: list',
        'blocks: set',
        'blocks: map',
      ],
    },
    '__tests__/plugin-sdk/terraform/calls.test.ts': {
      'a life of a word, of which a data source tells, and a function shouts': [
        'ValidateProviderConfig',
        'ConfigureProvider',
        'ValidateResourceConfig',
        'PlanResourceChange',
        'ApplyResourceChange',
        'ReadResource',
        'UpgradeResourceState',
        'ImportResourceState',
        'ValidateDataResourceConfig',
        'ReadDataSource',
        'CallFunction',
        'import by id',
        'semantic equality',
        'requires replace',
        'use state for unknown',
        'data sources',
        'functions',
        'variadic functions',
        'errors at arguments',
      ],
    },
    '__tests__/plugin-sdk/terraform/change-of-schema.test.ts': {
      'a state is upgraded to a newer schema, then moved to another type; nothing is replaced': [
        'UpgradeResourceState',
        'MoveResourceState',
        'state upgrade',
        'moves',
        'lossless numbers',
      ],
      'of a state of the same version what the schema lost is left out, what it gained is null, and digits stay': [
        'UpgradeResourceState',
        'lossless numbers',
      ],
    },
    '__tests__/plugin-sdk/terraform/configuration.test.ts': {
      'rules, custom types and plan modifiers: what is refused, what replaces, what stays': [
        'validators',
        'conflicts with',
        'exactly one of',
        'at least one of',
        'also requires',
        'warnings',
        'paths: attribute',
        'paths: index',
        'custom types',
        'requires replace if',
        'requires replace if configured',
        'use non-null state for unknown',
      ],
      'a timeout ends a create at the attribute that sets it; provider_meta says who asks': [
        'timeouts',
        'provider meta',
      ],
    },
    '__tests__/plugin-sdk/terraform/debug.test.ts': {
      'prints the variable with which terraform finds it, serves one terraform after another, and ends with Ctrl-C': [
        'reattach',
      ],
    },
    '__tests__/plugin-sdk/terraform/ephemeral.test.ts': {
      'a token is opened, renewed and closed, and its secret reaches the vault, but no plan and no state': [
        'ValidateEphemeralResourceConfig',
        'OpenEphemeralResource',
        'RenewEphemeralResource',
        'CloseEphemeralResource',
        'ephemeral resources',
        'write-only',
        'private state',
      ],
    },
    '__tests__/plugin-sdk/terraform/interrupt.test.ts': {
      'aborts what runs, and what that saved is stored': ['StopProvider', 'Ctrl-C'],
    },
    '__tests__/plugin-sdk/terraform/values.test.ts': {
      'every value comes back as it was written, digit by digit, and an import finds the same': [
        'bool',
        'lossless numbers',
        'strings',
        'lists',
        'sets',
        'maps',
        'objects',
        'tuples',
        'dynamic values',
        'optional',
        'computed',
        'default',
        'required',
        'nested single',
        'nested list',
        'nested set',
        'nested map',
      ],
      'what is not known in a plan is settled in its apply, as it was promised': [
        'unknown values',
        'refinements of unknown values',
      ],
      'what is declared reaches whoever asks terraform for the schema, and its warnings and redactions': [
        'GetProviderSchema',
        'sensitive',
        'write-only',
        'deprecated',
        'markdown',
      ],
    },
    '__tests__/examples/minimal-provider.test.ts': {
      'is started by terraform, and creates, changes nothing more, and destroys': [
        'handshake',
        'mutual TLS',
        'end with Shutdown',
      ],
    },
  },
  wire: {
    '__tests__/plugin-sdk/blocks.test.ts': {
      'blocks live like attributes: planned, kept where nothing changes, replaced element by element': ['blocks: list'],
    },
    '__tests__/plugin-sdk/data-source.test.ts': {
      'is validated like a resource: its schema, its attributes at their full paths, then rules across them': [
        'ValidateDataResourceConfig',
        'rules of the author',
        'paths: index',
      ],
      'is validated without being configured, and read only then; other names are none of ours': [
        'ValidateDataResourceConfig',
        'ReadDataSource',
        'data sources',
      ],
    },
    '__tests__/plugin-sdk/ephemeral.test.ts': {
      'is opened, renewed as long as it asks for it, and closed': [
        'ValidateEphemeralResourceConfig',
        'OpenEphemeralResource',
        'RenewEphemeralResource',
        'CloseEphemeralResource',
        'ephemeral resources',
      ],
    },
    '__tests__/plugin-sdk/function.test.ts': {
      'hands over arguments by position, the variadic ones last, and gives the result': [
        'CallFunction',
        'functions',
        'variadic functions',
        'nullable arguments',
      ],
      'are announced with their signature, in the schema and apart from it, without a configured provider': [
        'GetFunctions',
        'functions',
      ],
    },
    '__tests__/plugin-sdk/identity-wire.test.ts': {
      'identities are announced apart from the schema, for the resources that have one': ['GetResourceIdentitySchemas'],
      'a stored identity that Terraform does not have is upgraded to none': ['UpgradeResourceIdentity'],
    },
    '__tests__/plugin-sdk/identity.test.ts': {
      'comes with its creation, stays in reads, plans and updates, and goes with it': ['identity'],
      'gives what the identity tells; the read that follows completes both': [
        'ImportResourceState',
        'import by identity',
      ],
      'that is not there stays so': ['UpgradeResourceIdentity'],
    },
    '__tests__/plugin-sdk/load.test.ts': {
      '1,000 calls at once are each answered with their own answer': ['a thousand calls at once'],
      'an object of 20 MB is planned, applied and read': ['values of 20 MB'],
      'ends a running … (…)': ['StopProvider', 'StopProvider during each call'],
    },
    '__tests__/plugin-sdk/move.test.ts': {
      'becomes one of the new type, with every digit, an identity, and nothing write-only': [
        'MoveResourceState',
        'moves',
      ],
      'may warn, and may be refused': ['PlanResourceChange', 'plan of a destroy'],
      'what a module says in provider_meta reaches operations': ['provider meta'],
    },
    '__tests__/plugin-sdk/mutations.test.ts': {
      '… requests with changed bytes, sent …, are answered or refused, and the next one is served': [
        'mutated messages',
        'malformed values',
        'malformed messages',
      ],
      '…: a clean answer, soon, and no memory for what is not there': ['malformed values', 'malformed messages'],
      '… connections with changed bytes are answered or closed, and others are served': ['mutated messages'],
    },
    '__tests__/plugin-sdk/normalize.test.ts': {
      'what was written stays in apply, read and plan, whatever the remote side makes of it': ['semantic equality'],
      'modifyPlan meets the configuration in the spelling that is stored': ['modification by the author'],
    },
    '__tests__/plugin-sdk/server.test.ts': {
      'announces what the provider has and can': ['GetMetadata', 'GetProviderSchema'],
      'validates without being configured, and needs the configuration for everything that works on objects': [
        'ValidateProviderConfig',
        'ValidateResourceConfig',
        'PlanResourceChange',
        'ApplyResourceChange',
        'ReadResource',
        'ImportResourceState',
      ],
      'stops: what comes later is aborted from the start': ['StopProvider', 'ReadResource'],
      '… is an error diagnostic, and no state is lost': ['exceptions of the author'],
      'are a diagnostic where a value is malformed, and the prior state stays as it came': ['malformed values'],
      'are a clean gRPC error where the message itself is malformed, and the server goes on': ['malformed messages'],
    },
    '__tests__/plugin-sdk/testing.test.ts': {
      'goes from create through empty plans, update and replacement to destroy': [
        'PlanResourceChange',
        'ApplyResourceChange',
        'requires replace',
        'use state for unknown',
      ],
      'imports by id and reads what is there; nothing there is null': [
        'ImportResourceState',
        'ReadResource',
        'import by id',
      ],
      'says what a create left behind that failed half-way': ['ApplyResourceChange', 'partial state of a failed apply'],
      'is upgraded from an older version, and refused where nobody can': ['UpgradeResourceState', 'state upgrade'],
      'is planned with what is known about it, then applied with the rest': [
        'unknown values',
        'refinements of unknown values',
      ],
      'keep their path below attributes, lists and maps, and end at a set; the text names the place': [
        'validators',
        'paths: attribute',
        'paths: index',
        'paths: key',
        'paths: set element',
      ],
    },
    '__tests__/plugin-sdk/timeouts.test.ts': {
      'is aborted, and told as a timeout at the attribute that can change it': ['timeouts'],
    },
    '__tests__/plugin-sdk/wire/serve.test.ts': {
      'prints one line, serves the client of that line, answers Shutdown and ends without a trace': [
        'handshake',
        'mutual TLS',
        'end with Shutdown',
      ],
      'refuses a client with …, and goes on to serve the right one': ['mutual TLS'],
      'finds another place when the path of the socket would be too long': ['long socket paths'],
      'comes within a second of Shutdown, even when a call hangs': ['end with Shutdown'],
      'comes when the last client is gone': ['end with the last client'],
      'does not come with Ctrl-C, which is terraform’s to handle': ['Ctrl-C'],
      'comes with an error that nobody caught, shown as terraform shows crashes (…)': ['crash with its stack'],
      'are JSON lines on stderr, when asked for': ['logs'],
    },
  },
};
