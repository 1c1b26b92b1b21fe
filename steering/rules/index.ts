/** Which mistakes are in a state? Here are all guardrails, and the one function that runs them. */
import type { Model } from '../model/model';
import { blockWithoutEffect } from './block-without-effect';
import { configurationNameLength } from './configuration-name-length';
import { configurationOrder } from './configuration-order';
import { conflictingExceptions } from './conflicting-exceptions';
import { countryCode } from './country-code';
import { disabledConfiguration } from './disabled-configuration';
import { duplicateName } from './duplicate-name';
import { dynamicSteeringToggle } from './dynamic-steering-toggle';
import { expired } from './expired';
import { helperProcess } from './helper-process';
import { ignoredDomains } from './ignored-domains';
import { literalAddresses } from './literal-addresses';
import { managedOnlyBypass } from './managed-only-bypass';
import { manyDomains } from './many-domains';
import { missingExecutable } from './missing-executable';
import { patternHitsOthers } from './pattern-hits-others';
import { patternWithComma } from './pattern-with-comma';
import { portWithoutDomains } from './port-without-domains';
import { processName } from './process-name';
import { repeatedDomain } from './repeated-domain';
import { finding, SEVERITIES, type Expiries, type Finding, type Rule, type StatedOrder } from './rule';
import { severalOwners } from './several-owners';
import { sharedProcess } from './shared-process';
import { standardPort } from './standard-port';
import { steerDns } from './steer-dns';
import { suppress, wrongSuppressions, type Suppressed, type Suppression } from './suppression';
import { undefinedPlatform } from './undefined-platform';
import { unusedApp } from './unused-app';
import { voidException } from './void-exception';
import { wildcardInCustomAppDomains } from './wildcard-in-custom-app-domains';
import { wildcardWithBypass } from './wildcard-with-bypass';
import { windowsService } from './windows-service';

export { describeFinding, SEVERITIES } from './rule';
export type { Expiries, Expiry, Finding, Rule, Severity, StatedOrder } from './rule';
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
  processName,
  patternHitsOthers,
  patternWithComma,
  missingExecutable,
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
  expired,
];

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
  const all = reports.flatMap(({ suppressed }) => suppressed);
  const wrong = wrongSuppressions(suppressions, all, rules);
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return reports.map(({ findings, suppressed }, index) => ({
    findings: [...findings, ...(index === 0 ? wrong : [])].sort((a, b) => rank(a) - rank(b)),
    suppressed,
  }));
}

function run(rule: Rule, model: Model, { before, expiries, orders }: CheckOptions): Finding[] {
  const { id, severity, severities, check } = rule;
  try {
    return [...check(model, before, expiries, orders)].map((raw) => ({
      ...raw,
      rule: id,
      severity: severities?.[raw.code] ?? severity,
    }));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const raw = finding('rule-failed', { key: id, origin: {} }, { rule: id, problem });
    return [{ ...raw, rule: id, severity: 'error' }];
  }
}
