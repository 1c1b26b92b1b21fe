/** What of a tenant is not observed, in words? An answer on it is the more open, the more that is. */
import { isUnknownCode, type Model } from '../steering';
import { notObservedIn } from './observed';

const PLURALS: Readonly<Record<string, string>> = {
  'dns exception': 'DNS exceptions',
  certificate_pinned_app: 'apps',
  configuration: 'configurations',
  non_standard_port: 'non-standard ports',
};

/**
 * Says what of a tenant is not observed, each as a part of a sentence: first the codes that the dialect does not name, then
 * whole objects, then attributes.
 */
export function notObservedOf(tenant: Model): string[] {
  const codes = unknownCodes(tenant);
  const all = notObservedIn(tenant);
  const whole = all.filter(({ attributes }) => attributes.includes('any'));
  const parts = all.filter(({ attributes }) => !attributes.includes('any'));
  const kind = (object: string) => PLURALS[object] ?? `${object.replaceAll('_', ' ')}s`;
  return [
    ...(codes > 0
      ? [
          `what ${codes} ${codes === 1 ? 'code' : 'codes'} of the tenant ${codes === 1 ? 'means' : 'mean'}, which the dialect does not name`,
        ]
      : []),
    ...whole.map(({ object, count }) => `${kind(object)} (in ${count} ${count === 1 ? 'place' : 'places'})`),
    ...parts.map(({ object, attributes, count }) => `${attributes.join(', ')} of ${count} ${kind(object)}`),
  ];
}

/** How many values are not known because the dialect does not name their codes. */
function unknownCodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { reason } = value as { readonly reason?: unknown };
  if (typeof reason === 'string' && isUnknownCode(reason)) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + unknownCodes(one), 0);
}

/** The most things that a sentence names. */
const MOST_NAMED = 4;

/** Joins what is not observed, but for what makes a sentence too long. */
export function joinedNotObserved(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return `${all.slice(0, MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
