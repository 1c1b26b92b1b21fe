/**
 * How do users write a flow? They give a configuration as its construct; a model has the configuration's key instead.
 */
import { Token, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  complainAboutFlow,
  EXPECTABLE,
  quote,
  type AskedFlow,
  type ExpectableOutcome,
  type Flow,
  type Model,
} from '../steering';
import { keyOf } from './plumbing/model-from-stack';

/**
 * One connection that a process opens. A part that is left out is not said; an answer that depends on it is `unknown`.
 */
export interface TrafficFlow extends Omit<Flow, 'configuration'> {
  /**
   * The configuration that is known to apply, whatever its criteria say.
   * @default - the one that the criteria choose
   */
  readonly configuration?: { readonly configurationId: string; readonly provider?: TerraformProvider | undefined };
}

/** Turns a flow into the form that the model of a stack knows. */
export function flowInModel(stack: IConstruct, { configuration, ...flow }: TrafficFlow, model: Model): Flow {
  return configuration === undefined
    ? flow
    : { ...flow, configuration: keyOf(stack, configuration.configurationId, model) };
}

/** Says in a sentence what is wrong with an outcome that somebody expects; undefined where nothing is. */
export function complainAboutExpected(outcome: ExpectableOutcome): string | undefined {
  if (EXPECTABLE.includes(outcome)) return undefined;
  return `${quote(String(outcome))} cannot be expected. Expect one of ${EXPECTABLE.join(', ')}.`;
}

/** Says in a sentence what is wrong with the literals of a flow. Values that are only known at apply are not judged. */
export function complainAboutLiterals(given: TrafficFlow): string | undefined {
  const complaint = complainAboutForm(given);
  if (complaint !== undefined) return complaint;
  const { configuration: _, ...flow } = given;
  return complainAboutFlow(flow, (value) => Token.isUnresolved(value));
}

/** Says what is wrong with the form of a flow, which JavaScript does not check. */
function complainAboutForm(flow: unknown): string | undefined {
  if (typeof flow !== 'object' || flow === null || Array.isArray(flow)) {
    return 'There is no flow. Give an object with at least platform, process, host and port.';
  }
  const { configuration } = flow as { readonly configuration?: unknown };
  if (configuration === undefined) return undefined;
  const { configurationId } = Object(configuration) as { readonly configurationId?: unknown };
  return typeof configurationId === 'string'
    ? undefined
    : 'The configuration of the flow is no configuration. Give its construct, such as SteeringConfiguration.fromName(…).';
}

/** Says what is wrong with a flow that is judged at synth. All of its parts must be known at synth. */
export function complainAtSynth(flow: TrafficFlow): string | undefined {
  const { configuration: _, ...rest } = Object(flow) as TrafficFlow;
  if (Object.values(rest).some(holdsToken)) {
    return 'A part of the flow is only known at apply, but the test runs at synth. Write it out.';
  }
  return complainAboutLiterals(flow);
}

/** The part of a flow that is known at synth. */
export function knownPart({ configuration: _, ...flow }: TrafficFlow): AskedFlow {
  return Object.fromEntries(Object.entries(flow).filter(([, value]) => !holdsToken(value)));
}

function holdsToken(value: unknown): boolean {
  return Token.isUnresolved(value) || (Array.isArray(value) && value.some((one) => Token.isUnresolved(one)));
}
