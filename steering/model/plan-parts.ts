/**
 * This file divides a plan into one part for each tenant. A tenant is what a provider configuration reaches; two
 * provider configurations with the same server_url reach one tenant. An object of one tenant is never an object of
 * another, whatever its id.
 */
import { checkPlan } from './check-plan';
import { identityOf } from './one-object';
import {
  type ModuleConfiguration,
  type PlanJson,
  type PlannedChange,
  type StateModule,
  type StateResource,
  acts,
  heldIn,
  isOurs,
  plannedIn,
  withoutIndexes,
} from './plan-json';
import { addressOfProvider } from './provider-address';
import { isObject, type SourceAttributes } from './resources';

export interface PlanPart {
  /** The plan without what is on other tenants. */
  readonly plan: PlanJson;
  /** The provider configurations of the part, as Terraform names them, such as `netskopesteering.two`. */
  readonly providers: readonly string[];
  /** The address of the tenant; left out where neither the plan nor the environment tells it. */
  readonly serverUrl?: string;
  /** Sentences that say why the part cannot be judged by itself; none where it can. */
  readonly notJudged: readonly string[];
}

/** Returns the part of what names no provider configuration: that of the provider without an alias, as at synth. */
export function mainPart<P extends { readonly providers: readonly string[] }>(parts: readonly P[]): P | undefined {
  return parts.find(({ providers }) => providers.includes(DEFAULT_PROVIDER)) ?? parts[0];
}

type PlacedResource = StateResource | PlannedChange;

const OURS = 'netskopesteering_';
/** The provider configuration of what names none. */
export const DEFAULT_PROVIDER = 'netskopesteering';

/**
 * Divides a plan by tenant.
 * @param serverUrl NETSKOPE_SERVER_URL, where it is set: what a provider configuration without server_url reaches
 * @throws UnreadablePlan for what is no plan
 */
export function partsOfPlan(plan: PlanJson, serverUrl?: string): PlanPart[] {
  checkPlan(plan);
  const providers = new Providers(plan, serverUrl);
  const resources = [...heldIn(plan), ...plannedIn(plan)];
  providers.place(resources);
  const placed = new Map(resources.map((one) => [one, providers.tenantsOf(one)]));
  const tenants = [...new Set([...placed.values()].flat())];
  if (tenants.length < 2) return [{ plan, ...providers.partOf(tenants[0]), notJudged: [] }];
  const unlike = tenants.some(isUnsure)
    ? [
        `Whether ${tenants.map((tenant) => providers.of(tenant).join(' and ')).join(' and ')} reach different tenants is not known: write server_url in each provider configuration.`,
      ]
    : [];
  return tenants.map((tenant) => {
    const isThere = (one: PlacedResource) =>
      !isOurs(one) || (placed.get(one) ?? providers.tenantsOf(one)).includes(tenant);
    const unplaced = resources.filter(
      (one) => 'change' in one && acts(one) && (placed.get(one)?.length ?? 0) > 1 && isThere(one),
    );
    return {
      plan: onlyWhere(isThere, plan),
      ...providers.partOf(tenant),
      notJudged: [
        ...unlike,
        ...unplaced.map(
          ({ address }) =>
            `${address} is no longer in the configuration, and the plan does not tell which provider configuration it belongs to: it may be on another tenant.`,
        ),
      ],
    };
  });
}

/** The provider configurations of a plan, and the tenant that each of them reaches. */
class Providers {
  /** The key of the provider configuration, by the address of a resource in the configuration, without indexes. */
  private readonly written = new Map<string, string>();
  /** The keys of the provider configurations that are of this provider. */
  private readonly keys: readonly string[];
  private readonly tenants: ReadonlyMap<string, string>;
  /** The tenants that have an object at an address which the configuration has, by the object. */
  private readonly taken = new Map<string, Set<string>>();

  constructor(
    private readonly plan: PlanJson,
    serverUrl: string | undefined,
  ) {
    this.collect(plan.configuration?.root_module, '');
    this.keys = this.keysOfOurs();
    this.tenants = new Map(
      this.keys.map((key) => {
        const { address, from } = addressOfProvider(plan, key, serverUrl);
        return [key, address ?? UNSURE + (from === 'environment' ? from : key)];
      }),
    );
  }

