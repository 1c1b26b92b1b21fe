/**
 * This file makes rules of the exceptions for certificate pinned apps. A rule is for one platform; it says which app it
 * is about, and what it does to a flow.
 */
import type { PlatformName } from '../domain/vocabulary';
import {
  type Definition,
  NO_NAMES,
  type Names,
  type PinnedAction,
  type PinnedApp,
  type PinnedAppData,
  type SteeringException,
  type Value,
  isDesktop,
  isEmpty,
  notKnown,
  pinnedActionsOn,
} from '../model/model';
import { type Blocked, EFFECTS, asksForManaged } from './actions';
import { refersTo } from './belonging';
import {
  and,
  assuming,
  either,
  certaintyOf,
  NO,
  notesOf,
  openBecause,
  YES,
  yesAssuming,
  type Certainty,
  type Note,
  type CertaintyVerdict,
} from './certainty';
import type { Host } from './destination';
import { DomainList } from './domain-list';
import { BLOCK, BYPASS, NOTHING, type Possibilities } from './outcome';

/** The effect of a rule on a flow: the fates, and whether it has any effect at all. */
export interface Applied {
  readonly fates: Possibilities;
  readonly certainty: Certainty;
}

/** An exception on one platform, for one app that it is about, or may be about. */
export interface PinnedRule {
  readonly exception: SteeringException;
  readonly app: PinnedApp | undefined;
  /** Whether the exception is there, belongs to the place, and is about this app. */
  readonly stands: Certainty;
  /** The definition of the app on the platform; it may be known in part. */
  readonly definition: Value<Definition>;
  readonly actions: readonly (PinnedAction | null)[];
  readonly actionCertainty: Certainty;
  /** The reasons why it is not known which managed devices are meant; an empty list where all are. */
  readonly meant: readonly Note[];
  /** The hosts to which a bypass is limited; undefined where it is for every host. */
  readonly limit: DomainList | undefined;
  /** The texts of `limit`, as they are written. */
  readonly limitNames: Names;
  /** Whether a bypass works where there are no custom app domains. */
  readonly unlimited: Certainty;
  /** The domains by which the app may be known, on iOS and Android. */
  readonly domains: DomainList | undefined;
  readonly domainNames: Names;
}

const NO_DOMAINS = openBecause('no-custom-app-domains');
const IGNORES_DOMAINS = yesAssuming('block-ignores-domains');
const MAY_BE_LIMITED = openBecause('domains-of-steer-and-decrypt');
const PLAIN = openBecause('mode-of-plain-bypass').because;
const MANAGED_NOT_SAID = [{ notSaid: 'managed' }] as const;
const BY_DOMAIN_OR_PROCESS = openBecause('mobile-recognition');

/** Returns the rules of an exception on a platform: one, or one for each app that it may be about. */
export function pinnedRules(
  exception: SteeringException,
  belongs: Certainty,
  platform: PlatformName,
  apps: ReadonlyMap<string, PinnedApp>,
): PinnedRule[] {
  const { data } = exception;
  if (data.type !== 'certificate_pinned_app') return [];
  const action = data.platforms[platform];
  if (action === undefined || (action.known && action.value === null)) return [];
  const reference = data.app;
  const keys = reference.known ? [reference.value] : (reference.candidates ?? apps.keys());
  const candidates = [...keys].flatMap((key) => apps.get(key) ?? []);
  const shared = {
    exception,
    actions: action.known ? [action.value] : (action.candidates ?? [...pinnedActionsOn(platform), null]),
    actionCertainty: action.known ? YES : certaintyOf('yes', ...notesOf(action)),
    meant: devicesMeant(data, platform),
    limit: isEmpty(data.customAppDomains) ? undefined : new DomainList(data.customAppDomains),
    limitNames: data.customAppDomains,
  };
  const rules = candidates.flatMap((app): PinnedRule[] => {
    const definition = app.platforms[platform];
    if (definition === undefined) return [];
    const stands = and(
      and(and(belongs, refersTo(reference, app.key)), isStated(definition, app)),
      app.doubt === undefined ? YES : certaintyOf('unknown', { notKnown: app.doubt }),
    );
    return [{ ...shared, app, stands, definition, unlimited: withoutDomains(app), ...domainsOf(definition, platform) }];
  });
  // The reference may be to an app that the model does not have.
  const elsewhere = !reference.known && !reference.candidates?.every((key) => apps.has(key));
  if (!elsewhere && candidates.length > 0) return rules;
  const definition = notKnown<Definition>(
    reference.known ? `the app ${reference.value} is not known` : reference.reason,
  );
  const stands = and(belongs, elsewhere ? certaintyOf('unknown', ...notesOf(reference)) : YES);
  return [
    ...rules,
    {
      ...shared,
      app: undefined,
      stands,
      definition,
      unlimited: NO_DOMAINS,
      domains: undefined,
      domainNames: { items: [] },
    },
  ];
}

