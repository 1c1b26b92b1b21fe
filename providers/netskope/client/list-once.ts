/**
 * What a client knows of one collection, which it reads once and then remembers. An id is looked for in this order:
 *
 * 1. own writes: the answer to a create or an update, or a delete. They win over a list that was read around them;
 * 2. the list: it is read once and shared by all callers; one that failed is read again, unless it is too large or not whole;
 * 3. a confirmation: one GET for an id that the list lacks, because pages shift while they are read and new objects are
 *    invisible at first [vendor].
 *
 * Nothing expires by itself: a client lives as long as one terraform command. A caller who must see what others changed
 * meanwhile says how old a list may be.
 */
import { ApiError, failedWith } from './api-error';
import type { Clock } from './clock';
import { backoff } from './retries';

/** The fields that say which object it is, and nothing of its content. */
const WHO: readonly string[] = ['id', 'etag'];

/**
 * What an object of plain JSON says, apart from its identity. Equal contents give equal texts, whatever the order of
 * lists and fields. The function is faster than JSON.stringify with a replacer, and runs for each object of a plan.
 */
export function sayingOf(value: unknown): string {
  // Lists are sorted, because they have no order on a tenant. [vendor]
  if (Array.isArray(value)) return `[${value.map(sayingOf).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.keys(value).filter((name) => !WHO.includes(name));
  return `{${fields
    .sort()
    .map((name) => `${JSON.stringify(name)}:${sayingOf((value as Record<string, unknown>)[name])}`)
    .join()}}`;
}

/**
 * One read for many callers. It starts at once, and callers join it. A caller that aborts leaves without stopping the
 * others. The read itself is aborted when nobody waits for it any more.
 */
class SharedRead<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  readonly #onFailure: (self: SharedRead<T>, cause?: unknown) => void;
  #waiting = 0;
  #ended = false;
  #value: T | undefined;

  /**
   * @param onFailure is called when the read has failed, with the cause, or was abandoned; the next caller needs a new
   * read
   */
  constructor(run: (signal: AbortSignal) => Promise<T>, onFailure: (self: SharedRead<T>, cause?: unknown) => void) {
    this.#onFailure = onFailure;
    this.#result = run(this.#controller.signal);
    this.#result.then(
      (value) => {
        this.#ended = true;
        this.#value = value;
      },
      (cause: unknown) => {
        this.#ended = true;
        onFailure(this, cause);
      },
    );
  }

  /** The value that was read; undefined until then. */
  get value(): T | undefined {
    return this.#value;
  }

  /** @throws what the read throws; ApiError `aborted` when the caller's signal aborts first. */
  async join(signal?: AbortSignal): Promise<T> {
    this.#waiting += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(new ApiError({ code: 'aborted' }));
    });
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
    try {
      return await Promise.race([left, this.#result]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#ended) this.#abandon();
    }
  }

  #abandon(): void {
    this.#onFailure(this);
    this.#controller.abort();
  }
}

/**
 * How long the absence of a new object is not believed, in milliseconds: a new object may be invisible for 5 to 10 s
 * [vendor].
 */
export const YOUNG_MS = 35_000;

/** Where a list and its objects are read from. */
export interface ListSource<T> {
  readAll(signal: AbortSignal): Promise<readonly T[]>;
  /** One object; null where no object has that id. */
  readOne(id: string, signal: AbortSignal): Promise<T | null>;
  idOf(object: T): string;
}

export interface ListOptions {
  readonly signal?: AbortSignal | undefined;
  /** The age, in milliseconds, beyond which a list is read again. Default: a list is never too old. */
  readonly maxAgeMs?: number;
}

export interface FindOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether to ask for the object itself, whatever the list says, because others may have deleted it since the list was
   * read. Default: false.
   */
  readonly pastList?: boolean;
  /**
   * The time, in milliseconds since the epoch, until which absence is not believed, because the object may not be
   * visible yet. At most {@link YOUNG_MS} from now count, in case the time comes from a clock that was ahead. Default:
   * the past.
   */
  readonly youngUntil?: number;
}

/** The memory of one collection. */
export class ListOnce<T> {
  readonly #source: ListSource<T>;
  readonly #clock: Clock;
  /** The answers to own writes, by id; null stands for an object that this client deleted. */
  readonly #written = new Map<string, T | null>();
  #listed: SharedRead<ReadonlyMap<string, T>> | undefined;
  /** The time at which the last list was read completely, in milliseconds since the epoch. */
  #listedAt = 0;
  /** The groups of objects of a list that say the same, once somebody has asked for them. */
  #groups: { readonly of: ReadonlyMap<string, T>; readonly byId: ReadonlyMap<string, readonly string[]> } | undefined;
  readonly #confirmed = new Map<string, SharedRead<T | null>>();

  constructor(source: ListSource<T>, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /**
   * All objects, in the order of the tenant. Objects that this client wrote and that the tenant's list lacks come last.
   */
  async list({ signal, maxAgeMs = Infinity }: ListOptions = {}): Promise<readonly T[]> {
    const isRead = this.#listed?.value !== undefined;
    if (isRead && this.#clock.now() - this.#listedAt > maxAgeMs) this.#listed = undefined;
    const all = new Map(await this.#list(signal));
    for (const [id, object] of this.#written) {
      if (object === null) all.delete(id);
      else all.set(id, object);
    }
    return [...all.values()];
  }

  /** The object with an id; null where there is none. */
  async find(id: string, options: FindOptions = {}): Promise<T | null> {
    if (!this.#written.has(id) && options.pastList !== true) {
      const listed = (this.#listed?.value ?? (await this.#list(options.signal))).get(id);
      // A write that came while the list was read is newer than the list.
      if (listed !== undefined && !this.#written.has(id)) return listed;
    }
    const { signal, youngUntil = 0 } = options;
    const until = Math.min(youngUntil, this.#clock.now() + YOUNG_MS);
    let left = until - this.#clock.now();
    for (let repeat = 1; ; repeat += 1) {
      const written = this.#written.get(id);
      if (written !== undefined) return written;
      const confirmation = this.#confirm(id);
      const found = await confirmation.join(signal);
      left = Math.min(left, until - this.#clock.now());
      if (found !== null || left <= 0) return this.#written.get(id) ?? found;
      const waitMs = Math.min(backoff(repeat, this.#clock.random()), left);
      await this.#sleep(waitMs, signal);
      // The waits are added up instead of measured, so that rounding never leaves a wait of zero.
      left -= waitMs;
      if (this.#confirmed.get(id) === confirmation) this.#confirmed.delete(id);
    }
  }

  /**
   * The object as far as it is known without asking; null where it is known to be gone, undefined where nothing is
   * known.
   */
  peek(id: string): T | null | undefined {
    const written = this.#written.get(id);
    return written !== undefined ? written : (this.#listed?.value?.get(id) ?? this.#confirmed.get(id)?.value);
  }

  /** The ids of other objects in the list that say the same. The tenant is not asked. */
  alike(id: string): readonly string[] {
    const listed = this.#listed?.value;
    if (listed === undefined) return [];
    if (this.#groups?.of !== listed) this.#groups = { of: listed, byId: groupsOf(listed) };
    return (this.#groups.byId.get(id) ?? []).filter((other) => other !== id);
  }

  /** Remembers the answer to an own create or update. */
  keep(object: T): void {
    this.#written.set(this.#source.idOf(object), object);
  }

  /** Remembers that this client deleted an object. */
  drop(id: string): void {
    this.#written.set(id, null);
  }

  /** Makes the next read ask the tenant: after a write that ended in doubt, or to see what others did. */
  refresh(id?: string): void {
    this.#listed = undefined;
    this.#confirmed.clear();
    if (id !== undefined) this.#written.delete(id);
  }

  #list(signal?: AbortSignal): Promise<ReadonlyMap<string, T>> {
    this.#listed ??= new SharedRead<ReadonlyMap<string, T>>(
      async (shared) => {
        const objects = await this.#source.readAll(shared);
        this.#listedAt = this.#clock.now();
        return new Map(objects.map((object) => [this.#source.idOf(object), object]));
      },
      (failed, cause) => {
        // A new reading would take as long, and would end in the same way.
        if (failedWith(cause, 'list_too_large', 'list_not_whole')) return;
        if (this.#listed === failed) this.#listed = undefined;
      },
    );
    return this.#listed.join(signal);
  }

  #confirm(id: string): SharedRead<T | null> {
    const known = this.#confirmed.get(id);
    if (known !== undefined) return known;
    const confirmation = new SharedRead(
      (shared) => this.#source.readOne(id, shared),
      (failed) => {
        if (this.#confirmed.get(id) === failed) this.#confirmed.delete(id);
      },
    );
    this.#confirmed.set(id, confirmation);
    return confirmation;
  }

  async #sleep(ms: number, signal?: AbortSignal): Promise<void> {
    try {
      await this.#clock.sleep(ms, signal);
    } catch {
      throw new ApiError({ code: 'aborted' });
    }
  }
}

/** For each id, the ids of all objects that say the same, including its own. */
function groupsOf(listed: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly string[]> {
  const bySaying = new Map<string, string[]>();
  const byId = new Map<string, readonly string[]>();
  for (const [id, object] of listed) {
    const saying = sayingOf(object);
    const group = bySaying.get(saying) ?? [];
    group.push(id);
    bySaying.set(saying, group);
    byId.set(id, group);
  }
  return byId;
}
