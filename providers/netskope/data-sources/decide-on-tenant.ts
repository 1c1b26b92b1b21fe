/** A flow as Terraform writes it, decided on a tenant's objects: steering's words on one side, attributes on the other. */
import {
  decide,
  modelFromTenant,
  narrate,
  unsaidIn,
  type Flow,
  type Model,
  type TenantObjects,
  type Unsaid,
} from '../../../steering';
import type { PlatformName } from '../../../steering/platforms';
import type { Query } from '../../plugin-sdk';
import type { decisionData } from './decision-schema';

type Asked = Query<typeof decisionData>;

/** What a flow may leave unsaid, by attribute. */
const ATTRIBUTES = {
  managed: 'managed',
  location: 'location',
  userGroups: 'user_groups',
  organizationUnit: 'organization_unit',
  deviceTags: 'device_tags',
  applications: 'applications',
  categories: 'categories',
  destinationLocations: 'destination_locations',
  sourceLocations: 'source_locations',
  sourceCountry: 'source_country',
} as const satisfies Record<Unsaid, keyof Asked>;

export function decideOnTenant(objects: TenantObjects, asked: Asked) {
  const flow = flowOf(asked);
  const decision = decide(modelOf(objects), flow);
  const { outcome, via = null, possible, assumptions } = decision;
  return {
    outcome,
    via,
    possible,
    unsaid: unsaidIn(decision).map((one) => ATTRIBUTES[one]),
    trace: narrate(decision, flow).map(({ text, depth }) => '  '.repeat(depth) + text),
    assumptions,
  };
}

/** Null is what is not said; an empty text is that there is none. */
function flowOf(asked: Asked): Flow {
  const { process, platform, host, port, transport, configuration_id: configuration } = asked;
  const said = Object.entries(ATTRIBUTES).flatMap(([name, attribute]) => {
    const value = asked[attribute];
    return value === null ? [] : [[name, value === '' ? null : value]];
  });
  return {
    process,
    platform: platform as PlatformName,
    host,
    port: Number(port),
    transport: transport as NonNullable<Flow['transport']>,
    ...(configuration !== null && { configuration }),
    ...(Object.fromEntries(said) as Partial<Flow>),
  };
}

let last: { readonly objects: TenantObjects; readonly model: Model } | undefined;

/** Many decisions of one command look at one tenant: its model is made anew only when an object is another. */
function modelOf(objects: TenantObjects): Model {
  if (last === undefined || !sameObjects(last.objects, objects)) last = { objects, model: modelFromTenant(objects) };
  return last.model;
}

function sameObjects(a: TenantObjects, b: TenantObjects): boolean {
  const same = (one: readonly unknown[] = [], other: readonly unknown[] = []) =>
    one.length === other.length && one.every((object, index) => object === other[index]);
  return (
    same(a.apps, b.apps) &&
    same(a.configurations, b.configurations) &&
    b.configurations.every(
      ({ config_id: id }) => same(a.ports[id], b.ports[id]) && same(a.exceptions[id], b.exceptions[id]),
    )
  );
}