  /** Notes which object is on which tenant, as far as the configuration tells. */
  place(resources: readonly PlacedResource[]): void {
    for (const one of resources) {
      const [key, object] = [this.written.get(withoutIndexes(one.address)), objectOf(one)];
      if (key === undefined || object === undefined) continue;
      const tenants = this.taken.get(object) ?? new Set();
      this.taken.set(object, tenants.add(this.tenantBehind(key)));
    }
  }

  partOf(tenant: string | undefined): Pick<PlanPart, 'providers' | 'serverUrl'> {
    return { providers: this.of(tenant), ...(tenant !== undefined && !isUnsure(tenant) && { serverUrl: tenant }) };
  }

  /** Returns the keys of the provider configurations that reach a tenant. */
  of(tenant: string | undefined): string[] {
    return this.keys.filter((key) => this.tenantBehind(key) === tenant);
  }

  /** Returns the tenants on which a resource may be: one, unless the configuration no longer has the resource. */
  tenantsOf(one: PlacedResource): readonly string[] {
    const key = this.written.get(withoutIndexes(one.address));
    if (key !== undefined) return [this.tenantBehind(key)];
    const within = this.keys.filter((other) => isWithin(one, other));
    const possible = [...new Set(within.map((other) => this.tenantBehind(other)))];
    // As a rule one object has one owner: where another resource has its id, the two are on different tenants.
    const taken = this.taken.get(objectOf(one) ?? '');
    const free = possible.filter((tenant) => taken?.has(tenant) !== true);
    return free.length === 1 ? free : possible;
  }

  private keysOfOurs(): string[] {
    const names = new Set(this.written.values());
    const declared = Object.entries(this.plan.configuration?.provider_config ?? {})
      .filter(([key, { full_name: source }]) => names.has(key) || source?.endsWith('/netskopesteering') === true)
      .map(([key]) => key);
    const all = [...new Set([...names, ...declared])].sort();
    return all.length === 0 ? [DEFAULT_PROVIDER] : all;
  }

  private tenantBehind(key: string): string {
    return this.tenants.get(key) ?? UNSURE + key;
  }

  private collect(module: ModuleConfiguration | undefined, path: string): void {
    for (const { address, provider_config_key: key } of module?.resources ?? [])
      if (key !== undefined && address.replace(/^data\./, '').startsWith(OURS)) this.written.set(path + address, key);
    for (const [name, call] of Object.entries(module?.module_calls ?? {}))
      this.collect(call.module, `${path}module.${name}.`);
  }
}

/** The beginning of the name of a tenant whose address is not known. */
const UNSURE = '?';

function isUnsure(tenant: string): boolean {
  return tenant.startsWith(UNSURE);
}

/** Whether a provider configuration may serve a resource: one within a module serves that module and those in it. */
function isWithin({ address }: PlacedResource, key: string): boolean {
  const module = key.includes(':') ? key.slice(0, key.indexOf(':')) : undefined;
  return module === undefined || withoutIndexes(address).startsWith(`${module}.`);
}

function onlyWhere(isThere: (one: PlacedResource) => boolean, plan: PlanJson): PlanJson {
  const { prior_state: state, resource_changes: changes, resource_drift: drift } = plan;
  const root = state?.values?.root_module;
  return {
    ...plan,
    ...(root !== undefined && { prior_state: { ...state, values: { ...state?.values, root_module: within(root) } } }),
    ...(changes !== undefined && { resource_changes: changes.filter(isThere) }),
    ...(drift !== undefined && { resource_drift: drift.filter(isThere) }),
  };

  function within(module: StateModule): StateModule {
    return {
      ...module,
      resources: (module.resources ?? []).filter(isThere),
      child_modules: (module.child_modules ?? []).map(within),
    };
  }
}

/** Returns the identity of the object of a tenant; undefined where its id is not known. */
function objectOf(one: PlacedResource): string | undefined {
  const values = 'change' in one ? (one.change.before ?? one.change.after) : one.values;
  return identityOf({ type: one.type, attributes: (isObject(values) ? values : {}) as SourceAttributes });
}
