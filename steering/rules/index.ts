/** Which mistakes are in a state? Here are all guardrails, and the one function that runs them. */
import { createHash } from 'node:crypto';
import { groupBy } from '../collections';
import type { Model } from '../model/model';
import { modelFromResources } from '../model/read';
import type { SourceAttributes } from '../model/resources';
import { anySourceLocation } from './any-source-location';
import { androidByDomain } from './android-by-domain';
import { blockWithoutEffect } from './block-without-effect';
import { bypassOfSuite } from './bypass-of-suite';
import { blockNotEverywhere } from './block-not-everywhere';
import { unreachedConfiguration } from './unreached-configuration';
import { trafficModeNone } from './traffic-mode-none';
import { nonWebPort } from './non-web-port';
import { forgottenPlatform } from './forgotten-platform';
import { udpPort } from './udp-port';
import { idleInMode } from './idle-in-mode';
import { groupSpelling } from './group-spelling';
import { predefinedAppBlocked } from './predefined-app-blocked';
import { configurationNameLength } from './configuration-name-length';
import { configurationOrder } from './configuration-order';
import { conflictingExceptions } from './conflicting-exceptions';
import { countryCode } from './country-code';
import { disabledConfiguration } from './disabled-configuration';
import { domainName } from './domain-name';
import { duplicateName } from './duplicate-name';
import { dynamicSteeringToggle } from './dynamic-steering-toggle';
import { expired } from './expired';
import { helperProcess } from './helper-process';
import { ignoredDomains } from './ignored-domains';
import { internationalDomain } from './international-domain';
import { literalAddresses } from './literal-addresses';
import { lookAlikeLetters } from './look-alike-letters';
import { managedOnlyBypass } from './managed-only-bypass';
import { manyDomains } from './many-domains';
import { missingApex } from './missing-apex';
import { missingExecutable } from './missing-executable';
import { patternHitsOthers } from './pattern-hits-others';
import { patternLikeName } from './pattern-like-name';
import { patternWithComma } from './pattern-with-comma';
import { patternWithoutMatch } from './pattern-without-match';
import { portWithoutDomains } from './port-without-domains';
import { processName } from './process-name';
import { publicSuffix } from './public-suffix';
import { repeatedDomain } from './repeated-domain';
import { SEVERITIES, type Expiries, type Finding, type FindingSubject, type Rule, type StatedOrder } from './rule';
import { severalOwners } from './several-owners';
import { sharedProcess } from './shared-process';
import { standardPort } from './standard-port';
import { steerDns } from './steer-dns';
import { suppress, wrongSuppressions, type Accepted, type RuleFinding, type Suppression } from './suppression';
import { transferSite } from './transfer-site';
import { undefinedPlatform } from './undefined-platform';
import { unusedApp } from './unused-app';
import { vendorDomain } from './vendor-domain';
import { voidException } from './void-exception';
import { wildcardInCustomAppDomains } from './wildcard-in-custom-app-domains';
import { wildcardWithBypass } from './wildcard-with-bypass';
import { windowsService } from './windows-service';

export { SEVERITIES } from './rule';
export type { Expiries, Expiry, Finding, FindingSubject, Rule, Severity, StatedOrder } from './rule';
export type { Suppression } from './suppression';

/** All rules, in the order of the page that lists them. */
export const RULES: readonly Rule[] = [
  portWithoutDomains,
  literalAddresses,
  helperProcess,
  windowsService,
  wildcardWithBypass,
  ignoredDomains,
  wildcardInCustomAppDomains,
  repeatedDomain,
  publicSuffix,
  missingApex,
  transferSite,
  vendorDomain,
  bypassOfSuite,
  internationalDomain,
  domainName,
  anySourceLocation,
  processName,
  lookAlikeLetters,
  patternLikeName,
  patternWithoutMatch,
  patternHitsOthers,
  patternWithComma,
  missingExecutable,
  androidByDomain,
  undefinedPlatform,
  blockWithoutEffect,
  managedOnlyBypass,
  configurationNameLength,
  sharedProcess,
  standardPort,
  disabledConfiguration,
  unusedApp,
  conflictingExceptions,
  dynamicSteeringToggle,
  severalOwners,
  duplicateName,
  configurationOrder,
  steerDns,
  voidException,
  manyDomains,
  countryCode,
  blockNotEverywhere,
  unreachedConfiguration,
  trafficModeNone,
  nonWebPort,
  forgottenPlatform,
  udpPort,
  idleInMode,
  groupSpelling,
  predefinedAppBlocked,
  expired,
];

/** The rules of which each finding follows from its object alone. */
const OF_ONE_OBJECT: readonly Rule[] = RULES.filter(({ ofOneObject }) => ofOneObject === true);

