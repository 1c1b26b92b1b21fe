/**
 * Which construct stands for a configuration that exists already? For the default one that a stack adopts, and for those
 * that are managed elsewhere, which it finds by their ids or names.
 */
import { TerraformResource, type TerraformProvider } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { DataNetskopesteeringConfiguration } from '../l1/data-netskopesteering-configuration';
import { DefaultConfiguration } from '../l1/default-configuration';
import { checkModes, knownModes, type KnownModes, type TrafficModeProps } from '../modes';
import { expectMode, type TrafficMode } from '../traffic-mode';
import { SteeringConfigurationBase } from './configuration-base';
import { steeredToL1, type SteeredTrafficProps } from './steered-traffic';
import { escapeText, refuse } from './synth';

/** The default configuration's id on every tenant. [doc] */
export const DEFAULT_ID = '0';

/**
 * The tenant's default configuration, adopted: it is imported rather than created, and changed only where props say so.
 * Users get it from `SteeringConfiguration.adoptDefault`.
 */
export class AdoptedDefault extends SteeringConfigurationBase {
  readonly configurationId: string;
  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: DefaultConfiguration;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, props: SteeredTrafficProps) {
    super(scope, id, props.provider, DEFAULT_ID);
    // A setting that is not written stays as the tenant has it.
    this.modes = knownModes(props, {});
    this.expectTrafficMode = props.expectTrafficMode;
    checkModes(this, props, this.modes);
    this.resource = new DefaultConfiguration(this, 'Resource', steeredToL1(this, props));
    this.resource.importFrom(DEFAULT_ID, props.provider);
    this.configurationId = this.resource.id;
    this.node.addValidation({ validate: () => this.complainAboutSecondAdoption() });
  }

  private complainAboutSecondAdoption(): string[] {
    const others = this.twins().filter(({ node }) => isAdopted(node.tryFindChild('Resource')));
    if (others.length === 0) return [];
    const paths = others.map(({ node }) => node.path).join(', ');
    return [`The default configuration is also adopted as ${paths}. Adopt it once, and hand the construct on.`];
  }
}

function isAdopted(resource: IConstruct | undefined): boolean {
  return (
    TerraformResource.isTerraformResource(resource) &&
    resource.terraformResourceType === DefaultConfiguration.tfResourceType
  );
}

/** What a reference to a configuration that exists, or its lookup, takes. */
export interface ConfigurationLookupOptions extends Pick<TrafficModeProps, 'expectTrafficMode'> {
  /** The provider of the tenant. @default - the stack's provider without an alias */
  readonly provider?: TerraformProvider | undefined;
}

/** A configuration that is managed elsewhere, referred to by its id. Users get it from `SteeringConfiguration.fromId`. */
export class ReferredConfiguration extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, configurationId: string, props: ConfigurationLookupOptions) {
    super(scope, id, props.provider, configurationId);
    const { expectTrafficMode, provider } = props;
    this.expectTrafficMode = expectTrafficMode;
    checkModes(this, props, { at: {} });
    this.configurationId =
      expectTrafficMode === undefined
        ? configurationId
        : new DataNetskopesteeringConfiguration(this, 'Resource', {
            id: escapeText(configurationId),
            lifecycle: expectMode(expectTrafficMode),
            ...(provider && { provider }),
          }).id;
  }
}

/** A configuration that is managed elsewhere, looked up by its name. Users get it from `SteeringConfiguration.fromName`. */
export class NamedConfiguration extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, name: string, props: ConfigurationLookupOptions) {
    super(scope, id, props.provider, `name ${name}`);
    const { expectTrafficMode } = props;
    this.expectTrafficMode = expectTrafficMode;
    if (name === '') refuse(this, 'The name to look up is empty. Give the exact name of a configuration.');
    checkModes(this, props, { at: {} });
    const data = new DataNetskopesteeringConfiguration(this, 'Resource', {
      name: escapeText(name),
      ...(expectTrafficMode !== undefined && { lifecycle: expectMode(expectTrafficMode) }),
      ...(props.provider && { provider: props.provider }),
    });
    this.configurationId = data.id;
  }
}
