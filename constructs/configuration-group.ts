/** How is one thing said of several configurations? A group takes it, and says it of each. */
import type { ISteeringConfiguration } from './plumbing/configuration-base';

/** The verbs of a configuration that a group has as well. */
const VERBS = [
  'addException',
  'addNonStandardPort',
  'blockApp',
  'blockApps',
  'bypassApp',
  'bypassApplications',
  'bypassCategories',
  'bypassDestinationLocations',
  'bypassDns',
  'bypassDomains',
  'bypassSourceCountries',
  'bypassSourceLocations',
] as const;

/**
 * Several configurations, which are told the same at once. Each verb does what it does in one configuration, in each of
 * them, under the same id, and returns the constructs in the order of the configurations.
 */
export type ConfigurationGroup = {
  readonly [V in (typeof VERBS)[number]]: (
    ...args: Parameters<ISteeringConfiguration[V]>
  ) => ReturnType<ISteeringConfiguration[V]>[];
} & {
  /** The configurations of the group. */
  readonly configurations: readonly ISteeringConfiguration[];
};

/** Makes a group of configurations, which may be of several stacks and tenants. */
export function groupOf(configurations: readonly ISteeringConfiguration[]): ConfigurationGroup {
  const inEach = (verb: (typeof VERBS)[number]) => [
    verb,
    (...args: unknown[]) =>
      configurations.map((one) => (one[verb] as (...args: unknown[]) => unknown).apply(one, args)),
  ];
  const verbs = Object.fromEntries(VERBS.map(inEach)) as Omit<ConfigurationGroup, 'configurations'>;
  return { configurations, ...verbs };
}
