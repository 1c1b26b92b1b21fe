import type { Diagnostic } from '../diagnostics';
import type { ValueRecord } from '../values';
import type { RunningOperation } from './operation';

/** What an operation leaves behind. `state` is what Terraform shall store even beside errors; null is nothing. */
export interface Outcome {
  readonly state: ValueRecord | null;
  /** Who the object is, as far as that is known and its resource has such a thing. */
  readonly identity?: ValueRecord | undefined;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export function outcome<C>(
  { privateState, diagnostics }: RunningOperation<C>,
  state: ValueRecord | null,
  identity?: ValueRecord,
): Outcome {
  return { state, identity, privateBytes: privateState.bytes(), diagnostics };
}
