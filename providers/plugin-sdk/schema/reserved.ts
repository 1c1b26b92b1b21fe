/**
 * The names that Terraform keeps for itself at the root of a block of a configuration. No attribute and no block of a
 * provider can be written under these names. For some of them that is so only in JSON syntax, which cannot tell an
 * argument from a block. Below the root all names are free.
 */
import type { Attributes } from './attribute';

/** The kinds of blocks that a configuration has at its root. */
export type Root = 'resource' | 'data source' | 'ephemeral resource' | 'provider';

/** The names that are reserved in every kind of block. */
const EVERYWHERE = ['count', 'for_each', 'depends_on', 'lifecycle', 'locals', '_'];

const ONLY_IN: Readonly<Record<Root, readonly string[]>> = {
  resource: ['provider', 'provisioner', 'connection'],
  'data source': ['provider'],
  'ephemeral resource': ['provider'],
  provider: ['alias', 'version', 'source'],
};

/** Says what is wrong with the name of an attribute at the root of any schema; undefined where it is free. */
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
