/**
 * Whether a review tells the truth. The real terraform makes a plan, the review judges it, the plan is applied to a local tenant,
 * and what becomes of thousands of flows on the tenant before and after is compared with what the review said.
 */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readAll, request, type TenantAddress } from '../../../cli/tenant-reader';
import { runTerraform, type TerraformResult } from '../../../cli/terraform';
import { GATES, reviewPlans, stopOf, type Report, type Review } from '../../../review';
import { effectOf } from '../../../review/traffic/effect';
import {
  compare,
  decide,
  modelFromTenant,
  modelsFromPlan,
  partsOfPlan,
  type PlanJson,
  type TenantObjects,
} from '../../../steering';
import type { App, Configuration } from '../../../tenant/contract';
import { startTenant, type LocalTenant } from '../../../tenant/emulator';
import { flows } from './flows';
import { REQUIRED_PROVIDERS, type Files, type Kind } from './kind';

const CLI_CONFIG_FILE = resolve(__dirname, '../../../dist/terraformrc');
const TOKEN = 'of-both-tenants';
const PLAN = ['plan', '-no-color', '-input=false', '-out=tfplan'] as const;
const APPLY = ['apply', '-no-color', '-input=false', '-auto-approve'] as const;

interface StateJson {
  readonly values?: {
    readonly root_module?: { readonly resources?: readonly { address: string; values: { id: string } }[] };
  };
}

/** Providers, found once for all kinds of plans. */
export interface Initialised {
  readonly folder: string;
}

export async function initialise(): Promise<Initialised> {
  const folder = await mkdtemp(join(tmpdir(), 'reviews-init-'));
  await writeFile(join(folder, 'main.tf'), REQUIRED_PROVIDERS);
  mustSucceed(await runTerraform(['init', '-no-color'], { cwd: folder, cliConfigFile: CLI_CONFIG_FILE }), 'init');
  return { folder };
}

/** A tenant, and a second one at another address. */
export class Here {
  private constructor(
    readonly folder: string,
    readonly tenants: readonly [LocalTenant, LocalTenant],
  ) {}

  static async open({ folder: initialised }: Initialised): Promise<Here> {
    const options = { trafficMode: 'web', token: TOKEN } as const;
    const tenants = await Promise.all([startTenant(options), startTenant(options)]);
    const folder = await mkdtemp(join(tmpdir(), 'reviews-'));
    await mkdir(join(folder, '.terraform'));
    await symlink(join(initialised, '.terraform/providers'), join(folder, '.terraform/providers'));
    await cp(join(initialised, '.terraform.lock.hcl'), join(folder, '.terraform.lock.hcl'));
    return new Here(folder, tenants);
  }

  /** Replaces the files of a configuration. `$ONE` and `$TWO` stand for the addresses of the tenants. */
  async write(files: Files): Promise<void> {
    const all = typeof files === 'string' ? { 'main.tf': files } : files;
    for (const [path, text] of Object.entries(all)) {
      const file = join(this.folder, path);
      await mkdir(dirname(file), { recursive: true });
      const isWhole = !path.endsWith('main.tf') || text.includes('required_providers');
      const whole = isWhole ? text : REQUIRED_PROVIDERS + text;
      await writeFile(file, this.filled(whole));
    }
    if (Object.values(all).some((text) => /^module |"module"/m.test(text))) await this.terraform('get');
  }

  private filled(text: string): string {
    const [one, two] = this.tenants;
    return text.replaceAll('$ONE', one.serverUrl).replaceAll('$TWO', two.serverUrl);
  }

  /** The id that the state has for a resource of the root module. */
  async idOf(address: string): Promise<string> {
    const { values } = JSON.parse(await this.terraform('show', '-json')) as StateJson;
    const found = values?.root_module?.resources?.find((one) => one.address === address);
    if (found === undefined) throw new Error(`${address} is not in the state`);
    return found.values.id;
  }

  async terraform(...args: string[]): Promise<string> {
    return mustSucceed(await this.run(...args), args.join(' '));
  }

  run(...args: string[]): Promise<TerraformResult> {
    const [{ serverUrl }] = this.tenants;
    const env = { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: TOKEN };
    return runTerraform(args, { cwd: this.folder, cliConfigFile: CLI_CONFIG_FILE, env });
  }

