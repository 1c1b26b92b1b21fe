/**
 * Which of the changed objects are the causes, where a flow meets another outcome? The steps of its decisions name
 * them: a cause is in a step that is there only before or only after the change, or that says something else.
 */
import { append, groupBy, remembered } from '../collections';
import { type Decision, decide } from '../decide/decide';
import { NAMED_TYPES } from '../decide/other-exceptions';
import { subjectOf } from '../decide/tenant-index';
import type { Step, Subject } from '../decide/trace';
import type { Flow } from '../model/flow';
import { KINDS, type Kind as ObjectKind, type Model, meaningOf } from '../model/model';
import type { ProcessClass, ProcessClasses } from './processes';
import { type ProcessElement, elementsOf } from './regions';

/** A dimension of flows whose elements can meet the same change for different causes. */
export type CauseDimension = 'hosts' | 'ports' | 'belonging';

/**
 * The objects whose meaning differs between two models. Their notes, and the places where they are written, do not
 * count.
 */
export class ChangedObjects {
  /** The objects by kind and key, as the after model has them, or else the before model. */
  private readonly subjects = new Map<string, Subject>();
  /** Configurations that stand for their exceptions. */
  private readonly unchanged = new Map<string, Subject>();
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

  /** Whether some of these objects tell elements of the dimension apart. */
  concern(dimension: CauseDimension): boolean {
    return this.dimensions.has(dimension);
  }

  has(kind: ObjectKind, key: string): boolean {
    return this.subjects.has(idOf(kind, key));
  }

  /** The ids of all changed objects, in ascending order. */
  get all(): readonly string[] {
    return [...this.subjects.keys()].sort();
  }

  /** The ids of all changed exceptions, in ascending order. */
  get exceptions(): readonly string[] {
    return (this.allExceptions ??= [...this.subjects.keys()]
      .filter((id) => id.startsWith(idOf('exceptions', '')))
      .sort());
  }

  /** Returns the ids of the configurations that a decision is made by, changed or not. */
  configurationsOf({ scenarios }: Decision): readonly string[] {
    const ids = scenarios.map(({ configuration }) => {
      const id = idOf('configurations', configuration.key);
      if (!this.subjects.has(id)) this.unchanged.set(id, configuration);
      return id;
    });
    return [...new Set(ids)].sort();
  }

  /** Returns the objects with these ids. @param ids ids as `idOf` makes them */
  subjectsOf(ids: Iterable<string>): Subject[] {
    return [...ids].flatMap((id) => this.subjects.get(id) ?? this.unchanged.get(id) ?? []);
  }
}

function idOf(kind: ObjectKind, key: string): string {
  return `${kind} ${key}`;
}

/** Returns the kind of the object with an id. */
export function kindOf(id: string): string {
  return id.slice(0, id.indexOf(' '));
}

function dimensionsOf(object: Model[ObjectKind][number]): CauseDimension[] {
  if ('port' in object) return ['ports', 'hosts'];
  if (!('data' in object)) return [];
  const { type } = object.data;
  if (type === 'domains') return ['hosts'];
  return Object.hasOwn(NAMED_TYPES, type) ? ['belonging'] : [];
}

/**
 * Returns the meaning of an object. An object that replaces another has another id, and so another meaning, even if all
 * else is equal.
 */
function toldOf(object: Model[ObjectKind][number]): string {
  const { id } = object.origin;
  // The order in which configurations are made decides nothing of one that has its place.
  const hasPlace = 'priority' in object && object.priority.known;
  const written = {
    origin: undefined,
    otherOwners: undefined,
    notes: undefined,
    ...(hasPlace && { after: undefined }),
  };
  return meaningOf({ ...object, ...written, id });
}

/**
 * Groups the processes of a class by the changed exceptions and apps that are about them, or may be. The key of a group
 * is the ids of these objects, each on a line of its own.
 */
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

/** The most exceptions each of which may be the cause; where there are more, their configurations stand for them. */
const MOST_POSSIBLE = 20;

/**
 * Returns the ids of the objects that cause a change of a flow, in ascending order. Where no trace shows one, every
 * changed exception may be the cause, because from each of them it may follow whether a configuration has dynamic
 * steering; and where no exception changed, every changed object may be.
 */
