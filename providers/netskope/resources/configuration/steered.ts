/**
 * What does a configuration steer? This file has the attributes that the default configuration and all others share,
 * and the fields of the contract that they become.
 */
import { attribute, isKnown, oneOf, path, useStateForUnknown, type Path, type Unknown } from 'terraform-plugin-sdk-ts';
import { TRAFFIC_MODES } from '../../../../steering/domain/exceptions';
import type { Configuration, ConfigurationPatch, TrafficType } from '../../client';
import { readList, readValue } from '../../values';

export const PRIVATE_APPS_MODES = ['none', 'all', 'specific'] as const;
export const BYPASS_PLACES = ['client', 'cloud'] as const;

/**
 * The beginning of each description. Its end differs between the two resources: it says what holds where nothing is
 * written.
 */
export const DESCRIPTIONS = {
  traffic_mode:
    'What the clients steer: `cloud_apps` (hosts of steered cloud apps only), `web` (ports 80, 443 and the non-standard ports), `all` (every port but 53, which is for DNS, and UDP 5353; of IPv6 only HTTP; needs Cloud Firewall) or `none` (nothing, and exceptions are not processed). [doc]',
  dynamic_steering:
    'Dynamic steering: clients that are on-premises and off-premises each have a traffic mode, and exceptions, of their own; `traffic_mode` then applies to nobody [assumed]. Needs on-premises detection. **Turning it on or off moves exceptions, and may lose some that are not managed here.** [doc]',
  steer_private_apps: 'Which private apps are steered: `none`, `all` or `specific`, those of `private_apps`. [doc]',
  private_apps: 'Names of private apps; only with `steer_private_apps = "specific"`. [doc]',
  steer_dns:
    'Whether DNS traffic is steered; only in the traffic modes `web` and `all`, and with dynamic steering only off-premises. [doc]',
  bypass_exception_traffic_at:
    'Where traffic of bypass exceptions leaves the path: at the `client` (direct) or in the `cloud` (tunnelled, without policy). Traffic of certificate pinned apps goes as its own action says, and TCP that is not HTTP at the client always. [doc]',
} as const;

const modeOfLocation = (location: string, normally: string) =>
  attribute.string({
    optional: true,
    computed: true,
    description: `Traffic mode of clients that are ${location}; only with dynamic steering. If you leave it out, the tenant keeps its value, which is \`${normally}\` at first.`,
    validators: [oneOf(...TRAFFIC_MODES)],
    planModifiers: [useStateForUnknown()],
  });

/** The traffic modes of `dynamic_steering`. */
export const modesOfLocations = {
  on_premises_traffic_mode: modeOfLocation('on-premises', 'cloud_apps'),
  off_premises_traffic_mode: modeOfLocation('off-premises', 'web'),
};

type Text = string | null | Unknown;

/** The shared attributes, as plans and states have them. */
export interface Steered {
  readonly traffic_mode: Text;
  readonly dynamic_steering:
    | {
        readonly enabled: boolean | null | Unknown;
        readonly on_premises_traffic_mode: Text;
        readonly off_premises_traffic_mode: Text;
      }
    | null
    | Unknown;
  readonly steer_private_apps: Text;
  readonly private_apps: readonly (string | Unknown)[] | null | Unknown;
  readonly steer_dns: boolean | null | Unknown;
  readonly bypass_exception_traffic_at: Text;
}

type Field = keyof ConfigurationPatch;

/** Maps known attributes to fields. An attribute that is unknown or null is left out. */
export function steeredToApi(steered: Steered): ConfigurationPatch {
  const { dynamic_steering, private_apps } = steered;
  const dynamic = isKnown(dynamic_steering) ? dynamic_steering : undefined;
  const withMode = (mode: Text | undefined) => (isKnown(mode) ? { traffic_type: mode as TrafficType } : undefined);
  const fields: { readonly [F in Field]?: ConfigurationPatch[F] | undefined } = {
    traffic_type: known(steered.traffic_mode) as TrafficType,
    location_based_steering: known(dynamic?.enabled),
    on_prem: withMode(dynamic?.on_premises_traffic_mode),
    off_prem: withMode(dynamic?.off_premises_traffic_mode),
    private_apps_steering: known(steered.steer_private_apps) as (typeof PRIVATE_APPS_MODES)[number],
    private_apps: isKnown(private_apps) && private_apps.every(isKnown) ? [...private_apps] : undefined,
    steer_dns: known(steered.steer_dns),
    bypass_exception_traffic_at: known(steered.bypass_exception_traffic_at) as (typeof BYPASS_PLACES)[number],
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function known<T>(value: T | null | undefined | Unknown): T | undefined {
  return isKnown(value) ? value : undefined;
}

/** A configuration as a tenant may return it. Fields may be missing. [vendor] */
export type Returned = Pick<Configuration, 'config_id'> & Partial<Configuration>;

/**
 * Maps fields to attributes. `previous` is what was planned or stored; its spelling of "nothing", null or an empty
 * list, stays.
 */
export function steeredFromApi(object: Returned, previous: Partial<Steered>) {
  return {
    traffic_mode: readValue<string>(object.traffic_type, previous.traffic_mode, 'cloud_apps'),
    dynamic_steering: dynamicSteeringOf(object, previous.dynamic_steering),
    steer_private_apps: readValue<string>(object.private_apps_steering, previous.steer_private_apps, 'none'),
    private_apps: readList(
      object.private_apps,
      isKnown(previous.steer_private_apps) ? previous.private_apps : firstList(object),
    ),
    steer_dns: readValue(object.steer_dns, previous.steer_dns, false),
    bypass_exception_traffic_at: readValue<string>(
      object.bypass_exception_traffic_at,
      previous.bypass_exception_traffic_at,
      'client',
    ),
  };
}

/**
 * How an empty list reads for the first time. Where specific apps are steered, it means that there are none, and stays
 * a list.
 */
function firstList({ private_apps_steering: mode }: Returned): readonly string[] | null {
  return mode === 'specific' ? [] : null;
}

function dynamicSteeringOf(object: Returned, previous: Steered['dynamic_steering'] | undefined) {
  const before = isKnown(previous) ? previous : undefined;
  return {
    enabled: readValue(object.location_based_steering, before?.enabled, false),
    on_premises_traffic_mode: readValue<string>(
      object.on_prem?.traffic_type,
      before?.on_premises_traffic_mode,
      'cloud_apps',
    ),
    off_premises_traffic_mode: readValue<string>(
      object.off_prem?.traffic_type,
      before?.off_premises_traffic_mode,
      'web',
    ),
  };
}

/** The path of the attribute that each field became. */
const PATHS: Readonly<Partial<Record<Field, Path>>> = {
  traffic_type: path('traffic_mode'),
  location_based_steering: path('dynamic_steering', 'enabled'),
  on_prem: path('dynamic_steering', 'on_premises_traffic_mode'),
  off_prem: path('dynamic_steering', 'off_premises_traffic_mode'),
  private_apps_steering: path('steer_private_apps'),
  private_apps: path('private_apps'),
  steer_dns: path('steer_dns'),
  bypass_exception_traffic_at: path('bypass_exception_traffic_at'),
};

/** The path of the attribute that a field became; undefined for any other field. */
export function pathOfSteered([root = '']: readonly string[]): Path | undefined {
  return Object.hasOwn(PATHS, root) ? PATHS[root as Field] : undefined;
}
