/** Which calls are disturbed on purpose, and how they end. */
import type { OperationId } from '../../contract';

export interface Fault {
  /** The operation that the fault strikes, or `*` for any. */
  operation: OperationId | '*';
  /** The calls of the operation that it strikes, counted from 1 since the fault was set; the first by default. */
  calls?: number | readonly number[] | 'every';
  /**
   * The probability with which it strikes each of those calls, from 0 (never) to 1 (always, the default). It is drawn
   * from the tenant's seed.
   */
  chance?: number;
  answer: FaultAnswer;
  /**
   * Whether the operation is carried out first. The default is true for the faults that let a part of its answer arrive
   * (`cut_body`, `truncated_json`, `slow_body`), and false for all others. With `reset`, true means that the answer to
   * a committed write is lost.
   */
  carriedOut?: boolean;
  /**
   * The milliseconds until the answer, or with `slow_body` between its two halves; 0 by default, 1,000 with
   * `slow_body`.
   */
  delayMs?: number;
}

/** How a struck call ends. */
export type FaultAnswer =
  /** The connection is reset, without an answer. */
  | 'reset'
  /** The connection ends in the middle of the body. */
  | 'cut_body'
  /** The answer is whole, and its JSON ends in the middle. */
  | 'truncated_json'
  /** The body comes in two halves. */
  | 'slow_body'
  /** Another answer comes: the contract's error body, or HTML as a proxy writes it. */
  | { status: number; headers?: Record<string, string>; html?: boolean };

/** A fault as it strikes a call, with its defaults filled in. */
export type Strike = Required<Pick<Fault, 'answer' | 'carriedOut' | 'delayMs'>>;

const partOfAnswerArrives = new Set<FaultAnswer>(['cut_body', 'truncated_json', 'slow_body']);

/** The faults that are set, and how many calls each has seen. */
export class FaultSchedule {
  readonly #faults: { fault: Fault; calls: number }[];

  constructor(
    faults: readonly Fault[],
    private readonly random: () => number,
  ) {
    this.#faults = faults.map((fault) => ({ fault, calls: 0 }));
  }

  /** Counts a call, and gives the fault that strikes it, or the first one where several do; undefined for none. */
  next(operationId: OperationId): Strike | undefined {
    let struck: Fault | undefined;
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (fault.operation !== '*' && fault.operation !== operationId) continue;
      entry.calls += 1;
      if (isMeant(fault, entry.calls) && this.#strikes(fault)) struck ??= fault;
    }
    return struck && toStrike(struck);
  }

  #strikes({ chance = 1 }: Fault): boolean {
    return chance >= 1 || this.random() < chance;
  }
}

function isMeant({ calls = 1 }: Fault, call: number): boolean {
  if (calls === 'every') return true;
  return typeof calls === 'number' ? calls === call : calls.includes(call);
}

function toStrike({ answer, carriedOut, delayMs }: Fault): Strike {
  return {
    answer,
    carriedOut: carriedOut ?? partOfAnswerArrives.has(answer),
    delayMs: delayMs ?? (answer === 'slow_body' ? 1000 : 0),
  };
}
