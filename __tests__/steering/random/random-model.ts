/** Random models: every kind of object, and every way in which a source can leave something open. */
import { EXCEPTION_TYPE_NAMES, TRAFFIC_MODES, type TrafficModeName } from '../../../steering/domain/exceptions';
import {
  BYPASS_ACTIONS,
  BYPASS_PLACES,
  type Configuration,
  DESKTOP_PLATFORMS,
  type ExceptionData,
  type Model,
  type Names,
  type NonStandardPort,
  PRIVATE_APPS_STEERING,
  type PinnedApp,
  type SteeringException,
  type Value,
  known,
  notKnown,
  pinnedActionsOn,
} from '../../../steering/model/model';
import type { Dice } from './dice';
import {
  ADDRESSES,
  CLASSIFICATIONS,
  DOMAINS,
  EXACT_NAMES,
  GROUPS,
  NAMES_OF,
  PATTERNS,
  PLATFORM_NAMES,
  PORTS,
  PRIVATE_APPS,
  TAGS,
  UNITS,
  WILDCARDS,
} from './words';

const CONFIGURATIONS = ['0', 'c1', 'c2'];
const APPS = ['slack', 'zoom', 'whatsapp'];

export class RandomModel {
  private readonly exactNames: readonly string[];
  private readonly patterns: readonly string[];

  constructor(
    private readonly dice: Dice,
    /** How often something is not known. */
    private readonly doubtful = 0.08,
    /** Exceptions, at most. */
    private readonly exceptions = 7,
  ) {
    const mayHaveCommas = dice.chance(0.25);
    const chosen = (list: readonly string[]) => list.filter((one) => mayHaveCommas || !one.includes(','));
    this.exactNames = chosen(EXACT_NAMES);
    this.patterns = chosen(Object.keys(PATTERNS));
  }

  model(): Model {
    const { dice } = this;
    const custom = CONFIGURATIONS.slice(1).filter(() => dice.chance(0.4));
    return {
      covers: 'tenant',
      configurations: ordered(['0', ...custom].map((key) => this.configuration(key))),
      apps: APPS.filter(() => dice.chance(0.9)).map((key) => this.app(key)),
      exceptions: dice.many(this.exceptions, (index) => this.exception(`x${index}`)),
      ports: dice.many(3, (index) => this.port(`p${index}`)),
    };
  }

  /** The model with something changed, added or taken away. */
  changed(model: Model): Model {
    const { dice } = this;
    const renew = <T extends { readonly key: string }>(list: readonly T[], make: (key: string) => T, rate: number) =>
      list.map((one) => (dice.chance(rate) ? make(one.key) : one));
    const { configurations, apps, exceptions, ports } = model;
    const rate = dice.oneOf([0.15, 0.5]);
    return {
      covers: 'tenant',
      configurations: renew(configurations, (key) => this.configuration(key), rate / 2),
      apps: renew(apps, (key) => this.app(key), rate),
      exceptions: [
        ...renew(exceptions, (key) => this.exception(key), rate).filter(() => !dice.chance(rate)),
        ...(dice.chance(rate) ? [this.exception('new')] : []),
      ],
      ports: dice.chance(rate) ? [...ports.slice(1), this.port('new')] : ports,
    };
  }

  private configuration(key: string): Configuration {
    const { dice } = this;
    const isDefault = key === '0';
    const criteria = (all: readonly string[], probability: number): Names =>
      isDefault ? { items: [] } : this.names(all, probability);
    const mode = () => this.value<TrafficModeName>(dice.oneOf(['web', 'all', ...TRAFFIC_MODES]), TRAFFIC_MODES);
    return {
      key,
      origin: {},
      ...this.doubt(),
      name: known(key),
      isDefault,
      enabled: isDefault ? known(true) : this.value(dice.chance(0.8), [true, false]),
      priority: isDefault ? known(99) : dice.chance(0.15) ? this.openPriority() : known(1 + dice.below(3)),
      userGroups: criteria(GROUPS, 0.3),
      organizationUnits: criteria(UNITS, 0.15),
      osFamilies: criteria(['windows', 'mac_os', 'android'], 0.12),
      deviceTags: criteria(TAGS, 0.15),
      trafficMode: mode(),
      dynamicSteering: {
        enabled: this.value(dice.chance(0.3), [true, false]),
        trafficMode: { on_premises: mode(), off_premises: mode() },
      },
      steerPrivateApps: this.value(dice.oneOf(PRIVATE_APPS_STEERING), PRIVATE_APPS_STEERING),
      privateApps: this.names(PRIVATE_APPS, 0.3),
      steerDns: this.value(dice.chance(0.5), [true, false]),
      bypassExceptionTrafficAt: this.value(dice.oneOf(BYPASS_PLACES), BYPASS_PLACES),
    };
  }

  private openPriority(): Configuration['priority'] {
    const unknown = { known: false, reason: 'it is not known' } as const;
    return this.dice.chance(0.5) ? { ...unknown, isNew: true } : unknown;
  }

