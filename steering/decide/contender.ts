/**
 * An exception that decides a flow, or may: where several do, nobody published which of them wins. Two models do the same to a
 * flow for certain only where the same contenders would do the same to it.
 */
import type { SteeringException } from '../model/model';
import type { BypassPoint } from './bypass-place';
import type { Certainty, Note } from './certainty';
import { conditionOfOther, identityOf, openAmong } from './condition';
import type { Host } from './destination';
import { fatesOf, type Possibilities } from './outcome';
import type { IndexedConfiguration } from './tenant-index';

export interface Contender {
  /** Names it: the same before and after a change. */
  readonly who: string;
  readonly fates: Possibilities;
  /** Names what it does: the same for fates that turn out alike, whatever they turn out to be. */
  readonly what: string;
  /** On what it hangs whether it applies. */
  readonly when: string;
  /** What it does by the answer to a question that others may hang on as well; left out where it does what it does. */
  readonly either?: Either;
}

export interface Either {
  /** The question, as text: the same where it is the same. */
  readonly on: string;
  readonly yes: Possibilities;
  readonly no: Possibilities;
}

/** @param about the object of which something is not known */
export function whatOf(fates: Possibilities, because: readonly Note[], about: string, when = ''): string {
  return fatesOf(fates).length > 1 ? [fates, ...openAmong(because, about), when].join(' ') : String(fates);
}

/**
 * An exception that is not for a certificate pinned app.
 * @param condition on what it hangs whether it applies, beside what is found
 */
export function otherContender(
  exception: SteeringException,
  found: Certainty,
  { fates, because, when }: BypassPoint,
  { configuration }: IndexedConfiguration,
  host: Host,
  condition?: string,
): Contender {
  const { type } = exception.data;
  const who = `${type} ${identityOf(exception)}`;
  // What one of an unknown type does, another one need not do.
  const what = type === 'unknown' ? `${fates} ${who}` : whatOf(fates, because, identityOf(configuration), when);
  return { who, fates, what, when: conditionOfOther(exception, found, host, condition) };
}
