/**
 * A client that changes one configuration, with one request at a time, and knows what the tenant must hold afterwards:
 * everything that was acknowledged, and the one request whose answer was lost either completely or not at all.
 */
import { readAll, request, type TenantAddress } from '../terraform/tenant-reader';
import type { Configuration, NonStandardPort, SteeringException } from '../../tenant/contract';
import { Random } from '../../tenant/emulator/random';

/** What the tenant holds for one writer. */
export interface Holding {
  configuration: Configuration;
  ports: NonStandardPort[];
  exceptions: SteeringException[];
}

/** A request, and the function that applies it to a holding. Ids and etags that only the tenant knows are empty. */
interface WriterStep {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  apply(holding: Holding): Holding;
}

export class Writer {
  /** How many changes have been acknowledged so far. */
  acknowledged = 0;
  /** How many requests lost their answer, but turned out to be carried out. */
  carriedOut = 0;
  #inDoubt: WriterStep | undefined;
  readonly #random: Random;
  readonly #idsSeen = new Set<string>();

  private constructor(
    private holding: Holding,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  static async create(tenant: TenantAddress, name: string, seed: number): Promise<Writer> {
    const body = { config_name: name, traffic_type: 'all' };
    const { data } = await request<Configuration>(tenant, 'POST', '/steering/configurations', body);
    return new Writer({ configuration: data, ports: [], exceptions: [] }, seed);
  }

  /**
   * Makes changes until an answer is lost, and calls `onAcknowledged` after each acknowledged one.
   * @throws when the tenant refuses a change
   */
  async writeUntilLost(tenant: TenantAddress, onAcknowledged: () => void): Promise<void> {
    for (;;) {
      const step = this.#nextStep();
      this.#inDoubt = step;
      const answer = await request<{ id?: string } | undefined>(tenant, step.method, step.path, step.body).catch(
        () => undefined,
      );
      if (answer === undefined) return;
      if (answer.status >= 300) throw new Error(`${step.method} ${step.path} answered ${answer.status}`);
      this.#inDoubt = undefined;
      this.acknowledged += 1;
      if (step.method === 'POST') this.#noteNewId(answer.data?.id ?? '');
      this.holding = withIds(step.apply(this.holding), answer.data?.id ?? '');
      onAcknowledged();
    }
  }

  /**
   * Says what is wrong with what the tenant holds now. If nothing is wrong, the result is undefined, and the next
   * changes start from what was found.
   */
  async findLoss(tenant: TenantAddress): Promise<string | undefined> {
    const path = `/steering/configurations/${this.holding.configuration.config_id}`;
    const { status, data: configuration } = await request<Configuration>(tenant, 'GET', path);
    if (status !== 200) return `GET ${path} answered ${status}`;
    const ports = await readAll<NonStandardPort>(tenant, `${path}/nonstandardports`);
    const exceptions = await readAll<SteeringException>(tenant, `${path}/exceptions`);
    const found = { configuration, ports, exceptions };
    const without = this.holding;
    const inDoubt = this.#inDoubt;
    this.#inDoubt = undefined;
    const carriedOut = inDoubt?.apply(without);
    if (carriedOut && isSame(found, carriedOut)) this.carriedOut += 1;
    else if (!isSame(found, without)) return describeLoss(found, without, inDoubt);
    for (const { id } of [...ports, ...exceptions]) this.#idsSeen.add(id);
    this.holding = found;
    return undefined;
  }

  #noteNewId(id: string): void {
    if (this.#idsSeen.has(id)) throw new Error(`the id ${id} was given a second time`);
    this.#idsSeen.add(id);
  }

  #nextStep(): WriterStep {
    const { configuration, ports, exceptions } = this.holding;
    const path = `/steering/configurations/${configuration.config_id}`;
    const dice = this.#random.below(10);
    const port = this.#random.pick(ports);
    const exception = this.#random.pick(exceptions);
    if (dice < 3) return createPort(path, 1 + this.#random.below(65535));
    if (dice < 5 && port) return updatePort(path, port, 1 + this.#random.below(65535));
    if (dice < 6 && port) return deletePort(path, port);
    if (dice < 7 && exceptions.length > 20 && exception) return deleteException(path, exception);
    if (dice < 8) return toggleSides(path, configuration);
    return createException(path, configuration, String(this.#random.below(1000)));
  }
}

function createPort(path: string, port: number): WriterStep {
  const body = { port, domains: [] };
  return {
    method: 'POST',
    path: `${path}/nonstandardports`,
    body,
    apply: (holding) => ({ ...holding, ports: [...holding.ports, { ...body, id: '', etag: '' }] }),
  };
}

function updatePort(path: string, { id }: NonStandardPort, port: number): WriterStep {
  return {
    method: 'PUT',
    path: `${path}/nonstandardports/${id}`,
    body: { port },
    apply: (holding) => ({
      ...holding,
      ports: holding.ports.map((row) => (row.id === id ? { ...row, port, domains: [] } : row)),
    }),
  };
}

function deletePort(path: string, { id }: NonStandardPort): WriterStep {
  return {
    method: 'DELETE',
    path: `${path}/nonstandardports/${id}`,
    apply: (holding) => ({ ...holding, ports: holding.ports.filter((row) => row.id !== id) }),
  };
}

function createException(path: string, { location_based_steering }: Configuration, notes: string): WriterStep {
  const location = location_based_steering ? ('on_prem' as const) : null;
  const body = { type: 'domains' as const, notes, location, domains: { domains: ['example.com'] } };
  return {
    method: 'POST',
    path: `${path}/exceptions`,
    body,
    apply: (holding) => ({ ...holding, exceptions: [...holding.exceptions, { ...body, id: '', etag: '' }] }),
  };
}

function deleteException(path: string, { id }: SteeringException): WriterStep {
  return {
    method: 'DELETE',
    path: `${path}/exceptions/${id}`,
    apply: (holding) => ({ ...holding, exceptions: holding.exceptions.filter((row) => row.id !== id) }),
  };
}

/** Turns steering by location on or off, which changes the configuration and all of its exceptions at once. */
function toggleSides(path: string, { location_based_steering }: Configuration): WriterStep {
  const turned = { location_based_steering: !location_based_steering };
  const location = location_based_steering ? null : ('on_prem' as const);
  return {
    method: 'PATCH',
    path,
    body: turned,
    apply: ({ configuration, ports, exceptions }) => ({
      configuration: { ...configuration, ...turned },
      ports,
      exceptions: exceptions.map((exception) => ({ ...exception, location })),
    }),
  };
}

/** Fills in the id that the tenant gave to the object that was made last. */
function withIds({ configuration, ports, exceptions }: Holding, id: string): Holding {
  const named = <T extends { id: string }>(rows: T[]) => rows.map((row) => (row.id === '' ? { ...row, id } : row));
  return { configuration, ports: named(ports), exceptions: named(exceptions) };
}

function isSame(found: Holding, expected: Holding): boolean {
  return comparable(found, expected) === comparable(expected, expected);
}

/**
 * A holding as text, without etags and the configuration's priority, and without ids where the expected ones are not
 * known.
 */
function comparable(holding: Holding, expected: Holding): string {
  const rows = <T extends { id: string; etag: string }>(own: T[], others: T[]) =>
    own.map(({ etag: _, ...row }, index) => sorted({ ...row, id: others[index]?.id === '' ? '' : row.id }));
  const { etag: _etag, priority: _priority, ...configuration } = holding.configuration;
  return JSON.stringify([
    sorted(configuration),
    rows(holding.ports, expected.ports),
    rows(holding.exceptions, expected.exceptions),
  ]);
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
}

function describeLoss(found: Holding, expected: Holding, inDoubt: WriterStep | undefined): string {
  const doubt = inDoubt ? `, in doubt ${inDoubt.method} ${inDoubt.path} ${JSON.stringify(inDoubt.body)}` : '';
  return `found ${comparable(found, expected)}, expected ${comparable(expected, expected)}${doubt}`;
}
