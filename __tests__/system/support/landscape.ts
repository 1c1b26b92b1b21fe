/** What the pipelines of examples/gitops work on: two tenants, a database for state, and for each job the access that it has. */
import { readTenant, request, type TenantAddress } from '../../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../../tenant/emulator';
import { startGate, type Gate } from './gate';
import { GitopsProject, type Run } from '../../support/gitops-project';
import { startPostgres, type Postgres } from './postgres';

export const STACKS = ['emea', 'apac'] as const;
export type Stack = (typeof STACKS)[number];

/** Jobs of this script may only read; every other may write. */
const PLANS = 'propose.sh';

/** A database server that an administrator has prepared for state, as the example's README says. */
export class StateServer {
  private constructor(readonly postgres: Postgres) {}

  static async start(): Promise<StateServer> {
    const postgres = await startPostgres();
    const project = GitopsProject.create();
    const tenant = await startTenant({ trafficMode: 'web' });
    try {
      postgres.query('CREATE DATABASE prepared');
      postgres.runFile(`${project.folder}/state/postgresql.sql`, 'prepared');
      for (const role of ['steering_apply', 'steering_plan']) {
        postgres.query(`ALTER ROLE ${role} PASSWORD '${postgres.password}'`);
      }
      const server = new StateServer(postgres);
      const access = { NETSKOPE_SERVER_URL: tenant.serverUrl, NETSKOPE_API_KEY: tenant.token };
      await mustPass(project.npm('run', 'synth'));
      for (const stack of STACKS) {
        const env = { ...server.environment('steering_apply', 'prepared'), ...access };
        await mustPass(project.run('propose.sh', [stack], env));
      }
      return server;
    } catch (cause) {
      await postgres.stop();
      throw cause;
    } finally {
      project.remove();
      await tenant.close();
    }
  }

  environment(role: 'steering_apply' | 'steering_plan', database = 'states'): NodeJS.ProcessEnv {
    const skipped = role === 'steering_plan' ? ['SCHEMA', 'TABLE', 'INDEX'] : [];
    const skips = Object.fromEntries(skipped.map((what) => [`PG_SKIP_${what}_CREATION`, 'true']));
    return { ...this.postgres.env, PGUSER: role, PGDATABASE: database, ...skips };
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

/** A project on two new tenants, with no state yet. */
export class Landscape {
  /** Where changes are made, and where all jobs run but those that run at once. */
  readonly project = GitopsProject.create();
  private readonly copies: GitopsProject[] = [];

  private constructor(
    private readonly server: StateServer,
    readonly tenants: Readonly<Record<Stack, LocalTenant>>,
    readonly gates: Readonly<Record<Stack, Gate>>,
  ) {}

  static async create(server: StateServer): Promise<Landscape> {
    server.postgres.query('CREATE DATABASE states TEMPLATE prepared');
    const [emea, apac] = await Promise.all([startTenant({ trafficMode: 'web' }), startTenant({ trafficMode: 'web' })]);
    const gates = { emea: await startGate(emea), apac: await startGate(apac) };
    return new Landscape(server, { emea, apac }, gates);
  }

  async remove(): Promise<void> {
    await Promise.all(Object.values(this.gates).map((gate) => gate.close()));
    await Promise.all(Object.values(this.tenants).map((tenant) => tenant.close()));
    for (const project of [this.project, ...this.copies]) project.remove();
    this.server.postgres.query('DROP DATABASE states WITH (FORCE)');
  }

  /** What the environment of a script's job holds: of one tenant, and of the state. */
  environmentOf(script: string, stack: Stack): NodeJS.ProcessEnv {
    const reads = script === PLANS;
    // State belongs to the address of its tenant, so all jobs have the same.
    const { serverUrl, readOnlyToken } = this.gates[stack];
    const token = reads ? readOnlyToken : this.tenants[stack].token;
    const access = { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: token };
    return { ...this.server.environment(reads ? 'steering_plan' : 'steering_apply'), ...access };
  }

  /** Runs a script as its job does; `change` is what differs in its environment. */
  run(script: string, stack: Stack, change: NodeJS.ProcessEnv = {}, project = this.project): Promise<Run> {
    return project.run(script, [stack], { ...this.environmentOf(script, stack), ...change });
  }

  /** The same in a folder of its own, as on another runner at the same time. */
  runElsewhere(script: string, stack: Stack, change: NodeJS.ProcessEnv = {}): Promise<Run> {
    const project = this.project.copy();
    this.copies.push(project);
    return this.run(script, stack, change, project);
  }

  /** The part of ci/check.sh on which the others depend, and the fast one. */
  synthesize(): Promise<string> {
    return mustPass(this.project.npm('run', 'synth'));
  }

  /** What a request brings to the main branch when it is merged. */
  async review(stack: Stack): Promise<void> {
    await mustPass(this.run(PLANS, stack));
    this.project.bringReview(stack);
  }

  /** What somebody does to a tenant by hand. */
  ask(stack: Stack, method: string, path: string, body: object) {
    return request<{ id: string }>(this.addressOf(stack), method, path, body);
  }

  /** The platforms on which a tenant blocks WhatsApp, of each exception that is ours. */
  async blockedOn(stack: Stack): Promise<string[][]> {
    return (await readTenant(this.addressOf(stack))).exceptions
      .filter(({ certificate_pinned_app: app }) => app?.app_name === 'WhatsApp')
      .map(({ certificate_pinned_app: app }) => ['windows', 'mac'].filter((platform) => platform in (app ?? {})));
  }

  stateOf(stack: Stack): string {
    return this.server.postgres.query(`SELECT data FROM netskope_steering_${stack}.states`, 'states').join('\n');
  }

  private addressOf(stack: Stack): TenantAddress {
    const { serverUrl, token } = this.tenants[stack];
    return { serverUrl, apiKey: token };
  }

  /** Connections to the state, of jobs that wait for its lock too. */
  clientsOfState(): number {
    return Number(this.server.postgres.query("SELECT count(*) FROM pg_stat_activity WHERE datname = 'states'")[0]);
  }
}

/** The output of a run that ends well; another fails the test with all that it said. */
export async function mustPass(running: Promise<Run>): Promise<string> {
  const { exitCode, output } = await running;
  if (exitCode !== 0) throw new Error(`exited ${exitCode}:\n${output}`);
  return output;
}
