/**
 * Which classes of clients does a platform have? They are told apart by the configurations that may apply before and
 * after.
 */
import { comesBefore, describeChoice, type Choice, type Client } from '../decide/selection';
import type { TenantIndex } from '../decide/tenant-index';
import type { PlatformName } from '../domain/vocabulary';
import type { Configuration } from '../model/model';
import type { WholeFlow } from './comparison';

/** A client of which everything is said. */
export type ClientSaid = Pick<WholeFlow, keyof Client>;

/** The clients to which the same configurations may apply, before and after. */
export interface ClientClass {
  readonly key: string;
  /** An example, which belongs to as few groups as can be. */
  readonly example: ClientSaid;
  readonly before: readonly Choice[];
  readonly after: readonly Choice[];
}

export interface ClientClasses {
  readonly classes: readonly ClientClass[];
  /** Whether these are all classes. */
  readonly complete: boolean;
}

/** The number of clients that are tried: enough for two hundred configurations, each with a group of its own. */
const MOST_TRIED = 60_000;

/**
 * Finds the classes. Belonging to fewer groups never makes a configuration match. So whichever configuration applies
 * before, and whichever after, they apply to a client that belongs to no more than the two ask for. Where it is not
 * known which one applies, clients are tried that belong to what more configurations ask for.
 */
export function clientClasses(before: TenantIndex, after: TenantIndex, platform: PlatformName): ClientClasses {
  const found = new Map<string, ClientClass>();
  const wanted = wantsOf([...before.model.configurations, ...after.model.configurations]);
  // Where the choice is made in the same way before and after, the same configuration applies.
  const enough = selectionOf(before) === selectionOf(after) ? 1 : 2;
  let tried = 0;
  const attempt = (client: ClientSaid) => {
    tried += 1;
    const one = clientClassOf(before, after, client);
    if (!found.has(one.key)) found.set(one.key, one);
  };
  const nobody: ClientSaid = { platform, userGroups: [], organizationUnit: null, deviceTags: [] };
  attempt(nobody);
  let level: { readonly client: ClientSaid; readonly next: number }[] = [{ client: nobody, next: 0 }];
  for (let depth = 1; level.length > 0 && depth <= wanted.length; depth++) {
    const deeper: typeof level = [];
    for (const { client, next } of level) {
      for (let index = next; index < wanted.length; index++) {
        for (const joined of wanted[index]?.joinedBy(client) ?? []) {
          if (tried >= MOST_TRIED) return { classes: [...found.values()], complete: false };
          attempt(joined);
          deeper.push({ client: joined, next: index + 1 });
        }
      }
    }
    const isKnown = [...found.values()].every((one) => one.before.length === 1 && one.after.length === 1);
    if (depth >= enough && isKnown && selectionIsKnown(before) && selectionIsKnown(after)) break;
    level = deeper;
  }
  return { classes: [...found.values()], complete: true };
}

/** Returns a text with all that the choice of a configuration looks at. */
function selectionOf({ model: { configurations } }: TenantIndex): string {
  return JSON.stringify(
    configurations.map(({ key, isDefault, enabled, doubt, priority, after, ...criteria }) => {
      const { userGroups, organizationUnits, osFamilies, deviceTags } = criteria;
      return [key, isDefault, enabled, doubt, priority, after, userGroups, organizationUnits, osFamilies, deviceTags];
    }),
  );
}

/** Whether it is known of any two configurations which comes first, and of each one whether a client matches it. */
function selectionIsKnown({ model: { configurations } }: TenantIndex): boolean {
  const custom = configurations.filter(({ isDefault, enabled }) => !isDefault && !(enabled.known && !enabled.value));
  const isOrdered = (one: Configuration, other: Configuration) =>
    (comesBefore(one, other) ?? comesBefore(other, one)) !== undefined;
  return (
    custom.every((one, index) => custom.slice(index + 1).every((other) => isOrdered(one, other))) &&
    custom.every(
      ({ enabled, doubt, userGroups, organizationUnits, osFamilies, deviceTags }) =>
        enabled.known &&
        doubt === undefined &&
        [userGroups, organizationUnits, osFamilies, deviceTags].every(({ open }) => open === undefined),
    )
  );
}

