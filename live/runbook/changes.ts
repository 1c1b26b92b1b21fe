/** What has to change on a tenant so that it becomes what the code says? */
import {
  isUnknownCode,
  PLATFORMS,
  SIDES,
  type Configuration,
  type Model,
  type Side,
  type SteeringException,
} from '../../steering';
import type { ComparedAttribute } from '../attributes';
import { matchesOf, type Match } from '../match';
import { BY_DONE, sameConfiguration, type Wanted } from '../wanted';
import { exceptionEffect, portEffect } from './effects';
import { WantedInTenant, observedAs } from './in-tenant';
import { asWritten, inOrder, type TenantChange, type Phase } from './order';
import { isToggled } from './safety';
import { halvesOf } from './split';

/**
 * Finds the changes that make a tenant what the code wants, in their order.
 * @param isExempt whether an object that no code has stays
 */
export function changesOf(
  wanted: Wanted,
  tenant: Model,
  isExempt: (object: NonNullable<Match['observed']>) => boolean,
): TenantChange[] {
  const planner = new Planner(wanted, tenant, new WantedInTenant(wanted, tenant));
  const changes = matchesOf(wanted, tenant).flatMap((match) => {
    if (match.wanted === undefined)
      return match.observed === undefined || match.because !== undefined || isExempt(match.observed)
        ? []
        : planner.removal(match);
    return planner.wish(match);
  });
  return asWritten([...changes, ...planner.switches()].sort(inOrder));
}

class Planner {
  private readonly enabled = new Map<string, TenantChange>();

  /** The keys of the configurations whose dynamic steering is turned on or off. */
  private readonly toggled: ReadonlySet<string>;

  constructor(
    private readonly wanted: Wanted,
    private readonly tenant: Model,
    private readonly own: WantedInTenant,
  ) {
    this.toggled = new Set(
      wanted.model.configurations.flatMap((own) => {
        const seen = sameConfiguration(own, tenant.configurations);
        return seen !== undefined && isToggled(seen, own) ? [seen.key] : [];
      }),
    );
  }

  /** The change that the wish of the code needs; nothing where the tenant is as wanted. */
  wish(match: Match): TenantChange[] {
    const attributes = match.attributes.filter(
      (one) => one.standing === 'differs' || (one.standing === 'not_observed' && isLookedAt(match, one)),
    );
    const isThere = match.observed !== undefined;
    if (isThere && attributes.length === 0) return [];
    // Terraform evaluates first which object it is.
    if (!isThere && match.attributes.some(({ standing }) => standing === 'not_known')) return [];
    if (match.wanted === undefined || (match.kind === 'configuration' && !this.wanted.managed.has(match.wanted.key)))
      return [];
    const isUnseen = isThere ? attributes.every(({ standing }) => standing === 'not_observed') : match.isUnseen;
    const shared = { attributes, isUnseen };
    switch (match.kind) {
      case 'configuration':
        return this.configuration(match, shared);
      case 'app': {
        const after = { ...match.wanted, key: this.own.appKey(match.wanted) };
        const { observed, wanted } = match;
        if (observed === undefined) return [{ kind: 'app', phase: 'prepare', after, wanted, ...shared }];
        return PLATFORMS.flatMap(({ name: platform }): TenantChange[] => {
          const own = attributes.filter(({ name }) => name === platform || name.startsWith(`${platform}.`));
          if (own.length === 0) return [];
          const isOpen = own.every(({ standing }) => standing === 'not_observed');
          // A platform goes last: an app without any is refused, and until then its traffic is what it was before.
          const phase =
            after.platforms[platform] === undefined ? 'clean' : this.own.phaseOfApp(platform, observed, after);
          return [{ kind: 'app', phase, before: observed, after, wanted, platform, attributes: own, isUnseen: isOpen }];
        });
      }
      case 'port_entry': {
        const after = this.own.placed(match.wanted);
        const phase = this.own.phaseIn(after, portEffect(match.observed, after));
        return [{ kind: 'port_entry', phase, ...beside(match.observed), after, wanted: match.wanted, ...shared }];
      }
      case 'exception': {
        const after = this.own.inTenant(match.wanted);
        if (this.isToggled(after)) {
          return [{ ...this.afterToggle(after), after, wanted: match.wanted, attributes, isUnseen: true }];
        }
        const phase = this.own.phaseIn(after, exceptionEffect(match.observed, after));
        return [{ kind: 'exception', phase, ...beside(match.observed), after, wanted: match.wanted, ...shared }];
      }
    }
  }

