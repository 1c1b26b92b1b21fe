import { daysUntil } from '../domain/days';
import { EXCEPTION_TYPES } from '../domain/exceptions';
import type { Model, SteeringException } from '../model/model';
import { withoutIndexes } from '../model/plan-json';
import { belongsTo, titleOfConfiguration } from './pinned';
import { rule, type Expiry } from './rule';

/** How many days before its last day an exception is warned of. */
const WARNED_DAYS = 14;

export const expired = rule({
  id: 'expired',
  severity: 'error',
  severities: { 'expired/soon': 'warning' },
  title: 'An exception beyond its last day',
  rationale: `An exception with a last day is meant to be temporary, but a tenant has no such day [assumed]: somebody has to remove it. It is warned of from ${WARNED_DAYS} days before its last day until that day, and an error after it. Only \`check\` and \`review\` look, at today's day in UTC or at that of \`--date\`; synth never does, so that the same code always gives the same result.`,
  source: '[assumed]: the API has no last day of an exception, and the number of days is ours',
  messages: {
    expired: ({ exception, expires, there }: { exception: string; expires: string; there: string }) =>
      `${exception} was to go after ${expires}, and is still ${there}. Remove the statement that makes it, or write a later day in "expires".`,
    'expired/soon': ({ exception, expires, left }: { exception: string; expires: string; left: string }) =>
      `${exception} is to go after ${expires}: ${left}. From the day after on it is an error. Remove the statement that makes it in time, or write a later day in "expires".`,
  },
  comesWithTime: true,
  ofDemands: true,
  *check(model, say, { before, expiries }) {
    if (expiries === undefined) return;
    const there = new Set(before?.exceptions.map(({ key }) => key));
    const byPlace = placesOf(expiries.stated);
    for (const exception of model.exceptions) {
      const expiry = expiryOf(exception, byPlace);
      if (expiry === undefined) continue;
      const left = daysUntil(expiries.on, expiry.expires);
      if (left > WARNED_DAYS) continue;
      const args = { exception: titleOf(exception, expiry, model), expires: expiry.expires };
      yield left < 0
        ? say('expired', exception, { ...args, there: there.has(exception.key) ? 'there' : 'planned' })
        : say('expired/soon', exception, { ...args, left: inWords(left) });
    }
  },
});

/** The expiries by the path of their construct and, where they have one, by the address of their resource. */
function placesOf(stated: readonly Expiry[]): ReadonlyMap<string, Expiry> {
  return new Map(
    stated.flatMap((expiry) =>
      [expiry.construct, expiry.address].flatMap((place) => (place === undefined ? [] : [[place, expiry] as const])),
    ),
  );
}

/** Finds what is stated of an exception by its construct or one around it, or of its resource. */
function expiryOf(
  { origin, otherOwners = [] }: SteeringException,
  byPlace: ReadonlyMap<string, Expiry>,
): Expiry | undefined {
  const places = [origin, ...otherOwners].flatMap(({ construct = '', address = '' }) => [
    ...construct.split('/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/')),
    withoutIndexes(address),
  ]);
  const place = places.find((one) => byPlace.has(one));
  return place === undefined ? undefined : byPlace.get(place);
}

function titleOf(exception: SteeringException, { name }: Expiry, { configurations }: Model): string {
  const { type } = exception.data;
  const what = type === 'unknown' ? 'exception' : EXCEPTION_TYPES[type].title;
  const configuration = configurations.find((one) => belongsTo(exception, one) === true);
  const whole = `he ${what}${configuration === undefined ? '' : ` of ${titleOfConfiguration(configuration)}`}`;
  return name === undefined ? `T${whole}` : `${JSON.stringify(name)}, t${whole},`;
}

function inWords(left: number): string {
  if (left === 0) return 'today is the last day';
  return left === 1 ? '1 day is left' : `${left} days are left`;
}
