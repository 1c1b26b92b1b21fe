/**
 * What would a stack write? At synth, steering's one reader reads the stack's model, with exact references. cdktf's own
 * resolver would take as long as the rest of synth, so it gets only values that hold a token.
 */
import { TerraformDataSource, TerraformResource, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  mainPart,
  modelFromResources,
  modelFromStack,
  partsOfStack,
  type Model,
  type Resource,
  type StackJson,
  type StackPart,
} from '../../steering';
import { resourceFromBlock } from '../../steering/model/from-stack';
import { NetskopeSteeringProvider } from '../l1/provider';
import { nodesOf, resolveTokens } from './synth';

/**
 * Reads the model of a stack as it stands: what is added later, or changed by an aspect, is not in it. For a stack with
 * several tenants, it reads the model for the provider without an alias, because two tenants are never one model.
 */
export function modelOfStack(stack: TerraformStack): Model {
  const [part] = hasOverrides(stack) || severalProviders(stack) ? partsOf(stack) : [];
  if (part !== undefined) return modelFromStack(part.stack);
  const resolve = resolverOf(stack);
  return modelFromResources(nodesOf(stack).flatMap((node) => resourcesOf(node, resolve)));
}

/** The provider configurations of a stack that reach another tenant than the model's. */
export function otherProvidersOf(stack: TerraformStack): readonly string[] {
  return severalProviders(stack)
    ? partsOf(stack)
        .slice(1)
        .flatMap(({ providers }) => providers)
    : [];
}

/** Divides a stack by its tenants; the part of the provider without an alias comes first. */
function partsOf(stack: TerraformStack): StackPart[] {
  const parts = partsOfStack(stack.toTerraform() as StackJson);
  const first = mainPart(parts);
  return first === undefined ? [] : [first, ...parts.filter((part) => part !== first)];
}

function severalProviders(stack: TerraformStack): boolean {
  return nodesOf(stack).some(
    (node) => modeOf(node) !== undefined && (node as TerraformResource | TerraformDataSource).provider !== undefined,
  );
}

/** Finds the key that a configuration has in a model. */
export function keyOf(scope: IConstruct, configurationId: string, { configurations }: Model): string {
  return keyAmong(scope, configurationId, configurations);
}

/** Finds the key of an object among some of a model, by its id in a stack. */
export function keyAmong(
  scope: IConstruct,
  objectId: string,
  objects: readonly (Model['apps'] | Model['configurations'])[number][],
): string {
  const id = String(resolveTokens(scope, objectId));
  const referred = objects.find(({ origin: { address } }) => address !== undefined && id === `\${${address}.id}`);
  return referred?.key ?? id;
}

/** Says whether `addOverride` was called on the stack. Its changes can only be seen in the stack as a whole. */
function hasOverrides(stack: TerraformStack): boolean {
  const { rawOverrides } = stack as unknown as { readonly rawOverrides?: object };
  return Object.keys(rawOverrides ?? {}).length > 0;
}

type Resolve = (value: unknown) => unknown;
type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * Reads the resource of a node. The list is empty for a node that is not a resource of ours, or that was moved away.
 */
function resourcesOf(node: IConstruct, resolve: Resolve): Resource[] {
  const mode = modeOf(node);
  if (mode === undefined) return [];
  const { terraformResourceType: type } = node as TerraformResource | TerraformDataSource;
  if (!type.startsWith(`${NetskopeSteeringProvider.tfResourceType}_`)) return [];
  const written = (node as TerraformResource).toTerraform() as { resource?: Blocks; data?: Blocks };
  const named = (mode === 'managed' ? written.resource : written.data)?.[type] ?? {};
  return Object.entries(named).map(([name, block]) => {
    const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    return resourceFromBlock({ type, mode, address, block: resolve(block) as typeof block });
  });
}

function modeOf(node: IConstruct): Resource['mode'] | undefined {
  if (TerraformResource.isTerraformResource(node)) return 'managed';
  return TerraformDataSource.isTerraformDataSource(node) ? 'data' : undefined;
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
