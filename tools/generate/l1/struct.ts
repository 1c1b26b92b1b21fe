/**
 * Emits a nested object: its interface, its mapping to Terraform JSON, and the class that refers to it in expressions.
 */
import { docComment } from './comments';
import { accessors, assignment, declaration, mapping } from './members';
import type { Struct, StructUse } from './model';
import { uncapitalize } from './names';
import { onlyWritten } from './only-written';

export function emitStruct({ struct, nesting, settable }: StructUse): string {
  return [
    settable ? emitInterface(struct) + emitMapping(struct, nesting === 'single') : '',
    emitReference(struct, nesting, settable),
    nesting === 'list' || nesting === 'set' ? emitList(struct, settable) : '',
    nesting === 'map' ? emitMap(struct, settable) : '',
  ].join('\n');
}

export function emitInterface({ name, description, members }: Struct): string {
  const settable = members.filter((member) => member.settable);
  return `${docComment(description)}export interface ${name} {\n${settable.map(declaration).join('\n')}\n}\n`;
}

/**
 * The function that maps a nested object. With `single`, it also accepts a reference to another object of the same
 * kind.
 */
export function emitMapping({ name, members }: Struct, single: boolean): string {
  const settable = members.filter((member) => member.settable);
  return `
    export function ${uncapitalize(name)}ToTerraform(struct?: ${single ? `${name}OutputReference | ` : ''}${name} | cdktf.IResolvable): unknown {
      if (!cdktf.canInspect(struct) || struct === undefined || cdktf.Tokenization.isResolvable(struct)) return struct;
      if (cdktf.isComplexElement(struct)) {
        throw new Error('A reference to several objects was written where one object belongs. Refer to one of them, or write the object out.');
      }
      return ${onlyWritten(settable.map((member) => `${member.terraformName}: ${mapping(member, `struct.${member.name}`)}`))};
    }
  `;
}

const CONSTRUCTOR = {
  single: { parameters: '', super: 'false' },
  list: {
    parameters: ', complexObjectIndex: number, complexObjectIsFromSet: boolean',
    super: 'complexObjectIsFromSet, complexObjectIndex',
  },
  set: {
    parameters: ', complexObjectIndex: number, complexObjectIsFromSet: boolean',
    super: 'complexObjectIsFromSet, complexObjectIndex',
  },
  map: { parameters: ', complexObjectKey: string', super: 'false, complexObjectKey' },
} as const;

function emitReference({ name, members }: Struct, nesting: StructUse['nesting'], settable: boolean): string {
  const { parameters, super: superArguments } = CONSTRUCTOR[nesting];
  return `
    export class ${name}OutputReference extends cdktf.ComplexObject {
      public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string${parameters}) {
        super(terraformResource, terraformAttribute, ${superArguments});
      }
      ${settable ? emitInternalValue(name, members) : ''}
      ${members.map((member) => accessors(settable ? member : { ...member, settable: false })).join('\n')}
    }
  `;
}

function emitInternalValue(name: string, members: Struct['members']): string {
  const settable = members.filter((member) => member.settable);
  return `
    private isEmptyObject = false;
    private resolvableValue: cdktf.IResolvable | undefined;

    public get internalValue(): ${name} | cdktf.IResolvable | undefined {
      if (this.resolvableValue !== undefined) return this.resolvableValue;
      const value = { ${settable.map((member) => `${member.name}: this.${member.name}Input`).join(',\n')} };
      const given = this.isEmptyObject || Object.values(value).some((item) => item !== undefined);
      return given ? (value as ${name}) : undefined;
    }
    public set internalValue(value: ${name} | cdktf.IResolvable | undefined) {
      const resolvable = cdktf.Tokenization.isResolvable(value);
      const given: ${name} | undefined = resolvable ? undefined : value;
      this.resolvableValue = resolvable ? value : undefined;
      this.isEmptyObject = given !== undefined && Object.keys(given).length === 0;
      ${settable.map((member) => assignment(member, `given?.${member.name}`)).join('\n')}
    }
  `;
}

function emitList({ name }: Struct, settable: boolean): string {
  return `
    export class ${name}List extends cdktf.ComplexList {
      ${settable ? `public internalValue: ${name}[] | cdktf.IResolvable | undefined;` : ''}
      public get(index: number): ${name}OutputReference {
        return new ${name}OutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
      }
    }
  `;
}

function emitMap({ name }: Struct, settable: boolean): string {
  return `
    export class ${name}Map extends cdktf.ComplexMap {
      ${settable ? `public internalValue: { [key: string]: ${name} } | cdktf.IResolvable | undefined;` : ''}
      public get(key: string): ${name}OutputReference {
        return new ${name}OutputReference(this.terraformResource, this.terraformAttribute, JSON.stringify(key));
      }
    }
  `;
}
