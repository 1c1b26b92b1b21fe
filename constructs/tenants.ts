/**
 * Which tenants does an app have? One file of JSON says what each tenant is expected to be, what is blocked on it and
 * for whom, and where its state is kept. The shapes here read the file, and its schema for editors is made of them.
 */
import { checked } from './plumbing/checked';
import { JsonMistake, readJsonText } from '../steering/demands/json-text';
import {
  anyListOf,
  constant,
  described,
  either,
  isRecord,
  JsonPlace,
  listOf,
  mapped,
  matching,
  object,
  oneOf,
  setOf,
  text,
  textUpTo,
  truth,
  withSchema,
  type JsonShape,
  type ReadOf,
} from '../steering/demands/shape';
import { unseenIn } from '../steering/domain/names';
import { LONGEST_CONFIGURATION_NAME, LONGEST_NAME } from '../steering/domain/vocabulary';
import { block, KEY, twinsOf, idOf, type BlockElement, type BlockedApp } from './blocked-apps';
import { stateShape, type TenantStateBackend } from './state-backend';
import type { SteeringConfigurationProps } from './steering-configuration';
import { modesThatSteer, steersAtLeast, TrafficMode } from './traffic-mode';

/** A steering configuration beside the default one, with what is blocked for its users. */
export type TenantConfiguration = {
  /** The id of its construct. **It is a contract**: addresses in the state follow from it. It is the name by default. */
  readonly key: string;
  readonly name: string;
  /** The apps that are blocked for the users of the configuration. */
  readonly block: readonly BlockedApp[];
} & (
  | {
      /** The stack makes the configuration. */
      readonly existing: false;
      /** What `SteeringConfiguration` takes. */
      readonly props: SteeringConfigurationProps;
    }
  | {
      /** The configuration is there already, and is looked up by its name. */
      readonly existing: true;
      /** What `SteeringConfiguration.fromName` takes. */
      readonly props: Pick<SteeringConfigurationProps, 'expectTrafficMode'>;
    }
);

/** A tenant, for which there is one stack. Its address and its token come from the environment, never from the file. */
export interface SteeringTenant {
  /** The id of its stack. **It is a contract**: a tenant under another name is another stack, with a state of its own. */
  readonly name: string;
  /**
   * Whether it is a live tenant, on which nothing but a person can write. Pipelines ask for it: such a stack is compared
   * with what the tenant shows by REST v1, and is not applied. @default false
   */
  readonly live?: boolean | undefined;
  /** The least that the default configuration must steer: where it steers less, the plan stops. @default - no expectation */
  readonly expectTrafficMode?: TrafficMode | undefined;
  /** The apps that are blocked for the users of the default configuration. */
  readonly block: readonly BlockedApp[];
  /** The other configurations, in the order of the file. */
  readonly configurations: readonly TenantConfiguration[];
  /** Where the tenant's state is kept: its own setting, or else the setting of the whole file, or else a local file. */
  readonly state: TenantStateBackend;
}

/** The error for a file of tenants that cannot be used. Its message says all that is wrong, and where. */
export class TenantsError extends Error {
  /** The name of the error. */
  override readonly name = 'TenantsError';
}

function nameUpTo(most: number): JsonShape<string> {
  return mapped(textUpTo(most), (name, place) => {
    const why = unseenIn(name);
    return why === undefined ? name : place.complain(`is no name that people can see: ${why}.`);
  });
}

const names = setOf(nameUpTo(LONGEST_NAME));

const expectTrafficMode = described(
  'The least that clients must steer. Where they steer less, the plan stops with the reason.',
  oneOf([TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL]),
);

const configurationName = described(
  'The name of the configuration on the tenant.',
  nameUpTo(LONGEST_CONFIGURATION_NAME),
);
/** The list of the default configuration is described once in the schema. */
const sameBlock = withSchema(block, () => ({ $ref: '#/properties/tenants/items/properties/block' }));
const common = { key: KEY, expectTrafficMode, block: sameBlock };