/** What `checkModel` takes beside the model. */
export interface CheckOptions {
  /** The findings that are accepted. @default - none */
  readonly suppressions?: readonly Suppression[];
  /** The state on the tenant now, for rules about changes. @default - no change is looked for */
  readonly before?: Model;
  /** The last days that the stack states, and the day on which they are judged. @default - no day is looked at */
  readonly expiries?: Expiries;
  /** The orders of configurations on which the stack insists. @default - none */
  readonly orders?: readonly StatedOrder[];
  /** The rules that run. @default RULES */
  readonly rules?: readonly Rule[];
}

/** A finding that does not count, with the suppression that accepts it. */
interface Suppressed {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

/** What the guardrails say of a model. */
export interface RuleReport {
  /** The findings that count: errors first, and within a severity in the order of the rules. */
  readonly findings: readonly Finding[];
  /** The findings that somebody accepts. */
  readonly suppressed: readonly Suppressed[];
}

/** Runs the guardrails on a model. It never throws: a rule that throws becomes a finding. */
export function checkModel(model: Model, { before, orders, ...options }: CheckOptions = {}): RuleReport {
  const [report = { findings: [], suppressed: [] }] = checkModels(
    [{ model, ...(before !== undefined && { before }), ...(orders !== undefined && { orders }) }],
    options,
  );
  return report;
}

/** A model to check, perhaps with the one before a change. */
export interface ModelToCheck {
  readonly model: Model;
  readonly before?: Model;
  /** The orders of configurations on which the stack insists, as far as they are of this tenant. */
  readonly orders?: readonly StatedOrder[];
}

/**
 * Runs the guardrails on several models that share their suppressions and last days, such as those of the tenants of
 * one stack. A suppression is needed where it accepts something in any of them; what is wrong with one is told of the
 * first model.
 */
export function checkModels(
  models: readonly ModelToCheck[],
  { suppressions = [], rules = RULES, ...options }: Omit<CheckOptions, 'before' | 'orders'> = {},
): RuleReport[] {
  const reports = models.map(({ model, before, orders = [] }) =>
    suppress(
      rules.flatMap((rule) => run(rule, model, { ...options, orders, ...(before !== undefined && { before }) })),
      suppressions,
      rules,
    ),
  );
  const all = reports.flatMap(({ accepted }) => accepted);
  const wrong = wrongSuppressions(suppressions, all, rules);
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return reports.map(({ kept, accepted }, index) => ({
    findings: oneForEachCause([...kept, ...(index === 0 ? wrong : [])]).sort((a, b) => rank(a) - rank(b)),
    suppressed: acceptedOnce(accepted),
  }));
}

/**
 * Finds what one resource shows by itself, whatever else there is.
 * @param type the type as Terraform names it
 */
export function checkResource(type: string, attributes: SourceAttributes): readonly Finding[] {
  const resource = { type, mode: 'managed' as const, key: 'this', attributes, origin: {} };
  const { findings } = checkModel(modelFromResources([resource]), { rules: OF_ONE_OBJECT });
  return findings.filter(({ attribute }) => attribute !== undefined);
}

function run(rule: Rule, model: Model, { before, expiries, orders = [] }: CheckOptions): RuleFinding[] {
  const { id, severity, severities, check } = rule;
  const context = { orders, ...(before !== undefined && { before }), ...(expiries !== undefined && { expiries }) };
  try {
    return [...check(model, context)].map((raw) => ({
      ...raw,
      rule: id,
      severity: severities?.[raw.code] ?? severity,
    }));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const message = `The rule "${id}" failed (${problem}), so nothing is known about what it looks for. This is a fault of the rule, not of your configuration: report it.`;
    return [{ code: 'rule-failed', message, subject: { key: id, origin: {} }, rule: id, severity: 'error' }];
  }
}

/** Makes one finding of all that say the same: they have one cause, and each of their objects is a place of it. */
function oneForEachCause(found: readonly RuleFinding[]): Finding[] {
  return [...groupBy(found, ({ code, message }) => JSON.stringify([code, message])).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const places = [...new Map(alike.map(({ subject }) => [subject.key, subject])).values()];
    return [{ ...first, id: idOf(first, places), places }];
  });
}

function acceptedOnce(accepted: readonly Accepted[]): Suppressed[] {
  return [...groupBy(accepted, ({ suppression }) => suppression)].flatMap(([suppression, all]) =>
    oneForEachCause(all.map(({ finding }) => finding)).map((finding) => ({ finding, suppression })),
  );
}

/** Makes the id of a finding: a digest of what is said and of where. */
function idOf({ code, message }: RuleFinding, places: readonly FindingSubject[]): string {
  const where = places.map(({ key, origin: { address, id } }) => address ?? id ?? key).sort();
  return createHash('sha256')
    .update(JSON.stringify([code, message, ...where]))
    .digest('hex')
    .slice(0, 32);
}
