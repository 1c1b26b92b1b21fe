/** What the clients of a configuration steer, and how a stack insists on it. */
import { Fn, TerraformSelf, Token, type TerraformResourceLifecycle } from 'cdktf';

/** What clients steer. [doc] */
export enum TrafficMode {
  /** Hosts of steered cloud apps only; what a new tenant starts with. [doc] */
  CLOUD_APPS = 'cloud_apps',
  /** Ports 80 and 443, and the non-standard ports. [doc] */
  WEB = 'web',
  /** Every port; needs Cloud Firewall. [doc] */
  ALL = 'all',
  /** Nothing: no tunnel, and exceptions are not processed. [doc] */
  NONE = 'none',
}

const STEERED: Readonly<Record<TrafficMode, string>> = {
  [TrafficMode.CLOUD_APPS]: 'only hosts of steered cloud apps',
  [TrafficMode.WEB]: 'web traffic on ports 80, 443 and the non-standard ports',
  [TrafficMode.ALL]: 'every port',
  [TrafficMode.NONE]: 'nothing, and exceptions are not processed',
};

/** The modes in which clients steer at least what they steer in a mode. That web covers all of cloud apps is [assumed], the rest [doc]. */
const AT_LEAST: Readonly<Record<TrafficMode, readonly TrafficMode[]>> = {
  [TrafficMode.NONE]: Object.values(TrafficMode),
  [TrafficMode.CLOUD_APPS]: [TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL],
  [TrafficMode.WEB]: [TrafficMode.WEB, TrafficMode.ALL],
  [TrafficMode.ALL]: [TrafficMode.ALL],
};

/** Whether clients in mode `actual` steer all that they would steer in mode `expected`. */
export function steersAtLeast(actual: TrafficMode, expected: TrafficMode): boolean {
  return AT_LEAST[expected].includes(actual);
}

/** Stops a plan, with the reason, if a configuration does not steer at least what it does in the expected mode. */
export function expectMode(expected: TrafficMode): TerraformResourceLifecycle {
  const actual = TerraformSelf.getString('traffic_mode');
  return {
    postcondition: [
      {
        condition: Token.asAny(Fn.contains([...AT_LEAST[expected]], actual)),
        errorMessage: complainAboutMode(actual, Fn.lookup(STEERED, actual, 'something unknown') as string, expected),
      },
    ],
  };
}

/** The same for a mode that the stack itself writes. */
export function complainAboutWrittenMode(actual: TrafficMode, expected: TrafficMode): string {
  return complainAboutMode(actual, STEERED[actual], expected);
}

function complainAboutMode(actual: string, steered: string, expected: TrafficMode): string {
  const enough = AT_LEAST[expected].map((mode) => `"${mode}"`).join(' or ');
  return (
    `The block would not bite: this steering configuration is in traffic mode "${actual}", in which clients steer ${steered}. ` +
    'A Block exception only reaches traffic that is steered; everything else goes direct. A new tenant starts in "cloud_apps". ' +
    `Set the traffic mode to ${enough} on the tenant (Settings > Security Cloud Platform > Steering Configuration) or in the ` +
    'stack (trafficMode), or leave out expectTrafficMode if the block need not hold everywhere.'
  );
}
