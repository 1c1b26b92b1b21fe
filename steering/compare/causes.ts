/** Which of the objects that changed cause it that a flow meets something else: they are in its traces, and differ there. */
import { NAMED_TYPES } from '../decide/other-exceptions';
import { subjectOf } from '../decide/tenant-index';
import { KINDS, type Kind as ObjectKind, type Model, meaningOf } from '../model/model';
import type { Step, Subject } from '../decide/trace';
import { append } from '../collections';
import type { ProcessClass, ProcessClasses } from './processes';
import { type ProcessElement, elementsOf } from './regions';
import { type Decision, decide } from '../decide/decide';
import type { Flow } from '../model/flow';

/** The objects in which two models differ, by what they mean: not by where they are written, nor by their notes. */

/** Dimensions of which more than one element can go together and still be changed by different objects. */
export type CauseDimension = 'hosts' | 'ports' | 'belonging';

export class ChangedObjects {
  /** By kind and key; of the after model where it is there. */
  private readonly subjects = new Map<string, Subject>();
  private readonly dimensions = new Set<CauseDimension>();
  private allExceptions: readonly string[] | undefined;

  constructor(before: Model, after: Model) {
    for (const kind of KINDS) {
      const first = new Map(before[kind].map((one) => [one.key, toldOf(one)]));
      const second = new Map(after[kind].map((one) => [one.key, toldOf(one)]));
      for (const one of [...before[kind], ...after[kind]]) {
        if (first.get(one.key) === second.get(one.key)) continue;
        this.subjects.set(idOf(kind, one.key), subjectOf(one));
        for (const dimension of dimensionsOf(one)) this.dimensions.add(dimension);
      }
    }
  }

  /** Whether some of them tell elements of the dimension apart. */
  concern(dimension: CauseDimension): boolean {
    return this.dimensions.has(dimension);
  }

  has(kind: ObjectKind, key: string): boolean {
    return this.subjects.has(idOf(kind, key));
  }

  /** Ids of all of them, in ascending order. */
  get all(): readonly string[] {
    return [...this.subjects.keys()].sort();
  }

  /** Ids of all exceptions among them, in ascending order. */
  get exceptions(): readonly string[] {
    return (this.allExceptions ??= [...this.subjects.keys()]
      .filter((id) => id.startsWith(idOf('exceptions', '')))
      .sort());
  }

  /** @param ids as `idOf` makes them */
  subjectsOf(ids: Iterable<string>): Subject[] {
    return [...ids].flatMap((id) => this.subjects.get(id) ?? []);
  }
}

function idOf(kind: ObjectKind, key: string): string {
  return `${kind} ${key}`;
}

function dimensionsOf(object: Model[ObjectKind][number]): CauseDimension[] {
  if ('port' in object) return ['ports', 'hosts'];
  if (!('data' in object)) return [];
  const { type } = object.data;
  if (type === 'domains') return ['hosts'];
  return Object.hasOwn(NAMED_TYPES, type) ? ['belonging'] : [];
}

/** What replaces an object is another one, though it be the same in all else. */
function toldOf(object: Model[ObjectKind][number]): string {
  const { id } = object.origin;
  return meaningOf({ ...object, origin: undefined, otherOwners: undefined, notes: undefined, id });
}

/** Which changed objects are about a process. */

/** The processes of a class by the changed exceptions and apps that are about them, or may be: ids, a line each. */
export function groupsOf(
  process: ProcessClass,
  all: ProcessClasses,
  changed: ChangedObjects,
): Map<string, ProcessElement[]> {
  const groups = new Map<string, ProcessElement[]>();
  for (const element of elementsOf(process, all)) {
    const owners = new Set<string>();
    for (const { exception, app } of all.rulesFor(element.example)) {
      if (changed.has('exceptions', exception.key)) owners.add(idOf('exceptions', exception.key));
      if (app !== undefined && changed.has('apps', app.key)) owners.add(idOf('apps', app.key));
    }
    append(groups, [...owners].sort().join('\n'), element);
  }
  return groups;
}

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
