/** The plan modifiers that most providers need. */
import { isUnknown } from '../values';
import type { PlanModifier, PlanModifierRequest } from './attribute';

/** Gives a plan modifier of your own a sentence, in Markdown, for the reference page of its attribute. */
export function described(description: string, modifier: PlanModifier): PlanModifier {
  // The modifier itself stays as it is, since it may serve elsewhere without the sentence.
  return Object.assign((request: PlanModifierRequest) => modifier(request), { description });
}

/** Makes each change of the attribute a replacement of the resource. */
export function requiresReplace(): PlanModifier {
  return replace(() => true, 'Changing it replaces the resource.');
}

/**
 * Makes a change of the attribute a replacement of the resource, if the condition holds.
 * @param when a clause for the reference page that can follow "if", such as "the disk becomes smaller"
 */
export function requiresReplaceIf(condition: (request: PlanModifierRequest) => boolean, when?: string): PlanModifier {
  const sentence =
    when === undefined ? 'Some changes of it replace the resource.' : `Changing it replaces the resource if ${when}.`;
  return replace(condition, sentence);
}

/**
 * Makes a change of the attribute a replacement of the resource, if the configuration sets it. A change that only the
 * provider finds does not replace the resource.
 */
export function requiresReplaceIfConfigured(): PlanModifier {
  return requiresReplaceIf(({ config }) => config !== null, 'it is configured');
}

function replace(condition: (request: PlanModifierRequest) => boolean, description: string): PlanModifier {
  return described(description, (request) => {
    if (request.creating || !request.changed) return undefined;
    return condition(request) ? { requiresReplace: true } : undefined;
  });
}

/**
 * Plans the stored value in place of an unknown one. It is for computed values that no update changes, such as an id.
 */
export function useStateForUnknown(): PlanModifier {
  return ({ absent, planned, config, prior }) => {
    if (absent || !isUnknown(planned) || isUnknown(config)) return undefined;
    return { planned: prior };
  };
}

/**
 * Plans the stored value in place of an unknown one, unless it is null: for values that are set once, after the object
 * was created.
 */
export function useNonNullStateForUnknown(): PlanModifier {
  return ({ planned, config, prior }) => {
    if (prior === null || !isUnknown(planned) || isUnknown(config)) return undefined;
    return { planned: prior };
  };
}
