/**
 * This file says which configuration applies to a client: the first enabled one by priority whose criteria all match,
 * else the default. [doc]
 */
import type { PlatformName } from '../domain/vocabulary';
import type { Flow } from '../model/flow';
import { type Configuration, type Names, isEmpty, possibilitiesOf } from '../model/model';
import {
  and,
  assuming,
  certaintyOf,
  NO,
  notesOf,
  openBecause,
  YES,
  yesAssuming,
  type Certainty,
  type Note,
} from './certainty';
import { conditionOf, identityOf, restsOn } from './condition';

/** The client that asks: the fields of a flow that criteria look at. */
export type Client = Pick<Flow, 'platform' | 'userGroups' | 'organizationUnit' | 'deviceTags'>;

/** A configuration that applies, or may, and whether it does. */
export interface Choice {
  readonly configuration: Configuration;
  readonly certainty: Certainty;
  /** The other choices that are certain to come before this one if they apply; left out where this is the only one. */
  readonly behind?: readonly Configuration[];
}

type CriterionAttribute = 'userGroups' | 'organizationUnit' | 'deviceTags';

interface Criterion {
  readonly attribute: CriterionAttribute;
  readonly names: ReadonlySet<string>;
  readonly open: string | undefined;
}

interface CandidateConfiguration {
  readonly configuration: Configuration;
  readonly criteria: readonly Criterion[];
  /** Whether the configuration is there and enabled. */
  readonly inUse: Certainty;
}

/** The operating system as which each platform counts. [doc] For Chrome OS that is not published. */
const OS_FAMILIES: Readonly<Record<PlatformName, string | undefined>> = {
  windows: 'windows',
  mac_os: 'mac_os',
  linux: 'linux',
  ios: 'ios',
  android: 'android',
  chrome_os: undefined,
};

const CHROME_OS = openBecause('os-family-of-chrome-os');
/** The answer where one name of several matches. For device tags it is documented that one is enough. */
const ANY_OF = yesAssuming('any-of-a-criterion');
const OTHER_CASE: Certainty = certaintyOf('no', assuming('names-as-written'));
const NO_CRITERIA = yesAssuming('no-criteria-no-limit');
const NEW_LAST = assuming('new-configurations-come-last');
const AS_WRITTEN = assuming('configurations-in-written-order');
const ORDER = assuming('order-of-configurations');

/** The configurations of a model, ready to choose from. */
export class Selection {
  private readonly candidates: readonly CandidateConfiguration[];
  private readonly fallback: Configuration;

  constructor(configurations: readonly Configuration[]) {
    const fallback = configurations.find(({ isDefault }) => isDefault);
    if (fallback === undefined) throw new Error('a model without a default configuration');
    this.fallback = fallback;
    this.candidates = configurations
      .filter(({ isDefault, enabled }) => !isDefault && !(enabled.known && !enabled.value))
      .map((configuration) => ({ configuration, criteria: criteriaOf(configuration), inUse: inUse(configuration) }));
  }

  /**
   * Whether the first configuration applies, and comes first, wherever the other one would apply, whatever the client
   * leaves unsaid.
   */
  private isAheadOf({ configuration: first, certainty }: Choice, other: Configuration, client: Client): boolean {
    if (certainty.verdict === 'yes') return comesBefore(first, other) !== undefined;
    if (comesBefore(first, other) === undefined) return false;
    const [a, b] = [first, other].map((one) => this.candidates.find(({ configuration }) => configuration === one));
    if (a === undefined || b === undefined || a.inUse.verdict !== 'yes') return false;
    const isOfFamily =
      matchesClient(first, [], client).verdict === 'yes' || isPartOf(other.osFamilies, first.osFamilies);
    if (!isOfFamily) return false;
    return a.criteria.every(
      (wanted) => meets(wanted, client).verdict === 'yes' || b.criteria.some((met) => isWithin(met, wanted)),
    );
  }

  /** Returns the configurations that may apply: a single one where everything that matters is known. */
  choose(client: Client): Choice[] {
    const possible: Choice[] = [];
    let passedOver: readonly Note[] = [];
    for (const { configuration, criteria, inUse } of this.candidates) {
      const certainty = and(inUse, matchesClient(configuration, criteria, client));
      if (certainty.verdict === 'no')
        passedOver = certainty === NO ? passedOver : [...passedOver, ...certainty.because];
      else possible.push({ configuration, certainty });
    }
    const certain = possible.filter(({ certainty }) => certainty.verdict === 'yes');
    const choices = possible.filter(
      ({ configuration }) => !possible.some((other) => this.isAheadOf(other, configuration, client)),
    );
    if (certain.length === 0) choices.push({ configuration: this.fallback, certainty: YES });
    const [only] = choices;
    if (only !== undefined && choices.length === 1) {
      const notes = [...passedOver, ...orderNotes(only.configuration, possible)];
      return [
        notes.length === 0
          ? only
          : { ...only, certainty: { ...only.certainty, because: [...only.certainty.because, ...notes] } },
      ];
    }
    const several = choices.filter(({ certainty }) => certainty.verdict === 'yes').length > 1;
    return choices.map(({ configuration, certainty: { because } }) => ({
      configuration,
      certainty: { verdict: 'unknown', because: several ? [...because, ORDER] : because },
      behind: choices
        .filter((other) => comesBefore(other.configuration, configuration) !== undefined)
        .map((other) => other.configuration),
    }));
  }
}

