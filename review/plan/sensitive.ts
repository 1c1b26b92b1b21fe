/**
 * What may nobody see? Terraform marks values of a plan as sensitive, but writes them in clear text all the same. Only
 * this file follows the marks: it divides a value into what may be seen and what is sensitive, and takes sensitive
 * texts out of every text of a review, wherever they stand.
 */
import type { PlanJson, ValueChange } from '../../steering';

export const SENSITIVE = '(sensitive)';
/** The fewest characters of a text that is taken out inside others. A shorter one would be found everywhere. */
const SHORTEST_PART = 4;

/** Lists each sensitive text of a plan once, the longest first, so that none is cut by a part of it. */
export function sensitiveTexts(plan: PlanJson): string[] {
  const found = new Set<string>();
  const gather = (value: unknown, shape: unknown): void => {
    for (const [, secret] of partSensitive(value, shape, '').secrets) everyText(secret, found);
  };
  const take = ({ before, after, before_sensitive, after_sensitive }: ValueChange<unknown>): void => {
    gather(before, before_sensitive);
    gather(after, after_sensitive);
  };
  for (const { change } of [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])]) take(change);
  for (const change of Object.values(plan.output_changes ?? {})) take(change);
  const declared = plan.configuration?.root_module?.variables;
  for (const [name, variable] of Object.entries(plan.variables ?? {}))
    gather(variable.value, declared?.[name]?.sensitive);
  return [...found].filter((text) => text !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Makes a function that takes sensitive texts out of a text. */
export function redactor(sensitive: readonly string[]): (text: string) => string {
  const whole = new Set(sensitive.flatMap((text) => [text, JSON.stringify(text)]));
  // Sensitive texts are looked for as they are, and as they stand in JSON.
  const parts = [...new Set(sensitive.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))].filter(
    ({ length }) => length >= SHORTEST_PART,
  );
  return (text) => {
    if (whole.has(text)) return SENSITIVE;
    return parts.reduce((left, part) => (left.includes(part) ? left.replaceAll(part, SENSITIVE) : left), text);
  };
}

/**
 * A value divided into what may be seen and what is sensitive, each part with its place. A digest that is quick to
 * compute never covers sensitive values, because they could be found by trying.
 */
export interface Parted {
  readonly shown: unknown;
  readonly secrets: readonly (readonly [place: string, value: unknown])[];
}

/**
 * Divides a value.
 * @param shape true, or the shape of the value with true at each sensitive place
 */
export function partSensitive(value: unknown, shape: unknown, place: string): Parted {
  const secrets: (readonly [string, unknown])[] = [];
  const walk = (part: unknown, of: unknown, at: string): unknown => {
    if (of === true) {
      secrets.push([at, part ?? null]);
      return SENSITIVE;
    }
    if (typeof of !== 'object' || of === null || typeof part !== 'object' || part === null) return part;
    const shapes = of as Readonly<Record<string, unknown>>;
    const shapeOf = (name: string) => (Object.hasOwn(shapes, name) ? shapes[name] : undefined);
    if (Array.isArray(part))
      return part.map((inner: unknown, index) => walk(inner, shapeOf(String(index)), `${at}[${index}]`));
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, walk(inner, shapeOf(name), `${at}.${name}`)]),
    );
  };
  return { shown: walk(value, shape, place), secrets };
}

function everyText(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) everyText(inner, found);
}
