/** Random stacks, as cdk.tf.json has them, and random changes of them: what organisations want of a tenant, in small. */
import type { StackJson } from '../../../steering';
import {
  complainAboutOffer,
  type ExceptionTypeName,
  type Place,
  type TrafficModeName,
} from '../../../steering/domain/exceptions';
import type { Dice } from '../../steering/random/dice';

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

const APPS = ['Chat', 'Mail, "quoted"', 'Öffentlich', 'Sync'];
const PROCESSES = ['Chat.exe', 'chat helper', 'Mail.exe', 'Sync.exe', 'sync-agent', 'com.chat.app', 'Other One.exe'];
const GROUPS = ['Finance', 'Sales, EMEA'.replace(', ', ' '), 'Engineering', 'Contractors'];
const DOMAINS = ['chat.example.com', '*.mail.example.net', 'mail.example.net', 'sync.example.org', 'www.example.com'];
const CONFIGURATIONS = ['Office', 'Field & Co', 'Lab'];
const PORTS = [5222, 8443, 4244];
const DESKTOP = [
  'block',
  'block',
  'bypass',
  'bypass_direct',
  'bypass_tunnel',
  'bypass_managed_direct',
  'bypass_managed_tunnel',
];
const PLATFORMS = ['windows', 'mac_os', 'linux', 'ios', 'android', 'chrome_os'];

/** Makes a random stack. */
export function randomStack(dice: Dice): StackJson {
  return new Builder(dice).stack();
}

/** Makes a stack that is like another one, with some objects more, less or different. */
export function changedStack(dice: Dice, stack: StackJson): StackJson {
  const other = new Builder(dice).stack();
  const blend = (kept: number): Resources => {
    const resources: Resources = {};
    const take = (from: StackJson, probability: number) => {
      for (const [type, blocks] of Object.entries((from.resource ?? {}) as Resources))
        for (const [name, block] of Object.entries(blocks))
          if (dice.chance(probability) || name === 'default') (resources[type] ??= {})[name] ??= block;
    };
    take(stack, kept);
    take(other, 1 - kept / 2);
    return resources;
  };
  return { resource: consistent(blend(dice.oneOf([0.9, 0.6, 0.3]))) };
}

/** Leaves out what refers to something that is not there, and what its place does not offer. */
function consistent(resources: Resources): Resources {
  const has = (reference: unknown) => {
    const match = /^\$\{(\w+)\.(\w+)\.id\}$/.exec(String(reference));
    return match === null || resources[match[1]!]?.[match[2]!] !== undefined;
  };
  const kept: Resources = {};
  for (const [type, blocks] of Object.entries(resources))
    for (const [name, block] of Object.entries(blocks)) {
      if (!has(block['configuration_id'] ?? '') || !has(block['app_id'] ?? '')) continue;
      if (type.endsWith('_exception') && !isOffered(type, block, resources)) continue;
      (kept[type] ??= {})[name] = block;
    }
  return kept;
}

const TYPES: Record<string, ExceptionTypeName> = {
  netskopesteering_application_exception: 'application',
  netskopesteering_category_exception: 'category',
  netskopesteering_certificate_pinned_app_exception: 'certificate_pinned_app',
  netskopesteering_destination_location_exception: 'destination_location',
  netskopesteering_dns_exception: 'dns',
  netskopesteering_domain_exception: 'domains',
  netskopesteering_source_country_exception: 'source_countries',
  netskopesteering_source_location_exception: 'source_location',
};

function isOffered(type: string, block: Block, resources: Resources): boolean {
  const name = TYPES[type]!;
  const configuration = configurationOf(block, resources);
  const dynamic = configuration?.['dynamic_steering'] as Block | undefined;
  const location = block['location'] as Place | undefined;
  if ((dynamic?.['enabled'] === true) !== (location !== undefined)) return false;
  const mode =
    location === undefined ? (configuration?.['traffic_mode'] ?? 'web') : dynamic?.[`${location}_traffic_mode`];
  // What neither the table before release 112 nor the list for the web mode has is refused by the local tenant.
  if (name === 'application' && mode !== 'all' && (mode === 'web' || location === 'off_premises')) return false;
  if (name === 'category' && mode === 'cloud_apps') return false;
  if (name === 'category' && location === 'on_premises' && mode === 'none') return true;
  if (name === 'dns' && (location === 'on_premises' || mode === 'cloud_apps')) return false;
  return complainAboutOffer(name, location ?? 'everywhere', mode as TrafficModeName) === undefined;
}

function configurationOf(block: Block, resources: Resources): Block | undefined {
  const id = String(block['configuration_id']);
  if (id === '0') return resources['netskopesteering_default_configuration']?.['default'];
  const [, type, name] = /^\$\{(\w+)\.(\w+)\.id\}$/.exec(id) ?? [];
  return resources[type!]?.[name!];
}

class Builder {
  private readonly resources: Resources = {};

  constructor(private readonly dice: Dice) {}

