/**
 * Windows services among the processes of a comparison. All its flows say alike whether their process is one, or all leave it
 * out: then it is taken for none, but for the services that are known, of which both are possible.
 */
import { WINDOWS_SERVICES } from '../catalogue/shared-processes';
import type { Element, PinnedIndex } from '../decide/pinned-index';
import { mayBlock } from '../decide/pinned';
import { BLOCKED, blockedOf, type Blocked } from '../decide/actions';
import { foldCase, matchProcess } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';

export interface Services {
  /** The same where a block does the same to the same processes. */
  readonly key: string;
  /** Processes to which a block does something else than to others. */
  readonly names: readonly string[];
  readonly blockedOf: (process: string) => Blocked;
}

export const NO_SERVICES: Services = { key: '', names: [], blockedOf: () => BLOCKED };

/** @param said whether the flows say that their process is a service */
export function servicesAmong(
  platform: PlatformName,
  indexes: readonly PinnedIndex[],
  said: boolean | undefined,
): Services {
  if (platform !== 'windows' || said === false) return NO_SERVICES;
  const asked = said === undefined ? {} : { service: said };
  const names = said === undefined ? knownServicesIn(indexes) : [];
  if (said === undefined && names.length === 0) return NO_SERVICES;
  return { key: 'services', names, blockedOf: (process) => blockedOf({ platform, process, ...asked }) };
}

/** The known services that a rule blocks, or may. Few names: all patterns at once would take longer to be made ready. */
function knownServicesIn(indexes: readonly PinnedIndex[]): readonly string[] {
  const blocking = indexes.flatMap(({ elements }) => elements).filter(({ rule }) => mayBlock(rule));
  const textsOf = (wanted: Element['kind']) => blocking.flatMap(({ kind, text }) => (kind === wanted ? [text] : []));
  const exact = new Set(textsOf('exact').map(foldCase));
  const patterns = [...new Set(textsOf('regex'))];
  const mayBeAny = textsOf('any').length > 0;
  const isBlocked = (name: string) =>
    mayBeAny || exact.has(foldCase(name)) || patterns.some((pattern) => matchProcess('regex', pattern, name) !== 'no');
  return WINDOWS_SERVICES.map(({ value }) => value).filter(isBlocked);
}
