/** How a member is declared, stored, read, written, reset and mapped; the same in a resource and in a nested object. */
import { memberComment } from './comments';
import type { Member, MemberForm } from './model';
import { capitalize, uncapitalize } from './names';

/** `readonly port: number;` with its doc comment. */
export function declaration(member: Member): string {
  const type = inputType(member.form);
  return `${memberComment(member)}readonly ${member.name}${member.required ? `: ${type}` : `?: ${type} | undefined`};`;
}

export function inputType({ kind, ...form }: MemberForm): string {
  if ('type' in form) return form.type.input;
  const { struct, nesting } = form;
  if (nesting === 'single') return `${struct.name} | cdktf.IResolvable`;
  return nesting === 'map'
    ? `{ [key: string]: ${struct.name} } | cdktf.IResolvable`
    : `${struct.name}[] | cdktf.IResolvable`;
}

/** Expression that turns the member's input, given as an expression, into Terraform JSON. */
export function mapping({ form }: Member, input: string): string {
  if (form.kind === 'plain') return `${form.type.mapper}(${input})`;
  const mapper = `${uncapitalize(form.struct.name)}ToTerraform`;
  if (form.nesting === 'single') return `${mapper}(${input})`;
  return form.nesting === 'map'
    ? `cdktf.hashMapper(${mapper})(${input})`
    : `cdktf.listMapper(${mapper}, false)(${input})`;
}

/** Where the input of a member is kept: in a field, or in the reference to a nested object. */
export function storage(member: Member): string {
  return member.form.kind === 'plain' ? `this._${member.name}` : `this._${member.name}.internalValue`;
}

/** Getter, setter (`putX` for a nested object), `resetX` and `xInput`. */
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

function structAccessors(member: Member, form: MemberForm & { kind: 'struct' }): string {
  const { name, settable, required } = member;
  const getter = `
    private readonly _${name} = ${newReference(member, form)};
    public get ${name}(): ${referenceClass(form)} { return this._${name}; }`;
  if (!settable) return getter;
  const input = inputType(form);
  return `${getter}
    public put${capitalize(name)}(value: ${input}): void { this._${name}.internalValue = value; }
    ${required ? '' : `public reset${capitalize(name)}(): void { this._${name}.internalValue = undefined; }`}
    public get ${name}Input(): ${input} | undefined { return this._${name}.internalValue; }`;
}

const REFERENCE_CLASS = { single: 'OutputReference', list: 'List', set: 'List', map: 'Map' } as const;

function referenceClass({ struct, nesting }: MemberForm & { kind: 'struct' }): string {
  return `${struct.name}${REFERENCE_CLASS[nesting]}`;
}

function newReference({ terraformName }: Member, form: MemberForm & { kind: 'struct' }): string {
  const wrapsSet = { single: '', map: '', list: ', false', set: ', true' }[form.nesting];
  return `new ${referenceClass(form)}(this, '${terraformName}'${wrapsSet})`;
}