  private isToggled({ configuration }: SteeringException): boolean {
    return configuration.known && this.toggled.has(configuration.value);
  }

  private afterToggle(one: SteeringException): { kind: 'exception'; phase: Phase; isAfterToggle: true } {
    return { kind: 'exception', phase: this.own.forceOf(one).before ? 'switch' : 'prepare', isAfterToggle: true };
  }

  /**
   * The removals of an exception that no code has in its place, after dynamic steering is turned on or off: the copy of it
   * stands in a place that nobody published.
   */
  private copiesOf(before: SteeringException): TenantChange[] {
    const places: readonly (Side | null)[] = before.location.known && before.location.value === null ? SIDES : [null];
    const own = this.wanted.model.exceptions
      .filter((one) => this.wanted.managed.has(one.key))
      .map((one) => this.own.inTenant(one));
    return places.flatMap((place): TenantChange[] => {
      const copy: SteeringException = { ...before, location: { known: true, value: place } };
      if (own.some((one) => isAbout(one, copy))) return [];
      return [{ ...this.afterToggle(copy), before: copy, attributes: [], isUnseen: true }];
    });
  }

  /** The change that takes away what no code has. */
  removal(match: Match): TenantChange[] {
    if (match.observed === undefined) return [];
    const shared = { attributes: [], isUnseen: match.observed.doubt === BY_DONE };
    switch (match.kind) {
      case 'configuration': {
        const { observed: before } = match;
        const isOff = before.enabled.known && !before.enabled.value;
        if (!isOff)
          this.enabled.set(before.key, {
            kind: 'configuration',
            phase: 'switch',
            before,
            after: { ...before, enabled: { known: true, value: false } },
            attributes: [compared('enabled', 'false', 'true')],
            isUnseen: false,
          });
        return [{ kind: 'configuration', phase: 'clean', before, ...shared }];
      }
      case 'app':
        return [{ kind: 'app', phase: 'clean', before: match.observed, ...shared }];
      case 'port_entry':
        return [
          { kind: 'port_entry', phase: this.own.phaseIn(match.observed, 'opens'), before: match.observed, ...shared },
        ];
      case 'exception':
        // What is in a configuration that goes, goes with it.
        if (this.isLeaving(match.observed)) return [];
        if (this.isToggled(match.observed)) return this.copiesOf(match.observed);
        return [
          {
            kind: 'exception',
            phase: this.own.phaseIn(match.observed, exceptionEffect(match.observed, undefined)),
            before: match.observed,
            ...shared,
          },
        ];
    }
  }

  /**
   * The changes that enable and disable configurations. They are enabled from the top, so that clients get their last
   * configuration at once, and disabled from the bottom, for the same reason.
   */
  switches(): TenantChange[] {
    const all = [...this.enabled.values()].filter((one) => one.kind === 'configuration');
    const priority = (one: TenantChange) => {
      const { priority: place } = (one.before ?? one.after) as Configuration;
      return place.known ? place.value : Infinity;
    };
    const isOn = (one: TenantChange) =>
      one.kind === 'configuration' && one.after?.enabled.known === true && one.after.enabled.value;
    const on = all.filter(isOn).sort((a, b) => priority(a) - priority(b));
    const off = all.filter((one) => !isOn(one)).sort((a, b) => priority(b) - priority(a));
    return [...on, ...off];
  }

