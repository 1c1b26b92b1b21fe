/** Plan modifiers that most providers need. */
import { isUnknown } from '../values';
import type { PlanModifier, PlanModifierRequest } from './attribute';

/** Gives a plan modifier of your own a sentence, in Markdown, for the reference page of its attribute. */
export function described(description: string, modifier: PlanModifier): PlanModifier {
  // Not the modifier itself, which may serve elsewhere without the sentence.
  return Object.assign((request: PlanModifierRequest) => modifier(request), { description });
}

/** A change of this attribute replaces the resource. */
export function requiresReplace(): PlanModifier {
  return replace(() => true, 'Changing it replaces the resource.');
}

/**
 * A change of this attribute replaces the resource, if the condition holds.
 * @param when says on the reference page when that is: a clause that can follow "if", such as "the disk becomes smaller"
 */
export function requiresReplaceIf(condition: (request: PlanModifierRequest) => boolean, when?: string): PlanModifier {
  const sentence =
    when === undefined ? 'Some changes of it replace the resource.' : `Changing it replaces the resource if ${when}.`;
  return replace(condition, sentence);
}

/** A change of this attribute replaces the resource, if the configuration sets it: what the provider finds does not. */
export function requiresReplaceIfConfigured(): PlanModifier {
  return requiresReplaceIf(({ config }) => config !== null, 'it is configured');
}

function replace(condition: (request: PlanModifierRequest) => boolean, description: string): PlanModifier {
  return described(description, (request) => {
    if (request.creating || !request.changed) return undefined;
    return condition(request) ? { requiresReplace: true } : undefined;
  });
}

/** A computed value that no update changes, such as an id: keep the stored one instead of planning an unknown. */
export function useStateForUnknown(): PlanModifier {
  return ({ absent, planned, config, prior }) => {
    if (absent || !isUnknown(planned) || isUnknown(config)) return undefined;
    return { planned: prior };
  };
}

/** The same for a value that is null at first and stays what it then becomes: a stored null is planned as unknown. */
export function useNonNullStateForUnknown(): PlanModifier {
  return ({ planned, config, prior }) => {
    if (prior === null || !isUnknown(planned) || isUnknown(config)) return undefined;
    return { planned: prior };
  };
}
