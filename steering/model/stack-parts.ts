/** This file divides a synthesized stack into one part for each tenant, as `plan-parts.ts` divides a plan. */
import type { StackJson } from './from-stack';
import { normalAddress } from './provider-address';
import { isObject } from './resources';

export interface StackPart {
  readonly stack: StackJson;
  /** The provider configurations of the part, as Terraform names them, such as `netskopesteering.two`. */
  readonly providers: readonly string[];
}

const OURS = 'netskopesteering';

/** Divides a stack by tenant. */
export function partsOfStack(stack: StackJson): StackPart[] {
  const tenants = tenantsOf(isObject(stack.provider) ? stack.provider[OURS] : undefined);
  // Where no block of a provider is written, the environment says it all.
  const tenantOf = (key: string) => tenants.get(key) ?? 'environment';
  const keys = [...new Set([...blocksIn(stack.resource), ...blocksIn(stack.data)].map(providerOf))].sort();
  const all = [...new Set(keys.map(tenantOf))];
  if (all.length < 2) return [{ stack, providers: keys }];
  return all.map((tenant) => {
    const isThere = (block: unknown) => tenantOf(providerOf(block)) === tenant;
    const { resource, data } = stack;
    return {
      stack: {
        ...stack,
        ...(resource !== undefined && { resource: onlyWhere(resource, isThere) }),
        ...(data !== undefined && { data: onlyWhere(data, isThere) }),
      },
      providers: keys.filter((key) => tenantOf(key) === tenant),
    };
  });
}

/** Returns the tenant by provider configuration. An address that only Terraform evaluates stands for itself. */
function tenantsOf(written: unknown): Map<string, string> {
  return new Map(
    listOf(written)
      .filter(isObject)
      .map(({ alias, server_url: url }) => [
        typeof alias === 'string' ? `${OURS}.${alias}` : OURS,
        typeof url === 'string' ? (normalAddress(url) ?? url) : 'environment',
      ]),
  );
}

function providerOf(block: unknown): string {
  return providerKey(isObject(block) ? block['provider'] : undefined);
}

/**
 * The provider configuration that a block names, as Terraform names it. A block that names none has the one without an
 * alias.
 */
export function providerKey(named: unknown): string {
  return typeof named === 'string' ? named.replace(/^\$\{(.*)\}$/, '$1') : OURS;
}

/** Returns the blocks of this provider's types. */
function blocksIn(types: StackJson['resource']): unknown[] {
  return Object.entries(types ?? {})
    .filter(([type]) => type.startsWith(`${OURS}_`))
    .flatMap(([, named]) => Object.values(named))
    .flatMap(listOf);
}

function onlyWhere(
  types: NonNullable<StackJson['resource']>,
  isThere: (block: unknown) => boolean,
): NonNullable<StackJson['resource']> {
  const kept = ([type, named]: [string, Readonly<Record<string, unknown>>]) => [
    type,
    type.startsWith(`${OURS}_`)
      ? Object.fromEntries(
          Object.entries(named).flatMap(([name, blocks]) => {
            const there = listOf(blocks).filter(isThere);
            return there.length === 0 ? [] : [[name, there] as const];
          }),
        )
      : named,
  ];
  return Object.fromEntries(Object.entries(types).map(kept)) as NonNullable<StackJson['resource']>;
}

/** Returns blocks as a list: JSON syntax allows one block, or a list of them. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
