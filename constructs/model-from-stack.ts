/**
 * The model of a stack at synth, by steering's one reader: what the stack would write, with its references exact. cdktf's own
 * resolver takes as long as the rest of synth, so only what holds a token is handed to it.
 */
import { TerraformDataSource, TerraformResource, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { modelFromStack as readModel, type Model, type StackJson } from '../steering';
import { NetskopeSteeringProvider } from './l1/provider';
import { resolveTokens } from './resolve';

type Block = Readonly<Record<string, unknown>>;
type Blocks = Record<string, Record<string, Block>>;

/** The model of a stack as it stands: what is added later, or changed by an aspect, is not in it. */
export function modelOfStack(stack: TerraformStack): Model {
  return readModel(hasOverrides(stack) ? (stack.toTerraform() as StackJson) : ownBlocks(stack));
}

/** The key of a configuration in a model. */
export function keyOf(scope: IConstruct, configurationId: string, { configurations }: Model): string {
  const id = String(resolveTokens(scope, configurationId));
  const referred = configurations.find(
    ({ origin: { address } }) => address !== undefined && id === `\${${address}.id}`,
  );
  return referred?.key ?? id;
}

/** What `addOverride` of the stack changes is only seen in the whole of it. */
function hasOverrides(stack: TerraformStack): boolean {
  const { rawOverrides } = stack as unknown as { readonly rawOverrides?: object };
  return Object.keys(rawOverrides ?? {}).length > 0;
}

function ownBlocks(stack: TerraformStack): StackJson {
  const resource: Blocks = {};
  const data: Blocks = {};
  const resolve = resolverOf(stack);
  for (const element of stack.node.findAll()) {
    if (!isOurs(element)) continue;
    const written = element.toTerraform() as { resource?: Blocks; data?: Blocks };
    for (const [into, from] of [
      [resource, written.resource],
      [data, written.data],
    ] as const) {
      for (const [type, named] of Object.entries(from ?? {})) {
        for (const [name, block] of Object.entries(named)) (into[type] ??= {})[name] = attributesOf(block, resolve);
      }
    }
  }
  return { resource, data };
}

function isOurs(element: IConstruct): element is TerraformResource | TerraformDataSource {
  const known = TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element);
  return known && element.terraformResourceType.startsWith(`${NetskopeSteeringProvider.tfResourceType}_`);
}

/** What Terraform does with a resource is no attribute of it. */
const META = ['depends_on', 'lifecycle', 'provider', 'provisioner', 'connection'];

function attributesOf(block: Block, resolve: (value: unknown) => unknown): Block {
  const attributes = Object.entries(block).filter(([name]) => !META.includes(name));
  return Object.fromEntries(attributes.map(([name, value]) => [name, resolve(value)]));
}

/** Resolves tokens as synth will, each text once. */
function resolverOf(scope: TerraformStack): (value: unknown) => unknown {
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
    if (!isPlainObject(value)) return value === null || typeof value === 'boolean' ? value : byCdktf(value);
    const entries = Object.entries(value);
    if (entries.some(([key]) => mayHoldToken(key))) return byCdktf(value);
    return Object.fromEntries(entries.map(([key, one]) => [key, resolve(one)]).filter(([, one]) => one !== undefined));
  };
}

/** Tokens in a text: of texts and lists, or of numbers, which are written as absurdly large ones. */
function mayHoldToken(text: string): boolean {
  return text.includes('TfToken[') || text.includes('e+');
}

/** A list that is a token as a whole has an element that says so. */
function isTokenOfList(element: unknown): boolean {
  return typeof element === 'number' || (typeof element === 'string' && element.startsWith('#{TfToken['));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