/** Returns the class of a client, which need not be among those that were found. */
export function clientClassOf(before: TenantIndex, after: TenantIndex, client: ClientSaid): ClientClass {
  const choices = { before: before.choose(client), after: after.choose(client) };
  return { key: keyOf(choices.before, choices.after), example: client, ...choices };
}

function keyOf(before: readonly Choice[], after: readonly Choice[]): string {
  const keys = (choices: readonly Choice[]) =>
    choices.length === 1 ? choices.map(({ configuration }) => configuration.key) : choices.map(toldOf).sort();
  return JSON.stringify([keys(before), keys(after)]);
}

function toldOf(choice: Choice): string {
  const { configuration, behind = [] } = choice;
  return [configuration.key, describeChoice(choice).when, ...behind.map(({ key }) => key)].join(' ');
}

/** The criteria of a configuration for a client, beside its platform. */
interface Wants {
  /**
   * Returns this client with what it must also belong to for the criteria to be met: one client for each way to meet
   * them.
   */
  joinedBy(client: ClientSaid): ClientSaid[];
}

/** Lists each distinct set of criteria once: a configuration that both models have often asks the same in both. */
function wantsOf(configurations: readonly Configuration[]): Wants[] {
  const seen = new Map<string, Wants>();
  const same = namesAskedAlike(configurations);
  for (const { isDefault, userGroups, organizationUnits, deviceTags } of configurations) {
    const groups = same(userGroups.items, 'group');
    const units = same(organizationUnits.items, 'unit');
    const tags = same(deviceTags.items, 'tag');
    if (isDefault || groups.length + units.length + tags.length === 0) continue;
    const asked: AskedClient = {
      groups: { names: groups, isOpen: userGroups.open !== undefined },
      units: { names: units, isOpen: organizationUnits.open !== undefined },
      tags: { names: tags, isOpen: deviceTags.open !== undefined },
    };
    seen.set(JSON.stringify(asked), { joinedBy: (client) => join(client, asked) });
  }
  return [...seen.values()];
}

/**
 * The names that a criterion asks for. If `isOpen`, the criterion may ask for others as well, so that a client with
 * none of these may meet it too.
 */
interface OpenCriterion {
  readonly names: readonly string[];
  readonly isOpen: boolean;
}

type AskedClient = Readonly<Record<'groups' | 'units' | 'tags', OpenCriterion>>;

function join(client: ClientSaid, { groups, units, tags }: AskedClient): ClientSaid[] {
  const ways = (mine: readonly string[], { names, isOpen }: OpenCriterion): (readonly string[])[] => {
    if (names.length === 0 || mine.some((one) => names.includes(one))) return [mine];
    const joined = names.map((one) => [...mine, one]);
    return isOpen ? [mine, ...joined] : joined;
  };
  const unit = client.organizationUnit;
  // A client is in one unit only.
  if (units.names.length > 0 && !units.isOpen && unit !== null && !units.names.includes(unit)) return [];
  const organizationUnits =
    units.names.length === 0 || unit !== null ? [unit] : [...(units.isOpen ? [null] : []), ...units.names];
  return ways(client.userGroups, groups).flatMap((userGroups) =>
    organizationUnits.flatMap((organizationUnit) =>
      ways(client.deviceTags, tags).map((deviceTags) => ({ ...client, userGroups, organizationUnit, deviceTags })),
    ),
  );
}

/** Makes a filter of names: of those that the same configurations ask for, it keeps one. */
function namesAskedAlike(
  configurations: readonly Configuration[],
): (names: readonly string[], kind: 'group' | 'unit' | 'tag') => string[] {
  const asking = new Map<string, number[]>();
  configurations.forEach(({ userGroups, organizationUnits, deviceTags }, index) => {
    for (const [kind, { items }] of [
      ['group', userGroups],
      ['unit', organizationUnits],
      ['tag', deviceTags],
    ] as const) {
      for (const name of items) asking.set(`${kind} ${name}`, [...(asking.get(`${kind} ${name}`) ?? []), index]);
    }
  });
  return (names, kind) => {
    const seen = new Set<string>();
    return names.filter((name) => {
      const key = (asking.get(`${kind} ${name}`) ?? []).join();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  };
}
