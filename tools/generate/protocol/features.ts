/**
 * The features of the plugin SDK besides the protocol's calls. A feature needs a test: `proofs.ts` names at least one
 * for each.
 */
export const FEATURES = {
  Values: [
    'bool',
    'lossless numbers',
    'strings',
    'lists',
    'sets',
    'maps',
    'objects',
    'tuples',
    'dynamic values',
    'custom types',
    'semantic equality',
    'unknown values',
    'refinements of unknown values',
  ],
  Attributes: [
    'required',
    'optional',
    'computed',
    'default',
    'sensitive',
    'write-only',
    'deprecated',
    'markdown',
    'nested single',
    'nested list',
    'nested set',
    'nested map',
    'blocks: single',
    'blocks: group',
    'blocks: list',
    'blocks: set',
    'blocks: map',
  ],
  Validation: [
    'validators',
    'conflicts with',
    'exactly one of',
    'at least one of',
    'also requires',
    'rules of the author',
    'warnings',
    'paths: attribute',
    'paths: index',
    'paths: key',
    'paths: set element',
  ],
  Plans: [
    'requires replace',
    'requires replace if',
    'requires replace if configured',
    'use state for unknown',
    'use non-null state for unknown',
    'modification by the author',
    'plan of a destroy',
  ],
  'Life of an object': [
    'import by id',
    'import by identity',
    'identity',
    'state upgrade',
    'moves',
    'private state',
    'partial state of a failed apply',
    'timeouts',
    'provider meta',
  ],
  'Beside resources': [
    'data sources',
    'functions',
    'variadic functions',
    'nullable arguments',
    'errors at arguments',
    'ephemeral resources',
  ],
  'The process': [
    'handshake',
    'mutual TLS',
    'TCP',
    'long socket paths',
    'end with Shutdown',
    'end with the last client',
    'Ctrl-C',
    'crash with its stack',
    'logs',
    'reattach',
  ],
  Robustness: [
    'malformed values',
    'malformed messages',
    'mutated messages',
    'a thousand calls at once',
    'values of 20 MB',
    'StopProvider during each call',
    'exceptions of the author',
  ],
} as const;

/** Calls that are served although Terraform 1.11 does not make them, and the programs that make them. */
export const MADE_BY_OTHERS: Readonly<Record<string, string>> = {
  GetMetadata: 'no terraform; programs that join several providers in one do',
  GetFunctions: 'OpenTofu, which asks for functions apart from the schema',
  GetResourceIdentitySchemas: 'Terraform 1.12 and later',
  UpgradeResourceIdentity: 'Terraform 1.12 and later',
};

interface NotServed {
  readonly calls: readonly string[];
  /** The release of terraform that brought the calls. */
  readonly since: string;
  readonly why: string;
}

/** The other calls of protocol 6.11. The answer to a call that is not served is status 12, unimplemented. */
export const NOT_SERVED: readonly NotServed[] = [
  {
    calls: ['ListResource', 'ValidateListResourceConfig'],
    since: '1.13',
    why: 'List resources (`terraform query`): no terraform that runs them is at hand to prove them on.',
  },
  {
    calls: ['PlanAction', 'InvokeAction', 'ValidateActionConfig'],
    since: '1.14',
    why: 'Actions: no terraform that runs them is at hand to prove them on.',
  },
  {
    calls: ['GenerateResourceConfig'],
    since: '1.14',
    why: 'Only made of a provider that announces it; without it, Terraform generates configuration by the schema, as before.',
  },
  {
    calls: [
      'ValidateStateStoreConfig',
      'ConfigureStateStore',
      'ReadStateBytes',
      'WriteStateBytes',
      'LockState',
      'UnlockState',
      'GetStates',
      'DeleteState',
    ],
    since: '1.15',
    why: 'State stores: a provider that keeps state is another kind of program, and no terraform at hand runs one.',
  },
];

/** Things that are not calls of their own, and that are missing too. */
export const NOT_THERE: readonly (readonly [what: string, why: string])[] = [
  [
    'Deferral',
    'No terraform at hand allows it (`deferral_allowed`). What is not known yet is planned as unknown, as ever.',
  ],
  ['Protocol 5', 'Every terraform since 1.0 speaks protocol 6, which can do all that protocol 5 can.'],
  ['States of Terraform 0.11', 'Their flat form (`flatmap`) is not read: Terraform 0.12 and later write JSON.'],
];
