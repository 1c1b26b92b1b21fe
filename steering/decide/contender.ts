/**
 * A contender is an exception that decides a flow, or may. Where there are several, nobody published which of them
 * wins. So two models do the same to a flow for certain only where the same contenders would do the same to it.
 */
import type { SteeringException } from '../model/model';
import type { BypassPoint } from './bypass-place';
import type { Certainty, Note } from './certainty';
import { conditionOfOther, identityOf, openAmong } from './condition';
import type { Host } from './destination';
import { fatesOf, type Possibilities } from './outcome';
import type { IndexedConfiguration } from './tenant-index';

export interface Contender {
  /** The name of the contender, which is the same before and after a change. */
  readonly who: string;
  readonly fates: Possibilities;
  /** The name of its effect, which is the same for fates that turn out alike, whatever they turn out to be. */
  readonly what: string;
  /** The condition on which it applies. */
  readonly when: string;
  /**
   * Its effect under each answer to a question on which other contenders may depend as well; left out where there is no
   * such question.
   */
  readonly either?: Either;
}

/** The two effects that a contender may have, by the answer to one question. */
export interface Either {
  /** The question as a text, which is equal for the same question. */
  readonly on: string;
  readonly yes: Possibilities;
  readonly no: Possibilities;
}

/**
 * Returns the name of an effect.
 * @param about the object of which something is not known
 */
export function whatOf(fates: Possibilities, because: readonly Note[], about: string, when = ''): string {
  return fatesOf(fates).length > 1 ? [fates, ...openAmong(because, about), when].join(' ') : String(fates);
}

/**
 * Makes the contender of an exception that is not for a certificate pinned app.
 * @param condition what decides, beside the certainty, whether the exception applies
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
  // Two exceptions of unknown types need not do the same.
  const what = type === 'unknown' ? `${fates} ${who}` : whatOf(fates, because, identityOf(configuration), when);
  return { who, fates, what, when: conditionOfOther(exception, found, host, condition) };
}
