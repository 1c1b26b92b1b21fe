/** What a flow may belong to (applications, categories, locations, countries), parted by the exceptions that name it. */
import { conditionOf, identityOf, sideOf } from '../decide/condition';
import { NAMED_TYPES, type Belonging, type NamedType } from '../decide/other-exceptions';
import type { Scenario } from '../decide/tenant-index';
import type { BelongingSet, Belonging as Belongings } from '../comparison';
import type { TrafficModeName } from '../domain/exceptions';
import { computed, groupBy } from '../collections';
import { possibilitiesOf } from '../model/model';

export type Membership = Belongings;

export interface MembershipClass extends BelongingSet {
  readonly key: string;
  /** An example, as small as can be. */
  readonly example: Membership;
}

/** Of a flow that belongs to nothing. */
export const NOWHERE: Membership = {
  applications: [],
  categories: [],
  destinationLocations: [],
  sourceLocations: [],
  sourceCountry: null,
};
/** Combinations that are looked at. */
const MOST = 512;

export class MembershipSpace {
  readonly classes: readonly MembershipClass[];
  /** Whether there are no others. */
  readonly complete: boolean;
  /** By type and name, what the exceptions that name it do. */
  private readonly effects = new Map<string, Doings>();

  constructor(scenarios: readonly Scenario[]) {
    const all = scenarios.flatMap(({ index, place, mode }, scenario) =>
      index.at(place).others.exceptions.flatMap((belonging) => namingIn(scenario, belonging, mode)),
    );
    for (const same of groupBy(all, ({ who }) => who).values()) this.addEffects(same);
    const classes = new Map<string, MembershipClass>([['', { key: '', example: NOWHERE, groups: [] }]]);
    const add = (to: Iterable<MembershipClass>, alike: readonly Entry[]) => {
      const [entry] = alike;
      if (entry === undefined) return;
      const group = { kind: NAMED_TYPES[entry.type], names: alike.map(({ name }) => name) };
      for (const { example, groups } of [...to]) {
        const widened = withName(example, entry);
        const key = this.keyOf(widened);
        const all = [...groups, group];
        if (!classes.has(key) && classes.size < MOST) classes.set(key, { key, example: widened, groups: all });
      }
    };
    const distinct = this.alikeNames();
    const isCountry = ([entry]: readonly Entry[]) => entry?.type === 'source_countries';
    for (const alike of distinct.filter((one) => !isCountry(one))) add(classes.values(), alike);
    // A client is in one country at a time.
    const anywhere = [...classes.values()];
    for (const alike of distinct.filter(isCountry)) add(anywhere, alike);
    this.classes = [...classes.values()];
    this.complete = classes.size < MOST;
  }

  private keyOf(membership: Membership): string {
    const found = new Map<string, Set<string>>();
    for (const [type, attribute] of Object.entries(NAMED_TYPES)) {
      const value = membership[attribute];
      for (const name of value === null ? [] : typeof value === 'string' ? [value] : value) {
        for (const [whose, effects] of this.effects.get(`${type} ${name}`) ?? []) {
          const all = computed(found, whose, () => new Set<string>());
          for (const effect of effects) all.add(effect);
        }
      }
    }
    return [...new Set([...found.values()].map(inOrder))].sort().join(' ');
  }

  /** @param same one exception in each scenario that has it */
  private addEffects(same: readonly Naming[]): void {
    const [first] = same;
    if (first === undefined) return;
    const effects = same.map(({ scenario, effect }) => `${scenario}:${effect}`);
    // Of exceptions whose names change it counts which of them is meant: one may be named by other names before and after.
    const keepsNames = same.every(({ list }) => list === first.list);
    const whose = keepsNames ? inOrder(effects) : first.who;
    for (const { scenario, effect, names } of same) {
      for (const name of names) {
        const doings = computed(this.effects, `${first.type} ${name}`, () => new Map<string, Set<string>>());
        computed(doings, whose, () => new Set<string>()).add(`${scenario}:${effect}`);
      }
    }
  }

  /** Names of one type that have the same effects. */
  private alikeNames(): Entry[][] {
    const all = [...this.effects].map(([entry, doings]) => {
      const told = [...doings].map(([whose, effects]) => `${whose} ${inOrder(effects)}`).sort();
      return { entry: entryOf(entry), told: told.join(' ') };
    });
    const groups = groupBy(all, ({ entry, told }) => `${entry.type} ${told}`);
    return [...groups.values()].map((alike) => alike.map(({ entry }) => entry));
  }
}

interface Entry {
  readonly type: NamedType;
  readonly name: string;
}

function entryOf(text: string): Entry {
  const space = text.indexOf(' ');
  return { type: text.slice(0, space) as NamedType, name: text.slice(space + 1) };
}

/** Effects by the exceptions that have them; by what they do in all scenarios, where that is enough to tell them apart. */
type Doings = Map<string, Set<string>>;

/** What an exception does in a scenario to what its names name. */
interface Naming {
  readonly who: string;
  readonly type: string;
  readonly scenario: number;
  readonly effect: string;
  readonly names: readonly string[];
  /** The same for the same names. */
  readonly list: string;
}

function namingIn(scenario: number, { exception, stands }: Belonging, mode: TrafficModeName): Naming[] {
  const { data } = exception;
  if (!('names' in data) || !Object.hasOwn(NAMED_TYPES, data.type)) return [];
  const who = identityOf(exception);
  // What it does there depends on its type alone, as far as it differs.
  const byType = mode === 'all' || data.type === 'category' || data.type === 'source_countries' ? data.type : '';
  const action = 'action' in data ? possibilitiesOf(data.action, ['bypass', 'bypass_except_dns']).join() : '';
  const local = 'treatLikeLocalIp' in data ? possibilitiesOf(data.treatLikeLocalIp, [true, false]).join() : '';
  const when = conditionOf(stands, who, ...sideOf(exception, stands));
  const open = 'action' in data && !data.action.known ? `${who}: ${data.action.reason}` : '';
  const effect = `${byType}:${action}:${open}:${local}:${when}`;
  const { items } = data.names;
  return [{ who: `${data.type} ${who}`, type: data.type, scenario, effect, names: items, list: inOrder(items) }];
}

function inOrder(texts: Iterable<string>): string {
  return [...texts].sort().join('|');
}

function withName(membership: Membership, { type, name }: Entry): Membership {
  const attribute = NAMED_TYPES[type];
  if (attribute === 'sourceCountry') return { ...membership, sourceCountry: name };
  return { ...membership, [attribute]: [...membership[attribute], name] };
}
