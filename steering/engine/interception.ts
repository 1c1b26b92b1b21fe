/** Whether the client intercepts a flow at all: what is not steered goes direct, and no exception reaches it. [seed] */
import type { AssumptionId } from '../assumptions';
import { PRIVATE_APPS_STEERING } from '../model';
import { meaningOf, possibilitiesOf } from '../value';
import { ALWAYS, identityOf, openAmong, restsOn } from './condition';
import {
  and,
  assuming,
  finding,
  joined,
  NO,
  noAssuming,
  notesOf,
  openBecause,
  YES,
  yesAssuming,
  type Finding,
  type Note,
} from './finding';
import type { Facts } from './facts';
import type { Steered } from './port-index';
import type { Scenario } from './scenario';

/** Ports of web traffic that need no row. [doc] */
export const STANDARD_PORTS: readonly number[] = [80, 443];

const UNSTEERED = noAssuming('unsteered-goes-direct');
const LOCAL = openBecause('local-addresses');
const PRIVATE_APPS = openBecause('private-apps-at-private-addresses');
const CLOUD_APPS = openBecause('cloud-apps-mode');
const UDP = openBecause('udp-outside-all-mode');
const DNS_ELSEWHERE = openBecause('dns-outside-all-mode');
const DNS_STEERED = yesAssuming('dns-is-port-53');
const DNS_NOT_STEERED: Finding = finding('no', assuming('dns-is-port-53'), assuming('unsteered-goes-direct'));
const NO_PORT: AssumptionId = 'port-row-without-port';
const PUBLIC = yesAssuming('destination-is-public');

export function intercept(scenario: Scenario, facts: Facts): Steered {
  if (scenario.mode === 'none') return { finding: NO };
  const reach = reaches(scenario, facts);
  if (reach.verdict === 'no') return { finding: reach };
  const steered = byMode(scenario, facts);
  return reach === YES ? steered : { ...steered, finding: and(reach, steered.finding) };
}

/** All that must hold for the client to intercept a flow, of which `intercept` says that it is not known. */
export function interceptionConditions({ mode, index }: Scenario, { port, host }: Facts, found: Finding): string[] {
  const { configuration, ports } = index;
  const who = identityOf(configuration);
  const row = mode === 'web' && !STANDARD_PORTS.includes(port) ? ports.conditionAt(port, host) : undefined;
  const isOpenRow = row !== undefined && row !== ALWAYS;
  // What port entries leave open is in their own condition.
  const isOfRow = (note: Note) => 'notKnown' in note || ('assumption' in note && note.assumption === NO_PORT);
  const because = isOpenRow ? found.because.filter((note) => !isOfRow(note)) : found.because;
  const { steerPrivateApps, privateApps } = configuration;
  return [
    ...openAmong(because, who),
    ...(isOpenRow ? [row] : []),
    // Which these are, each configuration says for itself, and the model does not.
    ...(restsOn(found, 'cloud-apps-mode') ? [who] : []),
    ...(restsOn(found, 'private-apps-at-private-addresses') ? [meaningOf([steerPrivateApps, privateApps])] : []),
  ];
}

/** Whether the port is one of web traffic, for this host. */
export function isWeb({ index }: Scenario, { port, host }: Facts): Finding {
  return STANDARD_PORTS.includes(port) ? YES : index.ports.steers(port, host).finding;
}

function byMode(scenario: Scenario, facts: Facts): Steered {
  const { mode, index } = scenario;
  const { steerDns } = index.configuration;
  if (mode === 'all') {
    if (!facts.isDns) return { finding: YES };
    if (!steerDns.known) return { finding: finding('unknown', ...notesOf(steerDns)) };
    return { finding: steerDns.value ? DNS_STEERED : DNS_NOT_STEERED };
  }
  if (mode === 'cloud_apps') return { finding: CLOUD_APPS };
  const row = STANDARD_PORTS.includes(facts.port) ? { finding: YES } : index.ports.steers(facts.port, facts.host);
  if (row.finding.verdict === 'no') {
    if (facts.isDns && possibilitiesOf(steerDns, [true, false]).includes(true)) {
      return { finding: { verdict: 'unknown', because: joined(DNS_ELSEWHERE.because, notesOf(steerDns)) } };
    }
    return { finding: UNSTEERED };
  }
  return facts.transport === 'udp' ? { ...row, finding: and(UDP, row.finding) } : row;
}

/** Private destinations go direct by default. [doc] */
function reaches({ index: { configuration } }: Scenario, { host }: Facts): Finding {
  if (host.kind === 'name') return YES;
  if (host.kind === 'none') return PUBLIC;
  if (host.reach === 'public') return YES;
  if (host.reach === 'local') return LOCAL;
  const { steerPrivateApps } = configuration;
  const possible = possibilitiesOf(steerPrivateApps, PRIVATE_APPS_STEERING);
  if (possible.every((one) => one === 'none')) return UNSTEERED;
  return { verdict: 'unknown', because: joined(PRIVATE_APPS.because, notesOf(steerPrivateApps)) };
}