  private configuration(
    match: Extract<Match, { kind: 'configuration' }>,
    shared: Pick<TenantChange, 'attributes' | 'isUnseen'>,
  ): TenantChange[] {
    const { wanted, observed } = match;
    if (wanted === undefined) return [];
    const key = this.own.configurationKey(wanted);
    const isOn = wanted.enabled.known && wanted.enabled.value;
    if (observed === undefined) {
      const created: Configuration = { ...wanted, key, enabled: { known: true, value: false } };
      if (isOn)
        this.enabled.set(key, {
          kind: 'configuration',
          phase: 'switch',
          before: created,
          after: { ...wanted, key },
          attributes: [compared('enabled', 'true', 'false')],
          isUnseen: false,
          wanted,
        });
      return [{ kind: 'configuration', phase: 'prepare', after: created, wanted, ...shared }];
    }
    const enabling = shared.attributes.find(({ name, standing }) => name === 'enabled' && standing === 'differs');
    const others = shared.attributes.filter((one) => one !== enabling && one.name !== 'enabled');
    const left: Configuration = { ...observedAs(observed, wanted), key };
    if (enabling !== undefined) {
      this.enabled.set(key, {
        kind: 'configuration',
        phase: 'switch',
        before: { ...left, enabled: observed.enabled },
        after: { ...left, enabled: wanted.enabled },
        attributes: [enabling],
        isUnseen: false,
        wanted,
      });
    }
    if (others.length === 0) return [];
    const isOff = observed.enabled.known && !observed.enabled.value;
    const onlyName = others.every(({ name }) => name === 'name');
    const isUnseen = others.every(({ standing }) => standing === 'not_observed');
    const after = { ...left, enabled: observed.enabled };
    return [
      {
        kind: 'configuration',
        phase: isOff || onlyName ? 'prepare' : 'switch',
        before: observed,
        after,
        wanted,
        attributes: others,
        isUnseen,
      },
    ];
  }

  private isLeaving(one: SteeringException): boolean {
    if (!one.configuration.known) return false;
    const { value } = one.configuration;
    const named = this.wanted.model.configurations.some((own) => this.own.configurationKey(own) === value);
    return !named && value !== '0';
  }
}

/** Divides the changes that both narrow and open, as far as they have two halves. */
export function divided(changes: readonly TenantChange[], wanted: Wanted, tenant: Model): TenantChange[] {
  const own = new WantedInTenant(wanted, tenant);
  return changes.flatMap((change) => halvesOf(change, own)).sort(inOrder);
}

/** What a screen begins with: code that wants nothing else of an attribute need not be looked up for it. */
const USUAL: Readonly<Record<string, string>> = {
  action: 'bypass',
  treat_like_local_ip: 'false',
  steer_dns: 'false',
  bypass_exception_traffic_at: 'client',
  steer_private_apps: 'none',
};

/** Whether a person has to look at an attribute that is not observed, because the code wants something special of it. */
function isLookedAt({ kind, wanted }: Match, { name, wanted: text, observed }: ComparedAttribute): boolean {
  if (isUnknownCode(observed)) return true;
  if (kind === 'configuration' && name === 'enabled') return false;
  if (text === 'none' || USUAL[name] === text || (name.endsWith('.match') && text === 'exact')) return false;
  // Custom app domains mean nothing where all actions are blocks. [community]
  if (kind === 'exception' && name === 'custom_app_domains' && wanted?.data.type === 'certificate_pinned_app') {
    return Object.values(wanted.data.platforms).some((one) => one.known && one.value !== 'block');
  }
  return true;
}

/** Whether two exceptions of a tenant are for the same app, or for the same names, in the same place. */
function isAbout(one: SteeringException, other: SteeringException): boolean {
  const place = ({ configuration, location }: SteeringException) =>
    JSON.stringify([configuration.known && configuration.value, location.known && location.value]);
  if (place(one) !== place(other) || one.data.type !== other.data.type) return false;
  if (one.data.type === 'certificate_pinned_app' && other.data.type === 'certificate_pinned_app') {
    return one.data.app.known && other.data.app.known && one.data.app.value === other.data.app.value;
  }
  if (!('names' in one.data) || !('names' in other.data)) return false;
  const names = new Set(one.data.names.items);
  return other.data.names.items.every((name) => names.has(name));
}

function beside<T>(before: T | undefined): { readonly before?: T } {
  return before === undefined ? {} : { before };
}

function compared(name: string, wanted: string, observed: string): ComparedAttribute {
  return { name, wanted, observed, standing: 'differs' };
}
