/** What do steering exceptions of every type share? The configuration, the location, notes, and the order of creation. */
import { dependable, Token, type ITerraformDependable, type TerraformProvider, type TerraformResource } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { complainAboutExpiry } from '../../steering/domain/days';
import { complainAboutSide } from '../../steering/domain/configurations';
import { type ExceptionTypeName, type Place, complainAboutOffer } from '../../steering/domain/exceptions';
import { type Complaint, LONGEST_NOTES } from '../../steering/domain/vocabulary';
import { placeOf, type ClientLocation } from '../location';
import { StackSteering } from './stack-steering';
import type { KnownModes } from '../modes';
import { escapeText, refuse, refuseOtherStack, refuseOtherStacks, providerIn } from './synth';

/** What an exception of every type takes. */
export interface SteeringExceptionBaseOptions {
  /**
   * The location that the exception belongs to, where the configuration has dynamic steering. Not every type is offered
   * on both. [doc]
   * @default - none: the configuration has one traffic mode for all
   */
  readonly location?: ClientLocation | undefined;
  /**
   * Free text for other administrators. [doc]
   * @default - none
   */
  readonly notes?: string | undefined;
  /**
   * What must be created before the exception, and destroyed after it.
   * @default - only what its properties refer to
   */
  readonly dependsOn?: readonly ITerraformDependable[] | undefined;
  /**
   * The last day of the exception, as `YYYY-MM-DD`, which its notes say too. `check` and `review` warn of it from 14
   * days before; after it they find an error while the exception is still there. Terraform removes nothing by itself.
   * @default - it has no last day
   * @literal It is entered in steering.json.
   */
  readonly expires?: string | undefined;
  /**
   * The provider of the tenant.
   * @default - that of the configuration, which no exception can differ from
   */
  readonly provider?: TerraformProvider | undefined;
}

/** What an exception has to know of its configuration. */
export interface ConfigurationOfException {
  /** The id of the configuration on the tenant. */
  readonly configurationId: string;
  /**
   * What the stack says of its traffic modes.
   * @default - nothing: the tenant decides whether it takes the exception
   * @internal
   */
  readonly modes?: KnownModes | undefined;
  /** The provider of the configuration's tenant; left out for the stack's provider without an alias. */
  readonly provider?: TerraformProvider | undefined;
}

/** The part of the props that names the configuration of an exception. */
export interface InConfiguration {
  /** The steering configuration that the exception belongs to. */
  readonly configuration: ConfigurationOfException;
}

/** The attributes that the resources of all types take. */
interface SharedConfig {
  readonly configurationId: string;
  readonly location?: string | undefined;
  readonly notes?: string | undefined;
  readonly provider?: TerraformProvider;
}

/** An exception of any type. Subclasses make the resource of their type. */
export abstract class ExceptionBase extends Construct implements ITerraformDependable {
  /** The Terraform resource, for what this construct does not offer, such as `importFrom` and `moveFromId`. */
  abstract readonly resource: TerraformResource & { readonly id: string };
  /** The provider of the tenant; left out for the stack's provider without an alias. */
  readonly provider: TerraformProvider | undefined;
  private readonly shared: SharedConfig;
  private readonly dependsOn: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    type: ExceptionTypeName,
    props: SteeringExceptionBaseOptions & InConfiguration,
  ) {
    super(scope, id);
    const { configuration, location, expires, dependsOn = [] } = props;
    const notes = this.notesOf(props);
    refuseOtherStack(this, 'configuration', configuration, OTHER_STACK);
    refuseOtherStacks(
      this,
      'dependsOn',
      dependsOn.filter((one): one is ITerraformDependable & IConstruct => Construct.isConstruct(one)),
    );
    this.provider = providerIn(this, props.provider, configuration, 'The configuration');
    const place = placeOf(location);
    if (place !== undefined) this.checkPlace(type, place, configuration);
    if (notes !== undefined) this.checkNotes(notes);
    this.shared = {
      configurationId: configuration.configurationId,
      location,
      notes: notes === undefined ? undefined : escapeText(notes),
      ...(this.provider && { provider: this.provider }),
    };
    this.dependsOn = dependsOn;
    if (expires !== undefined) StackSteering.of(this).expiries.push({ construct: this.node.path, expires });
  }

  /** Makes the resource from the attributes that all types have and those that only this type has. */
  protected make<R extends TerraformResource, D extends object>(
    Resource: new (scope: Construct, id: string, config: SharedConfig & D) => R,
    data: D,
  ): R {
    const resource = new Resource(this, 'Resource', { ...this.shared, ...data });
    if (this.dependsOn.length > 0) resource.dependsOn = this.dependsOn.map(addressOf);
    return resource;
  }

  /** The id of the exception: `<configuration>/<exception>`. */
  get exceptionId(): string {
    return this.resource.id;
  }

  /** The exception's address in Terraform, so that others can depend on it. */
  get fqn(): string {
    return this.resource.fqn;
  }

  private checkPlace(type: ExceptionTypeName, place: Place, { modes }: ConfigurationOfException): void {
    const inNoMode = complainAboutOffer(type, place, undefined);
    if (inNoMode !== undefined) refuse(this, sentences(inNoMode));
    if (modes === undefined) return;
    this.node.addValidation({
      validate: () => {
        const complaint =
          (modes.dynamic === undefined ? undefined : complainAboutSide('The configuration', modes.dynamic, place)) ??
          complainAboutOffer(type, place, modes.at[place]);
        return complaint === undefined ? [] : [sentences(complaint)];
      },
    });
  }

  /** The notes, with the last day as their last sentence. */
  private notesOf({ notes, expires }: SteeringExceptionBaseOptions): string | undefined {
    if (expires === undefined) return notes;
    const complaint = complainAboutExpiry(expires);
    if (complaint !== undefined) refuse(this, complaint);
    const last = `Expires ${expires}.`;
    return notes === undefined || notes === '' ? last : `${notes} ${last}`;
  }

  private checkNotes(notes: string): void {
    const { length } = [...notes];
    if (length <= LONGEST_NOTES || Token.isUnresolved(notes)) return;
    refuse(this, `The notes have ${length} characters; ${LONGEST_NOTES} are allowed.`);
  }
}

/** What to do where a configuration is in another stack. */
export const OTHER_STACK =
  'Refer to it in this stack: SteeringConfiguration.fromId(stack, id, theOther.configurationId).';

/**
 * The addresses that were already asked for. They are kept, because cdktf takes a stack trace for every reference, and
 * a thousand exceptions may depend on one port.
 */
const addresses = new WeakMap<ITerraformDependable, string>();

function addressOf(one: ITerraformDependable): string {
  const known = addresses.get(one) ?? dependable(one);
  addresses.set(one, known);
  return known;
}

function sentences({ summary, detail }: Complaint): string {
  return `${summary}. ${detail}`;
}
