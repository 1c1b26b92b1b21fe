/**
 * The journal of the requests to the tenant, for tests and benchmarks. It holds no token and no body, and its size has
 * a bound.
 */
import type { OperationId } from '../contract';
import { credentialNames } from '../contract/document';
import type { FaultAnswer } from './conditions/faults';

/**
 * Who asks: a program with the API token, or the console, which stands for an administrator at the screens. The console
 * is a means of tests: no tenant has such a token.
 */
export type Caller = 'api' | 'console';

export interface JournalEntry {
  /** The operation; undefined for a route that the contract does not know. */
  operationId: OperationId | undefined;
  /** Whose token the request presented. */
  caller: Caller;
  method: string;
  /** The path with its query, in which credentials are redacted. What is beyond 1,000 characters is cut off. */
  path: string;
  /** The status of the answer; 0 where a fault prevented an answer. */
  status: number;
  /** The fault that struck the call, and whether the operation was carried out nevertheless. */
  fault?: { answer: FaultAnswer; carriedOut: boolean };
  /** The time of the answer, as ISO 8601. */
  at: string;
}

/** How many of the latest entries are always kept. Older ones are dropped sooner or later, but their counts stay. */
const entriesKept = 10_000;
const longestPath = 1_000;

export class Journal {
  #entries: JournalEntry[] = [];
  #forgotten = 0;
  readonly #counts = new Map<string, number>();

  /** @param now tells the time, in milliseconds since 1970. */
  constructor(private readonly now: () => number = Date.now) {}

  /** The requests in the order of their answers. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** How many older entries were dropped, so that the journal has a bound. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /**
   * How often each operation was asked for, whatever the answer. Routes that the contract does not know do not count,
   * and neither do requests without the token.
   */
  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  record(entry: Omit<JournalEntry, 'at'>): void {
    if (this.#entries.length >= 2 * entriesKept) {
      this.#forgotten += this.#entries.length - entriesKept;
      this.#entries = this.#entries.slice(-entriesKept);
    }
    const path = shorten(redactCredentials(entry.path));
    this.#entries.push({ ...entry, path, at: new Date(this.now()).toISOString() });
    const { operationId } = entry;
    if (operationId) this.#counts.set(operationId, (this.#counts.get(operationId) ?? 0) + 1);
  }

  clear(): void {
    this.#entries = [];
    this.#forgotten = 0;
    this.#counts.clear();
  }
}

function shorten(path: string): string {
  if (path.length <= longestPath) return path;
  // The text is copied, because a slice would keep all of what it was cut from in memory.
  return `${Buffer.from(path.slice(0, longestPath)).toString()}…`;
}

/** Redacts what the contract declares as a credential, in whatever way its name is written. */
function redactCredentials(path: string): string {
  return path.replace(/([?&])([^=&]*)=[^&]*/g, (pair, separator: string, spelled: string) => {
    const name = new URLSearchParams(`${spelled}=`).keys().next().value?.toLowerCase() ?? '';
    return credentialNames.has(name) ? `${separator}${name}=[redacted]` : pair;
  });
}
