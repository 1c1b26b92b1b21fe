/**
 * Which provider configuration does a construct use, and are those of a stack in order? Aspects and overrides may
 * change it until synth, so only a validation can tell for certain.
 */
import { TerraformProvider, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { DEFAULT_PROVIDER, isObject, partsOfStack, providerKey, stackReferences, type StackJson } from '../../steering';
import { blocksOf, constructOf } from '../../steering/model/from-stack';
import { hasOverrides, isBlock, isOurs, nodesOf, refuse, resolveTokens, type Block } from './synth';

/** The provider that a construct of this package takes, if any. */
export interface WithProvider {
  /**
   * The provider, and so the tenant, where the stack has several.
   * @default - the one without an alias
   */
  readonly provider?: TerraformProvider | undefined;
}

/** The provider configuration as Terraform names it: `netskopesteering`, or `netskopesteering.` and the alias. */
export function keyOfProvider(provider: TerraformProvider): string {
  return providerKey(resolveTokens(provider, provider.fqn));
}

/** The provider configuration that a resource or data source names; undefined where it names none. */
function namedBy(block: Block): string | undefined {
  const { rawOverrides } = block as unknown as { readonly rawOverrides?: { readonly provider?: unknown } };
  const named = rawOverrides?.provider ?? block.provider?.fqn;
  return named === undefined ? undefined : providerKey(resolveTokens(block, named));
}

/** The provider configuration of a construct: that of its resource, or else the one that it was given. */
export function providerKeyOf(construct: IConstruct & WithProvider): string {
  const resource = construct.node.tryFindChild('Resource');
  const named = resource !== undefined && isBlock(resource) ? namedBy(resource) : undefined;
  return named ?? (construct.provider === undefined ? DEFAULT_PROVIDER : keyOfProvider(construct.provider));
}

/** Says whether anything of ours in a stack names its provider configuration. */
export function namesProviders(stack: TerraformStack): boolean {
  return nodesOf(stack).some((node) => isOurs(node) && namedBy(node) !== undefined);
}

/** Refuses a provider that a construct cannot use, as far as that is certain before synth. */
export function checkProvider(construct: IConstruct, provider: TerraformProvider | undefined): void {
  if (provider === undefined) return;
  if (!TerraformProvider.isTerraformProvider(provider) || provider.terraformResourceType !== DEFAULT_PROVIDER) {
    refuse(construct, 'The provider is none of netskopesteering. Give a NetskopeSteeringProvider.');
  }
  const stack = TerraformStack.of(construct);
  if (TerraformStack.of(provider) !== stack) refuse(construct, foreign(provider, stack));
}

/**
 * The provider of what names none: the one without an alias, or the only one that the stack has. Where there are
 * several and none without an alias, it may be any of them.
 */
export function usualProviders(stack: TerraformStack): readonly TerraformProvider[] {
  const all = providersIn(stack);
  const usual = all.find((one) => aliasOf(one) === undefined);
  return usual === undefined ? all : [usual];
}

/** Sentences on what is wrong with the provider configurations of a stack; none where they are in order. */
export function complaintsAboutProviders(stack: TerraformStack): string[] {
  const providers = providersIn(stack);
  const isUsual = providers.length === 1 && providers.every((one) => aliasOf(one) === undefined);
  if (isUsual && !hasOverrides(stack) && !namesProviders(stack)) return [];
  const written = stack.toTerraform() as StackJson;
  return [
    ...complaintsAboutForeign(stack),
    ...complaintsAboutTwins(providers),
    ...complaintsAboutUnused(providers, written),
    ...complaintsAboutUnnamed(providers, written),
    ...complaintsAboutReferences(written),
  ];
}

function complaintsAboutForeign(stack: TerraformStack): string[] {
  return nodesOf(stack).flatMap((node) => {
    if (!isOurs(node) || node.provider === undefined || TerraformStack.of(node.provider) === stack) return [];
    return [`${userPath(node.node.path)}: ${foreign(node.provider, stack)}`];
  });
}

function foreign({ node }: TerraformProvider, stack: TerraformStack): string {
  return (
    `The provider ${node.path} belongs to another stack, and Terraform would look for one of its name in ${stack.node.path}. ` +
    'Make a provider in this stack, and give that.'
  );
}

/** `terraform init` refuses two provider configurations of one name. */
function complaintsAboutTwins(providers: readonly TerraformProvider[]): string[] {
  return providers.flatMap((one, index) => {
    const alias = aliasOf(one);
    const former = providers.slice(0, index).find((other) => aliasOf(other) === alias);
    if (former === undefined) return [];
    return alias === undefined
      ? [
          `${one.node.path}: The stack has a provider without an alias already, ${former.node.path}, and terraform init takes one. ` +
            'Remove this one, or give it an alias and hand it as provider to what belongs to its tenant.',
        ]
      : [
          `${one.node.path}: The provider ${former.node.path} has the alias "${alias}", too, and terraform init takes an alias once. ` +
            'Give this one another alias.',
        ];
  });
}

function complaintsAboutUnused(providers: readonly TerraformProvider[], written: StackJson): string[] {
  const used = new Set(keysUsedIn({ ...written, provider: undefined, import: undefined }));
  return providers.flatMap((one) => {
    const alias = aliasOf(one);
    if (alias === undefined || used.has(`${DEFAULT_PROVIDER}.${alias}`)) return [];
    return [
      `${one.node.path}: Nothing of the stack uses this provider, because Terraform uses one with an alias ("${alias}") only where it is named. ` +
        'Hand it as provider to the configurations, apps and other constructs of its tenant, or leave the alias out: then it is used where no provider is named.',
    ];
  });
}

/** A resource without its provider is not refused by Terraform, which then takes the tenant of the environment. */
function complaintsAboutUnnamed(providers: readonly TerraformProvider[], written: StackJson): string[] {
  if (providers.length === 0) return [];
  const keys = new Set([...providers.map(aliasOf), ...aliasesIn(written)].map(keyOfAlias));
  const missing = new Map<string, string[]>();
  for (const { address, block } of blocksOf(written)) {
    const key = providerKey(block['provider']);
    if (keys.has(key)) continue;
    missing.set(key, [...(missing.get(key) ?? []), userPath(constructOf(block) ?? address)]);
  }
  const known = [...keys].join(', ');
  return [...missing].map(([key, [first = '', ...others]]) => {
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return key === DEFAULT_PROVIDER
      ? `${first}${more}: It names no provider, and every provider of the stack has an alias: ${known}. ` +
          'Terraform would use a provider that the stack does not write, on the tenant of the environment. ' +
          'Give it its provider, or leave the alias of one provider out.'
      : `${first}${more}: It names the provider ${key}, which the stack does not have. It has ${known}.`;
  });
}

/** An id of one tenant says nothing to another: at best there is no such object, and at worst it is another one. */
function complaintsAboutReferences(written: StackJson): string[] {
  const parts = partsOfStack(written);
  if (parts.length < 2) return [];
  const placed = new Map(
    parts.flatMap(({ stack, providers }) => blocksOf(stack).map(({ address }) => [address, providers.join(' and ')])),
  );
  const { constructs, references } = stackReferences(written);
  const pathOf = (address: string) => userPath(constructs.get(address) ?? address);
  return [...references].flatMap(([from, referred]) =>
    Object.values(referred).flatMap((to) => {
      const [own, other] = [placed.get(from), placed.get(to)];
      if (own === undefined || other === undefined || own === other) return [];
      return [
        `${pathOf(from)}: It belongs to the provider ${own}, and ${pathOf(to)}, to which it refers, to ${other}. ` +
          'An object of one tenant is none of another: give both the same provider.',
      ];
    }),
  );
}

/** The provider configurations of ours that anything in a stack names: resources, data sources, modules and others. */
function keysUsedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysUsedIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'provider' && typeof inner === 'string') return [providerKey(inner)];
    if (name === 'providers' && isObject(inner)) return Object.values(inner).map(providerKey);
    return keysUsedIn(inner);
  });
}

