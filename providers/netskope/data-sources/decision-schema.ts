/**
 * The schema of a decision: a flow as Terraform writes it, and what becomes of it. This file also turns the attributes
 * into a flow of the engine, and the engine's complaints about the flow into diagnostics at the attributes.
 */
import {
  attribute,
  between,
  error,
  oneOf,
  schema,
  t,
  Unknown,
  type Config,
  type Diagnostic,
  type Query,
  type warning,
} from 'terraform-plugin-sdk-ts';
import { FATES, OUTCOMES } from '../../../steering/decide/outcome';
import { complaintsAboutFlow } from '../../../steering/decide/question';
import { PLATFORMS, type PlatformName } from '../../../steering/domain/vocabulary';
import {
  SIDES,
  TRANSPORTS,
  type AskedFlow,
  type Flow,
  type FlowComplaint,
  type Unsaid,
} from '../../../steering/model/flow';
import { checkId } from '../values';

export type DecisionQuery = Query<typeof decisionData>;

/** The attribute of each fact that a flow may leave unsaid. */
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
} as const satisfies Record<Unsaid, keyof DecisionQuery>;

/** The attribute of each fact that every flow says. */
const ALWAYS = {
  process: 'process',
  platform: 'platform',
  host: 'host',
  port: 'port',
  transport: 'transport',
} as const;

const ALL: Readonly<Partial<Record<keyof Flow, keyof DecisionQuery>>> = { ...ALWAYS, ...ATTRIBUTES };

/**
 * The flow that the attributes describe. Null means that a fact is not said, and an empty text means that there is
 * none.
 */
export function flowOf(asked: DecisionQuery): Flow {
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

/** The facts that the schema itself judges, each one separately. */
const BY_SCHEMA: readonly (keyof Flow)[] = ['platform', 'port', 'transport', 'location'];

/** Complaints about the rest of a flow, of which only some parts may be known. */
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

/** Turns a complaint into a diagnostic at the attribute that it is about. */
export function diagnosticOf(
  { field, summary, detail }: FlowComplaint,
  kind: typeof error | typeof warning,
): Diagnostic {
  const attribute = field === 'configuration' ? 'configuration_id' : ALL[field];
  return kind(summary, detail, attribute);
}

const words = (all: readonly string[]) => all.map((word) => `\`${word}\``).join(', ');

/** An attribute for names that a flow may say. An empty set says that there are none. */
const facts = (what: string) =>
  attribute.set(t.string, {
    optional: true,
    description: `${what} An empty set: none. Default: not given.`,
  });

export const decisionData = schema({
  description:
    'What becomes of a flow on the tenant as it is now, and why: a model of what the vendor published, with every assumption named. The answer is `unknown`, with all that is possible, where it depends on what the flow does not say, on what the tenant does not return, or on what nobody published. It is read at plan; with `depends_on` a resource that changes, after that is applied.',
  attributes: {
    process: attribute.string({
      required: true,
      description: 'Bare name of the executable, such as `WhatsApp.exe`: no path, and no pattern.',
    }),
    platform: attribute.string({
      required: true,
      description: `Platform of the client: ${words(PLATFORMS.map(({ name }) => name))}.`,
      validators: [oneOf(...PLATFORMS.map(({ name }) => name))],
    }),
    host: attribute.string({
      required: true,
      description:
        'Host name of the destination, its literal address where the app dials one, or an empty text where the client sees no name. No URL, no port, no wildcard.',
    }),
    port: attribute.integer({
      required: true,
      description: 'Port of the destination, 1 to 65535.',
      validators: [between(1, 65535)],
    }),
    transport: attribute.string({
      optional: true,
      computed: true,
      default: 'tcp',
      description: `${words(TRANSPORTS)}. Default \`tcp\`.`,
      validators: [oneOf(...TRANSPORTS)],
    }),
    managed: attribute.bool({
      optional: true,
      description: 'Whether the device is managed. Default: not given.',
    }),
    service: attribute.bool({
      optional: true,
      description:
        'Whether the process runs as a Windows service, in session 0: a Block does not reach it. Ignored on other platforms. Default: not given; the process is then taken for none, unless the catalogue of native apps knows it as one.',
    }),
    location: attribute.string({
      optional: true,
      description: `Where on-premises detection finds the client: ${words(SIDES)}. Ignored without dynamic steering. Default: not given.`,
      validators: [oneOf(...SIDES)],
    }),
    configuration_id: attribute.string({
      optional: true,
      description:
        'The configuration that is known to apply, whatever its criteria say; `0` is the default one. Default: the one that the criteria choose.',
      validators: [checkId],
    }),
    user_groups: facts('User groups of the user.'),
    organization_unit: attribute.string({
      optional: true,
      description: 'Organizational unit of the user; an empty text: none. Default: not given.',
    }),
    device_tags: facts('Tags of the device.'),
    applications: facts('Applications that the destination belongs to, as the tenant names them.'),
    categories: facts('Categories of the destination.'),
    destination_locations: facts('Network locations that contain the destination.'),
    source_locations: facts('Network locations that contain the client.'),
    source_country: attribute.string({
      optional: true,
      description:
        'Country of the client, ISO 3166-1 alpha-2; an empty text: one that no exception names. Default: not given.',
    }),
    outcome: attribute.string({
      computed: true,
      description: `What becomes of the flow: ${words(OUTCOMES)}. \`direct\`: the client never touches it.`,
    }),
    via: attribute.string({
      computed: true,
      nullable: true,
      description: 'How bypassed traffic leaves: `direct`, `tunnel` or `unknown`; null for other outcomes.',
    }),
    possible: attribute.list(t.string, {
      computed: true,
      description: `All that is possible, in this order: ${words(FATES)}.`,
    }),
    unsaid: attribute.list(t.string, {
      computed: true,
      description: 'Attributes that the flow leaves out, and on which the answer depends.',
    }),
    trace: attribute.list(t.string, {
      computed: true,
      description: 'The answer, the steps that lead to it, and what they rest on: lines of text, indented.',
    }),
    assumptions: attribute.list(t.string, {
      computed: true,
      description: 'Ids of the assumptions on which the answer rests; `trace` has their words.',
    }),
  },
});
