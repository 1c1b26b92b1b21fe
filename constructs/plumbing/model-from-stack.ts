/**
 * What would a stack write? At synth, steering's one reader reads the stack's model, with exact references. cdktf's own
 * resolver would take as long as the rest of synth, so it gets only values that hold a token.
 */
import { TerraformResource, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  DEFAULT_PROVIDER,
  mainPart,
  modelFromResources,
  modelFromStack,
  partsOfStack,
  type Model,
  type Resource,
  type StackJson,
} from '../../steering';
import { resourceFromBlock } from '../../steering/model/from-stack';
import { namesProviders } from './providers';
import { hasOverrides, isOurs, nodesOf, resolveTokens } from './synth';

/** What a stack would write to one tenant. */
export interface StackTenant {
  /** The provider configurations that reach the tenant, as Terraform names them, such as `netskopesteering.two`. */
  readonly providers: readonly string[];
  readonly model: Model;
}

/**
 * Reads a model for each tenant of a stack as it stands: what is added later, or changed by an aspect, is not in it.
 * The tenant of the provider without an alias comes first. Two tenants are never one model.
 */
export function tenantsOfStack(stack: TerraformStack): readonly [StackTenant, ...StackTenant[]] {
  if (hasOverrides(stack) || namesProviders(stack)) {
    const parts = partsOfStack(stack.toTerraform() as StackJson);
    const tenants = parts.map((part) => ({ providers: part.providers, model: modelFromStack(part.stack) }));
    const first = mainPart(tenants);
    if (first !== undefined) return [first, ...tenants.filter((tenant) => tenant !== first)];
  }
  const resolve = resolverOf(stack);
  const model = modelFromResources(nodesOf(stack).flatMap((node) => resourcesOf(node, resolve)));
  return [{ providers: [DEFAULT_PROVIDER], model }];
}

type ModelObject = (Model['apps'] | Model['configurations'])[number];

/** Finds the key that a configuration has in a model. */
export function keyOf(scope: IConstruct, configurationId: string, { configurations }: Model): string {
  return keyAmong(scope, configurationId, configurations);
}

/** Finds the key of an object among some of a model, by its id in a stack. */
export function keyAmong(scope: IConstruct, objectId: string, objects: readonly ModelObject[]): string {
  return referredAmong(scope, objectId, objects) ?? String(resolveTokens(scope, objectId));
}

/** The key of the object that an id refers to, where it is one of these resources. */
export function referredAmong(
  scope: IConstruct,
  objectId: string,
  objects: readonly ModelObject[],
): string | undefined {
  const id = String(resolveTokens(scope, objectId));
  return objects.find(({ origin: { address } }) => address !== undefined && id === `\${${address}.id}`)?.key;
}

type Resolve = (value: unknown) => unknown;
type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * Reads the resource of a node. The list is empty for a node that is not a resource of ours, or that was moved away.
 */
function resourcesOf(node: IConstruct, resolve: Resolve): Resource[] {
  if (!isOurs(node)) return [];
  const { terraformResourceType: type } = node;
  const mode = TerraformResource.isTerraformResource(node) ? 'managed' : 'data';
  const written = node.toTerraform() as { resource?: Blocks; data?: Blocks };
  const named = (mode === 'managed' ? written.resource : written.data)?.[type] ?? {};
  return Object.entries(named).map(([name, block]) => {
    const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    return resourceFromBlock({ type, mode, address, block: resolve(block) as typeof block });
  });
}

/** Resolves tokens as synth will, each text once. A value without tokens is returned as it is. */
function resolverOf(scope: TerraformStack): Resolve {
  const texts = new Map<string, unknown>();
  const byCdktf = (value: unknown): unknown => resolveTokens(scope, value);
  return function resolve(value: unknown): unknown {
    if (typeof value === 'string') {
      if (!mayHoldToken(value)) return value;
      if (!texts.has(value)) texts.set(value, byCdktf(value));
      return texts.get(value);
    }
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one === 'string' && !mayHoldToken(one))) return value;
      return value.some(isTokenOfList) ? byCdktf(value) : value.map(resolve).filter((one) => one !== undefined);
    }
    if (!isPlainObject(value)) {
      return value === undefined || value === null || typeof value === 'boolean' ? value : byCdktf(value);
    }
    let changed: Record<string, unknown> | undefined;
    for (const key of Object.keys(value)) {
      if (mayHoldToken(key)) return byCdktf(value);
      const resolved = resolve(value[key]);
      if (resolved !== value[key]) (changed ??= { ...value })[key] = resolved;
    }
    return changed ?? value;
  };
}

/**
 * Says whether a text may hold a token. A token of a text or a list is marked as one; a token of a number is written as
 * an absurdly large number.
 */
function mayHoldToken(text: string): boolean {
  return text.includes('TfToken[') || text.includes('e+');
}

/** Says whether an element shows that its whole list is a token. */
function isTokenOfList(element: unknown): boolean {
  return typeof element === 'number' || (typeof element === 'string' && element.startsWith('#{TfToken['));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
