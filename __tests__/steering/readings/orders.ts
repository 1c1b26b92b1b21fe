/**
 * Every order that nobody published, of exceptions that contend and of configurations that come at the same place; and every
 * answer to which device classifications a device has.
 */
import type { Fate, Model, WholeFlow } from '../../../steering';
import { YES } from '../brute-force/answer';
import { configurationsFor } from '../brute-force/configuration-by-hand';
import { isIntercepted, situationsFor } from '../brute-force/decide-by-hand';
import { exceptionsFor } from '../brute-force/exceptions-by-hand';
import type { Applying } from '../brute-force/situation';

/** Of a model in which nothing else is open for a flow. */
export interface Reader {
  /** Whatever may decide the flow, by name. */
  readonly contenders: readonly string[];
  readonly configurations: readonly string[];
  /** Lists of device classifications of which the device may have one. */
  readonly classifications: readonly string[];
  /** What becomes of the flow if what comes first in these orders wins, on a device of these classifications. */
  read(exceptions: readonly string[], configurations: readonly string[], classified: ReadonlySet<string>): Fate;
}

/** What an exception does: one thing on a device that has one of some classifications, and another on all others, perhaps. */
type Deed = Fate | { readonly ifClassified: string; readonly then: Fate; readonly otherwise: Fate };

/** Undefined where more is open for the flow than such orders. */
export function readerOf(model: Model, flow: WholeFlow): Reader | undefined {
  // What it counts as is not published.
  if (flow.platform === 'chrome_os') return undefined;
  const possible = configurationsFor(model, flow);
  const fates = new Map<string, Fate | ReadonlyMap<string, Deed>>();
  for (const configuration of possible) {
    const decided = decidedIn(model, flow, configuration.key);
    if (decided === undefined) return undefined;
    fates.set(configuration.key, decided);
  }
  const contenders = [...fates.values()].flatMap((one) => (typeof one === 'string' ? [] : [...one.keys()]));
  const deeds = [...fates.values()].flatMap((one) => (typeof one === 'string' ? [] : [...one.values()]));
  return {
    contenders,
    configurations: [...fates.keys()],
    classifications: deeds.flatMap((one) => (typeof one === 'string' ? [] : [one.ifClassified])),
    read(exceptions, configurations, classified) {
      const key = configurations.find((one) => fates.has(one)) ?? '';
      const found = fates.get(key) ?? 'steer';
      if (typeof found === 'string') return found;
      const deed = found.get(exceptions.find((one) => found.has(one)) ?? '') ?? 'steer';
      if (typeof deed === 'string') return deed;
      return classified.has(deed.ifClassified) ? deed.then : deed.otherwise;
    },
  };
}

/** What each exception that applies does, by its key; or what becomes of the flow whatever they do. */
function decidedIn(model: Model, flow: WholeFlow, configuration: string): Fate | ReadonlyMap<string, Deed> | undefined {
  const situations = situationsFor(model, flow).filter((one) => one.situation.configuration.key === configuration);
  const [kept, split, ...others] = situations;
  if (kept === undefined || split === undefined || kept.mode !== split.mode || others.length > 0) return undefined;
  const decided = [kept, split].map(decidedAt);
  // How a tenant reads names with a comma is open, too.
  const [one, other] = decided.map((found) => JSON.stringify(found instanceof Map ? [...found] : found));
  return one === other ? decided[0] : undefined;
}

function decidedAt({ situation, mode }: ReturnType<typeof situationsFor>[number]) {
  const { model } = situation;
  const intercepted = isIntercepted(situation, mode);
  if (intercepted === 'no') return 'direct';
  if (intercepted !== YES) return undefined;
  const found = new Map<string, Deed>();
  for (const exception of model.exceptions) {
    for (const one of exceptionsFor({ ...situation, model: { ...model, exceptions: [exception] } })) {
      const deed = deedOf(one);
      if (one.applies !== YES || deed === undefined) return undefined;
      found.set(exception.key, deed);
    }
  }
  return found;
}

function deedOf({ does, ifClassified }: Applying): Deed | undefined {
  const [fate, another] = does;
  if (another === undefined) return fate;
  const then = does.find((one) => one !== 'block');
  return ifClassified === undefined || then === undefined ? undefined : { ifClassified, then, otherwise: 'block' };
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
