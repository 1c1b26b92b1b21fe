/**
 * What differs between the code and a live tenant? What the tenant does not show is not observed: it is neither equal nor
 * gone. The tenant's own bypasses of predefined apps do not count, and neither does what a baseline holds.
 */
import {
  isLocalRange,
  isUnknownCode,
  modelFromRestV1,
  type Configuration,
  type Dialect,
  type Model,
  type NonStandardPort,
  type PinnedAction,
  type PinnedApp,
  type SteeringException,
  type Value,
} from '../steering';
import type { ComparedAttribute } from './attributes';
import { matchesOf, type Match } from './match';
import type { Snapshot } from './snapshot';
import { referredBy, textOf, type Wanted } from './wanted';

/**
 * `missing` is wanted and not there; `not_in_code` is there and not wanted; `not_counted` is there, not wanted, and no
 * difference: the tenant has it by itself, or the baseline holds it.
 */
const DIFF_STANDINGS = ['differs', 'missing', 'not_in_code', 'not_observed', 'as_wanted', 'not_counted'] as const;
export type DiffStanding = (typeof DIFF_STANDINGS)[number];

/** An object of the code or of the tenant, and how the two stand to each other. */
export interface DiffEntry {
  readonly kind: Match['kind'];
  readonly name: string;
  readonly configuration?: string;
  readonly location?: string;
  /** The Terraform address of the resource that wants it. */
  readonly address?: string;
  readonly construct?: string;
  readonly standing: DiffStanding;
  /** The attributes that are not as wanted, or of which that cannot be said. */
  readonly attributes: readonly ComparedAttribute[];
  /** Why the entry does not count, where it does not. */
  readonly because?: string;
}

export interface LiveDiff {
  readonly name: string;
  readonly tenant: string;
  readonly observedAt: string;
  readonly entries: readonly DiffEntry[];
  /** Whether anything differs, as far as it is observed. */
  readonly differs: boolean;
  /** The blocks of the code that are on the tenant, and how many of them have an action that could not be seen. */
  readonly blocks: { readonly there: number; readonly unseen: number };
}

/** What the diff is made with, besides the code. */
export interface ObservedTenant {
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
}

/** Compares the code with what a tenant shows. */
export function diffOf(wanted: Wanted, { snapshot, dialect }: ObservedTenant, baseline?: Snapshot): LiveDiff {
  const observed = modelFromRestV1(snapshot.configurations, dialect);
  const held = baseline === undefined ? undefined : modelFromRestV1(baseline.configurations, dialect);
  const notCounted = exemptions(observed, held);
  const matches = matchesOf(wanted, observed);
  const entries = matches.flatMap((match) => entryOf(match, wanted, observed, notCounted) ?? []);
  const blocks = matches.filter(({ kind, wanted: one }) => kind === 'exception' && one !== undefined && isBlock(one));
  const there = blocks.filter((one) => one.observed !== undefined);
  return {
    name: wanted.name,
    tenant: snapshot.tenant,
    observedAt: snapshot.observedAt,
    entries: [...entries].sort((a, b) => DIFF_STANDINGS.indexOf(a.standing) - DIFF_STANDINGS.indexOf(b.standing)),
    differs: entries.some(({ standing }) => ['differs', 'missing', 'not_in_code'].includes(standing)),
    blocks: { there: there.length, unseen: there.filter((one) => hasUnseenAction(one)).length },
  };
}

function isBlock({ data }: SteeringException): boolean {
  return (
    data.type === 'certificate_pinned_app' &&
    Object.values(data.platforms).some((one) => one.known && one.value === 'block')
  );
}

/** Whether an action that the code wants to be a block could not be seen. */
function hasUnseenAction({ attributes }: Match): boolean {
  return attributes.some(({ wanted, standing }) => wanted === 'block' && standing === 'not_observed');
}

function entryOf(
  match: Match,
  wanted: Wanted,
  observed: Model,
  notCounted: (object: NonNullable<Match['observed']>) => string | undefined,
): DiffEntry | undefined {
  const open = match.attributes.filter(({ standing }) => standing !== 'as_wanted');
  if (match.wanted === undefined) {
    if (match.observed === undefined) return undefined;
    const because = match.because ?? notCounted(match.observed);
    const named = nameObject(match.observed, observed);
    return {
      kind: match.kind,
      ...named,
      standing: because === undefined ? 'not_in_code' : 'not_counted',
      attributes: [],
      ...(because !== undefined && { because }),
    };
  }
  const isManaged = wanted.managed.has(match.wanted.key);
  // The default configuration is always there; code that does not manage it may still expect something of it.
  if (match.kind === 'configuration' && !isManaged && open.length === 0) return undefined;
  const { address, construct } = match.wanted.origin;
  return {
    kind: match.kind,
    ...nameObject(match.wanted, wanted.model),
    ...(address !== undefined && { address }),
    ...(construct !== undefined && { construct }),
    standing: standingOf(match),
    attributes: open,
  };
}

