/** How commands end: with a result, or with a complaint that says what happened, why, and what to do. */
import type { Palette } from './palette';

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

/** What a user can do something about. Its message is shown without a stack. */
export class Complaint extends Error {
  override readonly name = 'Complaint';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/** What a command finds around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly color: Palette;
  readonly stdin: () => Promise<string>;
}

export interface Result {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  /** Lines for people beside the result. */
  readonly notes: readonly string[];
}
