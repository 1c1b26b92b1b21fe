/** What a decision is about: a flow on a model in one world, and what has been found out so far. */
import type { Flow, Side } from '../../../../steering/model/flow';
import type { Configuration, Model, Names } from '../../../../steering/model/model';
import type { Host } from './host-by-hand';
import type { World } from './worlds';

export interface Case {
  readonly world: World;
  readonly model: Model;
  readonly flow: Flow;
  readonly host: Host;
}

/** A client that has its configuration. */
export interface Client extends Case {
  readonly configuration: Configuration;
  /** Null without dynamic steering. */
  readonly side: Side | null;
}

/** A flow that the client may look at. */
export interface Traffic extends Client {
  /** False in Cloud Apps Only for a host of no steered app. */
  readonly isSteered: boolean;
  /** Whether it is web traffic: to 80, 443 or a non-standard port. */
  readonly isWeb: boolean;
  readonly mode: 'cloud_apps' | 'web' | 'all';
}

/** Traffic to port 53 is taken for DNS. [assumed] */
export function isDns({ port }: Flow): boolean {
  return port === 53;
}

/**
 * Whether a list of the model names something that a flow has. A flow says it in names that are known: of a name that the list
 * does not show, it says nothing.
 * @param has what the flow has; undefined: it does not say
 */
export function namesOneOf(
  { world }: Case,
  question: string,
  list: Names,
  kind: string,
  has: readonly string[] | undefined,
): boolean {
  return world.names(question, list, (name) => has?.includes(name) ?? world.is(`the flow has the ${kind} ${name}`));
}
