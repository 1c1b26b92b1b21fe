/** How do the attributes of a configuration become the contract's fields, and the other way round? */
import { path, type Path, type Planned, type State, type Stub } from 'terraform-plugin-sdk-ts';
import { OS_FAMILIES } from '../../../../steering/domain/vocabulary';
import type { ConfigurationInput } from '../../client';
import { readList, readValue } from '../../values';
import type { configuration } from './schema';
import { pathOfSteered, steeredFromApi, steeredToApi, type Returned } from './steered';

type ConfigurationSchema = typeof configuration;
type OsFamilyName = keyof typeof OS_FAMILIES;

/** The attribute of each field, except the fields of what is steered, for which `steered.ts` has a table. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  config_name: 'name',
  enabled: 'enabled',
  user_groups: 'user_groups',
  organization_units: 'organization_units',
  os_families: 'os_families',
  device_tags: 'device_tags',
};

export function toApi(planned: Planned<ConfigurationSchema>): ConfigurationInput {
  return {
    ...steeredToApi(planned),
    // The list is sent even where it is empty, so that the apps that were there before are removed.
    private_apps: [...(planned.private_apps ?? [])],
    config_name: planned.name,
    enabled: planned.enabled,
    user_groups: [...(planned.user_groups ?? [])],
    organization_units: [...(planned.organization_units ?? [])],
    os_families: (planned.os_families ?? []).map(osFamilyToApi),
    device_tags: [...(planned.device_tags ?? [])],
  };
}

export function fromApi(
  object: Returned,
  previous: Stub<ConfigurationSchema> | Planned<ConfigurationSchema>,
  id: string,
): State<ConfigurationSchema> {
  return {
    ...steeredFromApi(object, previous),
    id,
    name: object.config_name ?? '',
    enabled: readValue(object.enabled, previous.enabled, false),
    priority: readValue(priorityOf(object), previous.priority, 0),
    user_groups: readList(object.user_groups, previous.user_groups),
    organization_units: readList(object.organization_units, previous.organization_units),
    os_families: readList(
      object.os_families?.map((family) => OS_FAMILIES[family] ?? family),
      previous.os_families,
    ),
    device_tags: readList(object.device_tags, previous.device_tags),
  };
}

/** The priority of a configuration as a number; the contract has it as text, as REST v1 shows it. [doc] */
export function priorityOf({ priority }: Returned): number | undefined {
  return priority === undefined ? undefined : Number(priority);
}

function osFamilyToApi(name: string): OsFamilyName {
  const found = Object.entries(OS_FAMILIES).find(([, ours]) => ours === name);
  return (found?.[0] ?? name) as OsFamilyName;
}

export function pathOf(names: readonly string[]): Path | undefined {
  const [root = ''] = names;
  const attribute = Object.hasOwn(ATTRIBUTES, root) ? ATTRIBUTES[root] : undefined;
  return attribute === undefined ? pathOfSteered(names) : path(attribute);
}
