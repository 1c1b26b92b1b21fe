/**
 * Exceptions that are not for certificate pinned apps bypass traffic at the client or in the cloud. This file says
 * where, and which of these exceptions count for traffic other than web traffic, which in mode all goes to Cloud
 * Firewall. [doc]
 */
import type { ExceptionTypeName } from '../domain/exceptions';
import type { PlatformName } from '../domain/vocabulary';
import { BYPASS_PLACES, type ExceptionData, possibilitiesOf } from '../model/model';
import { type Certainty, type Note, YES, and, assuming, certaintyOf, joined, notesOf, yesAssuming } from './certainty';
import { identityOf } from './condition';
import type { Facts } from './destination';
import { isHttp, isWeb, isWebIfIntercepted } from './interception';
import { BYPASS, BYPASS_DIRECT, BYPASS_TUNNEL, NOTHING, type Possibilities } from './outcome';
import type { Scenario } from './tenant-index';

/** Whether exceptions of a type count for a flow. */
export interface Counting {
  readonly certainty: Certainty;
  /** The condition on which the certainty depends, beside its reasons; left out where there is none. */
  readonly when?: string;
}

const COUNTS: Counting = { certainty: YES };
const VOID = assuming('void-in-custom-configurations');

/** Whether exceptions of a type are void for all traffic but web traffic. [doc] */
function countsForWebOnly(type: ExceptionData['type'], { mode, index }: Scenario): boolean {
  return mode === 'all' && !index.configuration.isDefault && isOfFirewall(type);
}

function isOfFirewall(type: ExceptionData['type']): boolean {
  return type === 'application' || type === 'destination_location';
}

/** Whether exceptions of a type count for a flow that one of them names. */
export function countsFor(type: ExceptionData['type'], scenario: Scenario, facts: Facts): Counting {
  if (scenario.mode !== 'all' || type === 'unknown' || isWebIfIntercepted(scenario, facts)) return COUNTS;
  const http = isHttp(scenario, facts);
  if (http.verdict === 'yes') return COUNTS;
  const { isDefault } = scenario.index.configuration;
  const isVoid = countsForWebOnly(type, scenario);
  if (isOfFirewall(type) && !isVoid) return COUNTS;
  if (isVoid && http.verdict === 'no') return { certainty: certaintyOf('no', VOID) };
  // Each type may have an answer of its own, and so may the default configuration.
  const of = `${type} ${isDefault ? 'default' : 'custom'}`;
  const open: Certainty = isVoid
    ? yesAssuming('void-in-custom-configurations')
    : certaintyOf('unknown', { assumption: 'exceptions-of-non-web-traffic', of });
  if (http.verdict === 'no') return { certainty: open };
  const when = scenario.index.ports.conditionAt(facts.port, facts.host);
  return { certainty: and(certaintyOf('unknown', ...http.because), open), ...(when !== undefined && { when }) };
}

/** The way in which bypassed traffic leaves, as far as it is known. */
export interface BypassPoint {
  readonly fates: Possibilities;
  readonly because: readonly Note[];
  /** The condition that decides, beside the notes, which of the fates it is; left out where there is none. */
  readonly when?: string;
  /**
   * Whether the bypass also reaches traffic that the client would not intercept otherwise; left out where it does not.
   */
  readonly reaches?: true;
}

const FATE = { client: BYPASS_DIRECT, cloud: BYPASS_TUNNEL } as const;
/** The fates by place with legacy dynamic steering, whatever is configured. */
const LEGACY = { everywhere: NOTHING, on_premises: BYPASS_TUNNEL, off_premises: BYPASS_DIRECT } as const;
const LEGACY_OPEN = [assuming('place-with-legacy-dynamic-steering')];
const NON_WEB_TCP = [assuming('non-web-tcp-at-the-client')];

/**
 * Returns where most exceptions of a configuration bypass a flow: at the `client` it goes direct, in the `cloud` it is
 * tunnelled without policy.
 * @param isWebAnyway whether the flow can be nothing but web traffic
 */
export function bypassPlace(scenario: Scenario, facts: Facts, isWebAnyway = false): BypassPoint {
  const { bypassExceptionTrafficAt: at } = scenario.index.configuration;
  const web =
    isWebAnyway || facts.transport === 'udp' || isWebIfIntercepted(scenario, facts)
      ? 'yes'
      : isWeb(scenario, facts).verdict;
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

const TUNNELLED = assuming('place-of-category-and-country-bypass');
/** The way of category and source country exceptions. [community] */
const BY_TUNNEL = { fates: BYPASS_TUNNEL, because: [TUNNELLED] };
const CATEGORY = { fates: BYPASS_TUNNEL, because: [TUNNELLED, assuming('tunnel-is-up')] };

/** The way of domain exceptions for hosts outside the steered apps in cloud apps mode, by platform. [doc] */
const OUTSIDE_STEERED_APPS: Readonly<Partial<Record<PlatformName, Possibilities>>> = {
  windows: BYPASS_DIRECT,
  mac_os: BYPASS_TUNNEL,
};
const OTHER_APPS = assuming('domain-exceptions-of-other-apps');
const OTHER_PLATFORMS = assuming('domain-exceptions-in-cloud-apps-mode');

/**
 * Returns the fates of domain exceptions for hosts outside the steered apps in cloud apps mode. They are the same for
 * platforms on which such exceptions do the same.
 */
export function placeOutsideSteeredApps(platform: PlatformName): Possibilities {
  return OUTSIDE_STEERED_APPS[platform] ?? BYPASS;
}

/**
 * Returns where exceptions of a type bypass a flow.
 * @param usual where most types do
 */
export function placeOfType(
  type: Exclude<ExceptionTypeName, 'certificate_pinned_app'>,
  usual: BypassPoint,
  scenario: Scenario,
  facts: Facts,
): BypassPoint {
  if (type === 'category') return CATEGORY;
  if (type === 'source_countries') return BY_TUNNEL;
  if (countsForWebOnly(type, scenario)) return bypassPlace(scenario, facts, true);
  return type === 'domains' && scenario.mode === 'cloud_apps' ? ofDomains(usual, scenario, facts) : usual;
}

/**
 * Returns where domain exceptions bypass a flow in cloud apps mode. It is not known which hosts are those of steered
 * apps. For ports other than those of web traffic, only the usual way is published.
 */
function ofDomains(usual: BypassPoint, scenario: Scenario, facts: Facts): BypassPoint {
  const http = isHttp(scenario, facts);
  if (http.verdict === 'no') return usual;
  const { platform } = facts.flow;
  const fates = usual.fates | placeOutsideSteeredApps(platform);
  const isTold = OUTSIDE_STEERED_APPS[platform] !== undefined;
  const open: readonly Note[] =
    fates === usual.fates
      ? []
      : isTold
        ? [{ assumption: 'cloud-apps-mode', of: identityOf(scenario.index.configuration) }]
        : [OTHER_PLATFORMS];
  return {
    ...usual,
    fates,
    because: [...usual.because, ...http.because, OTHER_APPS, ...open],
    ...(isTold && http.verdict === 'yes' && { reaches: true as const }),
  };
}
