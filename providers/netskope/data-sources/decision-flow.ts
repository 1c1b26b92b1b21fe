/** A flow between Terraform's attributes and steering's words, and what is wrong with it, at its attribute. */
import { error, Unknown, type Config, type Diagnostic, type Query, type warning } from '../../plugin-sdk';
import type { AskedFlow, Flow, FlowComplaint, Unsaid } from '../../../steering/model/flow';
import type { PlatformName } from '../../../steering/domain/vocabulary';
import { complaintsAboutFlow } from '../../../steering/decide/question';
import type { decisionData } from './decision-schema';

export type Asked = Query<typeof decisionData>;

/** What a flow may leave unsaid, by attribute. */
export const ATTRIBUTES = {
  managed: 'managed',
  service: 'service',
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

/** What every flow says, by attribute. */
const ALWAYS = {
  process: 'process',
  platform: 'platform',
  host: 'host',
  port: 'port',
  transport: 'transport',
} as const;

const ALL: Readonly<Partial<Record<keyof Flow, keyof Asked>>> = { ...ALWAYS, ...ATTRIBUTES };

/** Null is what is not said; an empty text is that there is none. */
export function flowOf(asked: Asked): Flow {
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

/** Judged by the schema already, each by itself. */
const BY_SCHEMA: readonly (keyof Flow)[] = ['platform', 'port', 'transport', 'location'];

/** What else is wrong with a flow, which may be known in part. */
export function complaintsAboutAsked(asked: Config<typeof decisionData>): Diagnostic[] {
  const flow: AskedFlow = Object.fromEntries(
    Object.entries(ALL).flatMap(([field, attribute]) => {
      const value: unknown = asked[attribute];
      if (value === null) return [];
      const none = value === '' && (field === 'organizationUnit' || field === 'sourceCountry');
      return [[field, none ? null : value]];
    }),
  );
  return complaintsAboutFlow(flow, (value) => value instanceof Unknown)
    .filter(({ field }) => !BY_SCHEMA.includes(field))
    .map((one) => diagnosticOf(one, error));
}

/** The complaint at the attribute that it is about. */
export function diagnosticOf(
  { field, summary, detail }: FlowComplaint,
  kind: typeof error | typeof warning,
): Diagnostic {
  const attribute = field === 'configuration' ? 'configuration_id' : ALL[field];
  return kind(summary, detail, attribute);
}
