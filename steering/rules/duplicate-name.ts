import { append, groupBy } from '../collections';
import {
  type Configuration,
  type Model,
  type NonStandardPort,
  type PinnedApp,
  type SteeringException,
  type Value,
  isEmpty,
} from '../model/model';
import { hostName } from '../domain/hosts';
import { titleOfConfiguration } from './pinned';
import { quote, rule, writtenAt, type FindingSubject, type RawFinding, type Say } from './rule';

/** The reason why one name must not be given up and taken in one plan. */
const AT_ONCE =
  'Terraform does both at once: where the old one is still there, the apply fails, and after that the old one is gone.';

interface Moving {
  readonly from: string;
  readonly to: string;
}

/** The advice to keep one object at its new address. */
const MOVED = (from: string): string =>
  `Move it instead (docs/guides/refactor.md): write a moved block, or in TypeScript moveFromId(${quote(from)}) of the new resource.`;

const MESSAGES = {
  'duplicate-name/both': ({ what, name, both }: { what: string; name: string; both: string }) =>
    `${both} are ${what} of one name, ${quote(name)}, which a tenant takes once: the apply fails at the second one, with other changes already made. Make it once and let both uses refer to it; import what the tenant has already, and look up what the vendor predefines.`,
  'duplicate-name/port': ({ port, configuration, both }: Ports) =>
    `${both} are equal entries of one port, ${port}, in ${configuration}, and the provider refuses the second one. Write one entry.`,
  'duplicate-name/port-again': ({ port, configuration, both, covered }: Ports & { covered: string }) =>
    `${both} are entries of one port, ${port}, in ${configuration}${covered}: one entry would do. Write one with the domains of all.`,
  'duplicate-name/made-again': ({ name, from, to }: { name: string } & Moving) =>
    `${quote(name)} is destroyed as ${from} and made again as ${to}. ${AT_ONCE} ${MOVED(from)}`,
  'duplicate-name/passed-on': ({ name, from, to }: { name: string } & Moving) =>
    `${from} gives up the name ${quote(name)}, and ${to} takes it in the same plan. Terraform does both at once: where the first one still has it, the apply fails half way. Give the name up in one apply and take it in the next; of two that swap their names, give one a third name in between (docs/guides/refactor.md).`,
  'duplicate-name/said-again': ({ from, to }: Moving) =>
    `${from} is destroyed, and ${to}, which says exactly the same, is made. ${AT_ONCE} ${MOVED(from)}`,
} as const;

interface Ports {
  readonly port: string;
  readonly configuration: string;
  readonly both: string;
}

