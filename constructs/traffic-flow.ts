/** Flows as users say them: a configuration by its construct, where a model has it by its key. */
import { Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import { complainAboutFlow, EXPECTABLE, type Expectable, type Flow, type Model } from '../steering';
import { keyOf } from './model-from-stack';
import { PLATFORMS } from './platform';

/** One connection that a process opens. What is left out is not said; where the answer depends on it, it is not known. */
export interface TrafficFlow extends Omit<Flow, 'configuration'> {
  /**
   * The configuration that is known to apply, whatever its criteria say.
   * @default - the one that the criteria choose
   */
  readonly configuration?: { readonly configurationId: string };
}

/** A flow as the model of a stack knows it. */
export function flowInModel(stack: IConstruct, { configuration, ...flow }: TrafficFlow, model: Model): Flow {
  return configuration === undefined
    ? flow
    : { ...flow, configuration: keyOf(stack, configuration.configurationId, model) };
}

/** What is wrong with a question, in a sentence; undefined where nothing is. */
export function complainAboutQuestion(
  { configuration: _, ...flow }: TrafficFlow,
  expect: Expectable,
): string | undefined {
  if (Object.values(flow).some((value) => Token.isUnresolved(value))) {
    return 'A part of the flow is only known at apply, but the test runs at synth. Write it out.';
  }
  const platforms = PLATFORMS.map(({ name }) => name);
  if (!platforms.includes(flow.platform)) {
    return `${JSON.stringify(flow.platform)} is not a platform. Give one of ${platforms.join(', ')}.`;
  }
  if (!EXPECTABLE.includes(expect)) {
    return `${JSON.stringify(expect)} cannot be expected. Expect one of ${EXPECTABLE.join(', ')}.`;
  }
  return complainAboutFlow(flow);
}
