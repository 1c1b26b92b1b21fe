/** What do the clients of a configuration steer, and how does a stack insist on it? */
import { Fn, Op, TerraformSelf, Token, type TerraformResourceLifecycle } from 'cdktf';

/** The traffic mode, which says what clients steer. [doc] */
export const TrafficMode = {
  /** Clients steer only hosts of steered cloud apps; a new tenant starts with this mode. [doc] */
  CLOUD_APPS: 'cloud_apps',
  /** Clients steer ports 80 and 443, and the non-standard ports. [doc] */
  WEB: 'web',
  /** Clients steer every port except 53 and UDP 5353, and of IPv6 only HTTP; the mode needs Cloud Firewall. [doc] */
  ALL: 'all',
  /** Clients steer nothing, and exceptions are not processed. [doc] */
  NONE: 'none',
} as const;
export type TrafficMode = (typeof TrafficMode)[keyof typeof TrafficMode];

const STEERED: Readonly<Record<TrafficMode, string>> = {
  [TrafficMode.CLOUD_APPS]: 'only hosts of steered cloud apps',
  [TrafficMode.WEB]: 'web traffic on ports 80, 443 and the non-standard ports',
  [TrafficMode.ALL]: 'every port',
  [TrafficMode.NONE]: 'nothing, and exceptions are not processed',
};

/**
 * For each mode, the modes in which clients steer at least as much. That the mode for web traffic covers all of the
 * mode for cloud apps is [assumed], the rest is [doc].
 */
const AT_LEAST: Readonly<Record<TrafficMode, readonly TrafficMode[]>> = {
  [TrafficMode.NONE]: Object.values(TrafficMode),
  [TrafficMode.CLOUD_APPS]: [TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL],
  [TrafficMode.WEB]: [TrafficMode.WEB, TrafficMode.ALL],
  [TrafficMode.ALL]: [TrafficMode.ALL],
};

/** Says whether clients in mode `actual` steer all that they would steer in mode `expected`. */
export function steersAtLeast(actual: TrafficMode, expected: TrafficMode): boolean {
  return AT_LEAST[expected].includes(actual);
}

/** The modes in which clients steer all that they would steer in mode `expected`. */
export function modesThatSteer(expected: TrafficMode): readonly TrafficMode[] {
  return AT_LEAST[expected];
}

/** A mode, and what clients steer in it, both as texts or as expressions of texts. */
interface SteeredMode {
  readonly mode: string;
  readonly steered: string;
}

/**
 * Makes the postconditions that stop a plan, with the reason, where a configuration steers less than it would in the
 * expected mode. With dynamic steering the configuration's own mode has no effect [assumed], and the modes of both
 * locations must be enough.
 */
export function expectMode(expected: TrafficMode): TerraformResourceLifecycle {
  const dynamic = TerraformSelf.getAny('dynamic_steering.enabled') as unknown;
  const [own, onPremises, offPremises] = [
    steeringAt('traffic_mode'),
    steeringAt('dynamic_steering.on_premises_traffic_mode'),
    steeringAt('dynamic_steering.off_premises_traffic_mode'),
  ];
  const enough = ({ mode }: SteeredMode) => Fn.contains([...AT_LEAST[expected]], mode) as unknown;
  return {
    postcondition: [
      {
        condition: Token.asAny(Op.or(dynamic, enough(own))),
        errorMessage: complainAboutMode(own, expected),
      },
      {
        condition: Token.asAny(Op.or(Op.not(dynamic), Op.and(enough(onPremises), enough(offPremises)))),
        errorMessage: complainAboutSides(onPremises, offPremises, expected),
      },
    ],
  };
}

function steeringAt(attribute: string): SteeredMode {
  const mode = TerraformSelf.getString(attribute);
  return { mode, steered: Fn.lookup(STEERED, mode, 'something unknown') as string };
}

/** Says what is wrong with a mode that the stack itself writes. */
export function complainAboutWrittenMode(actual: TrafficMode, expected: TrafficMode): string {
  return complainAboutMode(steeringIn(actual), expected);
}

/** Says what is wrong with the modes of the two locations, at least one of which steers too little. */
export function complainAboutWrittenSides(on: TrafficMode, off: TrafficMode, expected: TrafficMode): string {
  return complainAboutSides(steeringIn(on), steeringIn(off), expected);
}

function steeringIn(mode: TrafficMode): SteeredMode {
  return { mode, steered: STEERED[mode] };
}

function complainAboutMode({ mode, steered }: SteeredMode, expected: TrafficMode): string {
  return (
    `The block would have no effect: this steering configuration is in traffic mode "${mode}", in which clients steer ${steered}. ` +
    `${REACH} A new tenant starts in "cloud_apps". Set the traffic mode to ${enoughFor(expected)} ${where('trafficMode')}`
  );
}

function complainAboutSides(on: SteeredMode, off: SteeredMode, expected: TrafficMode): string {
  return (
    `The block would not take effect everywhere: this steering configuration has dynamic steering, and is in traffic mode "${on.mode}" ` +
    `on-premises, in which clients steer ${on.steered}, and in "${off.mode}" off-premises, in which they steer ${off.steered}. ${REACH} ` +
    `With dynamic steering both modes must steer enough: set the traffic mode of each to ${enoughFor(expected)} ${where('dynamicSteering')}`
  );
}

const REACH = 'A Block exception only reaches traffic that is steered; everything else goes direct.';

function enoughFor(expected: TrafficMode): string {
  return AT_LEAST[expected].map((mode) => `"${mode}"`).join(' or ');
}

function where(property: string): string {
  return (
    `on the tenant (Settings > Security Cloud Platform > Steering Configuration) or in the stack (${property}), ` +
    'or leave out expectTrafficMode if the block need not hold everywhere.'
  );
}
