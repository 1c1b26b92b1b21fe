/**
 * What one operation collects while it runs, whatever the author's code does: diagnostics, private state, and an
 * outcome. This file also turns exceptions into diagnostics, and limits the time of an operation.
 */
import { type Diagnostic, DiagnosticError, error, hasErrors, path } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import { type TimedOperation, millisecondsOf } from '../schema/timeouts';
import { type Value, type ValueRecord, isKnown, record } from '../values';
import { StoredPrivateState } from './private-state';
import type { Operation } from './resource';

// Anything can be thrown, so no property of an exception is trusted.

export function isDiagnosticError(cause: unknown): cause is DiagnosticError {
  return isA(cause, DiagnosticError);
}

export function isA<T>(cause: unknown, kind: abstract new (...args: never[]) => T): cause is T {
  return safely(() => cause instanceof kind, false);
}

/** Whether an exception is an `Error` and nothing more special: somebody threw it to say something. */
export function isPlainError(cause: unknown): cause is Error {
  return safely(() => Object.getPrototypeOf(cause) === Error.prototype, false);
}

/**
 * Whether an exception says no more than that a signal aborted, as those of fetch, of Node's own functions and of axios
 * do.
 */
function isAbort(cause: unknown, { aborted, reason }: AbortSignal): boolean {
  return aborted && (cause === reason || (isA(cause, Error) && safely(() => ABORTS.has(cause.name), false)));
}

const ABORTS: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError', 'CanceledError']);

/** Describes an exception to the user, in one line. */
export function reasonOf(cause: unknown): string {
  return safely(() => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)), NO_WORDS);
}

/** Describes an exception for the log, with its stack where there is one, and with that of the exception behind it. */
export function traceOf(cause: unknown): string {
  return safely(() => {
    if (!(cause instanceof Error) || typeof cause.stack !== 'string') return reasonOf(cause);
    const behind = cause.cause instanceof Error ? `\ncaused by ${cause.cause.stack}` : '';
    return cause.stack + behind;
  }, NO_WORDS);
}

const NO_WORDS = 'an exception that cannot be described';

function safely<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/** The time in which an operation must be done: the configured one, or the author's default. */
interface Deadline {
  readonly operation: TimedOperation;
  readonly milliseconds: number;
  /** The name of the attribute by which the user can change the time. */
  readonly attribute: string;
}

/** The `timeouts` that a schema declares. */
interface Declared {
  readonly name: string;
  readonly defaults: Readonly<Partial<Record<TimedOperation, number>>>;
}

const declared = new WeakMap<Attributes, Declared | null>();

function timeoutsOf(attributes: Attributes): Declared | null {
  let found = declared.get(attributes);
  if (found === undefined) {
    const [first] = Object.entries(attributes).flatMap(([name, { options }]) =>
      options.timeouts === undefined ? [] : [{ name, defaults: options.timeouts }],
    );
    declared.set(attributes, (found = first ?? null));
  }
  return found;
}

/**
 * Gives the time of an operation; undefined where it is not limited.
 * @param object the planned or the stored object, which holds the configured timeouts
 */
export function deadlineOf(
  attributes: Attributes,
  operation: TimedOperation,
  object: ValueRecord | null,
): Deadline | undefined {
  const timeouts = timeoutsOf(attributes);
  const byDefault = timeouts?.defaults[operation];
  if (timeouts === null || byDefault === undefined) return undefined;
  const configured = object?.[timeouts.name] ?? null;
  const text = isKnown(configured) ? (configured as ValueRecord)[operation] : null;
  const milliseconds = (typeof text === 'string' ? millisecondsOf(text) : undefined) ?? byDefault;
  return { operation, milliseconds, attribute: timeouts.name };
}

/** Gives an object the timeouts of another one. Only the user sets timeouts, so no author has to carry them along. */
export function keepTimeouts<T extends ValueRecord | null>(attributes: Attributes, object: T, from: ValueRecord): T {
  const timeouts = timeoutsOf(attributes);
  if (timeouts === null || object === null) return object;
  const kept: Value = from[timeouts.name] ?? null;
  return object[timeouts.name] === kept ? object : (record([...Object.entries(object), [timeouts.name, kept]]) as T);
}

function timedOut({ operation, milliseconds, attribute }: Deadline): Diagnostic {
  const why = `The ${operation} took longer than ${milliseconds / 1_000} s, and was stopped.`;
  const next = `What it did until then may have had an effect. If it needs more time, set ${attribute}.${operation}.`;
  return error('Timed out', `${why} ${next}`, path(attribute, operation));
}

/** The longest time of a timer, in milliseconds. Node fires a timer with a longer time at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** A signal that aborts when another one does, or when time is up. */
export class Timer {
  /** Whether time is up. */
  isOver = false;
  private readonly controller = new AbortController();
  private timeout: ReturnType<typeof setTimeout> | undefined;
  private readonly follow = (): void => this.controller.abort(this.other.reason);

