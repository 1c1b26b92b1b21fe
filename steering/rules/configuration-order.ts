import { comesBefore, isMadeBefore } from '../decide/selection';
import { type Configuration, type Model, type Names, isEmpty } from '../model/model';
import { mayShareClients } from './clients';
import { nameOf, titleOfConfiguration } from './pinned';
import { listed, quote, type RawFinding, rule, type Say, type StatedOrder } from './rule';

interface Order {
  readonly later: string;
  readonly earlier: string;
  readonly places: string;
  readonly clients: string;
  readonly address: string;
}

const WRONG_ORDER = ({ later, places, clients, address }: Order): string =>
  `but ${places}. Who matches both (${clients}) gets ${quote(later)}. No call moves it: an administrator does in the console [assumed]; or terraform apply -replace=${address} makes it the last, with its exceptions gone in between; or write the order that the tenant has.`;

const MESSAGES = {
  'configuration-order/none': ({ configurations }: { configurations: string }) =>
    `${configurations} may apply to one client, and nothing says which comes first. The first by priority wins, and Terraform makes new ones at once, in any order. Let each depend on the one that comes before it: depends_on in HCL, "after" in TypeScript.`,
  'configuration-order/otherwise': (order: Order) =>
    `${quote(order.later)} is written after ${order.earlier}, ${WRONG_ORDER(order)}`,
  'configuration-order/stated': (order: Order & { by: string }) =>
    `${order.by} states that ${quote(order.later)} comes after ${order.earlier}, ${WRONG_ORDER(order)}`,
  'configuration-order/untold': ({ by, later, earlier }: { by: string; later: string; earlier: string }) =>
    `${by} states that ${quote(later)} comes after ${earlier}, and this source does not tell their order. Judge a plan that manages them, or the tenant.`,
} as const;

export const configurationOrder = rule({
  id: 'configuration-order',
  severity: 'warning',
  severities: { 'configuration-order/stated': 'error', 'configuration-order/untold': 'info' },
  title: 'Configurations whose order is not what is written, or not written at all',
  rationale:
    'A client gets the first enabled configuration, by priority, that it matches. [doc] A new one comes last [assumed], and Terraform makes new ones in any order unless one depends on the other, so that what "first" means is left to chance. No call of the API changes the order of those that exist. A client has one operating system and one organizational unit, and may be in any number of groups and have any number of tags. [assumed] Where a stack insists on an order (`after` of a configuration in TypeScript), another order is an error.',
  source: '[doc] for the order of evaluation, [assumed] for the place of new configurations',
  example: {
    wrong: `resource "netskopesteering_configuration" "it" {
  name         = "IT"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["IT"]
}
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
}`,
    right: `resource "netskopesteering_configuration" "it" {
  name         = "IT"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["IT"]
}
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
  depends_on   = [netskopesteering_configuration.it]
}`,
  },
  messages: MESSAGES,
  ofDemands: true,
  *check(model, say, { orders }) {
    yield* unordered(model, say);
    for (const later of model.configurations) {
      if (later.after === undefined) continue;
      const isStated = (earlier: Configuration) => orders.some((order) => says(order, later, earlier));
      const wrong = model.configurations.filter(
        (earlier) =>
          isMadeBefore(earlier, later) &&
          !isStated(earlier) &&
          [earlier, later].every(isInUse) &&
          isReversed(earlier, later),
      );
      const [first] = wrong;
      if (first !== undefined) yield say('configuration-order/otherwise', later, orderOf(later, wrong));
    }
    for (const order of orders) yield* judge(model, order, say);
  },
});

/** Finds enabled configurations of which several may apply to one client, in any order: all that are so connected. */
function* unordered({ configurations }: Model, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const custom = configurations.filter(isEnabled);
  const groups = new Map<Configuration, Set<Configuration>>();
  custom.forEach((one, index) => {
    for (const other of custom.slice(index + 1)) {
      if (!mayShareClients(one, other) || isOrdered(one, other)) continue;
      const joined = new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])]);
      for (const member of joined) groups.set(member, joined);
    }
  });
  for (const group of new Set(groups.values())) {
    const all = custom.filter((one) => group.has(one));
    const [last] = all.slice(-1);
    if (last !== undefined)
      yield say('configuration-order/none', last, { configurations: listed(all.map(titleOfConfiguration)) });
  }
}

