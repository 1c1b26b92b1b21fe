/** A resource: its configuration and its class. */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { docComment } from './comments';
import { accessors, declaration, mapping } from './members';
import { membersOf, structsOf, type Member } from './model';
import { className } from './names';
import { emitStruct } from './struct';

/** `name` is the resource's name without the provider's type: `certificate_pinned_app`. */
export function emitResource(providerType: string, name: string, { description, attributes }: Schema): string {
  const type = className(name);
  const members = membersOf(attributes, type);
  const settable = members.filter((member) => member.settable);
  return `
    import type { Construct } from 'constructs';
    import * as cdktf from 'cdktf';

    ${docComment(`Configuration of a ${type}.`)}export interface ${type}Config extends cdktf.TerraformMetaArguments {
      ${settable.map(declaration).join('\n')}
    }

    ${structsOf(members).map(emitStruct).join('\n')}

    ${docComment(description)}export class ${type} extends cdktf.TerraformResource {
      public static readonly tfResourceType = '${providerType}_${name}';
      ${emitStatic(type)}
      ${emitConstructor(providerType, type, settable)}
      ${members.map(accessors).join('\n')}
      ${emitImport()}
      ${emitSynthesis(settable)}
    }
  `;
}

function emitStatic(type: string): string {
  return `
    ${docComment(
      `Generates CDKTF code for importing a ${type} resource upon running "cdktf plan <stack-name>".`,
      '@param scope The scope in which to define this construct',
      '@param importToId The construct id used in the generated config for the resource to import',
      `@param importFromId The id of the existing ${type} that should be imported`,
      '@param provider Optional instance of the provider where the resource to import is found',
    )}public static generateConfigForImport(
      scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider,
    ): cdktf.ImportableResource {
      const config = { terraformResourceType: ${type}.tfResourceType, importId: importFromId };
      return new cdktf.ImportableResource(scope, importToId, provider === undefined ? config : { ...config, provider });
    }
  `;
}

function emitConstructor(providerType: string, type: string, settable: readonly Member[]): string {
  const optional = settable.some((member) => member.required) ? '' : ' = {}';
  return `
    ${docComment(
      '@param scope The scope in which to define this construct',
      '@param id The scoped construct ID. Must be unique amongst siblings in the same scope',
      '@param config Attributes and meta-arguments',
    )}public constructor(scope: Construct, id: string, config: ${type}Config${optional}) {
      super(scope, id, {
        ...config,
        terraformResourceType: ${type}.tfResourceType,
        terraformGeneratorMetadata: { providerName: '${providerType}' },
      });
      ${settable.map(({ name }) => `this._${name} = config.${name};`).join('\n')}
    }
  `;
}

/** cdktf's own \`importFrom\` starts \`terraform version\` once per resource; this one only writes the block. */
function emitImport(): string {
  return `
    private imported: { readonly id: string; readonly provider: cdktf.TerraformProvider | undefined } | undefined;

    ${docComment(
      'Adopts an existing object: writes an `import` block for this resource. Needs Terraform 1.5 or later.',
      '@param id The import id of the object',
      '@param provider Instance of the provider where the object is found',
    )}public override importFrom(id: string, provider?: cdktf.TerraformProvider): void {
      this.imported = { id, provider };
    }

    public override toTerraform(): { [name: string]: unknown } {
      const fragment = super.toTerraform() as { [name: string]: unknown };
      if (this.imported === undefined) return fragment;
      const { id, provider } = this.imported;
      const to = \`\${this.terraformResourceType}.\${this.friendlyUniqueId}\`;
      return { ...fragment, import: [{ provider: provider?.fqn, id, to }] };
    }
  `;
}

function emitSynthesis(settable: readonly Member[]): string {
  return `
    protected override synthesizeAttributes(): { [name: string]: unknown } {
      return { ${settable.map((member) => `${member.terraformName}: ${mapping(member, `this.${member.name}Input`)}`).join(',\n')} };
    }
    ${refuseHcl()}
  `;
}

/** cdktf writes nested attributes as blocks in HCL, which Terraform refuses; an empty resource would be worse. */
export function refuseHcl(): string {
  return `
    public override toHclTerraform(): never {
      throw new Error('HCL output is not supported: cdktf would write nested attributes as blocks, which Terraform refuses. Synthesize JSON, the default.');
    }
  `;
}