  /** Something that a person does by hand on the first tenant. */
  async byHand<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, data } = await request<T>(addressOf(this.tenants[0]), method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}`);
    return data;
  }

  async close(): Promise<void> {
    await Promise.all(this.tenants.map((tenant) => tenant.close()));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What a kind of plan was judged to be. */
export interface Truth {
  readonly verdict: Review['verdict'];
  readonly isJudged: boolean;
  /** What its review says that traffic contradicts, in sentences; none where it is true. */
  readonly lies: readonly string[];
  readonly report: Report;
}

/** @throws with what terraform said, where it refuses what it must not */
export async function truthOf(kind: Kind, here: Here): Promise<Truth> {
  await here.write(kind.has);
  await here.terraform(...APPLY);
  await kind.prepare?.(here);
  if (kind.then !== undefined) await here.write(typeof kind.then === 'function' ? await kind.then(here) : kind.then);
  await here.terraform(...PLAN, ...(kind.plan ?? []));
  const text = await here.terraform('show', '-json', 'tfplan');
  const plan = JSON.parse(text) as PlanJson;
  const before = await Promise.all(here.tenants.map(objectsOf));
  const applied = await here.run('apply', '-no-color', '-input=false', 'tfplan');
  if (kind.fails !== true) mustSucceed(applied, 'apply tfplan');
  const after = await Promise.all(here.tenants.map(objectsOf));

  const [{ serverUrl }] = here.tenants;
  const review = (tenant?: TenantObjects): Report =>
    reviewPlans([{ name: 'kind', source: 'plan.json', plan: text }], {
      today: '2026-11-29',
      serverUrl,
      ...(tenant !== undefined && { tenant }),
    });
  const withTenant = review(before[0]);
  const reports = kind.byHand === true ? [withTenant] : [review(), withTenant];
  const lies = new Set<string>();
  for (const [index, report] of reports.entries()) {
    const isWhole = kind.byHand === true || index === 1;
    partsOfPlan(plan, serverUrl).forEach((part, place) => {
      const tenant = part.serverUrl === here.tenants[1].serverUrl ? 1 : 0;
      const known = isWhole && tenant === 0 ? before[0] : undefined;
      const truth = { before: before[tenant], after: after[tenant] };
      const told = report.plans[place];
      if (told === undefined || truth.before === undefined || truth.after === undefined)
        throw new Error('no such part');
      for (const lie of liesOf(part.plan, told, known, { before: truth.before, after: truth.after }, kind))
        lies.add(lie);
    });
    if (kind.verdict === 'nothing' && stopOf(report, GATES) !== undefined)
      lies.add('a plan that does nothing stops a gate');
  }
  const [first] = reports;
  if (first === undefined) throw new Error('no review');
  return {
    verdict: first.verdict,
    isJudged: first.plans.every(({ isComplete }) => isComplete),
    lies: [...lies],
    report: first,
  };
}

/** Flows that go more freely than the review says, or otherwise than it says. */
function* liesOf(
  plan: PlanJson,
  review: Review,
  known: TenantObjects | undefined,
  tenant: { readonly before: TenantObjects; readonly after: TenantObjects },
  { fails }: Kind,
): Iterable<string> {
  const [before, after] = [modelFromTenant(tenant.before), modelFromTenant(tenant.after)];
  const models = modelsFromPlan(plan, undefined, known);
  const comparison = compare(models.before, models.after);
  const announces = ['broadening', 'collateral'].includes(review.verdict);
  for (const flow of flows()) {
    const truth = { before: decide(before, flow), after: decide(after, flow) };
    const isFreer = effectOf(truth.before, truth.after) === 'broadening';
    const what = () =>
      `${JSON.stringify(flow)}: ${truth.before.possible.join(' or ')} -> ${truth.after.possible.join(' or ')}`;
    if (isFreer && !announces) yield `unannounced ${what()}`;
    if (review.notJudged.length > 0 || fails === true) continue;
    if (isFreer && !comparison.classOf(flow).isChanged) yield `untold ${what()}`;
    for (const time of ['before', 'after'] as const) {
      const said = decide(models[time], flow).possible;
      if (truth[time].possible.some((fate) => !said.includes(fate)))
        yield `${time} it is said to be ${said.join(' or ')}: ${what()}`;
    }
  }
}

function addressOf({ serverUrl }: LocalTenant): TenantAddress {
  return { serverUrl, apiKey: TOKEN };
}

async function objectsOf(tenant: LocalTenant): Promise<TenantObjects> {
  const address = addressOf(tenant);
  const configurations = await readAll<Configuration>(address, '/steering/configurations');
  const each = async (collection: string) => {
    const lists = configurations.map(async ({ config_id: id }) => [
      id,
      await readAll<{ id: string }>(address, `/steering/configurations/${id}/${collection}`),
    ]);
    return Object.fromEntries(await Promise.all(lists)) as Record<string, { id: string }[]>;
  };
  const apps = await readAll<App>(address, '/steering/apps/certpinned');
  return { apps, configurations, ports: await each('nonstandardports'), exceptions: await each('exceptions') };
}

function mustSucceed({ exitCode, stdout, stderr }: TerraformResult, what: string): string {
  if (exitCode !== 0) throw new Error(`terraform ${what} exited ${exitCode}\n${stdout}\n${stderr}`);
  return stdout;
}