export function causesOf(before: Model, after: Model, changed: ChangedObjects, flow: Flow): readonly string[] {
  const traced = tracedCausesOf(before, after, changed, flow);
  if (traced.length > 0) return traced;
  const possible = changed.exceptions.length > 0 ? changed.exceptions : changed.all;
  return possible.length > MOST_POSSIBLE ? changed.configurationsOf(decide(after, flow)) : possible;
}

/** Returns the ids of the causes that a trace shows, in ascending order. */
export function tracedCausesOf(before: Model, after: Model, changed: ChangedObjects, flow: Flow): string[] {
  const decisions = [decide(before, flow), decide(after, flow)];
  const traces = decisions.map(({ scenarios }) =>
    groupBy(
      scenarios.flatMap(({ trace }) => trace),
      ({ step }) => step,
    ),
  );
  const causes = new Set<string>();
  const configurations = new Set(
    decisions.flatMap(({ scenarios }) => scenarios.map(({ configuration }) => configuration.key)),
  );
  const add = (kind: 'apps' | 'exceptions' | 'ports', key: string | undefined) => {
    if (key !== undefined && changed.has(kind, key)) causes.add(idOf(kind, key));
  };
  const addExceptions = (keyOf: (step: Of<'exception'>) => string) => {
    for (const step of differing(traces, 'exception', keyOf)) {
      add('exceptions', step.subject.key);
      add('apps', step.app?.key);
    }
  };
  addExceptions(({ subject }) => subject.key);
  const interceptions = differing(traces, 'interception', ({ subject }) => subject?.key ?? '');
  for (const { subject } of interceptions) add('ports', subject?.key);
  // A configuration is the cause of what no other object explains: another configuration, mode or setting.
  const isSelectedOtherwise = differing(traces, 'configuration', ({ subject }) => subject.key).length > 0;
  const isUnexplained =
    interceptions.length > 0 && !interceptions.some(({ subject }) => subject && changed.has('ports', subject.key));
  if (causes.size === 0 || isSelectedOtherwise || isUnexplained) {
    for (const key of configurations) if (changed.has('configurations', key)) causes.add(idOf('configurations', key));
  }
  // What may happen before may happen after, for another reason.
  if (causes.size === 0)
    addExceptions(({ subject, matcher, because }) => JSON.stringify([subject.key, matcher, because]));
  // What is not known of an exception or its app may differ from before, though the steps are the same.
  if (causes.size === 0)
    for (const step of traces.flatMap((trace) => stepsOf(trace, 'exception'))) {
      add('exceptions', step.subject.key);
      add('apps', step.app?.key);
    }
  // A port entry can decide whether traffic is web traffic, which no trace shows.
  if (causes.size === 0) for (const key of portsOf(flow, before, after)) add('ports', key);
  return [...causes].sort();
}

/** Returns the keys of the port entries for the port of the flow, or perhaps for it. */
function portsOf(flow: Flow, ...models: readonly Model[]): string[] {
  return models.flatMap((model) => {
    const byPort = keysByPort(model);
    return [...(byPort.get(flow.port) ?? []), ...(byPort.get(undefined) ?? [])];
  });
}

/** The keys of port entries by their ports; those that may be about any port are under undefined. */
const keysByPort = remembered(({ ports }: Model): ReadonlyMap<number | undefined, readonly string[]> => {
  const found = groupBy(ports, ({ port }) => (port.known ? (port.value ?? undefined) : undefined));
  return new Map([...found].map(([port, entries]) => [port, entries.map(({ key }) => key)]));
});

/** The steps of a decision by their kinds. */
type Traced = ReadonlyMap<Step['step'], readonly Step[]>;

/** Returns the steps of a kind that only one of the two decisions has, or that say something else in the other. */
function differing<S extends Step['step']>(
  [before, after]: readonly Traced[],
  kind: S,
  keyOf: (step: Of<S>) => string,
): Of<S>[] {
  const told = (trace: Traced | undefined) =>
    new Map(
      stepsOf(trace, kind).map((step) => [
        `${keyOf(step)} ${step.verdict} ${'leadsTo' in step ? step.leadsTo.join() : ''}`,
        step,
      ]),
    );
  const [first, second] = [told(before), told(after)];
  return [...[...first].filter(([key]) => !second.has(key)), ...[...second].filter(([key]) => !first.has(key))].map(
    ([, step]) => step,
  );
}

function stepsOf<S extends Step['step']>(trace: Traced | undefined, kind: S): readonly Of<S>[] {
  return (trace?.get(kind) ?? []) as readonly Of<S>[];
}
