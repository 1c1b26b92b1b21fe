/** Whether an invariant holds of every flow there is: proved on the classes of the flow space, not tried on examples. */
import type { Comparison, WholeFlow } from '../compare/comparison';
import { foldCase } from '../domain/processes';
import type { Model } from '../model/model';
import { ANYTHING, BLOCK, BYPASS, DIRECT, NOTHING, STEER, type Possibilities } from '../decide/outcome';
import { FlowSpace } from '../compare/flow-space';
import type { Verdict } from '../compare/verdicts';
import { PLATFORMS } from '../domain/vocabulary';
import { complainAboutProcess } from '../decide/question';
import { mayTurn } from '../compare/turns';
import type { Invariant } from './invariant';
import type { Expectable } from './traffic-test';

/** What an invariant says, whoever demands it. */
export type Claim = Pick<Invariant, 'never' | 'newly' | 'processes' | 'platforms' | 'service'>;

export type InvariantResult =
  | { readonly holds: true }
  | {
      readonly holds: false;
      /** `perhaps`: what becomes of the flow is not known, or not every flow could be looked at. */
      readonly fails: 'certainly' | 'perhaps';
      /** A flow on which it fails, or may; left out where none was found among those that were looked at. */
      readonly counterexample?: WholeFlow;
    };

const FATES: Readonly<Record<Expectable, Possibilities>> = {
  block: BLOCK,
  bypass: BYPASS,
  steer: STEER,
  direct: DIRECT,
};

/** Why a claim is about no flow that a client can open, in a sentence; undefined where it is about some. */
export function complainAboutClaim({
  processes,
  platforms,
}: Pick<Claim, 'processes' | 'platforms'>): string | undefined {
  if (processes?.length === 0 || platforms?.length === 0) {
    return 'A list is empty, so the invariant would be about nothing. Name at least one, or leave the list out.';
  }
  const where = platforms ?? PLATFORMS.map(({ name }) => name);
  for (const process of processes ?? []) {
    const complaints = where.map((platform) => complainAboutProcess(process, platform));
    if (complaints.every((complaint) => complaint !== undefined)) return complaints[0]?.detail;
  }
  return undefined;
}

/** How likely it is that one of these fates is met: 0 never, 1 perhaps, 2 for certain. */
const likelihood = (fates: Possibilities, of: Possibilities): 0 | 1 | 2 =>
  (fates & of) === NOTHING ? 0 : (fates & ~of) === NOTHING ? 2 : 1;

/**
 * Judges a claim on a model, or on the two of a comparison: there `newly` looks at both, and all else at the one after the
 * change. On a model alone nothing is new.
 */
export function checkInvariant(of: Model | Pick<Comparison, 'models'>, claim: Claim): InvariantResult {
  const { before, after } = 'models' in of ? of.models : { before: of, after: of };
  const { never, newly, processes, platforms, service } = claim;
  // What is about nothing proves nothing.
  if (complainAboutClaim(claim) !== undefined) return { holds: false, fails: 'perhaps' };
  const space = new FlowSpace(newly ? before : after, after, {
    ...(platforms !== undefined && { platforms }),
    ...(processes !== undefined && { processes: [...new Set(processes.map(foldCase))] }),
    ...(service !== undefined && { service }),
  });
  let perhaps: WholeFlow | undefined;
  for (const context of space.contexts) {
    const partition = space.partition(context);
    for (const found of newly ? partition.changes() : partition.all()) {
      const fails = failsOn(found.verdict, FATES[never], newly === true);
      if (fails === undefined) continue;
      const counterexample = partition.witness(found);
      if (fails === 'certainly') return { holds: false, fails, counterexample };
      perhaps ??= counterexample;
    }
  }
  if (perhaps !== undefined) return { holds: false, fails: 'perhaps', counterexample: perhaps };
  return space.notCovered.length === 0 ? { holds: true } : { holds: false, fails: 'perhaps' };
}

function failsOn(
  { turns, before, after }: Verdict,
  never: Possibilities,
  newly: boolean,
): 'certainly' | 'perhaps' | undefined {
  if (!newly) {
    const now = likelihood(after, never);
    return now === 0 ? undefined : now === 2 ? 'certainly' : 'perhaps';
  }
  if (!mayTurn(turns, ANYTHING & ~never, never)) return undefined;
  return likelihood(before, never) === 0 && likelihood(after, never) === 2 ? 'certainly' : 'perhaps';
}
