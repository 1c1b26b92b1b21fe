/** This file says which tenant a provider configuration of a plan reaches, by the address of the tenant. */
import type { PlanJson } from './plan-json';
import { isObject } from './resources';

export interface ProviderAddress {
  /** The address in its normal form; left out where the plan does not show it, or nobody has said it. */
  readonly address?: string;
  /** Where the address stands: in the code, or in the environment. */
  readonly from: 'code' | 'environment';
}

/**
 * Finds the address that a provider configuration reaches.
 * @param key the key of the provider configuration, such as `netskopesteering.two`
 * @param environment NETSKOPE_SERVER_URL, where it is set: it counts where no server_url is written
 */
export function addressOfProvider(plan: PlanJson, key: string, environment?: string): ProviderAddress {
  const declared = plan.configuration?.provider_config?.[key];
  const setting: unknown = isObject(declared?.expressions) ? declared.expressions['server_url'] : undefined;
  const { constant_value: constant, references = [] } = isObject(setting) ? setting : {};
  const isWritten = (Array.isArray(references) && references.length > 0) || (constant ?? null) !== null;
  if (!isWritten) return { from: 'environment', ...normalized(environment) };
  const isOfRoot = declared?.module_address === undefined;
  return { from: 'code', ...normalized(constant ?? (isOfRoot ? valueOf(references, plan) : undefined)) };
}

/**
 * Returns the value of the one variable that a setting refers to; as far as a plan tells, that is the whole of the
 * setting.
 */
function valueOf(references: unknown, { variables }: PlanJson): unknown {
  const [reference, ...others] = references as readonly unknown[];
  const [, name = ''] = /^var\.([\w-]+)$/.exec(String(reference)) ?? [];
  return others.length === 0 && isObject(variables) && isObject(variables[name]) ? variables[name].value : undefined;
}

function normalized(text: unknown): { address?: string } {
  const address = typeof text === 'string' ? normalAddress(text) : undefined;
  return address === undefined ? {} : { address };
}

/** Returns the normal form in which the provider stores an address; undefined for a text that is none. */
export function normalAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const { protocol, origin, pathname } = new URL(trimmed);
  return protocol === 'https:' || protocol === 'http:' ? origin + pathname.replace(/\/+$/, '') : undefined;
}
