/**
 * What acts in a plan besides the changes of resources, or decides where and how they are made? Each act has its kind
 * and name, the part that a plan may show, and apart from that the values that may be secret.
 */
import { withoutIndexes, type PlanJson } from '../../steering';
import type { ActKind } from '../report';
import {
  constantsIn,
  fieldsOf,
  listOf,
  moduleOf,
  referencesIn,
  textOf,
  withoutConstants,
  type Configuration,
  type Configured,
} from './configuration';
import { holdsTrue } from './attribute-changes';
import { partSensitive } from './sensitive';
import { isOurs, OURS } from './tenants';

export interface Act {
  readonly kind: ActKind;
  readonly name: string;
  /** The part that anybody may see. */
  readonly shown: unknown;
  /** The values that may be secret. */
  readonly secrets: readonly unknown[];
  /** The module in whose code it stands, where the plan does not show the whole of it. */
  readonly unseenIn?: string;
}

/** The secret setting of our provider. Which settings of another provider are secret is not known. */
const SECRET_SETTING = 'api_key';

export function actsOf(plan: PlanJson, configuration: Configuration): Act[] {
  return [
    ...configuration.providers.map(provider),
    ...configuration.calls.map(moduleCall),
    ...configuration.resources.flatMap(provisioners),
    ...configuration.resources.filter(isForeignLookup).map((one) => lookup(one, plan)),
    ...variables(plan),
    ...outputs(plan),
    ...checks(plan),
    ...ofLaterVersions(plan),
  ];
}

function provider(one: Configured): Act {
  const { expressions, ...rest } = one.fields;
  const settings = Object.entries(fieldsOf(expressions));
  const isPublic = ([name]: readonly [string, unknown]) => isOurs(one) && name !== SECRET_SETTING;
  const hasUnseen = settings.some(
    ([name, value]) => referencesIn(value).length > 0 && (!isOurs(one) || name !== SECRET_SETTING),
  );
  return {
    kind: 'provider',
    name: one.address,
    shown: {
      ...rest,
      settings: settings.map((setting) => (isPublic(setting) ? setting : [setting[0], withoutConstants(setting[1])])),
    },
    secrets: settings.filter((setting) => !isPublic(setting)).flatMap(([name, value]) => constantsIn(value, name)),
    ...(hasUnseen && { unseenIn: one.module }),
  };
}

function moduleCall({ address, fields: { expressions, ...rest } }: Configured): Act {
  return {
    kind: 'module',
    name: address,
    shown: { ...rest, expressions: withoutConstants(expressions) },
    secrets: constantsIn(expressions),
  };
}

/**
 * The provisioners of a resource in their order. A plan does not say when they run, what happens when they fail, or how
 * they connect.
 */
function provisioners({ address, module, fields }: Configured): Act[] {
  return listOf(fields['provisioners']).map((one, index): Act => {
    const { type, expressions, ...rest } = fieldsOf(one);
    // Any other provisioner connects to a machine, and no plan says to which.
    const isWhole = type === 'local-exec' && referencesIn(expressions).length === 0;
    return {
      kind: 'provisioner',
      name: `${textOf(type)} of ${address}${index === 0 ? '' : ` (${index + 1})`}`,
      shown: { ...rest, type, expressions: withoutConstants(expressions) },
      secrets: constantsIn(expressions),
      ...(!isWhole && { unseenIn: module }),
    };
  });
}

function isForeignLookup({ fields: { mode, type } }: Configured): boolean {
  return mode !== undefined && mode !== 'managed' && !textOf(type).startsWith(`${OURS}_`);
}

/**
 * A data source of another provider, which may run a program or ask a server as soon as it is planned; or an ephemeral
 * resource.
 */
function lookup({ address, module, fields }: Configured, plan: PlanJson): Act {
  const { expressions, ...rest } = fields;
  const isEphemeral = fields['mode'] !== 'data';
  const read = isEphemeral ? [] : readInstances(plan, address);
  const given = Object.keys(fieldsOf(expressions));
  const asked = read.flatMap(([instance, values]) => given.map((name) => [instance, name, values[name] ?? null]));
  return {
    kind: isEphemeral ? 'ephemeral resource' : 'data source',
    name: address,
    shown: { ...rest, expressions: withoutConstants(expressions), instances: read.map(([instance]) => instance) },
    secrets: [...constantsIn(expressions), ...asked],
    ...(isEphemeral && referencesIn(expressions).length > 0 && { unseenIn: module }),
  };
}

/** The instances of a data source that terraform read while it planned, each with its address and values. */
function readInstances({ prior_state: state }: PlanJson, of: string): [string, Readonly<Record<string, unknown>>][] {
  const waiting: unknown[] = [state?.values?.root_module];
  const found: [string, Readonly<Record<string, unknown>>][] = [];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    const { resources, child_modules: children } = fieldsOf(module);
    for (const one of listOf(resources)) {
      const { address, values } = fieldsOf(one);
      if (withoutIndexes(textOf(address)) === of) found.push([textOf(address), fieldsOf(values)]);
    }
    waiting.push(...listOf(children));
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

function variables({ variables: given }: PlanJson): Act[] {
  return Object.entries(fieldsOf(given)).map(([name, value]) => ({
    kind: 'variable',
    name,
    shown: null,
    secrets: [fieldsOf(value)['value'] ?? null],
  }));
}

function outputs({ output_changes: changes }: PlanJson): Act[] {
  return Object.entries(fieldsOf(changes)).flatMap(([name, one]): Act[] => {
    const { actions, before, after, after_unknown, before_sensitive, after_sensitive } = fieldsOf(one);
    if (listOf(actions).join() === 'no-op') return [];
    const old = partSensitive(before, before_sensitive, 'before');
    const now = partSensitive(after, after_sensitive, 'after');
    return [
      {
        kind: 'output',
        name,
        shown: { actions, before: old.shown, after: now.shown, after_unknown },
        secrets: [...old.secrets, ...now.secrets],
      },
    ];
  });
}

function checks({ checks: all }: PlanJson): Act[] {
  return listOf(all).map((one) => {
    const { address, ...shown } = fieldsOf(one);
    return { kind: 'check', name: textOf(fieldsOf(address)['to_display']), shown, secrets: [] };
  });
}

const LATER = [
  ['action', 'action_invocations'],
  ['action', 'deferred_action_invocations'],
  ['deferred change', 'deferred_changes'],
] as const;

/**
 * The acts that only later versions of terraform write, or only experiments. Which of their values are secret is not
 * known.
 */
function ofLaterVersions(plan: PlanJson): Act[] {
  return LATER.flatMap(([kind, field]) =>
    listOf(plan[field]).map((one): Act => {
      const fields = fieldsOf(one);
      const subject = { ...fields, ...fieldsOf(fields['resource_change']), ...fieldsOf(fields['action_invocation']) };
      const name = textOf(subject['address']);
      const isWhole = field === 'action_invocations' && !holdsTrue(fields['config_unknown']);
      return { kind, name, shown: null, secrets: [one], ...(!isWhole && { unseenIn: moduleOf(name) }) };
    }),
  );
}
