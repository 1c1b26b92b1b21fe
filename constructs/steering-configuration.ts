/** A steering configuration: what the clients of some users steer, and the exceptions from it. */
import { Token, TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { Configuration } from './l1/configuration';
import { DefaultConfiguration } from './l1/default-configuration';
import { NonStandardPort, type NonStandardPortOptions } from './non-standard-port';
import { refuse } from './refusal';
import { SteeringException, type SteeringExceptionOptions } from './steering-exception';
import { escapeText, escapeTexts } from './text';
import { complainAboutWrittenMode, expectMode, steersAtLeast, TrafficMode } from './traffic-mode';

/** The default configuration's id on every tenant. [doc] */
const DEFAULT_ID = '0';

/** Characters of a name, at most. [doc] */
const LONGEST_NAME = 40;

/** A steering configuration, made here, adopted, or only referred to. */
export interface ISteeringConfiguration extends IConstruct {
  /** `config_id`: `0` is the default one. */
  readonly configurationId: string;
  /** Steers a port beside 80 and 443. Calls for one port are merged into one row: the union of their domains, or every host if one call names none. */
  addNonStandardPort(port: number, options?: NonStandardPortOptions): NonStandardPort;
  /** Adds an exception for a certificate pinned app. */
  addException(id: string, options: SteeringExceptionOptions): SteeringException;
}

export interface ModeProps {
  /**
   * The mode to set.
   * @default - a configuration of its own: cloud apps only; the adopted default: left as it is found
   */
  readonly trafficMode?: TrafficMode;
  /**
   * Stops the plan, with the reason, if clients do not steer at least what they do in this mode: a block would not bite.
   * @default - no expectation
   */
  readonly expectTrafficMode?: TrafficMode;
}

export interface SteeringConfigurationProps extends ModeProps {
  /** At most 40 characters [doc], unique on the tenant [assumed]. */
  readonly name: string;
  /** @default false, as on the tenant [doc] */
  readonly enabled?: boolean;
  /**
   * User groups it applies to; excludes `organizationUnits`, for the whole tenant. [doc]
   * @default - none
   */
  readonly userGroups?: readonly string[];
  /**
   * Organizational units it applies to.
   * @default - none
   */
  readonly organizationUnits?: readonly string[];
}

abstract class SteeringConfigurationBase extends Construct implements ISteeringConfiguration {
  abstract readonly configurationId: string;

  /** `existing`: the id of a configuration that another construct may stand for as well. */
  constructor(
    scope: Construct,
    id: string,
    private readonly existing?: string,
  ) {
    super(scope, id);
    this.node.addValidation({ validate: () => this.complainAboutSharedPorts() });
  }

  addNonStandardPort(port: number, options: NonStandardPortOptions = {}): NonStandardPort {
    if (Token.isUnresolved(port)) {
      refuse(
        this,
        'The port is only known at apply, but its row is named after it. Give a number, or use l1.nonStandardPort.NonStandardPort.',
      );
    }
    const row = this.node.tryFindChild(portId(port));
    if (!(row instanceof NonStandardPort)) {
      return new NonStandardPort(this, portId(port), { configurationId: this.configurationId, port, ...options });
    }
    row.steer(options);
    return row;
  }

  addException(id: string, options: SteeringExceptionOptions): SteeringException {
    return new SteeringException(this, id, { ...options, configuration: this });
  }

  protected checkModes({ trafficMode, expectTrafficMode: expected }: ModeProps): void {
    if (expected === TrafficMode.NONE)
      refuse(
        this,
        'expectTrafficMode: NONE expects nothing, because every mode steers at least nothing. Leave it out.',
      );
    if (expected === undefined || trafficMode === undefined || Token.isUnresolved(trafficMode)) return;
    if (!steersAtLeast(trafficMode, expected)) refuse(this, complainAboutWrittenMode(trafficMode, expected));
  }

  /** Other constructs of the stack that stand for the same existing configuration. */
  protected twins(): SteeringConfigurationBase[] {
    if (this.existing === undefined || Token.isUnresolved(this.existing)) return [];
    return TerraformStack.of(this)
      .node.findAll()
      .filter((node): node is SteeringConfigurationBase => node instanceof SteeringConfigurationBase)
      .filter((twin) => twin !== this && twin.existing === this.existing);
  }

  /** Twins cannot merge their rows, and Terraform would create both. */
  private complainAboutSharedPorts(): string[] {
    const ports = this.node.children.filter((child): child is NonStandardPort => child instanceof NonStandardPort);
    return ports.flatMap(({ port, node }) => {
      const others = this.twins().filter((twin) => twin.node.tryFindChild(node.id) !== undefined);
      if (others.length === 0) return [];
      return [
        `Port ${port} of this configuration is also added through ${others.map((other) => other.node.path).join(', ')}. ` +
          'Use one construct for the configuration, so that what is wanted of the port ends in one row.',
      ];
    });
  }
}

/** A steering configuration for some users. */
export class SteeringConfiguration extends SteeringConfigurationBase {
  /**
   * The tenant's default configuration. It exists already: the stack imports it, changes only what is given here, and puts
   * back what it found when the stack is destroyed. Once a stack.
   */
  static adoptDefault(scope: Construct, id: string, props: ModeProps = {}): ISteeringConfiguration {
    return new AdoptedDefault(scope, id, props);
  }

  /** A configuration that is managed elsewhere. */
  static fromId(scope: Construct, id: string, configurationId: string): ISteeringConfiguration {
    return new ReferredConfiguration(scope, id, configurationId);
  }

  readonly configurationId: string;

  constructor(scope: Construct, id: string, props: SteeringConfigurationProps) {
    super(scope, id);
    const { name, enabled, trafficMode, userGroups, organizationUnits } = props;
    if (!Token.isUnresolved(name) && (name === '' || [...name].length > LONGEST_NAME)) {
      refuse(
        this,
        `The name ${JSON.stringify(name)} has ${[...name].length} characters; 1 to ${LONGEST_NAME} are allowed.`,
      );
    }
    if (userGroups !== undefined && organizationUnits !== undefined) {
      refuse(
        this,
        'Both userGroups and organizationUnits are given, but a tenant uses one kind for all its configurations. Give one.',
      );
    }
    // The mode of a configuration that names none is the provider's default.
    this.checkModes({ ...props, trafficMode: trafficMode ?? TrafficMode.CLOUD_APPS });
    const resource = new Configuration(this, 'Resource', {
      name: escapeText(name),
      enabled,
      trafficMode,
      userGroups: userGroups && escapeTexts(userGroups),
      organizationUnits: organizationUnits && escapeTexts(organizationUnits),
      ...expected(props),
    });
    this.configurationId = resource.id;
  }
}

class AdoptedDefault extends SteeringConfigurationBase {
  readonly configurationId: string;

  constructor(scope: Construct, id: string, props: ModeProps) {
    super(scope, id, DEFAULT_ID);
    this.checkModes(props);
    const resource = new DefaultConfiguration(this, 'Resource', { trafficMode: props.trafficMode, ...expected(props) });
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

class ReferredConfiguration extends SteeringConfigurationBase {
  constructor(
    scope: Construct,
    id: string,
    readonly configurationId: string,
  ) {
    super(scope, id, configurationId);
  }
}

function expected({ expectTrafficMode }: ModeProps): { lifecycle?: ReturnType<typeof expectMode> } {
  return expectTrafficMode === undefined ? {} : { lifecycle: expectMode(expectTrafficMode) };
}

/** A contract: the Terraform address of the row follows from it. */
function portId(port: number): string {
  return `Port${port}`;
}
