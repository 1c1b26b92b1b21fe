/** Where the traffic of exceptions other than those for certificate pinned apps is bypassed. [doc] */
import { BYPASS_PLACES } from '../model';
import { BYPASS, BYPASS_DIRECT, BYPASS_TUNNEL, NOTHING, type Possibilities } from '../outcome';
import { possibilitiesOf } from '../value';
import { assuming, joined, notesOf, type Note } from './finding';
import type { Facts } from './facts';
import { isWeb } from './interception';
import type { Scenario } from './scenario';

export interface BypassPlace {
  readonly fates: Possibilities;
  readonly because: readonly Note[];
  /** On what it hangs which of them it is, beside the notes; left out where on nothing. */
  readonly when?: string;
}

const FATE = { client: BYPASS_DIRECT, cloud: BYPASS_TUNNEL } as const;
/** With legacy dynamic steering, whatever is configured. */
const LEGACY = { everywhere: NOTHING, on_premises: BYPASS_TUNNEL, off_premises: BYPASS_DIRECT } as const;
const LEGACY_OPEN = [assuming('place-with-legacy-dynamic-steering')];
const NON_WEB_TCP = [assuming('non-web-tcp-at-the-client')];

/** `client`: direct. `cloud`: tunnelled, without policy. */
export function bypassPlace(scenario: Scenario, facts: Facts): BypassPlace {
  const { bypassExceptionTrafficAt: at } = scenario.index.configuration;
  const web = facts.transport === 'tcp' ? isWeb(scenario, facts).verdict : 'yes';
  if (web === 'no') return { fates: BYPASS_DIRECT, because: NON_WEB_TCP };
  let fates = NOTHING;
  for (const place of possibilitiesOf(at, BYPASS_PLACES)) fates |= FATE[place];
  let because = notesOf(at);
  const legacy = LEGACY[scenario.place];
  if ((legacy & ~fates) !== 0) because = joined(because, LEGACY_OPEN);
  fates |= legacy;
  if (web === 'unknown' && fates !== BYPASS_DIRECT) {
    because = joined(because, NON_WEB_TCP);
    fates |= BYPASS_DIRECT;
  }
  if (web !== 'unknown') return { fates, because };
  return { fates, because, when: scenario.index.ports.conditionAt(facts.port, facts.host) ?? '' };
}

/** Of category and source country exceptions, sources disagree. */
export const DISPUTED: BypassPlace = { fates: BYPASS, because: [assuming('place-of-category-and-country-bypass')] };
