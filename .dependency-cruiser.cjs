// The arrows between the rooms. A room may import itself and what its row lists, nothing else: an import that no row
// allows is an error, so a new arrow is always a decision made in this file.

/** A package in node_modules, or its types; the tree may sit behind a symlink, so the pattern is not anchored. */
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;

const SHARED = '^providers/plugin-sdk/(values|types|numbers|diagnostics)\\.ts$';

/** What every room of steering may use: helpers for maps and lists, and the escaping of what a terminal would obey. */
const STEERING_ROOT = ['^steering/(collections|inert)\\.ts$'];

/** The rooms inside steering, each with the rooms below it that it may import. None imports upward. */
function steeringRooms(below) {
  return Object.entries(below).map(([room, rooms]) => ({
    name: `steering-${room}`,
    from: `^steering/${room}/`,
    mayImport: [
      ...STEERING_ROOT,
      ...rooms.map((other) => `^steering/${other}/`),
      npm('re2js', 'tldts'),
      '^(node:)?(url|crypto)$',
    ],
    why: 'a room of steering answers one question and knows only the questions below it',
  }));
}

/**
 * from: the files of the room; mayImport: paths; node: Node's own modules are allowed; why: shown when it is broken.
 * @type {{ name: string, from: string, mayImport: string[], node?: boolean, why: string }[]}
 */
const ROOMS = [
  {
    name: 'steering',
    from: '^steering/',
    mayImport: [npm('re2js', 'tldts'), '^(node:)?(url|crypto)$'],
    why: 'what a tenant means is pure: no I/O and nothing of ours; re2js runs the regexes of users, node:url spells host names',
  },
  ...steeringRooms({
    domain: [],
    catalogue: ['domain'],
    model: ['domain', 'catalogue'],
    decide: ['domain', 'catalogue', 'model'],
    rules: ['domain', 'catalogue', 'model', 'decide'],
    words: ['domain', 'catalogue', 'model', 'decide'],
    compare: ['domain', 'catalogue', 'model', 'decide'],
    demands: ['domain', 'catalogue', 'model', 'decide', 'rules', 'words', 'compare'],
  }),
  {
    name: 'steering-patterns',
    from: '^steering/compare/patterns/',
    mayImport: [...STEERING_ROOT, '^steering/domain/', npm('re2js')],
    why: 'which names several patterns share is a question of automata: it knows neither models nor flows',
  },
  {
    name: 'sdk-vocabulary',
    from: SHARED,
    mayImport: [],
    why: 'values, types, numbers and diagnostics are the words that schema, engine and wire share',
  },
  {
    name: 'sdk-schema',
    from: '^providers/plugin-sdk/schema/',
    mayImport: [SHARED],
    why: 'a schema is a declaration: it knows neither how it is run nor how it is sent',
  },
  {
    name: 'sdk-engine',
    from: '^providers/plugin-sdk/engine/',
    mayImport: [SHARED, '^providers/plugin-sdk/schema/'],
    why: 'the engine is pure: no gRPC, no I/O',
  },
  {
    name: 'sdk-wire',
    from: '^providers/plugin-sdk/wire/',
    mayImport: [
      SHARED,
      '^providers/plugin-sdk/schema/',
      npm('@bufbuild/protobuf', '@msgpack/msgpack', 'lossless-json'),
    ],
    node: true,
    why: 'the wire moves values and knows no engine; each package in it costs start-up time',
  },
  {
    name: 'sdk-server',
    from: '^providers/plugin-sdk/server(\\.ts$|/)',
    mayImport: [SHARED, '^providers/plugin-sdk/(schema|engine|wire)/'],
    node: true,
    why: 'the one room that joins wire and engine',
  },
  {
    name: 'sdk-index',
    from: '^providers/plugin-sdk/index\\.ts$',
    mayImport: ['^providers/plugin-sdk/(?!testing)'],
    why: 'what a provider gets; the test driver is no part of it',
  },
  {
    name: 'sdk-entries',
    from: '^providers/plugin-sdk/(serve|debug)-provider\\.ts$',
    mayImport: ['^providers/plugin-sdk/(engine/provider|server)\\.ts$', '^providers/plugin-sdk/wire/'],
    why: 'they put a provider behind a socket, and know no value',
  },
  {
    name: 'sdk-testing',
    from: '^providers/plugin-sdk/testing/',
    mayImport: ['^providers/plugin-sdk/', npm('@bufbuild/protobuf', '@msgpack/msgpack', 'lossless-json')],
    node: true,
    why: 'the test driver may see all of the SDK and nothing beyond it',
  },
  {
    name: 'netskope-client',
    from: '^providers/netskope/client/',
    mayImport: ['^tenant/contract/', npm('axios', 'proxy-from-env')],
    node: true,
    why: 'the client knows the contract and HTTP, not Terraform and not steering',
  },
  {
    name: 'netskope-provider',
    from: '^providers/netskope/(?!client/|main\\.ts$)',
    mayImport: ['^providers/netskope/', '^providers/plugin-sdk/index\\.ts$', '^steering/', '^package\\.json$'],
    node: true,
    why: 'the provider is written with the SDK as any other author sees it; HTTP belongs to the client',
  },
  {
    name: 'netskope-start',
    from: '^providers/netskope/main\\.ts$',
    mayImport: ['^providers/netskope/(names|provider)\\.ts$', '^providers/plugin-sdk/serve-provider\\.ts$'],
    why: 'terraform waits for the handshake: what the first file imports is loaded before it, so it is next to nothing',
  },
  {
    name: 'other-providers',
    from: '^(examples/minimal-provider|__tests__/support/stand-in-null)/(provider|main)\\.ts$',
    mayImport: ['^providers/plugin-sdk/(index|serve-provider)\\.ts$'],
    node: true,
    why: 'what any author can write, they prove: with nothing but what the SDK offers to all',
  },
  {
    name: 'minimal-provider-test',
    from: '^examples/minimal-provider/provider\\.test\\.ts$',
    mayImport: ['^examples/minimal-provider/', '^providers/plugin-sdk/testing/(terraform/)?index\\.ts$'],
    node: true,
    why: 'the test of a provider, as any author can write it',
  },
  {
    name: 'tenant-contract',
    from: '^tenant/contract/',
    mayImport: [],
    why: 'the contract is types and data, generated from openapi.yaml',
  },
  {
    name: 'tenant-emulator',
    from: '^tenant/emulator/',
    mayImport: ['^tenant/contract/', '^steering/catalogue/', npm('fastify', 'ajv', 'ajv-formats', 'fflate', 'libsql')],
    node: true,
    why: 'a bug shared with the client or the resources must not agree with itself; libsql keeps what must survive it',
  },
  {
    name: 'constructs-l1',
    from: '^constructs/l1/',
    mayImport: [npm('cdktf', 'constructs')],
    why: 'generated bindings stand alone',
  },
  {
    name: 'constructs-file',
    from: '^constructs/plumbing/steering-file\\.ts$',
    mayImport: ['^steering/index\\.ts$', '^constructs/plumbing/synth\\.ts$', npm('cdktf')],
    node: true,
    why: 'at synth it writes steering.json beside what cdktf writes, and shows terraform the provider; no other construct does I/O',
  },
  {
    name: 'constructs-start',
    from: '^constructs/read-tenants\\.ts$',
    mayImport: ['^constructs/(tenants|plumbing/(checked|synth))\\.ts$'],
    node: true,
    why: 'what an app calls first, so that it is short: it reads the file of tenants, and tells what is wrong on stderr',
  },
  {
    name: 'constructs',
    from: '^constructs/(?!l1/|read-tenants\\.ts$|plumbing/steering-file\\.ts$)',
    mayImport: ['^constructs/', '^steering/', npm('cdktf', 'constructs', '@cdktf/provider-null')],
    why: 'what users write: synthesized anywhere, so no provider, no tenant, and no I/O but what cdktf does at synth',
  },
  {
    name: 'review',
    from: '^review/',
    mayImport: ['^steering/', '^(node:)?crypto$'],
    why: 'plan JSON in, findings out: pure; digests name what is approved, and the style of a page',
  },
  {
    name: 'live',
    from: '^live/',
    mayImport: ['^steering/', '^tenant/contract/', npm('axios')],
    node: true,
    why: 'a real tenant, read by REST v1 and written by a person: it needs no provider, and what it shows is pure',
  },
  {
    name: 'main',
    from: '^main\\.ts$',
    mayImport: ['^constructs/index\\.ts$', npm('cdktf', 'constructs')],
    why: 'the app is written as any user would write it',
  },
];

