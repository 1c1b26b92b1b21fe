/** The forms in a construct of a value that has no attributes of its own. */
import type { Type } from '../../../providers/plugin-sdk/types';

export interface PlainType {
  /** The TypeScript type that a user writes. */
  readonly input: string;
  /** An expression for the function that turns the input into Terraform JSON. */
  readonly mapper: string;
  /** An expression that refers to the attribute of an existing object. */
  readonly reference: (terraformName: string) => string;
  /** An expression that turns the call of a function, itself an expression, into a value of this type. */
  readonly result: (call: string) => string;
}

const BOOLEAN = '(boolean | cdktf.IResolvable)';

const TABLE: Readonly<Record<string, PlainType>> = {
  string: plain('string', 'cdktf.stringToTerraform', (at) => `this.getStringAttribute(${at})`, token('asString')),
  number: plain('number', 'cdktf.numberToTerraform', (at) => `this.getNumberAttribute(${at})`, token('asNumber')),
  bool: plain(BOOLEAN, 'cdktf.booleanToTerraform', (at) => `this.getBooleanAttribute(${at})`, asIs),
  'list(string)': plain('string[]', list('string'), (at) => `this.getListAttribute(${at})`, token('asList')),
  'list(number)': plain(
    'number[]',
    list('number'),
    (at) => `this.getNumberListAttribute(${at})`,
    token('asNumberList'),
  ),
  'list(bool)': plain(`${BOOLEAN}[] | cdktf.IResolvable`, list('boolean'), any, asIs),
  // Terraform has no index into a set, so a reference to a set becomes a list.
  'set(string)': plain('string[]', list('string'), (at) => tolist(`this.getListAttribute(${at})`), tolist),
  'set(number)': plain(
    'number[]',
    list('number'),
    (at) => `cdktf.Token.asNumberList(${tolist(`this.getNumberListAttribute(${at})`)})`,
    (call) => `cdktf.Token.asNumberList(${tolist(call)})`,
  ),
  'set(bool)': plain(`${BOOLEAN}[] | cdktf.IResolvable`, list('boolean'), any, asIs),
  'map(string)': plain(
    map('string'),
    hash('string'),
    (at) => `this.getStringMapAttribute(${at})`,
    token('asStringMap'),
  ),
  'map(number)': plain(
    map('number'),
    hash('number'),
    (at) => `this.getNumberMapAttribute(${at})`,
    token('asNumberMap'),
  ),
  'map(bool)': plain(
    map(BOOLEAN),
    hash('boolean'),
    (at) => `this.getBooleanMapAttribute(${at})`,
    token('asBooleanMap'),
  ),
};

/** The form of a type that has no better one: the value is passed on as it is. */
const ANY = plain('unknown', 'cdktf.anyToTerraform', any, asIs);

export function plainType(type: Type): PlainType {
  return TABLE[spell(type)] ?? ANY;
}

function spell(type: Type): string {
  return 'element' in type ? `${type.kind}(${spell(type.element)})` : type.kind;
}

function plain(
  input: string,
  mapper: string,
  reference: (quoted: string) => string,
  result: (call: string) => string,
): PlainType {
  return { input, mapper, reference: (terraformName) => reference(`'${terraformName}'`), result };
}

function any(at: string): string {
  return `this.interpolationForAttribute(${at})`;
}

function asIs(call: string): string {
  return call;
}

function token(conversion: string): (call: string) => string {
  return (call) => `cdktf.Token.${conversion}(${call})`;
}

function tolist(expression: string): string {
  return `cdktf.Fn.tolist(${expression})`;
}

function list(element: string): string {
  return `cdktf.listMapper(cdktf.${element}ToTerraform, false)`;
}

function hash(element: string): string {
  return `cdktf.hashMapper(cdktf.${element}ToTerraform)`;
}

function map(element: string): string {
  return `{ [key: string]: ${element} }`;
}
