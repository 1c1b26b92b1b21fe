/** The tenant's default configuration, adopted: imported rather than created, and changed only where props say so. */
import type { Construct } from 'constructs';
import { SteeringConfigurationBase } from './configuration-base';
import { DefaultConfiguration } from './l1/default-configuration';
import { checkModes, knownModes, type KnownModes } from './modes';
import { steeredToL1, type SteeredTrafficProps } from './steered-traffic';
import type { TrafficMode } from './traffic-mode';

/** The default configuration's id on every tenant. [doc] */
const DEFAULT_ID = '0';

/** Use `SteeringConfiguration.adoptDefault`. */
export class AdoptedDefault extends SteeringConfigurationBase {
  readonly configurationId: string;
  override readonly modes: KnownModes;
  override readonly expectTrafficMode: TrafficMode | undefined;

  constructor(scope: Construct, id: string, props: SteeredTrafficProps) {
    super(scope, id, DEFAULT_ID);
    // What is not written is left as the tenant has it.
    this.modes = knownModes(props, {});
    this.expectTrafficMode = props.expectTrafficMode;
    checkModes(this, props, this.modes);
    const resource = new DefaultConfiguration(this, 'Resource', steeredToL1(this, props));
    resource.importFrom(DEFAULT_ID);
    this.configurationId = resource.id;
    this.node.addValidation({ validate: () => this.complainAboutSecondAdoption() });
  }

  private complainAboutSecondAdoption(): string[] {
    const others = this.twins().filter((twin) => twin instanceof AdoptedDefault);
    if (others.length === 0) return [];
    const paths = others.map(({ node }) => node.path).join(', ');
    return [`The default configuration is also adopted as ${paths}. Adopt it once, and hand the construct on.`];
  }
}
