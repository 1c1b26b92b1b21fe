/** Which exceptions count for traffic that is not web traffic: in mode all it goes to Cloud Firewall. [doc] */
import type { ExceptionData } from '../model/model';
import { and, assuming, finding, YES, yesAssuming, type Finding } from './finding';
import type { Facts } from './facts';
import { isHttp, isWebIfIntercepted } from './interception';
import type { Scenario } from './scenario';

export interface Counting {
  readonly finding: Finding;
  /** On what it hangs, beside what the finding says. */
  readonly when?: string;
}

const COUNTS: Counting = { finding: YES };
const VOID = assuming('void-in-custom-configurations');

/** Whether exceptions of a type are void for all traffic but web traffic. [doc] */
export function countsForWebOnly(type: ExceptionData['type'], { mode, index }: Scenario): boolean {
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
  if (isVoid && http.verdict === 'no') return { finding: finding('no', VOID) };
  // Each type may have an answer of its own, and so may the default configuration.
  const of = `${type} ${isDefault ? 'default' : 'custom'}`;
  const open: Finding = isVoid
    ? yesAssuming('void-in-custom-configurations')
    : finding('unknown', { assumption: 'exceptions-of-non-web-traffic', of });
  if (http.verdict === 'no') return { finding: open };
  const when = scenario.index.ports.conditionAt(facts.port, facts.host);
  return { finding: and(finding('unknown', ...http.because), open), ...(when !== undefined && { when }) };
}