  private app(key: string): PinnedApp {
    const { dice } = this;
    const definition = () => {
      const isRegex = dice.chance(0.5);
      return this.value({
        match: this.value<'exact' | 'regex'>(isRegex ? 'regex' : 'exact', ['exact', 'regex']),
        processes: this.names(isRegex ? this.patterns : this.exactNames, 0.35),
        domains: this.names(DOMAINS, 0.1),
      });
    };
    const platforms = dice.some(PLATFORM_NAMES, 0.85).map((platform) => [platform, definition()] as const);
    return {
      key,
      origin: {},
      ...this.doubt(),
      name: known(key),
      custom: this.value(dice.chance(0.7), [true, false]),
      platforms: Object.fromEntries(platforms),
    };
  }

  private exception(key: string): SteeringException {
    return {
      key,
      origin: {},
      ...this.doubt(),
      configuration: this.value(this.dice.oneOf(['0', '0', '0', ...CONFIGURATIONS]), CONFIGURATIONS),
      location: this.value(this.dice.oneOf([null, null, null, 'on_premises', 'off_premises'] as const), [
        null,
        'on_premises',
      ]),
      notes: known(null),
      data: this.data(),
    };
  }

  private data(): ExceptionData {
    const { dice } = this;
    const type = dice.chance(0.55) ? 'certificate_pinned_app' : dice.oneOf(EXCEPTION_TYPE_NAMES);
    if (dice.chance(this.doubtful / 4)) return { type: 'unknown', reason: 'nobody knows' };
    const action = this.value(dice.oneOf(BYPASS_ACTIONS), BYPASS_ACTIONS);
    switch (type) {
      case 'certificate_pinned_app': {
        const actions = dice.some(PLATFORM_NAMES, 0.8).map((platform) => {
          const action = dice.oneOf([...pinnedActionsOn(platform), null]);
          return [platform, this.value(action, ['block', null])] as const;
        });
        const classifications = dice
          .some(DESKTOP_PLATFORMS, 0.4)
          .map((platform) => [platform, this.names(CLASSIFICATIONS, 0.6)] as const);
        return {
          type,
          app: this.value(dice.oneOf(APPS), APPS.slice(1)),
          customAppDomains: dice.chance(0.15)
            ? { items: [] }
            : this.names(['*', '*.example.org', '*.bücher.example', ...DOMAINS], 0.25),
          platforms: Object.fromEntries(actions),
          ...(classifications.length > 0 && { deviceClassifications: Object.fromEntries(classifications) }),
        };
      }
      case 'domains':
        return { type, names: this.names([...DOMAINS, ...ADDRESSES, ...WILDCARDS], 0.2) };
      case 'dns':
        return { type, names: this.names(DOMAINS, 0.3) };
      case 'application':
        return { type, names: this.names(NAMES_OF[type], 0.5), action };
      case 'destination_location':
        return {
          type,
          names: this.names(NAMES_OF[type], 0.5),
          action,
          treatLikeLocalIp: this.value(dice.chance(0.3), [true, false]),
        };
      default:
        return { type, names: this.names(NAMES_OF[type], 0.5) };
    }
  }

  private port(key: string): NonStandardPort {
    return {
      key,
      origin: {},
      ...this.doubt(),
      configuration: this.value(this.dice.oneOf(['0', ...CONFIGURATIONS]), CONFIGURATIONS),
      port: this.value<number | null>(this.dice.chance(0.1) ? null : this.dice.oneOf(PORTS), [5222, null, 8080]),
      domains: this.names([...DOMAINS, ...ADDRESSES], 0.15),
    };
  }

  private names(all: readonly string[], probability: number): Names {
    const items = this.dice.some(all, probability);
    return this.dice.chance(this.doubtful / 2) ? { items, open: 'there may be others' } : { items };
  }

  private value<T>(value: T, others?: readonly T[]): Value<T> {
    if (!this.dice.chance(this.doubtful)) return known(value);
    if (others === undefined || this.dice.chance(0.5)) return notKnown('it is not known');
    return notKnown('it is one of these', [...new Set([value, ...this.dice.some(others, 0.5)])]);
  }

  private doubt(): { doubt?: string } {
    return this.dice.chance(this.doubtful / 2) ? { doubt: 'it may not be there' } : {};
  }
}

/**
 * Two custom configurations that would come at the same place, 2 or 3, are both new, or only a stack tells of them; and one is
 * made after the other.
 */
function ordered(all: readonly Configuration[]): readonly Configuration[] {
  const [, first, second] = all;
  if (first?.priority.known !== true || second?.priority.known !== true) return all;
  const { value } = first.priority;
  if (value === 1 || value !== second.priority.value) return all;
  const unknown = { known: false, reason: 'it is not known' } as const;
  const priority = value === 2 ? ({ ...unknown, isNew: true } as const) : ({ ...unknown, mayBeNew: true } as const);
  const [earlier, later] = first.userGroups.items.length > 0 ? [first, second] : [second, first];
  return all.map((one) => {
    if (one === later) return { ...one, priority, after: [earlier.key] };
    return one === earlier ? { ...one, priority } : one;
  });
}
