/** How do resources use a collection? By reads that list it once, and by writes that keep the list right. */
import { ApiError, failedWith } from './api-error';
import type { Call, CallRequest } from './call';
import type { Clock } from './clock';
import type { ApiErrorCode, ErrorFacts, HttpMethod } from './error-text';
import { ListOnce, sayingOf, type FindOptions, type ListOptions } from './list-once';
import { PAGE_SIZE, readPages, takePage } from './read-pages';
import type { ListBounds } from './settings';

/**
 * The creates of one collection run at the same time, until two of them collide. Some tenants refuse a create while
 * another one is under way in the same collection [vendor]. That they say "conflict" then, as for a name that is taken,
 * is [assumed]. So a create that was refused while others ran is tried once more, alone. If that succeeds, all later
 * creates run one by one.
 */
class Creates {
  readonly #underWay = new Set<Promise<unknown>>();
  /** How many creates have begun so far. */
  #begun = 0;
  /** The end of the last create that runs, or will run, alone; it never rejects. */
  #last: Promise<unknown> = Promise.resolve();
  /** How many creates are waiting for their turn or having it. */
  #inTurn = 0;
  #collide = false;

  async run<T>(create: () => Promise<T>): Promise<T> {
    if (this.#collide || this.#inTurn > 0) return this.#alone(create);
    const wasAlone = this.#underWay.size === 0;
    const mine = ++this.#begun;
    const made = create();
    this.#underWay.add(made);
    try {
      return await made;
    } catch (cause) {
      const refused = failedWith(cause, 'conflict', 'rejected');
      if (!refused || (wasAlone && this.#begun === mine)) throw cause;
    } finally {
      this.#underWay.delete(made);
    }
    const second = await this.#alone(create);
    this.#collide = true;
    return second;
  }

  async #alone<T>(create: () => Promise<T>): Promise<T> {
    this.#inTurn += 1;
    const turn = Promise.allSettled([this.#last, ...this.#underWay]).then(create);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#inTurn -= 1;
    }
  }
}

/**
 * Whether an object, as the tenant shows it, is what was written: every written field is there with its value. Lists
 * are compared without their order, which the vendor does not keep [vendor]. Fields that only the tenant writes do not
 * count.
 */
export function reflects(written: unknown, shown: unknown): boolean {
  if (Array.isArray(written)) {
    if (!Array.isArray(shown) || shown.length !== written.length) return false;
    const spelled = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
    const others = spelled(shown);
    return spelled(written).every((item, index) => item === others[index]);
  }
  if (typeof written === 'object' && written !== null) {
    if (typeof shown !== 'object' || shown === null) return false;
    const fields = shown as Readonly<Record<string, unknown>>;
    return Object.entries(written).every(([name, value]) => value === undefined || reflects(value, fields[name]));
  }
  return written === shown;
}

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** The etag that the object must still have. Default: the one that was read last, if any was read. */
  readonly etag?: string | undefined;
}

/**
 * A collection of objects T. Objects are created from I and changed by P. Every method rejects with an ApiError only.
 */
export interface TenantCollection<T, I, P = I> {
  /** All objects. The tenant is asked once per client, however many callers there are. */
  list(options?: ListOptions): Promise<readonly T[]>;
  /** One object, from the list where the list has it; null where it does not exist, which a GET has then confirmed. */
  find(id: string, options?: FindOptions): Promise<T | null>;
  /** Creates an object. Rejects with `outcome_unknown` when the answer is lost, because the object may exist then. */
  create(input: I, options?: ReadOptions): Promise<T>;
  /** Changes an object. Rejects with `precondition_failed` when it is not as it was read. */
  update(id: string, input: P, options?: WriteOptions): Promise<T>;
  /** Deletes an object. It also succeeds where the object does not exist any more. */
  delete(id: string, options?: WriteOptions): Promise<void>;
  /** The ids of other objects that say exactly the same, in the list as it was read. This does not ask the tenant. */
  alike(id: string): readonly string[];
  /** Forgets the list, so that the next read sees what others did meanwhile. */
  refresh(): void;
}

export interface CollectionParts<T> {
  readonly call: Call;
  readonly clock: Clock;
  /** The word for an object on the vendor's screens. */
  readonly noun: string;
  readonly bounds: ListBounds;
  readonly updateMethod: 'PUT' | 'PATCH';
  /** The route of the collection; it throws when an id in it is malformed. */
  readonly route: () => string;
  readonly readObject: (value: unknown) => T;
  readonly idOf: (object: T) => string;
  /** Asks whether the configuration that the collection belongs to exists. It is called when the route is missing. */
  readonly ownerExists?: (signal: AbortSignal | undefined) => Promise<boolean>;
}

/** The part of a request that carries the etag. */
type SentEtag = Pick<CallRequest, 'ifMatch'>;

/** The failures after which the state of the tenant may not be what the client remembers. */
const DOUBTFUL: readonly ApiErrorCode[] = [
  'aborted',
  'conflict',
  'malformed',
  'network',
  'not_found',
  'outcome_unknown',
  'precondition_failed',
  'redirected',
  'rejected',
  'timeout',
  'unavailable',
];

/** Makes a collection from its parts. */
export function createCollection<T extends { readonly etag: string }, I, P = I>(
  parts: CollectionParts<T>,
): TenantCollection<T, I, P> {
  const { call, noun, readObject, idOf, updateMethod } = parts;
  const takeOne = ({ data }: { data: unknown }) => readObject(data);
  const ofCollection = (method: HttpMethod): CallRequest => ({
    method,
    route: parts.route(),
    noun,
    ofCollection: true,
  });
  const ofObject = (method: HttpMethod, id: string): CallRequest => ({
    method,
    route: `${parts.route()}/${checkId(id)}`,
    noun,
    ofCollection: false,
  });

  async function readAll(signal: AbortSignal): Promise<readonly T[]> {
    const request = ofCollection('GET');
    const take = takePage(readObject);
    const readPage = (offset: number) => call({ ...request, query: { limit: PAGE_SIZE, offset } }, take, signal);
    const { method, route } = request;
    const fail = (facts: ErrorFacts) => new ApiError({ ...facts, noun, operation: { method, route } });
    try {
      return await readPages({ readPage, idOf, bounds: parts.bounds, fail });
    } catch (error) {
      if (await ownerIsGone(error, signal)) return [];
      throw error;
    }
  }

  async function readOne(id: string, signal?: AbortSignal): Promise<T | null> {
    try {
      return await call(ofObject('GET', id), takeOne, signal);
    } catch (error) {
      if (failedWith(error, 'not_found') || mayMeanNotFound(error)) return null;
      throw error;
    }
  }

  /** Whether an error says that the route is missing because its configuration is missing. */
  async function ownerIsGone(error: unknown, signal?: AbortSignal): Promise<boolean> {
    if (parts.ownerExists === undefined || !failedWith(error, 'no_such_route')) return false;
    return !(await parts.ownerExists(signal));
  }

  /**
   * Explains a refused etag. Where an object shows another etag at each read, nobody can say which one it must still
   * have.
   */
  async function explainRefusal(error: unknown, id: string, sent: SentEtag, signal?: AbortSignal): Promise<unknown> {
    if (sent.ifMatch === undefined || !failedWith(error, 'precondition_failed')) return error;
    try {
      const [first, second] = [await readOne(id, signal), await readOne(id, signal)];
      const isSame = first !== null && second !== null && sayingOf(first) === sayingOf(second);
      if (!isSame || first.etag === second.etag) return error;
      const { status, operation } = error;
      return new ApiError({ code: 'etags_vary', noun, ...(status && { status }), ...(operation && { operation }) });
    } catch {
      return error;
    }
  }

  const creates = new Creates();
  const known = new ListOnce<T>({ readAll, readOne, idOf }, parts.clock);
  const etagFor = (id: string, etag = known.peek(id)?.etag): SentEtag => (isEtag(etag) ? { ifMatch: etag } : {});
  const doubt = (error: unknown, id?: string) => {
    if (failedWith(error, ...DOUBTFUL)) known.refresh(id);
  };
  const remember = (object: T): T => {
    known.keep(object);
    return object;
  };

  return {
    list: async (options) => known.list(options),

    async find(id, options) {
      checkId(id);
      return known.find(id, options);
    },

    async create(input, { signal } = {}) {
      const request = ofCollection('POST');
      try {
        return remember(await creates.run(() => call({ ...request, body: input }, takeOne, signal)));
      } catch (error) {
        doubt(error);
        if (!(await ownerIsGone(error, signal))) throw error;
        const { method, route } = request;
        throw new ApiError({
          code: 'not_found',
          status: 404,
          operation: { method, route },
          noun: 'steering configuration',
        });
      }
    },

    async update(id, input, { signal, etag } = {}) {
      const sent = etagFor(id, etag);
      try {
        return remember(await call({ ...ofObject(updateMethod, id), ...sent, body: input }, takeOne, signal));
      } catch (error) {
        doubt(error, id);
        // The first attempt of this same update, whose answer was lost, may have changed the etag.
        const ours = failedWith(error, 'precondition_failed') && error.lostAnswer ? await readOne(id, signal) : null;
        if (ours !== null && reflects(input, ours)) return remember(ours);
        throw await explainRefusal(error, id, sent, signal);
      }
    },

    async delete(id, { signal, etag } = {}) {
      const sent = etagFor(id, etag);
      try {
        await call({ ...ofObject('DELETE', id), ...sent }, () => undefined, signal);
      } catch (error) {
        doubt(error, id);
        const gone = failedWith(error, 'not_found') || (mayMeanNotFound(error) && (await readOne(id, signal)) === null);
        if (!gone) throw await explainRefusal(error, id, sent, signal);
      }
      known.drop(id);
    },

    alike: (id) => known.alike(id),
    refresh: () => known.refresh(),
  };
}

/**
 * Whether an error may mean "not found": HTTP 200 with an error of no known kind can mean that [vendor]. It is never
 * the only sign: either the object is missing from the list as well, or two different requests about it get such an
 * answer.
 */
function mayMeanNotFound(error: unknown): boolean {
  return failedWith(error, 'rejected') && error.status !== undefined && error.status < 300;
}

/**
 * Checks an id before it enters a path.
 *
 * @throws ApiError `invalid_id`
 */
export function checkId(id: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(id)) return id;
  throw new ApiError({ code: 'invalid_id', reason: JSON.stringify(id.slice(0, 100)) });
}

/** Whether a text may stand between the quotes of If-Match (RFC 9110, 8.8.3). */
function isEtag(etag: string | undefined): etag is string {
  return etag !== undefined && /^[\x21\x23-\x7e]+$/.test(etag);
}
