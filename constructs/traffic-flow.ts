/**
 * How do users write a flow? They give a configuration as its construct; a model has the configuration's key instead.
 */
import { Token, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import { complainAboutFlow, type AskedFlow, type Flow, type Model } from '../steering';
import { keyOf } from './plumbing/model-from-stack';

/** The same properties, where those that may be left out may be undefined as well. */
type OrUndefined<T> = { readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] };

/**
 * One connection that a process opens. A part that you leave out is not assumed either way; an answer that depends on it is `unknown`.
 */
export interface TrafficFlow extends OrUndefined<Omit<Flow, 'configuration'>> {
  /**
   * The configuration that is known to apply, whatever its criteria say.
   * @default - the one that the criteria choose
   */
  readonly configuration?:
    { readonly configurationId: string; readonly provider?: TerraformProvider | undefined } | undefined;
}

/** Turns a flow into the form that the model of a stack knows. */
export function flowInModel(stack: IConstruct, { configuration, ...flow }: TrafficFlow, model: Model): Flow {
  // What is undefined was taken out when the flow was given.
  const said = flow as Omit<Flow, 'configuration'>;
  return configuration === undefined
    ? said
    : { ...said, configuration: keyOf(stack, configuration.configurationId, model) };
}

/** Says in a sentence what is wrong with the literals of a flow. Values that are only known at apply are not judged. */
export function complainAboutLiterals({ configuration: _, ...flow }: TrafficFlow): string | undefined {
  return complainAboutFlow(flow, (value) => Token.isUnresolved(value));
}

/** Says what is wrong with a flow that is judged at synth. All of its parts must be known at synth. */
export function complainAtSynth(flow: TrafficFlow): string | undefined {
  const { configuration: _, ...rest } = flow;
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