export const duplicateName = rule({
  id: 'duplicate-name',
  severity: 'error',
  severities: { 'duplicate-name/port-again': 'warning' },
  title: 'Two objects of one name, or two entries of one port',
  rationale:
    'The name of an app and that of a configuration are unique on a tenant [assumed], and so is that of a network location [community]: it refuses a second one while it has the first. Several port entries of a configuration may name one port, where one with all domains would do; the provider makes no entry or exception that says exactly what another one says. Terraform makes, changes and destroys at once what does not depend on each other, so a plan in which one object gives way to another of its name is a race, after which the block may be gone. Names are compared as they are written; one that is not known is not judged.',
  source: '[assumed] for apps and configurations, [community] for network locations',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app" "signal_mac" {
  name   = "Signal"
  mac_os = { processes = ["Signal", "Signal Helper"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
  mac_os  = { processes = ["Signal", "Signal Helper"] }
}`,
  },
  messages: MESSAGES,
  *check(model, say, { before }) {
    for (const kind of UNIQUE) yield* namedTwice(kind, model, say);
    yield* portsTwice(model, say);
    if (before === undefined) return;
    for (const kind of UNIQUE) yield* passedOn(before[kind] ?? [], model[kind] ?? [], say);
    yield* saidAgain(before, model, say);
  },
});

/** The lists of objects of which a tenant takes each name once. */
const UNIQUE = ['apps', 'configurations', 'networkLocations'] as const;
const WHAT: Readonly<Record<(typeof UNIQUE)[number], string>> = {
  apps: 'certificate pinned apps',
  configurations: 'steering configurations',
  networkLocations: 'network locations',
};

interface NamedObject extends FindingSubject {
  readonly name: Value<string>;
  readonly doubt?: string;
}

function* namedTwice(kind: (typeof UNIQUE)[number], model: Model, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  for (const [name, all] of byName(model[kind] ?? [])) {
    const apart = all.filter(isOneOfItsOwn);
    const [last] = apart.slice(-1);
    if (last === undefined || apart.length < 2 || !apart.some(isManaged)) continue;
    yield say('duplicate-name/both', managedLast(apart) ?? last, { what: WHAT[kind], name, both: placesOf(apart) });
  }
}

function byName(objects: readonly NamedObject[]): Map<string, NamedObject[]> {
  const found = new Map<string, NamedObject[]>();
  // The provider takes white space around a name for nothing.
  for (const one of objects) if (one.name.known) append(found, one.name.value.trim(), one);
  return found;
}

/** Whether the object is there for certain, and no other one: a lookup that is still to be done may find any. */
function isOneOfItsOwn({ origin: { address, id }, doubt }: NamedObject): boolean {
  return doubt === undefined && (address?.startsWith('data.') !== true || id !== undefined);
}

/** Whether Terraform makes the object, or keeps it. */
function isManaged({ origin: { address } }: Pick<FindingSubject, 'origin'>): boolean {
  return address !== undefined && !address.startsWith('data.');
}

function managedLast<T extends Pick<FindingSubject, 'origin'>>(objects: readonly T[]): T | undefined {
  return objects.findLast(isManaged);
}

/** The number of objects that a finding names. */
const MOST_NAMED = 6;

function placesOf(objects: readonly Pick<FindingSubject, 'origin'>[]): string {
  const places = objects.slice(0, MOST_NAMED).map(({ origin }) => writtenAt(origin));
  const more = objects.length - places.length;
  return [...places, ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}

function* portsTwice({ ports, configurations }: Model, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const certain = ports.flatMap((entry) => {
    const { configuration, port, doubt } = entry;
    const isKnown = configuration.known && port.known && port.value !== null && doubt === undefined;
    return isKnown ? [{ entry, configuration: configuration.value, port: String(port.value) }] : [];
  });
  for (const all of groupBy(certain, (one) => `${one.port} ${one.configuration}`).values()) {
    const [first] = all;
    if (first === undefined || all.length < 2) continue;
    const configuration = titleOfConfiguration(configurations.find(({ key }) => key === first.configuration));
    const { port } = first;
    const equal = [...groupBy(all, ({ entry }) => hostsOf(entry)).values()];
    for (const same of equal) {
      const last = managedLast(same.map(({ entry }) => entry));
      if (last === undefined || same.length < 2) continue;
      yield say('duplicate-name/port', last, { port, configuration, both: placesOf(same.map(({ entry }) => entry)) });
    }
    const apart = equal.flatMap(([one]) => (one === undefined ? [] : [one.entry]));
    const last = managedLast(apart);
    if (last === undefined || apart.length < 2) continue;
    const covered = coverageOf(apart);
    yield say('duplicate-name/port-again', last, { port, configuration, both: placesOf(apart), covered });
  }
}

/** Returns a text that is equal for entries with the same domains; for one whose domains are open, a text of its own. */
function hostsOf({ key, domains: { items, open } }: NonStandardPort): string {
  return JSON.stringify(open === undefined ? [...new Set(items.map(hostName))].sort() : { key });
}

/** Says in words that one of several entries makes the others needless, where it does. */
function coverageOf(entries: readonly NonStandardPort[]): string {
  const wide = entries.find((one) => entries.every((other) => one === other || covers(one, other)));
  if (wide === undefined) return '';
  const which = writtenAt(wide.origin);
  return isEmpty(wide.domains)
    ? `, and ${which}, which names no domains, already steers the port for every host`
    : `, and the domains of ${which} cover those of the others`;
}

/** Whether an entry steers its port for all hosts of another entry: domains of a port are compared by suffix. [assumed] */
function covers(one: NonStandardPort, other: NonStandardPort): boolean {
  if (isEmpty(one.domains)) return true;
  const own = one.domains.items.map(hostName);
  const { items, open } = other.domains;
  if (open !== undefined || items.length === 0) return false;
  return items.map(hostName).every((host) => own.some((name) => host === name || host.endsWith(`.${name}`)));
}

/** Finds names that one object gives up and another one takes. */
function* passedOn(
  before: readonly NamedObject[],
  after: readonly NamedObject[],
  say: Say<typeof MESSAGES>,
): Iterable<RawFinding> {
  const [was, is] = [byKey(before), byKey(after)];
  const held = byName(before);
  for (const taker of after) {
    if (!taker.name.known || !isManaged(taker)) continue;
    const name = taker.name.value.trim();
    const own = was.get(taker.key)?.name;
    if (own !== undefined && (!own.known || own.value.trim() === name)) continue;
    const holder = held.get(name)?.find((one) => !isOfOneAddress(one, taker) && !keeps(is.get(one.key), name));
    if (holder === undefined) continue;
    const [from, to] = [addressOf(holder), addressOf(taker)];
    const isGone = !is.has(holder.key);
    yield own === undefined && isGone
      ? say('duplicate-name/made-again', taker, { name, from, to })
      : say('duplicate-name/passed-on', taker, { name, from, to });
  }
}

/** Whether an object may have the name after the change as well. Two that both have it are found as such. */
function keeps(object: NamedObject | undefined, name: string): boolean {
  return object !== undefined && (!object.name.known || object.name.value.trim() === name);
}

/** Whether one object takes the place of the other at its own address, which Terraform does one after the other. */
function isOfOneAddress(one: FindingSubject, other: FindingSubject): boolean {
  return one.key === other.key || (one.origin.address !== undefined && one.origin.address === other.origin.address);
}

function addressOf({ key, origin: { address } }: FindingSubject): string {
  return address ?? key;
}

function byKey<T extends { readonly key: string }>(objects: readonly T[]): Map<string, T> {
  return new Map(objects.map((one) => [one.key, one]));
}

/** Finds exceptions and port entries that are destroyed and made again, word for word, at another address. */
function* saidAgain(before: Model, after: Model, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  for (const kind of ['exceptions', 'ports'] as const) {
    const [was, is] = [byKey<Said>(before[kind]), byKey<Said>(after[kind])];
    const gone = [...was.values()].filter(({ key }) => !is.has(key));
    const made = [...is.values()].filter((one) => !was.has(one.key) && isManaged(one));
    if (gone.length === 0 || made.length === 0) continue;
    const old = new Map(gone.flatMap((one) => pairOf(one, before)));
    for (const [text, one] of made.flatMap((one) => pairOf(one, after))) {
      const same = old.get(text);
      if (same === undefined || isOfOneAddress(same, one)) continue;
      yield say('duplicate-name/said-again', one, { from: addressOf(same), to: addressOf(one) });
    }
  }
}

type Said = SteeringException | NonStandardPort;

/** Returns an object with a text that is the same for objects that say the same; nothing where not all of it is known. */
function pairOf(object: Said, model: Model): (readonly [string, Said])[] {
  const { key: _key, origin: _origin, otherOwners: _owners, doubt, configuration, ...said } = object;
  const app = 'data' in said && said.data.type === 'certificate_pinned_app' ? said.data.app : undefined;
  const place = [identityIn(model.configurations, configuration), app && identityIn(model.apps, app)];
  const text = JSON.stringify(
    [place, { ...said, ...('data' in said && { data: { ...said.data, app: null } }) }],
    sorted,
  );
  return doubt !== undefined || /"(?:known":false|open":|reason":)/.test(text) ? [] : [[text, object]];
}

/** Returns the identity of what is referred to. One that is replaced becomes another object, whatever its address. */
function identityIn(objects: readonly (Configuration | PinnedApp)[], reference: Value<string>): Value<string> {
  if (!reference.known) return reference;
  const found = objects.find(({ key }) => key === reference.value);
  const isDefault = found !== undefined && 'isDefault' in found && found.isDefault;
  return { known: true, value: (isDefault ? undefined : found?.origin.id) ?? reference.value };
}

function sorted(_: string, value: unknown): unknown {
  const isListOfTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isListOfTexts ? [...value].sort() : value;
}
