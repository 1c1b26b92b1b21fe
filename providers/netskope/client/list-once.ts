/**
 * What is known of one collection: read once, then remembered. What is known of an id comes from the first of these that
 * has it:
 *
 * 1. own writes: the answer to our create or update, or our delete. They win over a list that was read around them;
 * 2. the list: read once, shared by all callers; one that failed is read again, unless it is too large or not whole;
 * 3. a confirmation: one GET for an id that the list lacks, because pages shift while they are read and new objects are
 *    invisible at first [vendor].
 *
 * Nothing expires by itself: a client lives as long as one terraform command. Who must not rely on what others may have changed
 * meanwhile says how old a list may be.
 */
import { ApiError, failedWith } from './api-error';
import type { Clock } from './clock';
import { backoff } from './retries';

/** What an object says, apart from who it is: equal texts for equal contents, whatever the order of lists and fields. */
const WHO: readonly string[] = ['id', 'etag'];

/** Of plain JSON. Not JSON.stringify with a replacer: this runs for each object of a plan. */
export function sayingOf(value: unknown): string {
  // Lists have no order on a tenant. [vendor]
  if (Array.isArray(value)) return `[${value.map(sayingOf).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.keys(value).filter((name) => !WHO.includes(name));
  return `{${fields
    .sort()
    .map((name) => `${JSON.stringify(name)}:${sayingOf((value as Record<string, unknown>)[name])}`)
    .join()}}`;
}

/** One read for many callers. */

/**
 * Runs a read at once and lets callers join it. A caller that aborts leaves alone; the read itself is aborted when
 * nobody waits for it any more.
 */
class SharedRead<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  readonly #onFailure: (self: SharedRead<T>, cause?: unknown) => void;
  #waiting = 0;
  #ended = false;
  #value: T | undefined;

  /** @param onFailure told once the read has failed, and why, or was abandoned: whoever comes next needs a new one. */
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

  /** What was read; undefined until then. */
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

/** A new object may stay invisible for 5 to 10 s [vendor]; until it was seen or reached this age, absence is not believed. */
export const YOUNG_MS = 35_000;

export interface ListSource<T> {
  readAll(signal: AbortSignal): Promise<readonly T[]>;
  /** Null when there is no such object. */
  readOne(id: string, signal: AbortSignal): Promise<T | null>;
  idOf(object: T): string;
}

export interface ListOptions {
  readonly signal?: AbortSignal | undefined;
  /** A list that was read longer ago is read again. Default: no age is too much. */
  readonly maxAgeMs?: number;
}

export interface FindOptions {
  readonly signal?: AbortSignal | undefined;
  /** Asks for the object itself, whatever the list says of it: others may have deleted it since the list was read. */
  readonly pastList?: boolean;
  /**
   * Until then, in milliseconds since the epoch, absence is not believed: the object may not be visible yet. At most
   * {@link YOUNG_MS} from now, whatever a clock said that was ahead. Default: the past.
   */
  readonly youngUntil?: number;
}

export class ListOnce<T> {
  readonly #source: ListSource<T>;
  readonly #clock: Clock;
  /** Own writes; null is an own delete. */
  readonly #written = new Map<string, T | null>();
  #listed: SharedRead<ReadonlyMap<string, T>> | undefined;
  /** When the last list was whole. */
  #listedAt = 0;
  /** Which objects of a list say the same, once somebody wants to know. */
  #groups: { readonly of: ReadonlyMap<string, T>; readonly byId: ReadonlyMap<string, readonly string[]> } | undefined;
  readonly #confirmed = new Map<string, SharedRead<T | null>>();

  constructor(source: ListSource<T>, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /** All objects, in the order of the tenant; own ones that its list lacks are last. */
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

  /** The object, or null when it is not there. */
  async find(id: string, options: FindOptions = {}): Promise<T | null> {
    if (!this.#written.has(id) && options.pastList !== true) {
      const listed = (this.#listed?.value ?? (await this.#list(options.signal))).get(id);
      // A write that came while we waited knows better.
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
      // Counted and not only measured: no rounding makes a wait of nothing.
      left -= waitMs;
      if (this.#confirmed.get(id) === confirmation) this.#confirmed.delete(id);
    }
  }

  /** What is known of an object without asking. */
  peek(id: string): T | null | undefined {
    const written = this.#written.get(id);
    return written !== undefined ? written : (this.#listed?.value?.get(id) ?? this.#confirmed.get(id)?.value);
  }

  /** The ids of other objects in the list that say the same; nobody is asked for it. */
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

  /** Asks the tenant again at the next read: after a write that ended in doubt, or to see what others did. */
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
        // Reading it again would take as long, and end no better.
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

/** For each id the ids of those that say what it says, itself included. */
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