/** Returns the condition on which a configuration applies, and its name before and after a change. */
export function describeChoice({ configuration, certainty }: Choice): { who: string; when: string } {
  const who = identityOf(configuration);
  const families = restsOn(certainty, 'os-family-of-chrome-os') ? configuration.osFamilies.items : [];
  return { who, when: conditionOf(certainty, who, ...families) };
}

function criteriaOf({ userGroups, organizationUnits, deviceTags }: Configuration): Criterion[] {
  const lists: readonly (readonly [CriterionAttribute, Names])[] = [
    ['userGroups', userGroups],
    ['organizationUnit', organizationUnits],
    ['deviceTags', deviceTags],
  ];
  return lists
    .filter(([, list]) => !isEmpty(list))
    .map(([attribute, { items, open }]) => ({ attribute, names: new Set(items), open }));
}

function inUse({ enabled, doubt }: Configuration): Certainty {
  const there = doubt === undefined ? YES : certaintyOf('unknown', { notKnown: doubt });
  const possible = possibilitiesOf(enabled, [true, false]);
  if (!possible.includes(true)) return NO;
  if (enabled.known) return there;
  return and(there, certaintyOf(possible.includes(false) ? 'unknown' : 'yes', ...notesOf(enabled)));
}

function matchesClient(configuration: Configuration, criteria: readonly Criterion[], client: Client): Certainty {
  const { osFamilies } = configuration;
  let all = isEmpty(osFamilies) ? YES : runsOn(osFamilies, client.platform);
  if (criteria.length === 0 && isEmpty(osFamilies)) return NO_CRITERIA;
  for (const criterion of criteria) {
    if (all.verdict === 'no') return all;
    all = and(all, meets(criterion, client));
  }
  return all;
}

function runsOn({ items, open }: Names, platform: PlatformName): Certainty {
  const family = OS_FAMILIES[platform];
  if (family !== undefined && items.includes(family)) return YES;
  if (open !== undefined) return certaintyOf('unknown', { notKnown: open });
  return family === undefined ? CHROME_OS : NO;
}

/** Whether some OS families are among others. */
function isPartOf({ items, open }: Names, others: Names): boolean {
  return items.length > 0 && open === undefined && items.every((one) => others.items.includes(one));
}

/** Whether everybody who meets a criterion meets the other one as well. */
function isWithin(met: Criterion, wanted: Criterion): boolean {
  return (
    met.attribute === wanted.attribute &&
    met.open === undefined &&
    [...met.names].every((name) => wanted.names.has(name))
  );
}

function meets({ attribute, names, open }: Criterion, client: Client): Certainty {
  const value = client[attribute];
  const otherwise = open === undefined ? NO : certaintyOf('unknown', { notKnown: open });
  if (value === undefined) {
    return names.size === 0 ? otherwise : certaintyOf('unknown', { notSaid: attribute });
  }
  const mine = value === null ? [] : typeof value === 'string' ? [value] : value;
  if (mine.some((name) => names.has(name))) return names.size > 1 && attribute !== 'deviceTags' ? ANY_OF : YES;
  if (otherwise !== NO || mine.length === 0) return otherwise;
  const folded = new Set(mine.map((name) => name.toLowerCase()));
  return [...names].some((name) => folded.has(name.toLowerCase())) ? OTHER_CASE : NO;
}

/**
 * Returns the notes on which it rests that the first configuration comes before the other; undefined where that is not
 * certain. New ones get their places in the order in which they are made.
 */
export function comesBefore(first: Configuration, other: Configuration): readonly Note[] | undefined {
  if (first === other) return undefined;
  const isNew = ({ priority }: Configuration) => 'isNew' in priority;
  const mayBeNew = ({ priority }: Configuration) => 'mayBeNew' in priority;
  if (isNew(other)) return !isNew(first) || isMadeBefore(first, other) ? [NEW_LAST] : undefined;
  if (mayBeNew(first) && mayBeNew(other)) return isMadeBefore(first, other) ? [AS_WRITTEN] : undefined;
  if (!first.priority.known || !other.priority.known) return undefined;
  if (first.priority.value >= other.priority.value) return undefined;
  return [...notesOf(first.priority), ...notesOf(other.priority)];
}

/** Whether Terraform makes the first configuration before the other, should both be new. */
export function isMadeBefore(first: Configuration, other: Configuration): boolean {
  const waits = other.after?.includes(first.key) === true;
  return waits && first.after?.includes(other.key) !== true;
}

/** Returns the notes on which the order of the chosen configuration and of others that match rests. */
function orderNotes(chosen: Configuration, possible: readonly Choice[]): Note[] {
  const notes = possible.flatMap(({ configuration }) => comesBefore(chosen, configuration) ?? []);
  return [...new Set(notes)];
}
