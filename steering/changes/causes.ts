/** Which of the objects that changed cause it that a flow meets something else: they are in its traces, and differ there. */
import { decide, type Decision } from '../decide/decide';
import type { Flow } from '../model/flow';
import type { Model } from '../model/model';
import type { Step } from '../decide/trace';
import { idOf, type ChangedObjects } from './changed-objects';

type Of<S extends Step['step']> = Extract<Step, { step: S }>;

/**
 * Ids of objects, in ascending order. Where no trace shows one, any exception may be the cause: whether there are sides at all
 * may follow from each of them; and else anything.
 */
export function causesOf(before: Model, after: Model, changed: ChangedObjects, flow: Flow): readonly string[] {
  const traced = tracedCausesOf(before, after, changed, flow);
  if (traced.length > 0) return traced;
  return changed.exceptions.length > 0 ? changed.exceptions : changed.all;
}

/** Those that a trace shows. */
export function tracedCausesOf(before: Model, after: Model, changed: ChangedObjects, flow: Flow): string[] {
  const sides = [decide(before, flow), decide(after, flow)];
  const causes = new Set<string>();
  const configurations = new Set(sides.flatMap((side) => side.scenarios.map(({ configuration }) => configuration.key)));
  const add = (kind: 'apps' | 'exceptions' | 'ports', key: string | undefined) => {
    if (key !== undefined && changed.has(kind, key)) causes.add(idOf(kind, key));
  };
  const addExceptions = (keyOf: (step: Of<'exception'>) => string) => {
    for (const step of differing(sides, 'exception', keyOf)) {
      add('exceptions', step.subject.key);
      add('apps', step.app?.key);
    }
  };
  addExceptions(({ subject }) => subject.key);
  const interceptions = differing(sides, 'interception', ({ subject }) => subject?.key ?? '');
  for (const { subject } of interceptions) add('ports', subject?.key);
  // What no other object explains: another configuration, another mode, another setting.
  const isSelectedOtherwise = differing(sides, 'configuration', ({ subject }) => subject.key).length > 0;
  const isUnexplained =
    interceptions.length > 0 && !interceptions.some(({ subject }) => subject && changed.has('ports', subject.key));
  if (causes.size === 0 || isSelectedOtherwise || isUnexplained) {
    for (const key of configurations) if (changed.has('configurations', key)) causes.add(idOf('configurations', key));
  }
  // What may happen before may happen after, for another reason.
  if (causes.size === 0)
    addExceptions(({ subject, matcher, because }) => JSON.stringify([subject.key, matcher, because]));
  // What is not known of an exception or its app may be something else than before, though the steps are the same.
  if (causes.size === 0)
    for (const step of sides.flatMap((side) => stepsOf(side, 'exception'))) {
      add('exceptions', step.subject.key);
      add('apps', step.app?.key);
    }
  // A port can make traffic other than web traffic, which no trace shows.
  if (causes.size === 0) for (const key of portsOf(flow, before, after)) add('ports', key);
  return [...causes].sort();
}

/** Keys of the non-standard ports that the flow goes to, or may. */
function portsOf(flow: Flow, ...models: readonly Model[]): string[] {
  const rows = models.flatMap(({ ports }) => ports);
  return rows
    .filter(({ port }) => !port.known || port.value === null || port.value === flow.port)
    .map(({ key }) => key);
}

/** The steps of a kind that are on one side only, or say something else there. */
function differing<S extends Step['step']>(
  [before, after]: readonly Decision[],
  kind: S,
  keyOf: (step: Of<S>) => string,
): Of<S>[] {
  const told = (decision: Decision | undefined) =>
    new Map(
      stepsOf(decision, kind).map((step) => [
        `${keyOf(step)} ${step.verdict} ${'leadsTo' in step ? step.leadsTo.join() : ''}`,
        step,
      ]),
    );
  const [first, second] = [told(before), told(after)];
  return [...[...first].filter(([key]) => !second.has(key)), ...[...second].filter(([key]) => !first.has(key))].map(
    ([, step]) => step,
  );
}

function stepsOf<S extends Step['step']>(decision: Decision | undefined, kind: S): Of<S>[] {
  return (decision?.scenarios ?? []).flatMap(({ trace }) => trace).filter((step): step is Of<S> => step.step === kind);
}