function providersIn(stack: TerraformStack): TerraformProvider[] {
  return nodesOf(stack).filter(
    (node): node is TerraformProvider =>
      TerraformProvider.isTerraformProvider(node) && node.terraformResourceType === DEFAULT_PROVIDER,
  );
}

function aliasOf(provider: TerraformProvider): string | undefined {
  const { provider: blocks } = provider.toTerraform() as { readonly provider: Readonly<Record<string, unknown[]>> };
  const [block] = blocks[DEFAULT_PROVIDER] ?? [];
  const alias = isObject(block) ? resolveTokens(provider, block['alias']) : undefined;
  return typeof alias === 'string' ? alias : undefined;
}

/** The aliases of the providers that a stack writes, by its own overrides, too. */
function aliasesIn({ provider }: StackJson): (string | undefined)[] {
  const blocks = isObject(provider) ? provider[DEFAULT_PROVIDER] : undefined;
  return (Array.isArray(blocks) ? blocks : [blocks])
    .filter(isObject)
    .map(({ alias }) => (typeof alias === 'string' ? alias : undefined));
}

function keyOfAlias(alias: string | undefined): string {
  return alias === undefined ? DEFAULT_PROVIDER : `${DEFAULT_PROVIDER}.${alias}`;
}

/** The path of the construct that a user wrote around a resource. */
function userPath(path: string): string {
  return path.replace(/\/Resource$/, '');
}
