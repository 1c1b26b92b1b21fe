/** Which tenant is meant, where a plan or a stack has several? Two tenants are never mixed. */
import { demandsOn, demandsOnNothing, inert, mainPart, quote, type Steering } from '../../steering';
import type { ModelToCheck } from '../../steering/rules';
import { UserError, EXIT } from '../complaint';
import { type StackFiles, where } from './files';
import type { ModelSource } from './source';

interface TenantPart {
  readonly providers: readonly string[];
}

export interface Chosen<P> {
  readonly part: P;
  readonly parts: readonly P[];
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
  if (only !== undefined && parts.length === 1 && provider === undefined) return { part: only, parts };
  const found = parts.find(({ providers }) => provider !== undefined && providers.includes(provider));
  if (found !== undefined) return { part: found, parts };
  const all = parts.flatMap(({ providers }) => providers).join(', ');
  throw new UserError(
    EXIT.usage,
    provider === undefined
      ? `${where(path)} is of several tenants. Choose one by its provider configuration, with --provider: ${all}.`
      : `${where(path)} has nothing of the provider configuration ${JSON.stringify(provider)}. It has: ${all}.`,
  );
}

/** Takes the demands of the stack that are about the chosen tenant. */
export function demandsOf<P extends TenantPart>(
  { steering, lost }: Partial<StackFiles>,
  { part, parts }: Chosen<P>,
): Pick<ModelSource, 'steering' | 'lostDemands' | 'notes'> {
  if (steering === undefined) return { ...(lost !== undefined && { lostDemands: lost }), notes: [] };
  const own = demandsOn(steering, part, parts);
  const nowhere = demandsOnNothing(steering, parts);
  const elsewhere = countOf(steering) - countOf(own) - nowhere.length;
  const others = parts.filter((other) => other !== part).flatMap(({ providers }) => providers);
  return {
    steering: own,
    ...(nowhere.length > 0 && { lostDemands: nowhere.map(notJudged).join(' ') }),
    notes:
      elsewhere === 0
        ? []
        : [
            `Note: ${elsewhere} of the stack's traffic tests and invariants ${elsewhere === 1 ? 'is' : 'are'} about other tenants, and not judged here. ` +
              `Choose such a tenant with --provider: ${others.join(', ')}.`,
          ],
  };
}

/**
 * Reads the models of the other tenants, where the stack accepts findings: a suppression may be meant for one of them,
 * and is needed where it accepts something anywhere.
 */
export function besideOf<P extends TenantPart>(
  { steering }: Partial<StackFiles>,
  { part, parts }: Chosen<P>,
  read: (part: P) => ModelToCheck,
): Pick<ModelSource, 'beside'> {
  if (parts.length < 2 || steering === undefined || steering.suppressions.length === 0) return {};
  const models = parts.filter((other) => other !== part).map(read);
  return { beside: { models, isMain: part === mainPart(parts) } };
}

function countOf({ trafficTests, invariants }: Steering): number {
  return trafficTests.length + invariants.length;
}

function notJudged({ name, provider = '' }: Steering['trafficTests' | 'invariants'][number]): string {
  return `${quote(name)} is about the provider ${inert(provider)}, of which there is nothing here, so it is not judged.`;
}
