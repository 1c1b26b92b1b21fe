/**
 * Names that Terraform keeps for itself where a block of a configuration begins: no attribute and no block of a provider can be
 * written under them, some in JSON syntax only, which cannot tell an argument from a block. Below the root all names are free.
 */
import type { Attributes } from './attribute';

/** Whatever has a block of its own in a configuration. */
export type Root = 'resource' | 'data source' | 'ephemeral resource' | 'provider';

/** In each kind of block. */
const EVERYWHERE = ['count', 'for_each', 'depends_on', 'lifecycle', 'locals', '_'];

const ONLY_IN: Readonly<Record<Root, readonly string[]>> = {
  resource: ['provider', 'provisioner', 'connection'],
  'data source': ['provider'],
  'ephemeral resource': ['provider'],
  provider: ['alias', 'version', 'source'],
};

/** Says what is wrong with the name of an attribute at the root of any schema. */
export function complaintAboutRoot(name: string): string | undefined {
  return EVERYWHERE.includes(name) ? RESERVED : undefined;
}

/** @throws Error that names the first attribute whose name is reserved in this kind of block */
export function checkRoot(
  root: Root,
  of: { readonly name: string; readonly schema: { readonly attributes: Attributes } },
) {
  const reserved = Object.keys(of.schema.attributes).find((name) => ONLY_IN[root].includes(name));
  if (reserved !== undefined) throw new Error(`attribute ${reserved} of ${root} ${of.name} ${RESERVED}`);
}

const RESERVED = 'has a name that Terraform keeps for itself, so no configuration could set it. Choose another name';
