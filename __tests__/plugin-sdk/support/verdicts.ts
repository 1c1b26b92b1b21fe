/** What becomes of misbehaviours: by the rules of the test driver, and by the real terraform. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiagnosticError, hasErrors, record, UNKNOWN, type Diagnostic } from '../../../providers/plugin-sdk';
import { serveMethodsForDebugging } from '../../../providers/plugin-sdk/debug-provider';
import { ProviderClient } from '../../../providers/plugin-sdk/testing/provider-client';
import { ResourceDriver, type Instance } from '../../../providers/plugin-sdk/testing/resource-driver';
import { TerraformWorkspace } from '../../../providers/plugin-sdk/testing-terraform';
import { badProvider, type Misbehaviour } from './bad-provider';
import { bodyOf, documentOf, jsonOf, literal, type ResourceJson } from './terraform-json';

/** What is said of a plan, or of an apply, if the plan is accepted: summaries of errors; none: it is accepted. */
export interface Verdict {
  readonly plan: readonly string[];
  readonly apply: readonly string[];
}

export type Verdicts = Readonly<Record<string, Verdict>>;
type Cases = Readonly<Record<string, Misbehaviour>>;

export async function verdictsOfDriver(cases: Cases): Promise<Verdicts> {
  const { provider, methods } = badProvider(cases);
  const client = ProviderClient.inProcess(methods());
  await client.call('ConfigureProvider', { config: { msgpack: Buffer.from([0x80]), json: new Uint8Array() } });
  const verdicts = Object.entries(cases).map(async ([name, one]) => {
    const resource = provider.resources.find((resource) => resource.name === name)!;
    const driver = new ResourceDriver(client, resource as never, (diagnostics) => {
      if (hasErrors(diagnostics)) throw new DiagnosticError(...diagnostics);
    });
    return [name, await verdictOf(driver, one)] as const;
  });
  return Object.fromEntries(await Promise.all(verdicts));
}

async function verdictOf(driver: ResourceDriver, { first, config, hidden }: Misbehaviour): Promise<Verdict> {
  let prior: Instance | null = null;
  if (first !== null) prior = await driver.applyPlan(first, null, await driver.plan(first, null));
  const early = { ...config, ...Object.fromEntries(hidden.map((name) => [name, UNKNOWN])) };
  try {
    const plan = await driver.plan(early, prior);
    try {
      await driver.applyPlan(config, prior, plan);
      return { plan: [], apply: [] };
    } catch (cause) {
      return { plan: [], apply: summariesOf(cause) };
    }
  } catch (cause) {
    return { plan: summariesOf(cause), apply: [] };
  }
}

function summariesOf(cause: unknown): readonly string[] {
  if (!(cause instanceof DiagnosticError)) throw cause;
  return distinct(cause.diagnostics.map(({ summary }: Diagnostic) => summary));
}

/** A few runs of terraform for all of them: plans of those that create, applies of what is accepted, the same for updates. */
export async function verdictsOfTerraform(cases: Cases): Promise<Verdicts> {
  const source = 'terraform.local/test/memory';
  const server = await serveMethodsForDebugging(source, badProvider(cases).methods);
  const workspace = await TerraformWorkspace.around(server, 'memory', { source });
  try {
    const all = Object.entries(cases);
    const creates = all.filter(([, { first }]) => first === null);
    const updates = all.filter(([, { first }]) => first !== null);
    const accepted = (of: typeof all, plans: Found) => of.filter(([name]) => plans[name] === undefined);

    const created = await errorsOf(workspace, creates.map(resourceJson), ['plan']);
    const firsts = updates.map(([name, one]) => resourceJson([name, { ...one, config: one.first ?? {}, hidden: [] }]));
    const make = [...accepted(creates, created).map(resourceJson), ...firsts];
    const applied = await errorsOf(workspace, make, ['apply', '-auto-approve']);
    const change = ['-refresh=false'];
    const planned = await errorsOf(workspace, updates.map(resourceJson), ['plan', ...change]);
    const rest = accepted(updates, planned).map(resourceJson);
    const updated = await errorsOf(workspace, rest, ['apply', '-auto-approve', ...change]);
    const [plans, applies] = [
      { ...created, ...planned },
      { ...applied, ...updated },
    ];
    return Object.fromEntries(
      all.map(([name]) => [name, { plan: distinct(plans[name] ?? []), apply: distinct(applies[name] ?? []) }]),
    );
  } finally {
    await workspace.remove();
  }
}

/** Summaries of errors, by resource type. */
type Found = Readonly<Record<string, readonly string[]>>;

async function errorsOf(
  workspace: TerraformWorkspace,
  resources: readonly (ResourceJson & { readonly hides: string })[],
  [command = '', ...flags]: readonly string[],
): Promise<Found> {
  const hides = resources.filter(({ hides }) => hides !== '');
  const hiding = hides.map(({ type, hides }) => ({ type: 'terraform_data', name: type, body: `{"input": ${hides}}` }));
  await writeFile(join(workspace.folder, 'cases.tf.json'), documentOf([...hiding, ...resources]));
  const { stdout } = await workspace.run(command, '-json', ...flags);
  const found = record() as unknown as Record<string, string[]>;
  for (const line of stdout.split('\n').filter((line) => line.startsWith('{'))) {
    const { diagnostic } = JSON.parse(line) as { diagnostic?: Diagnostic };
    if (diagnostic?.severity !== 'error') continue;
    const type = /memory_\w+(?=\.it)/.exec(`${diagnostic.detail} ${JSON.stringify(diagnostic)}`)?.[0];
    if (type === undefined) throw new Error(`terraform says ${line}`);
    (found[type] ??= []).push(diagnostic.summary);
  }
  return found;
}

/** What is hidden comes from another resource, as JSON: not even its type is known in a plan that changes it. */
function resourceJson([type, { attributes, config, hidden }]: readonly [string, Misbehaviour]) {
  const body = bodyOf(attributes, config, (name) =>
    hidden.includes(name) ? `jsondecode(terraform_data.${type}.output).${name}` : undefined,
  );
  const values = hidden.map((name) => [name, config[name] ?? null] as const);
  return { type, name: 'it', body, hides: hidden.length === 0 ? '' : literal(jsonOf(record(values))) };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
