/** Emits a resource: what every construct has, and the ways to import it. */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { docComment } from './comments';
import { emitConstruct } from './construct';
import { className } from './names';

/**
 * The text of a resource's file. `name` is its name without the provider's prefix, such as `certificate_pinned_app`.
 */
export function emitResource(providerType: string, fullName: string, name: string, schema: Schema): string {
  const type = className(name);
  return emitConstruct({
    className: type,
    base: 'TerraformResource',
    providerType,
    terraformType: fullName,
    schema,
    statics: emitStatic(type),
    extras: emitImport(),
  });
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
