/**
 * This file says which objects belong to a configuration, and to a place in it. The places are on-premises and
 * off-premises with dynamic steering, and everywhere without it.
 */
import type { Place } from '../domain/exceptions';
import { SIDES, type Side } from '../model/flow';
import {
  type Configuration,
  type NonStandardPort,
  type Origin,
  type SteeringException,
  type Value,
  possibilitiesOf,
} from '../model/model';
import { and, certaintyOf, NO, notesOf, openBecause, YES, type Certainty } from './certainty';

const MISFIT = openBecause('location-of-exception');

/** Whether an exception belongs to a place in a configuration. */
export function exceptionBelongs(exception: SteeringException, configuration: Configuration, place: Place): Certainty {
  const owned = belongs(exception, configuration);
  return owned.verdict === 'no' ? NO : and(owned, isAtPlace(exception, place));
}

/** Whether a non-standard port belongs to a configuration. */
export function portBelongs(port: NonStandardPort, configuration: Configuration): Certainty {
  return belongs(port, configuration);
}

/** Whether a reference is to the object with this key. */
export function refersTo(reference: Value<string>, key: string): Certainty {
  if (reference.known) return reference.value === key ? YES : NO;
  if (reference.candidates !== undefined && !reference.candidates.includes(key)) return NO;
  return certaintyOf('unknown', ...notesOf(reference));
}

/** Whether an object is there at all. */
function exists({ doubt }: { readonly origin: Origin; readonly doubt?: string }): Certainty {
  return doubt === undefined ? YES : certaintyOf('unknown', { notKnown: doubt });
}

function belongs(object: NonStandardPort | SteeringException, { key }: Configuration): Certainty {
  const owned = refersTo(object.configuration, key);
  return owned.verdict === 'no' ? NO : and(owned, exists(object));
}

function isAtPlace({ location }: SteeringException, place: Place): Certainty {
  if (location.known) return isAt(location.value, place);
  const [first, ...others] = new Set(possibilitiesOf(location, [null, ...SIDES]).map((one) => isAt(one, place)));
  if (first === NO && others.length === 0) return NO;
  if (first !== undefined && others.length === 0) return and(first, certaintyOf('yes', ...notesOf(location)));
  const isMisfit = first === MISFIT || others.includes(MISFIT);
  return certaintyOf('unknown', ...notesOf(location), ...(isMisfit ? MISFIT.because : []));
}

/**
 * Whether a location is the place. It is documented that an exception of the other location does not count. It is not
 * documented what becomes of an exception that has a location without dynamic steering, or that has none with it.
 */
function isAt(side: Side | null, place: Place): Certainty {
  const at = side ?? 'everywhere';
  if (at === place) return YES;
  return at !== 'everywhere' && place !== 'everywhere' ? NO : MISFIT;
}
