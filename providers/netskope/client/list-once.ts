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

/** The fields that say which object it is, and not what it says. */
const WHO: readonly string[] = ['id', 'etag'];

/**
 * What an object of plain JSON says, apart from which one it is: equal texts for equal contents, whatever the order of lists and
 * fields. It is faster than JSON.stringify with a replacer, and runs for each object of a plan.
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
 * One read for many callers. It starts at once, and callers join it. A caller that aborts leaves alone; the read itself is
 * aborted when nobody waits for it any more.
 */
class SharedRead<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  readonly #onFailure: (self: SharedRead<T>, cause?: unknown) => void;
  #waiting = 0;
  #ended = false;
  #value: T | undefined;

  /** @param onFailure is told when the read has failed, and why, or was abandoned: whoever comes next needs a new one. */
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

/** How long the absence of a new object is not believed, in milliseconds: it may stay invisible for 5 to 10 s [vendor]. */
export const YOUNG_MS = 35_000;

/** Where a list and its objects are read from. */
export interface ListSource<T> {
  readAll(signal: AbortSignal): Promise<readonly T[]>;
  /** One object; null where there is none of that id. */
  readOne(id: string, signal: AbortSignal): Promise<T | null>;
  idOf(object: T): string;
}

export interface ListOptions {
  readonly signal?: AbortSignal | undefined;
  /** The age, in milliseconds, beyond which a list is read again. Default: no age is too much. */
  readonly maxAgeMs?: number;
}

export interface FindOptions {
  readonly signal?: AbortSignal | undefined;
  /** Asks for the object itself, whatever the list says of it: others may have deleted it since the list was read. */
  readonly pastList?: boolean;
  /**
   * The time, in milliseconds since the epoch, until which absence is not believed, because the object may not be visible yet. It
   * counts as at most {@link YOUNG_MS} from now, in case it comes from a clock that was ahead. Default: the past.
   */
  readonly youngUntil?: number;
}

/** The memory of one collection. */
export class ListOnce<T> {
  readonly #source: ListSource<T>;
  readonly #clock: Clock;
  /** The answers to own writes, by id; null stands for an own delete. */
  readonly #written = new Map<string, T | null>();
  #listed: SharedRead<ReadonlyMap<string, T>> | undefined;
  /** The time at which the last list was whole. */
  #listedAt = 0;
  /** The objects of a list that say the same, once somebody has asked for them. */
  #groups: { readonly of: ReadonlyMap<string, T>; readonly byId: ReadonlyMap<string, readonly string[]> } | undefined;
  readonly #confirmed = new Map<string, SharedRead<T | null>>();

  constructor(source: ListSource<T>, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /** All objects, in the order of the tenant. Objects of own writes that its list lacks are last. */
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

  /** The object of an id; null where it is not there. */
  async find(id: string, options: FindOptions = {}): Promise<T | null> {
    if (!this.#written.has(id) && options.pastList !== true) {
      const listed = (this.#listed?.value ?? (await this.#list(options.signal))).get(id);
      // A write that came while the list was read knows better.
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
      // Waits are counted and not only measured, so that no rounding makes a wait of nothing.
      left -= waitMs;
      if (this.#confirmed.get(id) === confirmation) this.#confirmed.delete(id);
    }
  }

  /** The object as far as it is known without asking; null where it is known to be gone. */
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

  /** Notes an own create or update. */
  keep(object: T): void {
    this.#written.set(this.#source.idOf(object), object);
  }

  /** Notes an own delete. */
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
        // Another reading would take as long, and end no better.
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

/** For each id, the ids of all objects that say the same, its own included. */
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
