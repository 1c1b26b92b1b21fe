/**
 * What can become of a flow, by the rules of the domain alone and in the plainest way: in every world that is possible, one
 * thing becomes of it. Nothing of the engine is used here.
 */
import type { Flow } from '../../../../steering/model/flow';
import type { Model, SteeringException } from '../../../../steering/model/model';
import type { Fate } from '../../../../steering/decide/outcome';
import type { Case, Traffic } from './case';
import { clientOf } from './configuration-by-hand';
import { fateBy } from './exceptions-by-hand';
import { readHost } from './host-by-hand';
import { trafficOf } from './traffic-by-hand';
import { everyWorld, type Options, type World } from './worlds';

export function fatesByHand(model: Model, flow: Flow, options: Options = {}): ReadonlySet<Fate> {
  const host = readHost(flow.host);
  const fates = new Set<Fate>();
  everyWorld((world) => {
    const fate = fateIn(world, { world, model, flow, host }, fates);
    if (fate !== undefined) fates.add(fate);
  }, options);
  return fates;
}

/**
 * Which of the exceptions that apply wins is not published [doc]: any may. So each in turn is taken for the winner, whatever
 * the others do; and where none applies, the flow is steered, if it is steered at all.
 * @returns undefined in a world that is not possible, or that has nothing to add to what was found
 */
function fateIn(world: World, one: Case, found: ReadonlySet<Fate>): Fate | undefined {
  const traffic = trafficOf(clientOf(one));
  if (traffic === undefined) return 'direct';
  const { exceptions } = one.model;
  const otherwise = traffic.isSteered ? 'steer' : 'direct';
  if (!world.holds('precedence is unpublished')) return firstOf(traffic, exceptions) ?? otherwise;
  const winner = world.ask('which exception wins', [...exceptions, null]);
  if (winner !== null) return fateBy(traffic, winner);
  if (found.has(otherwise)) return undefined;
  return exceptions.some((each) => fateBy(traffic, each) !== undefined) ? undefined : otherwise;
}

function firstOf(traffic: Traffic, exceptions: readonly SteeringException[]): Fate | undefined {
  return exceptions.map((each) => fateBy(traffic, each)).find((fate) => fate !== undefined);
}