function standingOf({ observed, isUnseen, attributes }: Match): DiffStanding {
  if (observed === undefined) return isUnseen ? 'not_observed' : 'missing';
  return attributes.some(({ standing }) => standing === 'differs') ? 'differs' : 'as_wanted';
}

/** The name of an object for people, and where it stands. */
export function nameObject(
  one: Configuration | PinnedApp | NonStandardPort | SteeringException,
  model: Model,
): Pick<DiffEntry, 'name' | 'configuration' | 'location'> {
  if ('isDefault' in one) return { name: titleOfConfiguration(one) };
  if ('platforms' in one) return { name: textOf(one.name) ?? one.key };
  const configuration = referredBy(model.configurations, one.configuration);
  const name = configuration === undefined ? undefined : titleOfConfiguration(configuration);
  const place = name === undefined ? {} : { configuration: name };
  if ('port' in one) {
    const port = one.port.known ? (one.port.value === null ? 'no port' : `port ${one.port.value}`) : 'a port';
    return { name: one.domains.items.length === 0 ? port : `${port} of ${shortList(one.domains.items)}`, ...place };
  }
  const { data, location } = one;
  const side = location.known && location.value !== null ? { location: location.value } : {};
  if (data.type === 'certificate_pinned_app') {
    const app = referredBy(model.apps, data.app);
    return { name: textOf(app?.name) ?? 'an app', ...place, ...side };
  }
  const items = 'names' in data ? data.names.items : [];
  return { name: `${TYPE_TITLES[data.type]}: ${items.length === 0 ? 'none' : shortList(items)}`, ...place, ...side };
}

const TYPE_TITLES: Readonly<Record<Exclude<SteeringException['data']['type'], 'certificate_pinned_app'>, string>> = {
  application: 'applications',
  category: 'categories',
  destination_location: 'destination locations',
  dns: 'DNS',
  domains: 'domains',
  source_countries: 'source countries',
  source_location: 'source locations',
  unknown: 'an exception',
};

export function titleOfConfiguration({ isDefault, name, key }: Configuration): string {
  return textOf(name) ?? (isDefault ? 'Default tenant config' : key);
}

function shortList(items: readonly string[]): string {
  const shown = items.slice(0, 3).join(', ');
  return items.length > 3 ? `${shown} and ${items.length - 3} more` : shown;
}

/** Says of an object that no code has why it is no difference; undefined where it is one. */
export function exemptions(
  observed: Model,
  baseline: Model | undefined,
): (object: NonNullable<Match['observed']>) => string | undefined {
  const held = new Set(baseline === undefined ? [] : objectsOf(baseline).map((one) => identity(one, baseline)));
  return (object) => {
    if (held.has(identity(object, observed))) return 'the baseline holds it';
    return 'data' in object ? ofTheTenant(object, observed) : undefined;
  };
}

/**
 * Why an exception is the tenant's own: predefined apps are bypassed by default [doc], and the samples show
 * `Local IP address range` as a destination location that every tenant has.
 */
function ofTheTenant(exception: SteeringException, { apps }: Model): string | undefined {
  if (isLocalRange(exception)) return 'a tenant has it by itself';
  const { data } = exception;
  if (data.type !== 'certificate_pinned_app') return undefined;
  const custom = referredBy(apps, data.app)?.custom;
  if (custom === undefined || (custom.known && custom.value)) return undefined;
  const said = Object.values(data.platforms).filter((one) => one.known || one.candidates?.includes(null) !== true);
  const isBypass = (action: PinnedAction | null) => action === null || action.startsWith('bypass');
  if (said.some((one) => one.known && !isBypass(one.value))) return undefined;
  if (!custom.known) return 'whether its app is predefined is not observed';
  return said.every((one) => one.known || one.candidates?.every(isBypass) === true) && !said.some(hasUnknownCode)
    ? 'a bypass of a predefined app'
    : 'an exception for a predefined app, whose action is not known';
}

function hasUnknownCode(value: Value<PinnedAction | null>): boolean {
  return !value.known && isUnknownCode(value.reason);
}

function objectsOf({ configurations, apps, exceptions }: Model): NonNullable<Match['observed']>[] {
  return [...configurations, ...apps, ...exceptions];
}

/** A text that is the same for an object of two snapshots that is still the same. */
function identity(one: NonNullable<Match['observed']>, model: Model): string {
  if ('isDefault' in one || 'platforms' in one)
    return JSON.stringify([textOf(one.name), 'isDefault' in one ? 'configuration' : 'app']);
  const { name: _, ...place } = nameObject(one, model);
  if ('port' in one) return JSON.stringify([place, one.port, [...one.domains.items].sort()]);
  const { data } = one;
  if (data.type === 'certificate_pinned_app') {
    return JSON.stringify([place, data.type, textOf(referredBy(model.apps, data.app)?.name), data.platforms]);
  }
  return JSON.stringify([place, data.type, 'names' in data ? [...data.names.items].sort() : []]);
}
