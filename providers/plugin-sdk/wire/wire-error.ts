/** The errors for messages that cannot be read, and for values that cannot be written. */
import type { Path, PathStep } from '../diagnostics';

/**
 * The error of a message that cannot be read, or of a value that its type does not allow. It names places and kinds,
 * never values.
 */
export class WireError extends Error {
  readonly path: Path;
  constructor(
    private readonly problem: string,
    path: Path = [],
  ) {
    super(path.length === 0 ? problem : `${pathText(path)}: ${problem}`);
    this.name = 'WireError';
    this.path = path;
  }

  /** Gives the same error, seen from one step further out. */
  below(step: PathStep): WireError {
    return new WireError(this.problem, [step, ...this.path]);
  }
}

/** The error of bytes that mean nothing at all, so that their place does not matter. */
export class MalformedError extends WireError {
  override below(): WireError {
    return this;
  }
}

function pathText(path: Path): string {
  return path.map(stepText).join('').replace(/^\./, '');
}

function stepText(step: PathStep): string {
  switch (step.kind) {
    case 'attribute':
      return `.${step.name}`;
    case 'index':
      return `[${step.index}]`;
    case 'key':
      return `[${JSON.stringify(step.key)}]`;
    case 'element':
      return '[…]';
  }
}
