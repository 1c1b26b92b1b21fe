/** The attributes that a configuration can set, and those of an object that somebody else changes. */
import { netskope } from '../../providers/netskope/provider';
import type { Attributes } from 'terraform-plugin-sdk-ts';
import type { Whole } from './samples';

/** What cannot drift: the id of the configuration that an object stands in is part of its own. */
const FIXED = new Set(['configuration_id']);

/** `windows.processes` of every attribute without attributes of its own that a configuration can set. */
export function writableLeaves(attributes: Attributes, prefix = ''): string[] {
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    if (options.required !== true && options.optional !== true) return [];
    if (prefix === '' && FIXED.has(name)) return [];
    const single = 'nesting' in shape && shape.nesting === 'single';
    return single ? writableLeaves(shape.attributes, `${prefix}${name}.`) : [`${prefix}${name}`];
  });
}

/** The leaves that an object sets. */
export function leavesOf({ type, config }: Pick<Whole, 'type' | 'config'>): string[] {
  return writableLeaves(attributesOf(type)).filter((path) => valueAt(config, path) !== undefined);
}

/** The leaves that its drift changes. */
export function driftedLeaves(sample: Whole): string[] {
  if (Object.keys(sample.drift).length === 0) return [];
  return leavesOf(sample).filter((path) => sample.steady?.includes(path) !== true);
}

export function attributesOf(type: string): Attributes {
  const found = netskope.resources.find(({ name }) => name === type);
  if (found === undefined) throw new Error(`there is no resource ${type}`);
  return found.schema.attributes;
}

export function valueAt(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name], object);
}