const roomRules = ROOMS.map(({ name, from, mayImport, node, why }) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: from },
  to: { pathNot: [from, ...mayImport], ...(node ? { dependencyTypesNot: ['core'] } : {}) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'a cycle has no first step to read; it hides which of its files depends on which',
      from: {},
      to: { circular: true },
    },
    {
      name: 'cdktf-only-in-constructs',
      severity: 'error',
      comment:
        'cdktf is archived and has a successor: two rooms at most may feel a change (examples are users’ code; benchmarks measure constructs against bare cdktf)',
      from: { pathNot: '^(main\\.ts$|constructs/|examples/|benchmarks/|__tests__/)' },
      to: { path: npm('cdktf', 'cdktn') },
    },
    {
      name: 'sdk-by-its-name',
      severity: 'error',
      comment:
        'the SDK is a package: its users import it by its name, which leads to its index and its test drivers; its own tests and what builds or measures it see more',
      from: { pathNot: '^(providers/plugin-sdk|__tests__/(plugin-sdk|tools)|tools|benchmarks)' },
      to: { path: '^providers/plugin-sdk/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'schema-types-only-in-wire',
      severity: 'error',
      comment: 'the wire writes a schema down; what a schema does is the engine’s',
      from: { path: '^providers/plugin-sdk/wire/' },
      to: { path: '^providers/plugin-sdk/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-types-only-in-client',
      severity: 'error',
      comment:
        'the client takes the contract’s types and its small table of collections: the document would be parsed at the start of every provider process',
      from: { path: '^providers/netskope/client/' },
      to: {
        path: '^tenant/contract/',
        pathNot: '^tenant/contract/collections\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'library-imports-what-it-declares',
      severity: 'error',
      comment: 'constructs and steering are published unbundled: a devDependency of ours is missing at the user’s',
      from: { path: '^(constructs|steering)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'type-only'] },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      comment: 'nothing that ships may need a test or the SDK’s test driver',
      from: { pathNot: '^(__tests__/|benchmarks/|examples/|tools/terraform/|providers/plugin-sdk/testing)' },
      to: { path: '^(__tests__/|benchmarks/|providers/plugin-sdk/testing)' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'a file or package that is not there cannot be judged',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Built from sources that are checked.
    exclude: { path: '^(providers/plugin-sdk/)?dist/' },
    tsPreCompilationDeps: 'specify',
    webpackConfig: { fileName: 'tools/check/aliases.cjs' },
    // No tsConfig: with one, the package "constructs" resolves to our own folder of that name.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