  constructor(
    readonly deadline: Deadline,
    private readonly other: AbortSignal,
  ) {
    const { milliseconds } = deadline;
    this.timeout = setTimeout(() => this.expire(), Math.min(milliseconds, LONGEST_MS));
    other.addEventListener('abort', this.follow, { once: true });
    if (other.aborted) this.follow();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    clearTimeout(this.timeout);
    this.other.removeEventListener('abort', this.follow);
  }

  private expire(): void {
    this.isOver = true;
    this.controller.abort(Object.assign(new Error('time is up'), { name: 'TimeoutError' }));
  }
}

/** What an operation leaves behind. Terraform stores `state` even where there are errors; null stands for no object. */
export interface OperationOutcome {
  readonly state: ValueRecord | null;
  /** The identity of the object, where its resource has one and it is known. */
  readonly identity?: ValueRecord | undefined;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export function outcome<C>(
  { privateState, diagnostics }: RunningOperation<C>,
  state: ValueRecord | null,
  identity?: ValueRecord,
): OperationOutcome {
  return { state, identity, privateBytes: privateState.bytes(), diagnostics };
}

/** What an operation gets from the server. */
export interface Environment<C> {
  readonly client: C;
  readonly signal: AbortSignal;
  /** What the module says in `provider_meta`; null or undefined where it says nothing. */
  readonly providerMeta?: ValueRecord | null;
  /** Learns of exceptions that are bugs, for the log. */
  readonly onBug?: (cause: unknown) => void;
}

/** An operation under way: what the author's code gets of it, and what it collects. */
export class RunningOperation<C> implements Operation<C> {
  readonly diagnostics: Diagnostic[] = [];
  readonly privateState: StoredPrivateState;
  readonly client: C;
  private timer: Timer | undefined;

  constructor(
    private readonly environment: Environment<C>,
    privateBytes?: Uint8Array,
    private deadline?: Deadline,
  ) {
    this.client = environment.client;
    this.privateState = new StoredPrivateState(privateBytes);
  }

  /**
   * The signal of the environment or, where time is limited, that of the timer, which runs from the start of the
   * attempt.
   */
  get signal(): AbortSignal {
    return this.timer?.signal ?? this.environment.signal;
  }

  get providerMeta(): ValueRecord | null {
    return this.environment.providerMeta ?? null;
  }

  readonly warn = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  /** Runs the author's code, within its time; a failure becomes diagnostics and `undefined`. */
  async attempt<T>(run: () => Promise<T> | T): Promise<T | undefined> {
    if (this.deadline !== undefined) this.timer = new Timer(this.deadline, this.environment.signal);
    this.deadline = undefined; // later attempts only tidy up, so their time is not limited
    try {
      return await run();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    } finally {
      this.timer?.stop();
      this.timer = undefined;
    }
  }

  /**
   * Records a failure as diagnostics. An exception that is no `DiagnosticError` is a bug, unless an abort caused it.
   */
  fail(cause: unknown): void {
    const { timer, diagnostics, signal } = this;
    if (timer?.isOver) diagnostics.push(timedOut(timer.deadline));
    if (isAbort(cause, signal)) {
      if (!timer?.isOver) diagnostics.push(STOPPED);
      return;
    }
    if (!isDiagnosticError(cause)) this.environment.onBug?.(cause);
    diagnostics.push(...diagnosticsOf(cause));
  }
}

const STOPPED = error(
  'Interrupted',
  'Terraform asked the provider to stop before this was done. What it did until then may have had an effect: run again to see.',
);

/**
 * Makes the request that the author's code gets. Getters are used, because a signal is only made when somebody asks for
 * it.
 */
export function handed<C, M extends object>(operation: RunningOperation<C>, more: M): Operation<C> & M {
  const { client, privateState, warn } = operation;
  return {
    client,
    privateState,
    warn,
    ...more,
    get signal() {
      return operation.signal;
    },
    get providerMeta() {
      return operation.providerMeta;
    },
  };
}

/** Gives the diagnostics by which the user learns of an exception. */
export function diagnosticsOf(cause: unknown): readonly Diagnostic[] {
  if (!isDiagnosticError(cause)) return [bug(reasonOf(cause))];
  // Warnings alone would make the failure look like a success.
  return hasErrors(cause.diagnostics) ? cause.diagnostics : [...cause.diagnostics, bug('It ended without an error.')];
}

function bug(reason: string): Diagnostic {
  return error(
    'The provider failed unexpectedly',
    `${reason}\n\nThis is a bug of the provider, not of the configuration. Run again with TF_LOG=debug and report it with the stack from the log.`,
  );
}
