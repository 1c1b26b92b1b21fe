/**
 * What nobody may see. Terraform marks values of a plan as sensitive, and writes them in clear all the same: they are gathered
 * here, and taken out of every text of a review, wherever they got in.
 */
import type { Change, ReviewedPlan } from './reviewed-plan';

export const SENSITIVE = '(sensitive)';
/** A shorter one is taken out only where it is the whole text: inside others it would be found everywhere. */
const SHORTEST_PART = 4;

/** Each sensitive text once, the longest first, so that none is cut by a part of it. */
export function sensitiveTexts(plan: ReviewedPlan): string[] {
  const found = new Set<string>();
  const take = ({ before, after, before_sensitive, after_sensitive }: Change): void => {
    gather(before, before_sensitive, found);
    gather(after, after_sensitive, found);
  };
  for (const { change } of [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])]) take(change);
  for (const change of Object.values(plan.output_changes ?? {})) take(change);
  const declared = (
    plan.configuration?.root_module as { variables?: Record<string, { sensitive?: boolean }> } | undefined
  )?.variables;
  for (const [name, variable] of Object.entries(plan.variables ?? {}))
    gather(variable.value, declared?.[name]?.sensitive, found);
  return [...found].filter((text) => text !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Takes sensitive texts out of one. */
export function redactor(sensitive: readonly string[]): (text: string) => string {
  const whole = new Set(sensitive.flatMap((text) => [text, JSON.stringify(text)]));
  // As they are, and as they stand in JSON.
  const parts = [...new Set(sensitive.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))].filter(
    ({ length }) => length >= SHORTEST_PART,
  );
  return (text) => {
    if (whole.has(text)) return SENSITIVE;
    return parts.reduce((left, part) => (left.includes(part) ? left.replaceAll(part, SENSITIVE) : left), text);
  };
}

/** @param shape true, or the shape of the value with true where it is sensitive */
function gather(value: unknown, shape: unknown, found: Set<string>): void {
  if (shape === true) everyText(value, found);
  else if (typeof shape === 'object' && shape !== null && typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(shape))
      if (Object.hasOwn(value, name)) gather((value as Readonly<Record<string, unknown>>)[name], inner, found);
  }
}

function everyText(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) everyText(inner, found);
}
