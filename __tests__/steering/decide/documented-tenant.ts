/** Tenants of one configuration, with exceptions of every type, for facts of the vendor's pages. */
import {
  known,
  names,
  type Configuration,
  type ExceptionData,
  type Flow,
  type Model,
  type PinnedAction,
  type TrafficModeName,
} from '../../../steering';
import { article } from '../rules/stacks';
import { modelOf } from '../rules/stack';

export const BASE = modelOf(article());
export const DEFAULT = BASE.configurations[0]!;
export const FLOW: Flow = {
  platform: 'windows',
  process: 'other.exe',
  host: 'a.example',
  port: 443,
  transport: 'tcp',
  managed: true,
  location: 'on_premises',
  userGroups: [],
  organizationUnit: null,
  deviceTags: [],
  applications: [],
  categories: [],
  destinationLocations: [],
  sourceLocations: [],
  sourceCountry: null,
};

export interface Settings extends Partial<Omit<Configuration, 'trafficMode' | 'dynamicSteering'>> {
  readonly mode: TrafficModeName;
  /** Modes of the sides. */
  readonly sides?: readonly [on: TrafficModeName, off: TrafficModeName];
}

/** A tenant of one configuration for everybody, in which nothing but these exceptions stands. */
export function tenant({ mode, sides, ...settings }: Settings, ...exceptions: readonly ExceptionData[]): Model {
  const [on, off] = sides ?? ['cloud_apps', 'web'];
  const one: Configuration = {
    ...DEFAULT,
    ...settings,
    trafficMode: known(mode),
    dynamicSteering: {
      enabled: known(sides !== undefined),
      trafficMode: { on_premises: known(on), off_premises: known(off) },
    },
  };
  return {
    ...BASE,
    covers: 'tenant',
    configurations: one.isDefault ? [one] : [{ ...one, key: 'custom', userGroups: names('all') }, DEFAULT],
    ports: BASE.ports.map((row) => ({ ...row, configuration: known(one.isDefault ? DEFAULT.key : 'custom') })),
    exceptions: exceptions.map((data, index) => ({
      key: `e${index}`,
      origin: {},
      configuration: known(one.isDefault ? DEFAULT.key : 'custom'),
      location: known(null),
      notes: known(null),
      data,
    })),
  };
}

export const CUSTOM = { isDefault: false };
const BYPASS = { action: known('bypass' as const) };
export const application: ExceptionData = { type: 'application', names: names('Box'), ...BYPASS };
export const destination: ExceptionData = {
  type: 'destination_location',
  names: names('Plant'),
  ...BYPASS,
  treatLikeLocalIp: known(false),
};
export const category: ExceptionData = { type: 'category', names: names('Games') };
export const countries: ExceptionData = { type: 'source_countries', names: names('DE') };
export const source: ExceptionData = { type: 'source_location', names: names('Cafe') };
export const domains: ExceptionData = { type: 'domains', names: names('a.example') };
export const pinned = (action: PinnedAction): ExceptionData => ({
  type: 'certificate_pinned_app',
  app: known('whatsapp'),
  customAppDomains: names('*'),
  platforms: { windows: known(action) },
});
export const WHATSAPP = { process: 'WhatsApp.exe' };
export const NAMED: Partial<Flow> = {
  userGroups: ['all'],
  applications: ['Box'],
  destinationLocations: ['Plant'],
  categories: ['Games'],
  sourceLocations: ['Cafe'],
  sourceCountry: 'DE',
};
export const IN_CLOUD = { bypassExceptionTrafficAt: known('cloud' as const) };
export const DNS = { port: 53, transport: 'udp' } as const;
export const STEERS_DNS = { steerDns: known(true) };
export const sides = (on: TrafficModeName, off: TrafficModeName) => [on, off] as const;