function isEnabled({ isDefault, enabled, doubt }: Configuration): boolean {
  return !isDefault && enabled.known && enabled.value && doubt === undefined;
}

/** Whether the configuration may apply to somebody. */
function isInUse({ enabled }: Configuration): boolean {
  return !enabled.known || enabled.value;
}

/**
 * Whether it is settled which of two comes first: by places that are known, because only one of them is new, or because
 * one depends on the other.
 */
function isOrdered(one: Configuration, other: Configuration): boolean {
  if (one.priority.known && other.priority.known) return true;
  return [one, other].some((first) => {
    const second = first === one ? other : one;
    return comesBefore(first, second) !== undefined || isMadeBefore(first, second);
  });
}

/** Whether the later configuration is known to come first, for clients that match both. */
function isReversed(earlier: Configuration, later: Configuration): boolean {
  if (later.isDefault || !mayShareClients(earlier, later)) return false;
  // The default configuration is the last to match. [doc]
  return earlier.isDefault || comesBefore(later, earlier) !== undefined;
}

function says({ configuration, after }: StatedOrder, later: Configuration, earlier: Configuration): boolean {
  return isCalled(later, configuration) && after.some((key) => isCalled(earlier, key));
}

function isCalled({ key, origin: { id } }: Configuration, name: string): boolean {
  return key === name || id === name;
}

/** Judges an order on which a stack insists. What nothing tells is said too, because silence would pass for a yes. */
function* judge({ configurations }: Model, order: StatedOrder, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const later = configurations.find((one) => isCalled(one, order.configuration));
  const by = order.construct;
  const found = order.after.map((key) => ({ key, earlier: configurations.find((one) => isCalled(one, key)) }));
  const wrong = found.flatMap(({ earlier }) =>
    later !== undefined && earlier !== undefined && isReversed(earlier, later) ? [earlier] : [],
  );
  const untold = found.filter(({ earlier }) => later === undefined || !isTold(earlier, later));
  const subject = later ?? { key: order.configuration, origin: { construct: order.construct } };
  if (later !== undefined && wrong.length > 0) {
    yield say('configuration-order/stated', subject, { by, ...orderOf(later, wrong) });
  }
  if (untold.length > 0) {
    const earlier = untold.map((one) => JSON.stringify(one.earlier ? nameOf(one.earlier) : one.key)).join(', ');
    const args = { by, later: later === undefined ? order.configuration : nameOf(later), earlier };
    yield say('configuration-order/untold', subject, args);
  }
}

function isTold(earlier: Configuration | undefined, later: Configuration): boolean {
  if (earlier === undefined) return false;
  const isLast = earlier.isDefault || later.isDefault || !mayShareClients(earlier, later);
  return isLast || comesBefore(earlier, later) !== undefined || comesBefore(later, earlier) !== undefined;
}

function orderOf(later: Configuration, earlier: readonly Configuration[]) {
  const [first = later] = earlier;
  return {
    later: nameOf(later),
    earlier: listed(earlier.map(titleOfConfiguration)),
    places: [...new Set(earlier.map((one) => placesOf(later, one)))].join('; '),
    clients: `${criteriaOf(later)}, and ${criteriaOf(first)}`,
    address: later.origin.address ?? 'ADDRESS',
  };
}

function placesOf(later: Configuration, earlier: Configuration): string {
  const [mine, other] = [later, earlier].map((one) => JSON.stringify(nameOf(one)));
  if (earlier.isDefault) return `the default configuration is always the last [doc]`;
  if (later.priority.known && earlier.priority.known)
    return `the priority of ${mine} is ${later.priority.value}, and that of ${other} is ${earlier.priority.value}`;
  return `${other} is new, and a new one comes below all that exist [assumed]`;
}

/** Says in words whom a configuration asks for. */
function criteriaOf(configuration: Configuration): string {
  const criteria = [
    ['user groups', configuration.userGroups],
    ['organizational units', configuration.organizationUnits],
    ['operating systems', configuration.osFamilies],
    ['device tags', configuration.deviceTags],
  ] as const;
  const given = criteria.flatMap(([title, names]) => (isEmpty(names) ? [] : [`${title} ${textOf(names)}`]));
  return given.length === 0 ? 'everybody' : given.join(' with ');
}

function textOf({ items, open }: Names): string {
  return [...items.map((one) => JSON.stringify(one)), ...(open === undefined ? [] : ['that are not known'])].join(', ');
}