  stack(): StackJson {
    const { dice } = this;
    const places = ['0'];
    this.add('default_configuration', 'default', this.steered());
    CONFIGURATIONS.forEach((name, index) => {
      if (!dice.chance(0.5)) return;
      const groups = dice.some(GROUPS, 0.4);
      this.add('configuration', `c${index}`, {
        name,
        enabled: dice.chance(0.8),
        user_groups: groups.length > 0 ? groups : [GROUPS[index]!],
        ...(dice.chance(0.2) && { os_families: dice.some(['windows', 'mac_os', 'linux'], 0.6) }),
        ...this.steered(),
      });
      places.push(`\${netskopesteering_configuration.c${index}.id}`);
    });
    APPS.forEach((name, index) => {
      if (!dice.chance(0.6)) return;
      const platforms = dice.some(PLATFORMS, 0.4);
      const defined = platforms.length > 0 ? platforms : ['windows'];
      this.add('certificate_pinned_app', `a${index}`, {
        name,
        ...Object.fromEntries(defined.map((one) => [one, this.definition(one)])),
      });
      for (const place of dice.some(places, 0.5))
        this.everywhere(place, (location, suffix) =>
          this.pinned(`e${index}${suffix}`, index, place, location, defined),
        );
    });
    for (const place of dice.some(places, 0.6)) {
      for (const port of dice.some(PORTS, 0.4))
        this.add('non_standard_port', `p${port}_${idOf(place)}`, {
          configuration_id: place,
          port,
          domains: dice.some(['chat.example.com', 'sync.example.org'], 0.5),
        });
      this.everywhere(place, (location, suffix) => this.others(place, location, suffix));
    }
    return { resource: consistent(this.resources) };
  }

  private steered(): Block {
    const { dice } = this;
    const mode = () => dice.oneOf(['web', 'web', 'all', 'cloud_apps']);
    return dice.chance(0.3)
      ? {
          traffic_mode: mode(),
          dynamic_steering: { enabled: true, on_premises_traffic_mode: mode(), off_premises_traffic_mode: mode() },
        }
      : {
          traffic_mode: mode(),
          dynamic_steering: {
            enabled: false,
            on_premises_traffic_mode: 'cloud_apps',
            off_premises_traffic_mode: 'web',
          },
        };
  }

  private definition(platform: string): Block {
    const { dice } = this;
    const processes = dice.some(PROCESSES, 0.35);
    const domains = platform === 'ios' || platform === 'android' ? dice.some(['chat.example.com'], 0.5) : [];
    const isRegex = dice.chance(0.2);
    return {
      match: isRegex ? 'regex' : 'exact',
      processes: isRegex ? ['^chat.*$'] : processes.length > 0 ? processes : ['Chat.exe'],
      ...(domains.length > 0 && { domains }),
    };
  }

  /** Calls back for each place in a configuration that exceptions have. */
  private everywhere(place: string, make: (location: string | undefined, suffix: string) => void): void {
    const configuration = configurationOf({ configuration_id: place }, this.resources);
    const isDynamic = (configuration?.['dynamic_steering'] as Block | undefined)?.['enabled'] === true;
    if (!isDynamic) return make(undefined, `_${idOf(place)}`);
    for (const location of this.dice.some(['on_premises', 'off_premises'], 0.8))
      make(location, `_${idOf(place)}_${location}`);
  }

  private pinned(
    name: string,
    app: number,
    place: string,
    location: string | undefined,
    platforms: readonly string[],
  ): void {
    const { dice } = this;
    const action = (platform: string) =>
      dice.oneOf(platform === 'windows' || platform === 'mac_os' ? DESKTOP : ['block', 'bypass']);
    const chosen = dice.some(platforms, 0.8);
    const used = chosen.length > 0 ? chosen : platforms.slice(0, 1);
    this.add('certificate_pinned_app_exception', name, {
      configuration_id: place,
      app_id: `\${netskopesteering_certificate_pinned_app.a${app}.id}`,
      ...(location !== undefined && { location }),
      custom_app_domains: dice.chance(0.7) ? ['*'] : ['example.com'],
      ...(dice.chance(0.4) && { notes: `CHG-${dice.below(100)}, by =SUM(A1)` }),
      ...Object.fromEntries(used.map((one) => [one, action(one)])),
    });
  }

  private others(place: string, location: string | undefined, suffix: string): void {
    const { dice } = this;
    const all: [string, Block][] = [
      ['domain_exception', { domains: atLeastOne(dice, DOMAINS) }],
      ['category_exception', { categories: atLeastOne(dice, ['Health', 'Banking']) }],
      [
        'application_exception',
        { applications: atLeastOne(dice, ['Zoom', 'Box']), action: dice.oneOf(['bypass', 'bypass_except_dns']) },
      ],
      [
        'destination_location_exception',
        {
          network_locations: atLeastOne(dice, ['HQ', 'Branch']),
          action: dice.oneOf(['bypass', 'bypass_except_dns']),
          treat_like_local_ip: dice.chance(0.3),
        },
      ],
      ['source_location_exception', { network_locations: atLeastOne(dice, ['HQ', 'Branch']) }],
      ['source_country_exception', { countries: atLeastOne(dice, ['DE', 'FR', 'JP']) }],
      [
        'dns_exception',
        { questions: [{ domain: dice.oneOf(['example.com', '*.corp']), record_type: dice.oneOf(['all', 'A']) }] },
      ],
    ];
    for (const [type, block] of dice.some(all, 0.3))
      this.add(type, `x${suffix}`, { configuration_id: place, ...(location !== undefined && { location }), ...block });
  }

  private add(type: string, name: string, block: Block): void {
    (this.resources[`netskopesteering_${type}`] ??= {})[name] = block;
  }
}

function atLeastOne<T>(dice: Dice, list: readonly T[]): T[] {
  const some = dice.some(list, 0.5);
  return some.length > 0 ? some : [dice.oneOf(list)];
}

function idOf(place: string): string {
  return place === '0' ? 'default' : (/\.(c\d)\./.exec(place)?.[1] ?? place);
}
