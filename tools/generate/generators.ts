import { formatted, type Generator } from './drift';

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
    generate: async () => (await import('./contract')).generateContract(),
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
  { name: 'l1', owns: 'constructs/l1', generate: async () => (await import('./l1')).generateL1() },
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
