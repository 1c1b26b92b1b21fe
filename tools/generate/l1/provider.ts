/** Emits the provider's own construct. Its settings can only be written; no expression can refer to them. */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { docComment } from './comments';
import { declaration, inputType, mapping } from './members';
import { membersOf, structsOf, type Member } from './model';
import { capitalize } from './names';
import { refuseHcl } from './construct';
import { emitOnlyWritten, onlyWritten } from './only-written';
import { emitInterface, emitMapping } from './struct';

export interface ProviderNames {
  /** The provider's address, `HOST/NAMESPACE/TYPE`. */
  readonly source: string;
  readonly className: string;
}

export function emitProvider(
  { name: type, version, schema }: { readonly name: string; readonly version: string; readonly schema: Schema },
  { source, className }: ProviderNames,
): string {
  const { description, attributes } = schema;
  const members = membersOf(attributes, className);
  const alias = `${docComment('Alias: the name of this instance where a stack has several.')}readonly alias?: string | undefined;`;
  const required = members.some((member) => member.required);
  return `
    import type { Construct } from 'constructs';
    import * as cdktf from 'cdktf';

    ${docComment(`Configuration of a ${className}.`)}export interface ${className}Config {
      ${[...members.map(declaration), alias].join('\n')}
    }

    ${structsOf(members)
      .map(({ struct }) => emitInterface(struct) + emitMapping(struct, false))
      .join('\n')}

    ${docComment(description)}export class ${className} extends cdktf.TerraformProvider {
      public static readonly tfResourceType = '${type}';

      ${docComment(
        '@param scope The scope in which to define this construct',
        '@param id The scoped construct ID. Must be unique amongst siblings in the same scope',
        '@param config Settings of the provider',
      )}public constructor(scope: Construct, id: string, config: ${className}Config${required ? '' : ' = {}'}) {
        super(scope, id, {
          terraformResourceType: ${className}.tfResourceType,
          // The cdktf CLI refuses a stack whose provider has no version.
          terraformGeneratorMetadata: { providerName: '${type}', providerVersion: '${version}' },
          terraformProviderSource: '${source}',
        });
        ${members.map(({ name }) => `this._${name} = config.${name};`).join('\n')}
        this._alias = config.alias;
        const stack = cdktf.TerraformStack.of(this);
        stack.node.addValidation({ validate: () => askAspectsAbove(stack) });
      }
      ${members.map(emitSetting).join('\n')}
      private _alias: string | undefined;
      public override get alias(): string | undefined { return this._alias; }
      public override set alias(value: string | undefined) { this._alias = value; }
      public resetAlias(): void { this._alias = undefined; }
      public get aliasInput(): string | undefined { return this._alias; }

      protected override synthesizeAttributes(): { [name: string]: unknown } {
        return ${onlyWritten(members.map((member) => `${member.terraformName}: ${mapping(member, `this._${member.name}`)}`))};
      }
      ${refuseHcl()}
    }
    ${emitOnlyWritten()}
    ${ASPECTS_ABOVE}
  `;
}

/** cdktf starts no aspect of the App. One that is meant for whole stacks, such as the guardrails, is asked by its name. */
const ASPECTS_ABOVE = `
  const ABOVE = Symbol.for('cdktf-netskope-steering/aspect-above');

  /** Asks the aspects above a stack, such as those of the App, which cdktf does not start, what is wrong with the stack. */
  function askAspectsAbove(stack: cdktf.TerraformStack): string[] {
    return stack.node.scopes
      .slice(0, -1)
      .flatMap((scope) => cdktf.Aspects.of(scope).all)
      .flatMap((aspect) => (aspect as { [ABOVE]?: (stack: cdktf.TerraformStack) => string[] })[ABOVE]?.(stack) ?? []);
  }
`;

function emitSetting({ name, form, required }: Member): string {
  const type = `${inputType(form)} | undefined`;
  return `
    private _${name}: ${type};
    public get ${name}(): ${type} { return this._${name}; }
    public set ${name}(value: ${type}) { this._${name} = value; }
    ${required ? '' : `public reset${capitalize(name)}(): void { this._${name} = undefined; }`}
    public get ${name}Input(): ${type} { return this._${name}; }
  `;
}
