/** The objects in which two models differ, by what they mean: not by where they are written, nor by their notes. */
import { NAMED_TYPES } from '../decide/other-exceptions';
import { subjectOf } from '../decide/tenant-index';
import { type Model, meaningOf } from '../model/model';
import type { Subject } from '../decide/trace';

export const KINDS = ['configurations', 'apps', 'exceptions', 'ports'] as const;
export type Kind = (typeof KINDS)[number];

/** Dimensions of which more than one element can go together and still be changed by different objects. */
export type Dimension = 'hosts' | 'ports' | 'belonging';

export class ChangedObjects {
  /** By kind and key; of the after model where it is there. */
  private readonly subjects = new Map<string, Subject>();
  private readonly dimensions = new Set<Dimension>();
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
  concern(dimension: Dimension): boolean {
    return this.dimensions.has(dimension);
  }

  has(kind: Kind, key: string): boolean {
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

export function idOf(kind: Kind, key: string): string {
  return `${kind} ${key}`;
}

function dimensionsOf(object: Model[Kind][number]): Dimension[] {
  if ('port' in object) return ['ports', 'hosts'];
  if (!('data' in object)) return [];
  const { type } = object.data;
  if (type === 'domains') return ['hosts'];
  return Object.hasOwn(NAMED_TYPES, type) ? ['belonging'] : [];
}

/** What replaces an object is another one, though it be the same in all else. */
function toldOf(object: Model[Kind][number]): string {
  const { id } = object.origin;
  return meaningOf({ ...object, origin: undefined, otherOwners: undefined, notes: undefined, id });
}