const existing = mapped(
  object({ name: configurationName, existing: constant(true) }, common),
  ({ key, name, block: elements, expectTrafficMode: expected }) => ({
    key: key ?? name,
    name,
    existing: true as const,
    props: { ...(expected !== undefined && { expectTrafficMode: expected }) },
    block: elements,
  }),
);

const made = mapped(
  object(
    { name: configurationName },
    {
      ...common,
      existing: described('Whether the tenant has the configuration already; false by default.', constant(false)),
      userGroups: described('The user groups that it applies to.', names),
      organizationUnits: described('The organizational units that it applies to, instead of user groups.', names),
      trafficMode: described('What clients steer; "cloud_apps" by default.', oneOf(Object.values(TrafficMode))),
      enabled: described('Whether it applies to anybody; true by default.', truth),
    },
  ),
  ({ key, existing: _, block: elements, ...props }, place) => {
    const { name, userGroups, organizationUnits, expectTrafficMode: expected, enabled = true } = props;
    if ((userGroups === undefined) === (organizationUnits === undefined)) {
      place.complain('must say for whom it is: by userGroups or by organizationUnits, one of the two.');
    }
    const { trafficMode = TrafficMode.CLOUD_APPS } = props;
    if (expected !== undefined && !steersAtLeast(trafficMode, expected)) {
      const enough = modesThatSteer(expected).map((mode) => `"${mode}"`);
      place
        .at('expectTrafficMode')
        .complain(`is more than clients steer in trafficMode "${trafficMode}". Set that to ${enough.join(' or ')}.`);
    }
    return { key: key ?? name, name, existing: false as const, props: { ...props, enabled }, block: elements };
  },
  { oneOf: [{ required: ['userGroups'] }, { required: ['organizationUnits'] }] },
);

const configuration = either((value) => isRecord(value) && value['existing'] === true, existing, made);
type ReadConfiguration = ReadOf<typeof configuration>;

const configurations = described(
  'Configurations beside the default one, in the order in which they are made.',
  anyListOf(configuration, (items, place) => {
    items.forEach((item, index) => {
      for (const part of ['name', 'key'] as const) {
        const first = items.findIndex((other) => idOf(other?.[part]) === idOf(item?.[part]));
        if (item?.[part] === undefined || first === index) continue;
        const at = place.at(index);
        return void at.at(part).complain(`is also the ${part} of configurations[${first}].`);
      }
    });
    const criterion = (item: ReadConfiguration | undefined, what: 'userGroups' | 'organizationUnits') =>
      item?.existing === false && item.props[what] !== undefined;
    const first = items.findIndex((item) => criterion(item, 'userGroups'));
    const other = items.findIndex((item) => criterion(item, 'organizationUnits'));
    if (first === -1 || other === -1) return;
    place
      .at(other)
      .at('organizationUnits')
      .complain(`is also there where configurations[${first}] has userGroups. A tenant uses one of the two for all.`);
  }),
);

