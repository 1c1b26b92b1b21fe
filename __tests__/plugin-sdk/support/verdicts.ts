/** What becomes of misbehaviours: by the rules of the test driver, and by the real terraform. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiagnosticError, hasErrors, UNKNOWN, type Diagnostic } from 'terraform-plugin-sdk-ts';
import { serveMethodsForDebugging } from '../../../providers/plugin-sdk/debug-provider';
import { ProviderClient } from '../../../providers/plugin-sdk/testing/provider-client';
import { ResourceDriver, type Instance } from '../../../providers/plugin-sdk/testing/resource-driver';
import { TerraformWorkspace } from 'terraform-plugin-sdk-ts/testing/terraform';
import { badProvider, type Misbehaviour } from './bad-provider';
import { documentOf, resourceOf, type ResourceJson } from './terraform-json';

/** What is said of a plan, or of an apply, if the plan is accepted: summaries of errors; none: it is accepted. */
interface Verdict {
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
    const driver = new ResourceDriver(client, resource, (diagnostics) => {
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
    // What is refused without a plan would keep terraform from planning anything.
    const refused = await errorsOf(workspace, all.flatMap(written), ['validate']);
    const valid = all.filter(([name]) => refused[name] === undefined);
    const creates = valid.filter(([, { first }]) => first === null);
    const updates = valid.filter(([, { first }]) => first !== null);
    const accepted = (of: typeof all, plans: Found) => of.filter(([name]) => plans[name] === undefined);

    const created = await errorsOf(workspace, creates.flatMap(written), ['plan']);
    const firsts = updates.flatMap(([name, one]) => written([name, { ...one, config: one.first ?? {}, hidden: [] }]));
    const make = [...accepted(creates, created).flatMap(written), ...firsts];
    const applied = await errorsOf(workspace, make, ['apply', '-auto-approve']);
    const change = ['-refresh=false'];
    const planned = await errorsOf(workspace, updates.flatMap(written), ['plan', ...change]);
    const rest = accepted(updates, planned).flatMap(written);
    const updated = await errorsOf(workspace, rest, ['apply', '-auto-approve', ...change]);
    const [plans, applies] = [
      { ...refused, ...created, ...planned },
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

/** What terraform says of resources, by a command and its flags. */
export async function errorsOf(
  workspace: TerraformWorkspace,
  resources: readonly ResourceJson[],
  [command = '', ...flags]: readonly string[],
): Promise<Found> {
  await writeFile(join(workspace.folder, 'cases.tf.json'), documentOf(resources));
  const { stdout } = await workspace.run(command, '-json', ...flags);
  const found: Record<string, string[]> = {};
  for (const diagnostic of command === 'validate' ? diagnosticsIn(stdout) : stdout.split('\n').flatMap(diagnosticsIn)) {
    if (diagnostic.severity !== 'error') continue;
    const type = /memory_\w+(?=\.it)/.exec(`${diagnostic.detail} ${JSON.stringify(diagnostic)}`)?.[0];
    if (type === undefined) throw new Error(`terraform says ${JSON.stringify(diagnostic)}`);
    (found[type] ??= []).push(diagnostic.summary);
  }
  return found;
}

/** A validation is one document; other commands say one thing a line. */
function diagnosticsIn(json: string): readonly Diagnostic[] {
  if (!json.startsWith('{')) return [];
  const { diagnostic, diagnostics = [] } = JSON.parse(json) as { diagnostic?: Diagnostic; diagnostics?: Diagnostic[] };
  return diagnostic === undefined ? diagnostics : [diagnostic];
}

function written([type, { attributes, config, hidden }]: readonly [string, Misbehaviour]): readonly ResourceJson[] {
  return resourceOf(type, attributes, config, hidden);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
