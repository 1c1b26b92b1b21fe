/** Which configuration a client has, which side of it, and which traffic mode: domain.md 4, 5.1 and 5.2. */
import { TRAFFIC_MODES, type TrafficModeName } from '../../../../steering/domain/exceptions';
import type { Side } from '../../../../steering/model/flow';
import type { Configuration, Model, Names } from '../../../../steering/model/model';
import { namesOneOf, type Case, type Client } from './case';

export function clientOf(one: Case): Client {
  const configuration = configurationOf(one);
  return { ...one, configuration, side: sideOf(one, configuration) };
}

export const FIRST_CONFIGURATION = 'which configuration comes first';

/** The first enabled custom one by priority whose criteria all match, else the default. [doc] */
function configurationOf(one: Case): Configuration {
  const { world, model, flow } = one;
  const said = model.configurations.find(({ key }) => key === flow.configuration);
  if (said !== undefined) return said;
  const matching = model.configurations.filter((each) => !each.isDefault && applies(one, each));
  const last = model.configurations.find(({ isDefault }) => isDefault);
  if (last === undefined) throw new Error('A model has a default configuration.');
  if (matching.length === 0) return last;
  if (!world.holds('the first configuration that matches')) return last;
  const first = matching.filter((each) => !matching.some((other) => comesBefore(one, other, each)));
  return world.ask(FIRST_CONFIGURATION, first);
}

function applies(one: Case, configuration: Configuration): boolean {
  const { world } = one;
  const { key, enabled } = configuration;
  return (
    world.hasObject(configuration) &&
    world.valueOf(`${key} is enabled`, enabled, [true, false]) &&
    asksFor(one, configuration)
  );
}

/** All given criteria must match. [doc] */
function asksFor(one: Case, configuration: Configuration): boolean {
  const { world, flow } = one;
  const { userGroups, organizationUnits, deviceTags, osFamilies } = configuration;
  const meets = (kind: string, criterion: Names, has: () => readonly string[] | undefined) =>
    meetsCriterion(one, `${kind} of ${configuration.key}`, criterion, kind, has);
  const criteria = [
    () => meets('group', userGroups, () => flow.userGroups),
    () => meets('unit', organizationUnits, () => [unitOf(one) ?? []].flat()),
    () => meets('tag', deviceTags, () => flow.deviceTags),
    () => meets('family', osFamilies, () => [familyOf(one)]),
  ];
  return world.holds('all criteria must match') ? criteria.every((each) => each()) : criteria.some((each) => each());
}

/** One that is not given asks for nothing; of several names, one is enough: [doc] of tags, else [assumed]. */
function meetsCriterion(
  one: Case,
  question: string,
  criterion: Names,
  kind: string,
  has: () => readonly string[] | undefined,
): boolean {
  if (one.world.isEmpty(question, criterion)) return true;
  if (criterion.items.length > 1) {
    const isOneEnough = one.world.holds('one device tag is enough');
    if (!isOneEnough) return criterion.items.every((name) => has()?.includes(name));
  }
  return namesOneOf(one, question, criterion, kind, has());
}

/** A user has one unit or none. */
function unitOf({ world, model, flow }: Case): string | null {
  if (flow.organizationUnit !== undefined) return flow.organizationUnit;
  const named = model.configurations.flatMap(({ organizationUnits }) => organizationUnits.items);
  return world.ask('the unit of the user', [null, 'a unit that nothing names', ...new Set(named)]);
}

function familyOf({ world, flow }: Case): string {
  if (flow.platform !== 'chrome_os' || !world.holds('Chrome OS as an OS family')) return flow.platform;
  return world.ask('Chrome OS counts as', ['none', 'windows', 'mac_os', 'linux', 'android', 'ios']);
}

/**
 * A configuration that is yet to be created comes below those that exist, and so below one that is created before it. [assumed]
 * At the same place, nobody knows.
 */
function comesBefore(one: Case, a: Configuration, b: Configuration): boolean {
  const is = (what: 'isNew' | 'mayBeNew') => [a, b].filter(({ priority }) => what in priority).length;
  if (is('isNew') === 2 || is('mayBeNew') === 2)
    return one.world.holds('new configurations in the order in which they are made') && b.after?.[0] === a.key;
  if (is('isNew') === 1) return 'isNew' in b.priority;
  return placeOf(one, a) < placeOf(one, b);
}

/** No number compares with a place that is not known. */
function placeOf({ world }: Case, { key, priority }: Configuration): number {
  if (priority.known) return priority.value;
  if (priority.candidates === undefined) return Number.NaN;
  return world.ask(`the place of ${key}`, priority.candidates);
}

/** With dynamic steering the client's location picks the side. [doc] */
function sideOf(one: Case, configuration: Configuration): Side | null {
  const { world, flow } = one;
  const { key, dynamicSteering } = configuration;
  const { enabled } = dynamicSteering;
  const told = enabled.known ? [] : toldByExceptions(one.model, key);
  const possible = enabled.known ? [enabled.value] : (enabled.candidates ?? [true, false]);
  const left = possible.filter((each) => told.includes(each));
  if (!world.ask(`${key} has sides`, left.length > 0 ? left : possible)) return null;
  if (!world.holds('sides of dynamic steering')) return null;
  return flow.location ?? world.ask('the location of the client', ['on_premises', 'off_premises']);
}

/** Exceptions belong to a side with dynamic steering and to none without [doc]: those that are written tell which it is. */
function toldByExceptions({ exceptions }: Model, key: string): boolean[] {
  return exceptions.flatMap(({ configuration, location, doubt }) =>
    doubt === undefined && configuration.known && configuration.value === key && location.known
      ? [location.value !== null]
      : [],
  );
}

/** With dynamic steering the modes of the sides count. [assumed] */
export function modeOf({ world, configuration, side }: Client): TrafficModeName {
  const { key, trafficMode, dynamicSteering } = configuration;
  const mode = side === null ? trafficMode : dynamicSteering.trafficMode[side];
  return world.valueOf(`the mode of ${key} ${side}`, mode, TRAFFIC_MODES);
}