const tenant = mapped(
  object(
    {
      name: described(
        'The name of its stack and of its state. A tenant under another name is another one.',
        matching(/^[a-z][a-z0-9-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9 and "-", a letter first.'),
      ),
    },
    {
      live: described(
        'Whether nothing but a person can write on the tenant: pipelines then make a runbook, and apply nothing.',
        truth,
      ),
      expectTrafficMode,
      block,
      configurations,
      state: stateShape,
    },
  ),
  (read, place) => {
    complainAboutDefinitions(read, place);
    return read;
  },
);
type ReadTenant = ReadOf<typeof tenant>;

const tenants = listOf(tenant, (items, place) => {
  items.forEach((item, index) => {
    const twin = items.findIndex((other) => other?.name === item?.name);
    if (item?.name !== undefined && twin < index)
      place.at(index).at('name').complain(`is also the name of tenants[${twin}].`);
  });
});

/** The shape of the file. */
export const tenantsFile = object(
  { tenants },
  { $schema: described('The schema of this file, for editors.', text()), state: stateShape },
);

/** An app is defined once on a tenant: whoever blocks it for several configurations describes it alike. */
function complainAboutDefinitions(read: ReadTenant, place: JsonPlace): void {
  const inConfigurations = (read.configurations ?? []).map((one, index) => ({
    elements: one.block ?? [],
    at: place.at('configurations').at(index).at('block'),
  }));
  const earlier: { readonly blocked: BlockedApp; readonly path: string }[] = [];
  for (const { elements, at } of [{ elements: read.block ?? [], at: place.at('block') }, ...inConfigurations]) {
    const here = elements.flatMap(({ apps }, index) => apps.map((blocked) => ({ blocked, at: at.at(index) })));
    for (const { blocked, at: element } of here) {
      const other = earlier.find((one) => twinsOf(one.blocked, blocked) === 'different');
      if (other !== undefined)
        element.at('app').complain(`has the name or key of another app, in ${other.path}. Describe it alike in both.`);
    }
    earlier.push(...here.map(({ blocked, at: { path } }) => ({ blocked, path })));
  }
}

/**
 * Reads the tenants from a file's text, in the order of the file. The function is pure: the caller reads the file.
 * `readTenants` reads it too.
 * @param fileName the name of the file in complaints
 * @throws TenantsError with every complaint on a line of its own, each with its path, line and column
 * @example
 * import { readFileSync } from 'node:fs';
 * import { keepState, parseTenants } from 'cdktf-netskope-steering';
 *
 * for (const tenant of parseTenants(readFileSync('tenants.json', 'utf8'))) {
 *   keepState(new TerraformStack(new App(), tenant.name), tenant.state);
 * }
 */
export function parseTenants(json: string, fileName = 'tenants.json'): readonly SteeringTenant[] {
  [json, fileName] = checked(undefined, 'parseTenants', json, fileName);
  const { value, repeated, placeOf } = parse(json, fileName);
  const complaints: string[] = [];
  const place = new JsonPlace('', complaints, placeOf);
  for (const keys of repeated) {
    const at = keys.reduce<JsonPlace>((inside, key) => inside.at(key), place);
    at.complain('stands here twice. Only the last one would count: keep one of them.', 'name');
  }
  const read = tenantsFile(value, place);
  if (read === undefined || complaints.length > 0) {
    const problems = complaints.length === 1 ? '1 problem' : `${complaints.length} problems`;
    throw new TenantsError(`${fileName} has ${problems}:\n${complaints.map((one) => `- ${one}`).join('\n')}`);
  }
  return read.tenants.map((one) => asTenant(one, one.state ?? read.state ?? { type: 'local' }));
}

function asTenant(
  { block: ofDefault = [], configurations: others = [], ...rest }: ReadTenant,
  state: TenantStateBackend,
): SteeringTenant {
  // An app that is described in several places is one value, so that it is defined once.
  const known: BlockedApp[] = [];
  const appsOf = (elements: readonly BlockElement[]): BlockedApp[] =>
    elements.flatMap(({ apps }) =>
      apps.map((blocked) => {
        const { app } = known.find((one) => twinsOf(one, blocked) === 'same') ?? blocked;
        known.push(blocked);
        return { ...blocked, app };
      }),
    );
  return {
    ...rest,
    block: appsOf(ofDefault),
    configurations: others.map((one) => ({ ...one, block: appsOf(one.block ?? []) })),
    state,
  };
}

function parse(json: string, fileName: string): ReturnType<typeof readJsonText> {
  try {
    return readJsonText(json);
  } catch (mistake) {
    if (!(mistake instanceof JsonMistake)) throw mistake;
    const { place, why, excerpt } = mistake;
    throw new TenantsError([`${fileName} is not JSON. ${place}: ${why}`, ...excerpt].join('\n'));
  }
}
