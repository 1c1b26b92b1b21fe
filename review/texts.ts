/** Every text in a value at once: made to hide what is sensitive, or cut where it is too long to be read. */

/** Code points of a text that is shown. */
const LONGEST = 500;

/** Fields that hold words of ours, never what somebody else wrote. */
const OURS = new Set([
  ...[
    'effect',
    'outcome',
    'via',
    'possible',
    'place',
    'mode',
    'dimension',
    'kind',
    'platform',
    'transport',
    'location',
  ],
  ...['deed', 'severity', 'rule', 'mark', 'says'],
]);

/** A copy with every text that others wrote replaced. */
export function mapTexts<T>(value: T, replace: (text: string) => string): T {
  const walk = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') return OURS.has(field) ? part : replace(part);
    if (Array.isArray(part)) return part.map((inner: unknown) => walk(inner, field));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(value, '') as T;
}

export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const points = [...text.slice(0, 2 * LONGEST)];
  return `${points.slice(0, LONGEST).join('')}… (${text.length} characters)`;
}
