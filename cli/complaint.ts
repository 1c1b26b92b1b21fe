/** How commands end: with a result, or with a complaint that says what happened, why, and what to do. */
import type { Palette } from './show';

export const EXIT = {
  /** What was asked for is there. */
  done: 0,
  /** Something is wrong with what was looked at. */
  found: 1,
  /** Options that make no sense. */
  usage: 2,
  /** The plan or the stack cannot be read. */
  unreadable: 3,
  /** The tenant cannot be read. */
  tenant: 4,
  /** Gates of a review, and what is not what was reviewed. */
  collateral: 10,
  broadening: 11,
  error: 12,
  warning: 13,
  differs: 20,
  /** A bug of this program. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a user can do something about. It is shown without a stack, and each of its lines as one, whatever is in it. */
export class UserError extends Error {
  override readonly name = 'Complaint';
  readonly lines: readonly string[];

  constructor(
    readonly exitCode: ExitCode,
    ...lines: readonly string[]
  ) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** How much is read of a file. */
export interface ReadLimit {
  readonly bytes: number;
  /** Ends the sentence `It has N MB, more than …`, with what to do. */
  readonly because: (bytes: number) => string;
}

/** What a command finds around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly color: Palette;
  /**
   * All of it, up to a bound.
   * @param what names it in complaints
   * @throws Complaint
   */
  readonly stdin: (what: string, bound: ReadLimit) => Promise<string>;
}

export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  /** For people beside the result, a line each. */
  readonly notes: readonly string[];
}
