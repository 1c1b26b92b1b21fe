/** Which configurations must clients fetch again? Those in which something changes. */
import type { Configuration, Model, PlannedModels, Value } from '../../steering';
import { canonical } from '../digest';
import type { At, Rollout } from '../report';

/** The minutes between two requests of a client; `nsdiag -u` on an endpoint sends one at once. [doc] */
const SYNC_MINUTES = 60;

export function rolloutOf({ before, after }: PlannedModels): Rollout[] {
  const old = contentsOf(before);
  const now = contentsOf(after);
  const configurations = new Map([...before.configurations, ...after.configurations].map((one) => [one.key, one]));
  return [...configurations.values()]
    .filter(({ key }) => old.get(key) !== now.get(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((one) => ({ at: atOf(one), clients: clientsOf(one), withinMinutes: SYNC_MINUTES, mark: 'doc' }));
}

/** Writes everything that a client learns from each configuration, as texts that can be compared. */
function contentsOf({ configurations, apps, exceptions, ports }: Model): Map<string, string> {
  const appContents = new Map(apps.map(({ key, name, platforms }) => [key, canonical({ name, platforms })]));
  const within = new Map<string, string[]>(configurations.map(({ key }) => [key, []]));
  const add = (configuration: Value<string>, content: string): void => {
    const keys = configuration.known ? [configuration.value] : (configuration.candidates ?? [...within.keys()]);
    for (const key of keys) within.get(key)?.push(content);
  };
  for (const { configuration, port, domains } of ports) add(configuration, canonical({ port, domains }));
  for (const { configuration, location, data } of exceptions) {
    const app = data.type === 'certificate_pinned_app' && data.app.known ? appContents.get(data.app.value) : undefined;
    add(configuration, canonical({ location, data: app === undefined ? data : { ...data, app } }));
  }
  return new Map(
    configurations.map((one) => {
      const { key: _key, origin: _origin, after: _after, ...content } = one;
      return [one.key, canonical({ content, within: (within.get(one.key) ?? []).sort() })];
    }),
  );
}

function clientsOf({
  isDefault,
  enabled,
  userGroups,
  organizationUnits,
  osFamilies,
  deviceTags,
}: Configuration): string {
  if (enabled.known && !enabled.value) return 'nobody, while it is disabled';
  if (isDefault) return 'every client that no other configuration takes';
  const criteria = [
    ['user groups', userGroups],
    ['organizational units', organizationUnits],
    ['operating systems', osFamilies],
    ['device tags', deviceTags],
  ] as const;
  const given = criteria.flatMap(([title, { items, open }]) =>
    items.length === 0 && open === undefined
      ? []
      : [`${title} ${[...items, ...(open === undefined ? [] : ['others that are not known'])].join(', ')}`],
  );
  return given.length === 0 ? 'every client that no configuration above it takes' : given.join('; ');
}

function atOf({ name, origin, isDefault }: Configuration): At {
  const title = name.known ? name.value : isDefault ? 'the default configuration' : undefined;
  return { ...origin, ...(title !== undefined && { name: title }) };
}
