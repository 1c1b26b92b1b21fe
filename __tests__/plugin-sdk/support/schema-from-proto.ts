/** Reads a schema from the message that Terraform gets, to compare it with what was declared. */
import { isBlock, isNested } from 'terraform-plugin-sdk-ts';
import type { Attribute, Attributes, Options } from 'terraform-plugin-sdk-ts';
import { typeText } from '../../../providers/plugin-sdk/engine/equal';
import type * as proto from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import { typeFromJson } from '../../../providers/plugin-sdk/wire/json';

/** What Terraform can know of an attribute, or of the blocks of a name. */
export interface Known {
  readonly kind: 'attribute' | 'single' | 'list' | 'set' | 'map' | 'group';
  readonly isBlock: boolean;
  readonly role: readonly (keyof Options)[];
  /** As a text that equal types share. */
  readonly type?: string;
  readonly parts?: Readonly<Record<string, Known>>;
}

const ROLES = ['required', 'optional', 'computed', 'sensitive', 'writeOnly'] as const;
/** By the numbers of the protocol: https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol */
const NESTING = ['attribute', 'single', 'list', 'set', 'map', 'group'] as const;
const OBJECT_NESTING = ['attribute', 'single', 'list', 'set', 'map'] as const;

export function knownOf(attributes: Attributes): Readonly<Record<string, Known>> {
  return sorted(Object.entries(attributes).map(([name, attribute]) => [name, knownOfAttribute(attribute)]));
}

function knownOfAttribute({ shape, options }: Attribute): Known {
  const role = ROLES.filter((name) => options[name] === true);
  if (!isNested(shape)) return { kind: 'attribute', isBlock: false, role, type: typeText(shape.type) };
  const parts = knownOf(shape.attributes);
  if (isBlock(shape)) return { kind: shape.block.kind, isBlock: true, role: [], parts };
  return { kind: shape.nesting, isBlock: false, role, parts };
}

export function knownOfBlock({ attributes, blockTypes }: proto.Schema_Block): Readonly<Record<string, Known>> {
  return sorted([
    ...attributes.map((one) => [one.name, knownOfMessage(one)] as const),
    ...blockTypes.map(({ typeName, nesting, block }) => {
      const parts = block === undefined ? {} : knownOfBlock(block);
      return [typeName, { kind: NESTING[nesting], isBlock: true, role: [], parts }] as const;
    }),
  ]);
}

function knownOfMessage(message: proto.Schema_Attribute): Known {
  const { type, nestedType } = message;
  const role = ROLES.filter((name) => message[name]);
  if (nestedType === undefined) {
    const read = typeFromJson(JSON.parse(Buffer.from(type).toString()));
    return { kind: 'attribute', isBlock: false, role, type: typeText(read) };
  }
  const parts = sorted(nestedType.attributes.map((one) => [one.name, knownOfMessage(one)]));
  return { kind: OBJECT_NESTING[nestedType.nesting], isBlock: false, role, parts };
}

function sorted(entries: readonly (readonly [string, Known])[]): Readonly<Record<string, Known>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
