/**
 * What does a plan do or use besides the resources of our own provider? A reviewer of steering would not expect it
 * there.
 */
import type { PlanJson } from '../../steering';
import type { Other } from '../report';
import {
  configurationOf,
  fieldsOf,
  listOf,
  referencesIn,
  textOf,
  type Configuration,
  type Configured,
} from './configuration';
import { acts } from './actions';
import { isOurs, OURS, tenantsOf } from './tenants';

/** The provider that comes with terraform itself. */
const BUILT_IN = 'terraform.io/builtin/terraform';
/** The settings of our provider, besides its address, that decide whom it trusts and what it reaches. */
const TELLING = ['ca_certificate_file', 'paths', 'former_server_urls'];
/** The data sources of other providers that do more than look something up, and do it as soon as a plan is made. */
const AT_PLAN: Readonly<Record<string, string>> = {
  external: 'runs a program, already when it is planned',
  http: 'asks another server, already when it is planned',
};

/** @param environment the value of NETSKOPE_SERVER_URL, where it is set */
export function othersOf(plan: PlanJson, environment?: string): Other[] {
  const configuration = configurationOf(plan);
  const { providers, calls, resources } = configuration;
  return [
    ...resources.flatMap(programs),
    ...listOf(plan.action_invocations).map((one) => ({
      kind: 'program' as const,
      name: textOf(fieldsOf(one)['address']),
      says: 'is an action, which is run',
    })),
    ...resources.filter(isForeignLookup).map(({ address, fields }) => ({
      kind: 'data source' as const,
      name: address,
      says: AT_PLAN[textOf(fields['type'])] ?? 'is looked up by another provider',
    })),
    ...foreignResources(plan),
    ...tenants(plan, configuration, environment),
    ...providers.filter((one) => !isOurs(one) && one.fields['full_name'] !== BUILT_IN).map(foreignProvider),
    ...calls.filter(isRemote).map(({ address, fields }) => ({
      kind: 'module' as const,
      name: address,
      says: 'is code from',
      values: [`${textOf(fields['source'])} ${textOf(fields['version_constraint'])}`.trim()],
    })),
    ...outputs(plan),
  ];
}

function programs({ address, fields }: Configured): Other[] {
  return listOf(fields['provisioners']).map((one) => {
    const { type } = fieldsOf(one);
    const where = type === 'local-exec' ? 'runs a program here' : 'runs something on another machine';
    return {
      kind: 'program',
      name: address,
      says: `${where}, when it is created or destroyed, by the provisioner`,
      values: [textOf(type)],
    };
  });
}

function isForeignLookup({ fields: { mode, type } }: Configured): boolean {
  return mode === 'data' && !textOf(type).startsWith(`${OURS}_`);
}

/** The resources of other providers, grouped by type and action, because there may be many of one type. */
function foreignResources({ resource_changes: changes = [] }: PlanJson): Other[] {
  const found = new Map<string, { type: string; action: string; addresses: string[] }>();
  for (const { type, address, change } of changes) {
    if (type.startsWith(`${OURS}_`) || !acts(change)) continue;
    const action = change.actions.join(', ');
    const same = found.get(`${type} ${action}`) ?? { type, action, addresses: [] };
    same.addresses.push(address);
    found.set(`${type} ${action}`, same);
  }
  return [...found.values()].map(({ type, action, addresses }) => ({
    kind: 'resource',
    name: type,
    says: `is of another provider; ${action}`,
    values: addresses.sort(),
  }));
}

function tenants(plan: PlanJson, configuration: Configuration, environment: string | undefined): Other[] {
  return tenantsOf(plan, configuration, environment).flatMap(({ provider, address, from }): Other[] => {
    const settings = fieldsOf(configuration.providers.find((one) => one.address === provider)?.fields['expressions']);
    const refersTo = referencesIn(settings['server_url']);
    const where = address === undefined ? refersTo : [address];
    const says =
      refersTo.length > 0 && address === undefined
        ? 'acts on a tenant that the plan does not show: its address refers to'
        : `acts on the tenant of ${from === 'code' ? 'its server_url,' : 'NETSKOPE_SERVER_URL,'}`;
    return [
      ...(where.length === 0 ? [] : [{ kind: 'tenant' as const, name: provider, says, values: where }]),
      ...TELLING.filter((name) => settings[name] !== undefined).map((name): Other => {
        const { constant_value: constant } = fieldsOf(settings[name]);
        const values = constant === undefined ? referencesIn(settings[name]) : [JSON.stringify(constant)];
        return { kind: 'tenant', name: provider, says: `has ${name}`, values };
      }),
    ];
  });
}

function foreignProvider({ address, fields }: Configured): Other {
  const version = textOf(fields['version_constraint']);
  return {
    kind: 'provider',
    name: address,
    says: 'is another provider, from',
    values: [`${textOf(fields['full_name'])} ${version}`.trim()],
  };
}

function isRemote({ fields: { source } }: Configured): boolean {
  return !/^\.\.?\//.test(textOf(source));
}

function outputs({ output_changes: changes }: PlanJson): Other[] {
  const names = Object.entries(fieldsOf(changes)).flatMap(([name, one]) =>
    listOf(fieldsOf(one)['actions']).join() === 'no-op' ? [] : [name],
  );
  return names.length === 0 ? [] : [{ kind: 'output', name: '', says: 'outputs change:', values: names.sort() }];
}