/** Whether the app is defined as the model has it: for certain, or as the stack states it. */
function isStated(definition: Value<Definition>, { key }: PinnedApp): Certainty {
  const { assumption } = definition;
  return assumption === undefined ? YES : certaintyOf('yes', { assumption, of: key });
}

/**
 * Whether a bypass of an app works without domains. That of a predefined app does; that of a custom app may no longer
 * work. [doc]
 */
function withoutDomains({ custom }: PinnedApp): Certainty {
  return custom.known && !custom.value ? YES : NO_DOMAINS;
}

function devicesMeant({ deviceClassifications }: PinnedAppData, platform: PlatformName): readonly Note[] {
  const { items, open } = (isDesktop(platform) ? deviceClassifications?.[platform] : undefined) ?? NO_NAMES;
  const listed: Note = { assumption: 'device-classifications', of: JSON.stringify([...new Set(items)].sort()) };
  if (open !== undefined) return [{ notKnown: open }, items.length > 0 ? listed : assuming('device-classifications')];
  return items.length > 0 ? [listed] : [];
}

function domainsOf(definition: Value<Definition>, platform: PlatformName): Pick<PinnedRule, 'domains' | 'domainNames'> {
  const names: Names = definition.known ? definition.value.domains : { items: [] };
  const mobile = platform === 'ios' || platform === 'android';
  return { domains: mobile && !isEmpty(names) ? new DomainList(names) : undefined, domainNames: names };
}

/**
 * Returns what a rule does to a flow of a process.
 * @param matched whether the process is one of the app
 * @param blocked what a block does to the process
 */
export function applyRule(
  rule: PinnedRule,
  matched: Certainty,
  host: Host,
  managed: boolean | undefined,
  blocked: Blocked,
): Applied {
  const recognised = rule.domains === undefined ? matched : recognise(matched, rule.domains.tells(host));
  if (recognised.verdict === 'no') return { fates: NOTHING, certainty: NO };
  const limit = rule.limit === undefined ? rule.unlimited : rule.limit.limits(host);
  let fates = NOTHING;
  let certain = true;
  let reached: Certainty = YES;
  for (const action of rule.actions) {
    if (action === null) {
      certain = false;
      continue;
    }
    const effect = EFFECTS[action];
    const reach = REACHES[effect.limited](rule, limit);
    if (reach.verdict !== 'yes') certain = false;
    if (reach.verdict === 'no') continue;
    reached = and(reached, reach);
    fates |= fatesOf(effect, managed);
    if (asksForManaged(action) && managed !== false) {
      if (managed === undefined) reached = and(reached, certaintyOf('yes', ...MANAGED_NOT_SAID));
      if (rule.meant.length > 0) {
        reached = and(reached, certaintyOf('yes', ...rule.meant));
        fates |= effect.unmanaged;
      }
    }
    if (effect.unmanaged === BYPASS) reached = and(reached, certaintyOf('yes', ...PLAIN));
  }
  if (fates === NOTHING) return { fates, certainty: NO };
  if ((fates & BLOCK) !== NOTHING) {
    fates = (fates & ~BLOCK) | blocked.fates;
    reached = and(reached, blocked.certainty);
  }
  const applies = and(and(rule.stands, recognised), and(rule.actionCertainty, reached));
  return { fates, certainty: certain || applies.verdict !== 'yes' ? applies : { ...applies, verdict: 'unknown' } };
}

/** Whether a rule may block somebody. */
export function mayBlock({ actions }: PinnedRule): boolean {
  return actions.some((action) => action !== null && (fatesOf(EFFECTS[action], undefined) & BLOCK) !== NOTHING);
}

function fatesOf(effect: (typeof EFFECTS)[PinnedAction], managed: boolean | undefined): Possibilities {
  if (managed === undefined) return effect.managed | effect.unmanaged;
  return managed ? effect.managed : effect.unmanaged;
}

/**
 * The functions that say whether an action reaches the host, by whether custom app domains limit the action.
 * @param found whether the domains cover the host
 */
const REACHES: Readonly<Record<CertaintyVerdict, (rule: PinnedRule, found: Certainty) => Certainty>> = {
  yes: (_, found) => found,
  // The action ignores domains, also those that are written and would not cover the host. [community]
  no: ({ limit }, found) => (limit === undefined || found === YES ? YES : IGNORES_DOMAINS),
  unknown: (_, found) => (found.verdict === 'yes' ? found : either(found, MAY_BE_LIMITED)),
};

/**
 * Whether a flow is one of an app that is known by its process or by its domains. Where process and domains disagree,
 * it is open which of them counts.
 */
function recognise(byProcess: Certainty, byDomain: Certainty): Certainty {
  if (byProcess.verdict === byDomain.verdict) return and(byProcess, byDomain);
  return { verdict: 'unknown', because: [...BY_DOMAIN_OR_PROCESS.because, ...byProcess.because, ...byDomain.because] };
}
