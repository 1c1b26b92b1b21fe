/** Which traffic mode does a configuration have? One of its own, or with dynamic steering one for each location. */
import { Annotations, Token, type IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { IDLE_TRAFFIC_MODE } from '../steering/domain/configurations';
import type { Place } from '../steering/domain/exceptions';
import { refuse } from './plumbing/synth';
import { complainAboutWrittenMode, complainAboutWrittenSides, steersAtLeast, TrafficMode } from './traffic-mode';

/**
 * Dynamic steering, which tells on-premises and off-premises clients apart. It needs on-premises detection. **Turning
 * it on or off moves exceptions, and may lose some that are not managed here.** [doc]
 */
export interface DynamicSteering {
  /** The mode of clients that are on-premises. */
  readonly onPremises: TrafficMode;
  /** The mode of clients that are off-premises. */
  readonly offPremises: TrafficMode;
  /**
   * Whether the two locations are told apart. With `false`, their modes are kept but have no effect.
   * @default true
   */
  readonly enabled?: boolean | IResolvable | undefined;
}

/** What the props of a configuration say of its traffic modes. */
export interface TrafficModeProps {
  /**
   * The traffic mode to set. With dynamic steering it has no effect. [assumed]
   * @default - a configuration of its own: cloud apps only; the adopted default: left as it is found
   */
  readonly trafficMode?: TrafficMode | undefined;
  /**
   * A mode for each location, instead of one for all; each exception then belongs to one location. [doc]
   * @default - a configuration of its own: off; the adopted default: left as it is found
   */
  readonly dynamicSteering?: DynamicSteering | undefined;
  /**
   * The least that clients must steer, given as the mode that steers that much. Where they steer less, the plan stops
   * with the reason, because a block would have no effect. With dynamic steering, on-premises and off-premises clients
   * must both steer at least that much.
   * @default - no expectation
   */
  readonly expectTrafficMode?: TrafficMode | undefined;
}

/** What a stack itself says of a configuration's modes. What only the tenant or Terraform knows is left out. */
export interface KnownModes {
  /** Whether on-premises and off-premises clients are told apart. */
  readonly dynamic?: boolean | undefined;
  /** Set where the stack has dynamic steering turned on or off by a value that only Terraform knows. */
  readonly dynamicAtApply?: true | undefined;
  /** The mode in each place that has one. */
  readonly at: Readonly<Partial<Record<Place, TrafficMode>>>;
}

/**
 * Reads what the props say of the modes.
 * @param otherwise the values where the props say nothing
 */
export function knownModes(
  props: TrafficModeProps,
  otherwise: { dynamic?: boolean; trafficMode?: TrafficMode },
): KnownModes {
  const { dynamicSteering, trafficMode = otherwise.trafficMode } = props;
  const dynamic = dynamicSteering === undefined ? otherwise.dynamic : literal(dynamicSteering.enabled ?? true);
  const modes = {
    everywhere: literal(trafficMode),
    on_premises: literal(dynamicSteering?.onPremises),
    off_premises: literal(dynamicSteering?.offPremises),
  };
  const at = Object.fromEntries(Object.entries(modes).filter(([, mode]) => mode !== undefined));
  if (typeof dynamic === 'boolean') return { dynamic, at };
  return dynamicSteering === undefined ? { at } : { dynamicAtApply: true, at };
}

function literal<T>(value: T): T | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}

/** Refuses modes that cannot meet the expectation, and advises on a mode without effect. */
export function checkModes(construct: Construct, props: TrafficModeProps, { dynamic, at }: KnownModes): void {
  if (dynamic === true && props.trafficMode !== undefined) {
    Annotations.of(construct).addWarning(
      `${IDLE_TRAFFIC_MODE.summary}. ${IDLE_TRAFFIC_MODE.detail} Leave out trafficMode.`,
    );
  }
  const { expectTrafficMode: expected } = props;
  if (expected === undefined) return;
  if (Token.isUnresolved(expected)) refuse(construct, 'expectTrafficMode is only known at apply. Name a mode.');
  if (expected === TrafficMode.NONE) {
    refuse(
      construct,
      'expectTrafficMode: NONE expects nothing, because every mode steers at least nothing. Leave it out.',
    );
  }
  const short = (mode: TrafficMode) => !steersAtLeast(mode, expected);
  const { everywhere, on_premises: on, off_premises: off } = at;
  if (dynamic === true) {
    if (on !== undefined && off !== undefined && (short(on) || short(off)))
      refuse(construct, complainAboutWrittenSides(on, off, expected));
  } else if (dynamic === false || props.dynamicSteering === undefined) {
    if (everywhere !== undefined && short(everywhere))
      refuse(construct, complainAboutWrittenMode(everywhere, expected));
  }
}
