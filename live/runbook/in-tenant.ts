/**
 * How do the objects that the code wants look among those of the tenant? They get the keys of the tenant; and it is said
 * what is in force there, because only that decides what a change does to traffic.
 */
import type {
  Configuration,
  Model,
  Names,
  NonStandardPort,
  PinnedApp,
  PlatformName,
  SteeringException,
  Value,
} from '../../steering';
import { referredBy, sameApp, sameConfiguration, textOf, type Wanted } from '../wanted';
import { definitionEffect, joined, type TrafficEffect } from './effects';
import type { Phase } from './order';

/** The phase of a change that has this effect where it is in force. */
const PHASE_OF: Readonly<Record<TrafficEffect, Phase>> = {
  none: 'prepare',
  narrows: 'narrow',
  mixed: 'switch',
  opens: 'open',
};

/** What a configuration does to clients before the changes and after them. */
interface Force {
  readonly before: boolean;
  readonly after: boolean;
}

export class WantedInTenant {
  constructor(
    private readonly wanted: Wanted,
    private readonly tenant: Model,
  ) {}

  /** The phase of a change within a configuration, by what it does where the configuration is in force. */
  phaseIn(one: NonStandardPort | SteeringException, effect: TrafficEffect): Phase {
    const { before, after } = this.forceOf(one);
    if (!before) return 'prepare';
    if (!after) return 'clean';
    return PHASE_OF[effect];
  }

  forceOf({ configuration }: NonStandardPort | SteeringException): Force {
    const key = configuration.known ? configuration.value : undefined;
    const before = this.tenant.configurations.find((one) => one.key === key);
    const own = this.wanted.model.configurations.find((one) => this.configurationKey(one) === key);
    const isOn = (one: Configuration | undefined) =>
      one !== undefined && (one.isDefault || !one.enabled.known || one.enabled.value);
    const isManaged = own !== undefined && this.wanted.managed.has(own.key);
    return { before: isOn(before), after: isManaged ? isOn(own) : isOn(before) };
  }

  phaseOfApp(platform: PlatformName, before: PinnedApp, after: PinnedApp): Phase {
    const uses = this.tenant.exceptions.filter(
      ({ data, ...rest }) =>
        data.type === 'certificate_pinned_app' &&
        data.app.known &&
        data.app.value === before.key &&
        this.forceOf({ data, ...rest }).before,
    );
    const effects = uses.map((use) => definitionEffect(platform, before, after, use));
    return effects.length === 0 ? 'prepare' : PHASE_OF[joined(effects)];
  }

  placed<T extends NonStandardPort | SteeringException>(one: T): T {
    const own = referredBy(this.wanted.model.configurations, one.configuration);
    return own === undefined ? one : { ...one, configuration: { known: true, value: this.configurationKey(own) } };
  }

  configurationKey(own: Configuration): string {
    return sameConfiguration(own, this.tenant.configurations)?.key ?? `new ${textOf(own.name) ?? own.key}`;
  }

  appKey(own: PinnedApp): string {
    return sameApp(own, this.tenant.apps)?.key ?? `app ${textOf(own.name) ?? own.key}`;
  }

  private appOf({ data }: SteeringException): Value<string> {
    if (data.type !== 'certificate_pinned_app') throw new Error('the exception is for no app');
    const own = referredBy(this.wanted.model.apps, data.app);
    return own === undefined ? data.app : { known: true, value: this.appKey(own) };
  }

  inTenant(one: SteeringException): SteeringException {
    const placed = this.placed(one);
    return placed.data.type === 'certificate_pinned_app'
      ? { ...placed, data: { ...placed.data, app: this.appOf(one) } }
      : placed;
  }
}

/** A configuration as the code wants it, where the code says it; else as it is. */
export function observedAs(observed: Configuration, wanted: Configuration): Configuration {
  const pick = <T>(one: Value<T>, other: Value<T>): Value<T> => (one.known ? one : other);
  const names = (one: Names, other: Names): Names => (one.open === undefined ? one : other);
  const [modes, seen] = [wanted.dynamicSteering.trafficMode, observed.dynamicSteering.trafficMode];
  return {
    ...observed,
    name: pick(wanted.name, observed.name),
    trafficMode: pick(wanted.trafficMode, observed.trafficMode),
    dynamicSteering: {
      enabled: pick(wanted.dynamicSteering.enabled, observed.dynamicSteering.enabled),
      trafficMode: {
        on_premises: pick(modes.on_premises, seen.on_premises),
        off_premises: pick(modes.off_premises, seen.off_premises),
      },
    },
    steerPrivateApps: pick(wanted.steerPrivateApps, observed.steerPrivateApps),
    privateApps: names(wanted.privateApps, observed.privateApps),
    steerDns: pick(wanted.steerDns, observed.steerDns),
    bypassExceptionTrafficAt: pick(wanted.bypassExceptionTrafficAt, observed.bypassExceptionTrafficAt),
    userGroups: names(wanted.userGroups, observed.userGroups),
    organizationUnits: names(wanted.organizationUnits, observed.organizationUnits),
    osFamilies: names(wanted.osFamilies, observed.osFamilies),
    deviceTags: names(wanted.deviceTags, observed.deviceTags),
  };
}
