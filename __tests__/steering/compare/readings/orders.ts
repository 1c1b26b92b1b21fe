/**
 * Every order that nobody published, of exceptions that contend and of configurations that come at the same place; and every
 * answer to which device classifications a device has.
 */
import type { Fate, Model, WholeFlow } from '../../../../steering';
import { clientOf, FIRST_CONFIGURATION } from '../../decide/brute-force/configuration-by-hand';
import { fateBy } from '../../decide/brute-force/exceptions-by-hand';
import { readHost } from '../../decide/brute-force/host-by-hand';
import { CLASSIFIED } from '../../decide/brute-force/pinned-by-hand';
import { trafficOf } from '../../decide/brute-force/traffic-by-hand';
import { everyWorld, type World } from '../../decide/brute-force/worlds';

/** Of a model in which nothing else is open for a flow. */
export interface Reader {
  /** Whatever may decide the flow, by name. */
  readonly contenders: readonly string[];
  readonly configurations: readonly string[];
  /** Classifications that the device may have, as far as they matter. */
  readonly classifications: readonly string[];
  /** What becomes of the flow if what comes first in these orders wins, on a device of these classifications. */
  read(exceptions: readonly string[], configurations: readonly string[], classified: ReadonlySet<string>): Fate;
}

/** What holds in one world. */
interface Read {
  readonly configuration: string;
  /** Classifications that were asked for, and whether the device has them. */
  readonly classified: ReadonlyMap<string, boolean>;
  /** What each exception that applies does, by its key; or what becomes of the flow whatever they do. */
  readonly decided: Fate | ReadonlyMap<string, Fate>;
}

/** Undefined where more is open for the flow than such orders. */
export function readerOf(model: Model, flow: WholeFlow): Reader | undefined {
  const reads: Read[] = [];
  let isOpen = false;
  everyWorld(
    (world) => {
      if (isOpen) return;
      const read = readIn(world, model, flow);
      if (read === undefined) isOpen = true;
      else reads.push(read);
    },
    { apart: true },
  );
  if (isOpen) return undefined;
  const keys = (decided: Read['decided']) => (typeof decided === 'string' ? [] : [...decided.keys()]);
  return {
    contenders: reads.flatMap(({ decided }) => keys(decided)),
    configurations: reads.map(({ configuration }) => configuration),
    classifications: reads.flatMap(({ classified }) => [...classified.keys()]),
    read(exceptions, configurations, has) {
      const first = configurations.find((one) => reads.some(({ configuration }) => configuration === one));
      const read = reads.find(
        ({ configuration, classified }) =>
          configuration === first && [...classified].every(([name, isOne]) => has.has(name) === isOne),
      );
      const decided = read?.decided ?? 'steer';
      if (typeof decided === 'string') return decided;
      const winner = exceptions.find((one) => decided.has(one));
      return (winner === undefined ? undefined : decided.get(winner)) ?? 'steer';
    },
  };
}

/** Undefined where the world has answered anything else. */
function readIn(world: World, model: Model, flow: WholeFlow): Read | undefined {
  const client = clientOf({ world, model, flow, host: readHost(flow.host) });
  const traffic = trafficOf(client);
  const found = new Map<string, Fate>();
  for (const exception of traffic === undefined ? [] : model.exceptions) {
    const fate = fateBy({ ...traffic!, model }, exception);
    if (fate !== undefined) found.set(exception.key, fate);
  }
  const open = world.openQuestions().filter(([question]) => question !== FIRST_CONFIGURATION);
  if (open.some(([question]) => !question.startsWith(CLASSIFIED))) return undefined;
  const classified = open.map(([question, answer]) => [question.slice(CLASSIFIED.length), answer === true] as const);
  return {
    configuration: client.configuration.key,
    classified: new Map(classified),
    decided: traffic === undefined ? 'direct' : found,
  };
}

export function subsetsOf(names: Iterable<string>): ReadonlySet<string>[] {
  let subsets: ReadonlySet<string>[] = [new Set()];
  for (const name of new Set(names)) subsets = [...subsets, ...subsets.map((one) => new Set([...one, name]))];
  return subsets;
}

export function ordersOf(names: Iterable<string>): string[][] {
  const all = [...new Set(names)];
  if (all.length < 2) return [all];
  return all.flatMap((one) => ordersOf(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}
