/** Which tenant is meant, where a plan or a stack has several? Two tenants are never mixed. */
import { mainPart } from '../../steering';
import { UserError, EXIT } from '../complaint';
import { type StackFiles, where } from './files';
import type { ModelSource } from './source';

interface TenantPart {
  readonly providers: readonly string[];
}

export interface Chosen<P> {
  readonly part: P;
  /** Whether the demands of the stack apply to this part. */
  readonly isMain: boolean;
}

/**
 * Chooses a part.
 * @param provider a provider configuration of the part, which is needed where there are several parts
 * @throws UserError
 */
export function chosen<P extends TenantPart>(
  parts: readonly P[],
  provider: string | undefined,
  path: string,
): Chosen<P> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && provider === undefined) return { part: only, isMain: true };
  const found = parts.find(({ providers }) => provider !== undefined && providers.includes(provider));
  if (found !== undefined) return { part: found, isMain: found === mainPart(parts) };
  const all = parts.flatMap(({ providers }) => providers).join(', ');
  throw new UserError(
    EXIT.usage,
    provider === undefined
      ? `${where(path)} is of several tenants. Choose one by its provider configuration, with --provider: ${all}.`
      : `${where(path)} has nothing of the provider configuration ${JSON.stringify(provider)}. It has: ${all}.`,
  );
}

/** Takes the demands of the stack, where they apply to the chosen tenant. */
export function demandsOf(
  stack: StackFiles | undefined,
  { isMain }: Chosen<unknown>,
): Pick<ModelSource, 'steering' | 'lostDemands' | 'notes'> {
  const { steering, lost } = stack ?? {};
  if (!isMain && (steering ?? lost) !== undefined) {
    const notes = ['Note: What the stack demands is about the tenant of netskopesteering, and not judged here.'];
    // The last days of exceptions name what they are about, whichever tenant it is on.
    return steering === undefined
      ? { notes }
      : { notes, steering: { ...steering, suppressions: [], trafficTests: [], invariants: [], premises: [] } };
  }
  return {
    ...(steering !== undefined && { steering }),
    ...(lost !== undefined && { lostDemands: lost }),
    notes: [],
  };
}
