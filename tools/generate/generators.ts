import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatted, type GeneratedFile, type Generator } from './drift';

/** The draft of JSON Schema that editors know best. */
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/**
 * Every generator of `npm run generate`, in the order in which they run. A generator whose code others load comes
 * before those. The code of each is loaded only when it runs, so it finds what the earlier ones have written.
 */
export const GENERATORS: readonly Generator[] = [
  {
    name: 'contract',
    owns: 'tenant/contract/gen',
    generate: generateContract,
  },
  {
    name: 'proto',
    owns: 'providers/plugin-sdk/wire/gen',
    generate: async () => (await import('./proto')).generateProto(),
  },
  {
    name: 'native-apps',
    generate: async () => (await import('./native-apps/describe')).generateNativeApps(),
  },
  { name: 'l1', owns: 'constructs/l1', generate: generateL1 },
  { name: 'shapes', generate: async () => (await import('./shapes')).generateShapes() },
  {
    name: 'docs',
    owns: ['docs/resources', 'docs/data-sources', 'docs/functions', 'docs/ephemeral-resources'],
    generate: async () => (await import('./docs')).generateDocs(),
  },
  {
    name: 'tenants',
    generate: async () => {
      const { schemaOf } = await import('../../steering/demands/shape');
      const { tenantsFile } = await import('../../constructs/tenants');
      return [
        await formatted('docs/tenants.schema.json', JSON.stringify({ $schema: DRAFT, ...schemaOf(tenantsFile) })),
      ];
    },
  },
  { name: 'assumptions', generate: async () => (await import('./assumptions/describe-marks')).generateAssumptions() },
  { name: 'rules', generate: async () => (await import('./rules/describe-rules')).generateRules() },
  { name: 'protocol', generate: async () => (await import('./protocol')).generateProtocol() },
];

/**
 * Generates two files from `tenant/contract/openapi.yaml`: its types, and the same document as JSON. With the JSON,
 * neither the client nor the local tenant has to parse YAML when it starts.
 */
async function generateContract(): Promise<GeneratedFile[]> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const { parse } = await import('yaml');
  const source = 'tenant/contract/openapi.yaml';
  const yaml = await readFile(join(__dirname, '..', '..', source), 'utf8');
  const types = astToString(await openapiTS(yaml, { defaultNonNullable: false, silent: true }));
  const banner = `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;
  return Promise.all([
    formatted('tenant/contract/gen/api.ts', banner + types),
    formatted('tenant/contract/gen/openapi.json', JSON.stringify(parse(yaml))),
  ]);
}

/** Generates the provider's resources as typed constructs. */
async function generateL1(): Promise<GeneratedFile[]> {
  const { PROVIDER_SOURCE } = await import('../../providers/netskope/names');
  const { netskope } = await import('../../providers/netskope/provider');
  const { emitL1 } = await import('./l1/emit-l1');
  const files = emitL1(netskope, { source: PROVIDER_SOURCE, className: 'NetskopeSteeringProvider' });
  return Promise.all(files.map(({ name, text }) => formatted(`constructs/l1/${name}`, text)));
}
