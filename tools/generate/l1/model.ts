/**
 * Turns a schema into the members and structs of a construct. All decisions are taken here, so that the emitters only
 * have to spell the result. Of the schema, only names and descriptions remain.
 */
import {
  isNested,
  type Attribute,
  type Attributes,
  type NestingMode,
  type Shape,
} from '../../../providers/plugin-sdk/schema';
import type { Type } from '../../../providers/plugin-sdk/types';
import { spellValue } from '../docs/page';
import { capitalize, propertyName } from './names';
import { plainType, type PlainType } from './plain-types';

/** An attribute as a member of a class or an interface. */
export interface Member {
  readonly terraformName: string;
  readonly name: string;
  readonly description: string;
  readonly deprecated: string | undefined;
  /** The value that holds where a user writes nothing, in words or as a literal. */
  readonly defaultText: string | undefined;
  readonly required: boolean;
  /** Whether a user may write the member. */
  readonly settable: boolean;
  readonly form: MemberForm;
}

export type MemberForm =
  | { readonly kind: 'plain'; readonly type: PlainType }
  | { readonly kind: 'struct'; readonly struct: Struct; readonly nesting: NestingMode };

/**
 * An object with attributes of its own. It becomes an interface, a function that maps it, and a class that refers to
 * it.
 */
export interface Struct {
  readonly name: string;
  readonly description: string;
  readonly members: readonly Member[];
}

export function membersOf(attributes: Attributes, owner: string): Member[] {
  return Object.entries(attributes).map(([terraformName, attribute]) => memberOf(terraformName, attribute, owner));
}

/** The structs below these members, the inner ones first. */
export function structsOf(members: readonly Member[]): StructUse[] {
  return members.flatMap(({ form, settable }) =>
    form.kind === 'plain'
      ? []
      : [...structsOf(form.struct.members), { struct: form.struct, nesting: form.nesting, settable }],
  );
}

export interface StructUse {
  readonly struct: Struct;
  readonly nesting: NestingMode;
  readonly settable: boolean;
}

function memberOf(terraformName: string, { shape, options }: Attribute, owner: string): Member {
  const settable = options.required === true || options.optional === true;
  const name = propertyName(terraformName);
  return {
    terraformName,
    name,
    description: options.description,
    deprecated: options.deprecated,
    required: options.required === true,
    settable,
    defaultText: defaultText(options),
    form: formOf(shape, `${owner}${capitalize(name)}`, options.description),
  };
}

function formOf(shape: Shape, structName: string, description: string): MemberForm {
  const nested = isNested(shape) ? shape : nestedOf(shape.type);
  if (nested === undefined) return { kind: 'plain', type: plainType((shape as { readonly type: Type }).type) };
  const struct = { name: structName, description, members: membersOf(nested.attributes, structName) };
  return { kind: 'struct', struct, nesting: nested.nesting };
}

/**
 * The attributes of an object type. Such a type gets the same constructs as nested attributes do, because only the
 * declaration in the schema differs.
 */
function nestedOf(type: Type): { readonly nesting: NestingMode; readonly attributes: Attributes } | undefined {
  if (type.kind === 'object') return { nesting: 'single', attributes: attributesOf(type.attributes) };
  if ('element' in type && type.element.kind === 'object') {
    return { nesting: type.kind, attributes: attributesOf(type.element.attributes) };
  }
  return undefined;
}

function attributesOf(types: Readonly<Record<string, Type>>): Attributes {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      { shape: { type }, options: { description: '', optional: true } },
    ]),
  );
}

function defaultText(options: Attribute['options']): string | undefined {
  if (options.default !== undefined) return spellValue(options.default);
  return options.optional === true && options.computed === true ? '- set by the provider' : undefined;
}
