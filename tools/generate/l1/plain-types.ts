/** The forms that a value without attributes of its own takes in a construct. */
import type { Type } from '../../../providers/plugin-sdk/types';

export interface PlainType {
  /** TypeScript type that a user writes. */
  readonly input: string;
  /** Expression of the function that turns the input into Terraform JSON. */
  readonly mapper: string;
  /** Expression that refers to the attribute of an existing object. */
  readonly reference: (terraformName: string) => string;
}

const BOOLEAN = '(boolean | cdktf.IResolvable)';

const TABLE: Readonly<Record<string, PlainType>> = {
  string: plain('string', 'cdktf.stringToTerraform', (at) => `this.getStringAttribute(${at})`),
  number: plain('number', 'cdktf.numberToTerraform', (at) => `this.getNumberAttribute(${at})`),
  bool: plain(BOOLEAN, 'cdktf.booleanToTerraform', (at) => `this.getBooleanAttribute(${at})`),
  'list(string)': plain('string[]', list('string'), (at) => `this.getListAttribute(${at})`),
  'list(number)': plain('number[]', list('number'), (at) => `this.getNumberListAttribute(${at})`),
  'list(bool)': plain(`${BOOLEAN}[] | cdktf.IResolvable`, list('boolean'), any),
  // Terraform has no index into a set, so a reference to one is made a list.
  'set(string)': plain('string[]', list('string'), (at) => `cdktf.Fn.tolist(this.getListAttribute(${at}))`),
  'set(number)': plain(
    'number[]',
    list('number'),
    (at) => `cdktf.Token.asNumberList(cdktf.Fn.tolist(this.getNumberListAttribute(${at})))`,
  ),
  'set(bool)': plain(`${BOOLEAN}[] | cdktf.IResolvable`, list('boolean'), any),
  'map(string)': plain(map('string'), hash('string'), (at) => `this.getStringMapAttribute(${at})`),
  'map(number)': plain(map('number'), hash('number'), (at) => `this.getNumberMapAttribute(${at})`),
  'map(bool)': plain(map(BOOLEAN), hash('boolean'), (at) => `this.getBooleanMapAttribute(${at})`),
};

/** Whatever has no better form: a value that is passed on as it is. */
const ANY = plain('unknown', 'cdktf.anyToTerraform', any);

export function plainType(type: Type): PlainType {
  return TABLE[spell(type)] ?? ANY;
}

function spell(type: Type): string {
  return 'element' in type ? `${type.kind}(${spell(type.element)})` : type.kind;
}

function plain(input: string, mapper: string, reference: (quoted: string) => string): PlainType {
  return { input, mapper, reference: (terraformName) => reference(`'${terraformName}'`) };
}

function any(at: string): string {
  return `this.interpolationForAttribute(${at})`;
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
