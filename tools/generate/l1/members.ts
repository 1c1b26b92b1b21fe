/**
 * Emits how a member is declared, stored, read, written, reset and mapped. The text is the same in a resource and in a
 * nested object.
 */
import { memberComment } from './comments';
import type { Member, MemberForm } from './model';
import { capitalize, uncapitalize } from './names';

/** A declaration such as `readonly port: number;` with its doc comment. */
export function declaration(member: Member): string {
  const type = inputType(member.form);
  return `${memberComment(member)}readonly ${member.name}${member.required ? `: ${type}` : `?: ${type} | undefined`};`;
}

export function inputType(form: MemberForm): string {
  if (form.kind === 'plain') return form.type.input;
  const { struct, nesting } = form;
  if (nesting === 'single') return `${struct.name} | cdktf.IResolvable`;
  return nesting === 'map'
    ? `{ [key: string]: ${struct.name} } | cdktf.IResolvable`
    : `${struct.name}[] | cdktf.IResolvable`;
}

/** An expression that turns the member's input, itself given as an expression, into Terraform JSON. */
export function mapping({ form }: Member, input: string): string {
  if (form.kind === 'plain') return `${form.type.mapper}(${input})`;
  const mapper = `${uncapitalize(form.struct.name)}ToTerraform`;
  if (form.nesting === 'single') return `${mapper}(${input})`;
  return form.nesting === 'map'
    ? `cdktf.hashMapper(${mapper})(${input})`
    : `cdktf.listMapper(${mapper}, false)(${input})`;
}

/** The statements that store an input, which is given as an expression. */
export function assignment({ name, form }: Member, value: string): string {
  const stored = `this._${name} = ${value};`;
  return form.kind === 'plain'
    ? stored
    : `${stored} if (this._${name}Reference !== undefined) this._${name}Reference.internalValue = this._${name};`;
}

/** The getter, the setter (`putX` for a nested object), `resetX` and `xInput` of a member. */
export function accessors(member: Member): string {
  return member.form.kind === 'plain' ? plainAccessors(member, member.form) : structAccessors(member, member.form);
}

function plainAccessors(member: Member, { type }: MemberForm & { kind: 'plain' }): string {
  const { name, terraformName, settable, required } = member;
  const getter = `public get ${name}() { return ${type.reference(terraformName)}; }`;
  if (!settable) return memberComment(member) + getter;
  return `
    private _${name}: ${type.input} | undefined;
    ${getter}
    public set ${name}(value: ${type.input}) { this._${name} = value; }
    ${required ? '' : `public reset${capitalize(name)}(): void { this._${name} = undefined; }`}
    public get ${name}Input(): ${type.input} | undefined { return this._${name}; }`;
}

/**
 * The accessors of a nested object. The reference is made only when it is asked for: cdktf takes a stack trace for each
 * one, which would take longer than everything else.
 */
function structAccessors(member: Member, form: MemberForm & { kind: 'struct' }): string {
  const { name, settable, required } = member;
  const reference = `this._${name}Reference`;
  const field = `private _${name}Reference: ${referenceClass(form)} | undefined;`;
  if (!settable) {
    return `${field}
    ${memberComment(member)}public get ${name}(): ${referenceClass(form)} { return ${reference} ??= ${newReference(member, form)}; }`;
  }
  const input = inputType(form);
  return `
    private _${name}: ${input} | undefined;
    ${field}
    public get ${name}(): ${referenceClass(form)} {
      if (${reference} === undefined) {
        ${reference} = ${newReference(member, form)};
        ${reference}.internalValue = this._${name};
      }
      return ${reference};
    }
    public put${capitalize(name)}(value: ${input}): void { ${assignment(member, 'value')} }
    ${required ? '' : `public reset${capitalize(name)}(): void { ${assignment(member, 'undefined')} }`}
    public get ${name}Input(): ${input} | undefined {
      return ${reference} === undefined ? this._${name} : ${reference}.internalValue;
    }`;
}

const REFERENCE_CLASS = { single: 'OutputReference', list: 'List', set: 'List', map: 'Map' } as const;

function referenceClass({ struct, nesting }: MemberForm & { kind: 'struct' }): string {
  return `${struct.name}${REFERENCE_CLASS[nesting]}`;
}

function newReference({ terraformName }: Member, form: MemberForm & { kind: 'struct' }): string {
  const wrapsSet = { single: '', map: '', list: ', false', set: ', true' }[form.nesting];
  return `new ${referenceClass(form)}(this, '${terraformName}'${wrapsSet})`;
}
