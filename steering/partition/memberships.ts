/** What a flow may belong to (applications, categories, locations, countries), parted by the exceptions that name it. */
import { NAMED_TYPES, type Belonging, type NamedType } from '../engine/other-index';
import type { Scenario } from '../engine/scenario';
import type { Belonging as Belongings } from '../comparison';
import { possibilitiesOf } from '../value';

export type Membership = Belongings;

export interface MembershipClass {
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
  private readonly effects = new Map<string, ReadonlySet<string>>();

  constructor(scenarios: readonly Scenario[]) {
    scenarios.forEach(({ index, place }, scenario) => {
      for (const belonging of index.at(place).others.exceptions) this.addEffects(scenario, belonging);
    });
    const classes = new Map<string, MembershipClass>([['', { key: '', example: NOWHERE }]]);
    const add = (to: Iterable<MembershipClass>, entry: string) => {
      for (const { example } of [...to]) {
        const widened = withName(example, entry);
        const key = this.keyOf(widened);
        if (!classes.has(key) && classes.size < MOST) classes.set(key, { key, example: widened });
      }
    };
    const distinct = this.distinctNames();
    const isCountry = (entry: string) => entry.startsWith('source_countries ');
    for (const entry of distinct.filter((one) => !isCountry(one))) add(classes.values(), entry);
    // A client is in one country at a time.
    const anywhere = [...classes.values()];
    for (const entry of distinct.filter(isCountry)) add(anywhere, entry);
    this.classes = [...classes.values()];
    this.complete = classes.size < MOST;
  }

  private keyOf(membership: Membership): string {
    const found = new Set<string>();
    for (const [type, attribute] of Object.entries(NAMED_TYPES)) {
      const value = membership[attribute];
      for (const name of value === null ? [] : typeof value === 'string' ? [value] : value) {
        for (const effect of this.effects.get(`${type} ${name}`) ?? []) found.add(effect);
      }
    }
    return [...found].sort().join(' ');
  }

  private addEffects(scenario: number, { exception: { data }, stands }: Belonging): void {
    if (!('names' in data) || !Object.hasOwn(NAMED_TYPES, data.type)) return;
    const disputed = data.type === 'category' || data.type === 'source_countries';
    const action = 'action' in data ? possibilitiesOf(data.action, ['bypass', 'bypass_except_dns']).join() : '';
    const local = 'treatLikeLocalIp' in data ? possibilitiesOf(data.treatLikeLocalIp, [true, false]).join() : '';
    const effect = `${scenario}:${disputed}:${action}:${local}:${stands.verdict}`;
    for (const name of data.names.items) {
      const key = `${data.type} ${name}`;
      this.effects.set(key, new Set([...(this.effects.get(key) ?? []), effect]));
    }
  }

  /** One name for each set of effects; of countries apart, because a client is in one only. */
  private distinctNames(): string[] {
    const seen = new Map<string, string>();
    for (const [entry, effects] of this.effects) {
      const key = `${entry.startsWith('source_countries ')} ${[...effects].sort().join(' ')}`;
      if (!seen.has(key)) seen.set(key, entry);
    }
    return [...seen.values()];
  }
}

function withName(membership: Membership, entry: string): Membership {
  const space = entry.indexOf(' ');
  const [type, name] = [entry.slice(0, space) as NamedType, entry.slice(space + 1)];
  const attribute = NAMED_TYPES[type];
  if (attribute === 'sourceCountry') return { ...membership, sourceCountry: name };
  return { ...membership, [attribute]: [...membership[attribute], name] };
}
