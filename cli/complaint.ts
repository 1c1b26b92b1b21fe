/** How do commands end? With a result, or with a complaint that says what happened, why, and what to do. */
import type { Palette } from './show';

/** The exit codes of all commands. */
export const EXIT = {
  /** The command did what it was asked for. */
  done: 0,
  /** The command found something wrong. */
  found: 1,
  /** The options make no sense. */
  usage: 2,
  /** The plan or the stack cannot be read. */
  unreadable: 3,
  /** The tenant cannot be read. */
  tenant: 4,
  /** A gate of a review stops, or the plan is not what was reviewed. */
  collateral: 10,
  broadening: 11,
  error: 12,
  warning: 13,
  differs: 20,
  /** A live tenant, or an endpoint, is not as the code wants it. */
  drift: 30,
  /** The program has a bug. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An error about which a user can do something. It is shown without a stack trace, and each of its lines is made inert.
 */
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

/** The limit of what is read from a file. */
export interface ReadLimit {
  readonly bytes: number;
  /** The end of the sentence `It has N MB, more than …`, with what to do. */
  readonly because: (bytes: number) => string;
}

/** The environment in which a command runs. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly color: Palette;
  /** The width of the terminal that stdout is; left out where it is none. */
  readonly columns?: number;
  /**
   * Reads all of stdin, up to a limit.
   * @param what the name, in complaints, of what is read
   * @throws UserError
   */
  readonly stdin: (what: string, bound: ReadLimit) => Promise<string>;
}

/** What a command hands back to the process. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  /** The remarks for people besides the result, one line for each. */
  readonly notes: readonly string[];
  /** The lines that people should read last: why the command stops, and what to do. */
  readonly closing?: readonly string[];
}
