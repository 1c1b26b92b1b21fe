/**
 * Windows services among the processes of a comparison. All its flows say alike whether their process is one, or all leave it
 * out: then it is taken for none, but for the services that are known, of which both are possible.
 */
import { WINDOWS_SERVICES } from '../catalogue/windows-services';
import type { PinnedIndex } from '../engine/pinned-index';
import { mayBlock } from '../engine/pinned-rule';
import { BLOCKED, blockedOf, type Blocked } from '../engine/windows-service';
import type { PlatformName } from '../platforms';
import { remembered } from '../remembered';

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
  const names = said === undefined ? [...new Set(indexes.flatMap(knownServicesIn))] : [];
  if (said === undefined && names.length === 0) return NO_SERVICES;
  return { key: 'services', names, blockedOf: (process) => blockedOf({ platform, process, ...asked }) };
}

/** The known services that a rule blocks, or may. */
const knownServicesIn = remembered((index: PinnedIndex): readonly string[] =>
  index.rules.some(mayBlock)
    ? WINDOWS_SERVICES.map(({ value }) => value).filter((name) =>
        index.match(name).some(({ rule, matched }) => matched.verdict !== 'no' && mayBlock(rule)),
      )
    : [],
);
