/** Synthesizes what a test builds, with all validations, and leaves nothing behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing, TerraformStack, type App, type TerraformProvider } from 'cdktf';
import { l1, NetskopeSteeringProvider } from '../../constructs';

export interface Synthesized {
  /** The stack's Terraform configuration, without metadata. */
  readonly config: TerraformJson;
  /** `level: message` of every annotation, in order of the construct tree. */
  readonly annotations: readonly string[];
}

export interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly import?: readonly unknown[];
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly provider?: unknown;
  readonly output?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** `context`: of the stack, as cdktf.json may set it. */
export function synthesize(build: (stack: TerraformStack) => void, context: object = {}): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'synthesize-'));
  try {
    const stack = new TerraformStack(Testing.app({ outdir }), 'stack');
    for (const [key, value] of Object.entries(context)) stack.node.setContext(key, value);
    new NetskopeSteeringProvider(stack, 'netskope');
    build(stack);
    const config = JSON.parse(Testing.synth(stack, true)) as TerraformJson;
    const annotations = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type.startsWith('@cdktf/'))
      .map(({ type, data }) => `${type.replace('@cdktf/', '')}: ${String(data)}`);
    return { config, annotations };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The only resource of a type, or the one of this name. */
export function resourceOf({ config }: Synthesized, type: string, name?: string): Readonly<Record<string, unknown>> {
  const resources = config.resource?.[`netskopesteering_${type}`] ?? {};
  const found = name === undefined ? Object.values(resources) : [resources[name]];
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`not one ${type}: ${Object.keys(resources).join(', ')}`);
  return found[0];
}

/** A provider with an alias, for a tenant of that name. */
export function aliased(stack: TerraformStack, alias: string): NetskopeSteeringProvider {
  return new NetskopeSteeringProvider(stack, alias, { alias, serverUrl: `https://${alias}.goskope.com/api/v2` });
}

/** Blocks App.exe in the default configuration of a tenant. */
export function blockApp(stack: TerraformStack, id: string, provider?: TerraformProvider) {
  const by = provider === undefined ? {} : { provider };
  const configuration = new l1.defaultConfiguration.DefaultConfiguration(stack, `${id}D`, {
    trafficMode: 'web',
    dynamicSteering: { enabled: false },
    ...by,
  });
  const app = new l1.certificatePinnedApp.CertificatePinnedApp(stack, id, {
    name: 'App',
    windows: { processes: ['App.exe'] },
    ...by,
  });
  const ids = { configurationId: configuration.id, appId: app.id };
  new l1.certificatePinnedAppException.CertificatePinnedAppException(stack, `${id}E`, {
    ...ids,
    windows: 'block',
    ...by,
  });
  return configuration;
}

/** What stops the synth of a stack and of all others of its app; an empty text where nothing does. */
export function complaintsOf(stack: TerraformStack): string {
  try {
    (stack.node.root as App).synth();
    return '';
  } catch (cause) {
    return (cause as Error).message;
  }
}
