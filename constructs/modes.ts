/** The traffic modes of a configuration: its own, or with dynamic steering one for each side. */
import { Annotations, Token, type IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { IDLE_TRAFFIC_MODE } from '../steering/domain/configurations';
import type { Place } from '../steering/domain/exceptions';
import { refuse } from './plumbing/synth';
import { complainAboutWrittenMode, complainAboutWrittenSides, steersAtLeast, TrafficMode } from './traffic-mode';

/**
 * Clients on-premises and off-premises apart. Needs on-premises detection. **Turning it on or off moves exceptions, and may
 * lose some that are not managed here.** [doc]
 */
export interface DynamicSteering {
  /** Mode of clients that are on-premises. */
  readonly onPremises: TrafficMode;
  /** Mode of clients that are off-premises. */
  readonly offPremises: TrafficMode;
  /**
   * Whether the sides are told apart. With `false` their modes are kept, and count for nobody.
   * @default true
   */
  readonly enabled?: boolean | IResolvable;
}

export interface ModeProps {
  /**
   * The mode to set. With dynamic steering it counts for nobody. [assumed]
   * @default - a configuration of its own: cloud apps only; the adopted default: left as it is found
   */
  readonly trafficMode?: TrafficMode;
  /**
   * A mode for each side, instead of one for all; each exception then belongs to one side. [doc]
   * @default - a configuration of its own: off; the adopted default: left as it is found
   */
  readonly dynamicSteering?: DynamicSteering;
  /**
   * Stops the plan, with the reason, if clients do not steer at least what they do in this mode: a block would not bite.
   * With dynamic steering both sides must steer that much.
   * @default - no expectation
   */
  readonly expectTrafficMode?: TrafficMode;
}

/** What a stack itself says of a configuration's modes. Left out is what only the tenant or Terraform knows. */
export interface KnownModes {
  /** Whether the two sides are told apart. */
  readonly dynamic?: boolean;
  /** The mode in each place that has one. */
  readonly at: Readonly<Partial<Record<Place, TrafficMode>>>;
}

/** `otherwise`: what holds where the props say nothing. */
export function knownModes(props: ModeProps, otherwise: { dynamic?: boolean; trafficMode?: TrafficMode }): KnownModes {
  const { dynamicSteering: sides, trafficMode = otherwise.trafficMode } = props;
  const dynamic = sides === undefined ? otherwise.dynamic : literal(sides.enabled ?? true);
  const modes = {
    everywhere: literal(trafficMode),
    on_premises: literal(sides?.onPremises),
    off_premises: literal(sides?.offPremises),
  };
  const at = Object.fromEntries(Object.entries(modes).filter(([, mode]) => mode !== undefined));
  return typeof dynamic === 'boolean' ? { dynamic, at } : { at };
}

function literal<T>(value: T): T | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}

/** Refuses modes that cannot meet what is expected of them, and advises on one without effect. */
export function checkModes(construct: Construct, props: ModeProps, { dynamic, at }: KnownModes): void {
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
