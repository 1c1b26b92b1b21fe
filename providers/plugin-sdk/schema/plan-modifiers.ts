/** Plan modifiers that most providers need. */
import { isUnknown } from '../values';
import type { PlanModifier, PlanModifierRequest } from './attribute';

/** A change of this attribute replaces the resource. */
export function requiresReplace(): PlanModifier {
  return requiresReplaceIf(() => true);
}

/** A change of this attribute replaces the resource, if the condition holds. */
export function requiresReplaceIf(condition: (request: PlanModifierRequest) => boolean): PlanModifier {
  return (request) => {
    if (request.creating || !request.changed) return undefined;
    return condition(request) ? { requiresReplace: true } : undefined;
  };
}

/** A computed value that no update changes, such as an id: keep the stored one instead of planning an unknown. */
export function useStateForUnknown(): PlanModifier {
  return ({ absent, planned, config, prior }) => {
    if (absent || !isUnknown(planned) || isUnknown(config)) return undefined;
    return { planned: prior };
  };
}
