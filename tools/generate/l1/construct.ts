/**
 * Emits what a resource and a data source have in common: a configuration, and a class with a member for each
 * attribute.
 */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { docComment } from './comments';
import { accessors, declaration, mapping } from './members';
import { membersOf, structsOf, type Member } from './model';
import { emitOnlyWritten, onlyWritten } from './only-written';
import { emitStruct } from './struct';

export interface ConstructToEmit {
  readonly className: string;
  readonly base: 'TerraformResource' | 'TerraformDataSource';
  /** Terraform's local name of the provider. */
  readonly providerType: string;
  /** The full name of the resource or data source. */
  readonly terraformType: string;
  readonly schema: Schema;
  /** The text of members that stand before the constructor. */
  readonly statics?: string;
  /** The text of members that stand after those of the attributes. */
  readonly extras?: string;
}

export function emitConstruct(construct: ConstructToEmit): string {
  const { className, base, terraformType, schema, statics = '', extras = '' } = construct;
  const members = membersOf(schema.attributes, className);
  const settable = members.filter((member) => member.settable);
  return `
    import type { Construct } from 'constructs';
    import * as cdktf from 'cdktf';

    ${docComment(`Configuration of a ${className}.`)}export interface ${className}Config extends cdktf.TerraformMetaArguments {
      ${settable.map(declaration).join('\n')}
    }

    ${structsOf(members).map(emitStruct).join('\n')}

    ${docComment(schema.description, deprecation(schema))}export class ${className} extends cdktf.${base} {
      public static readonly tfResourceType = '${terraformType}';
      ${statics}
      ${emitConstructor(construct, settable)}
      ${members.map(accessors).join('\n')}
      ${extras}
      ${emitSynthesis(settable)}
    }
    ${emitOnlyWritten()}
  `;
}

function deprecation({ deprecated }: Schema): string | undefined {
  return deprecated === undefined ? undefined : `@deprecated ${deprecated}`;
}

function emitConstructor({ className, providerType }: ConstructToEmit, settable: readonly Member[]): string {
  const optional = settable.some((member) => member.required) ? '' : ' = {}';
  return `
    ${docComment(
      '@param scope The scope in which to define this construct',
      '@param id The scoped construct ID. Must be unique amongst siblings in the same scope',
      '@param config Attributes and meta-arguments',
    )}public constructor(scope: Construct, id: string, config: ${className}Config${optional}) {
      super(scope, id, {
        ...config,
        terraformResourceType: ${className}.tfResourceType,
        terraformGeneratorMetadata: { providerName: '${providerType}' },
      });
      ${settable.map(({ name }) => `this._${name} = config.${name};`).join('\n')}
    }
  `;
}

function emitSynthesis(settable: readonly Member[]): string {
  return `
    protected override synthesizeAttributes(): { [name: string]: unknown } {
      return ${onlyWritten(settable.map((member) => `${member.terraformName}: ${mapping(member, `this.${member.name}Input`)}`))};
    }
    ${refuseHcl()}
  `;
}

/**
 * A method that refuses to write HCL. cdktf writes nested attributes as blocks in HCL, which Terraform refuses, and a
 * resource without them would be worse.
 */
export function refuseHcl(): string {
  return `
    public override toHclTerraform(): never {
      throw new Error('HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.');
    }
  `;
}
