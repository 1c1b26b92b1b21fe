/** What do a block and a bypass of a native app share? The app, its platforms, and an exception for each location. */
import { Token, type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { CertificatePinnedApp, ICertificatePinnedApp } from '../certificate-pinned-app';
import { ClientLocation } from '../location';
import type { PlatformProperty } from '../platform';
import { SteeringException, type PlatformAction, type SteeringExceptionOptions } from '../steering-exception';
import { OTHER_STACK, type SteeringExceptionBaseOptions, type InConfiguration } from './exception-base';
import { providerIn, refuse, refuseOtherStack } from './synth';
import { useApp, type NativeAppUse } from './used-app';

/** What a block and a bypass of a native app take, beside the configuration. */
export interface NativeAppExceptionOptions
  extends NativeAppUse, Omit<SteeringExceptionBaseOptions, 'location' | 'dependsOn'> {
  /**
   * The locations in which the exception holds, where the configuration has dynamic steering.
   * @default - both where the stack itself turns dynamic steering on; otherwise one exception without a location
   */
  readonly locations?: readonly ClientLocation[] | undefined;
}

const LOCATIONS: readonly ClientLocation[] = [ClientLocation.ON_PREMISES, ClientLocation.OFF_PREMISES];

/** The exceptions of a configuration for a native app. Subclasses say what they do. */
export abstract class NativeAppExceptions extends Construct implements ITerraformDependable {
  /** The certificate pinned app, which other constructs may share. */
  readonly app: ICertificatePinnedApp;
  /** The same where this stack defines it; undefined for an app that is only looked up or referred to. */
  readonly definition: CertificatePinnedApp | undefined;
  /** The provider of the tenant; undefined for the stack's provider without an alias. */
  readonly provider: TerraformProvider | undefined;
  private readonly properties: readonly PlatformProperty[];

  constructor(scope: Construct, id: string, props: NativeAppExceptionOptions & InConfiguration) {
    super(scope, id);
    refuseOtherStack(this, 'configuration', props.configuration, OTHER_STACK);
    this.provider = providerIn(this, props.provider, props.configuration, 'The configuration');
    const { app, properties } = useApp(this, props, this.provider);
    this.app = app;
    this.definition = 'resource' in app ? (app as CertificatePinnedApp) : undefined;
    this.properties = properties;
  }

  /** The exception; with dynamic steering, the first of `exceptions`. */
  abstract readonly exception: SteeringException;
  /** The exceptions: one, or with dynamic steering one for each location. */
  abstract readonly exceptions: readonly SteeringException[];

  /** The address of what is made last, so that others can depend on all of it. */
  get fqn(): string {
    return (this.exceptions.at(-1) ?? this.exception).fqn;
  }

  /**
   * Makes the exceptions, one for each location. When a stack turns dynamic steering on or off, the exception that held
   * everywhere becomes that of the first location, or the other way round. It changes before the second exception is
   * made, or after that is gone: a tenant moves exceptions itself when dynamic steering is turned on or off [doc], and
   * two would be alike.
   */
  protected except(
    props: NativeAppExceptionOptions & InConfiguration,
    action: PlatformAction,
    options: Omit<SteeringExceptionOptions, 'app' | 'location'>,
  ): readonly [SteeringException, ...SteeringException[]] {
    const { configuration, notes, expires } = props;
    const { dependsOn = [] } = options;
    const make = (location: ClientLocation | undefined, before?: SteeringException) =>
      new SteeringException(this, exceptionId(location), {
        configuration,
        app: this.app,
        ...options,
        ...Object.fromEntries(this.properties.map((property) => [property, action])),
        ...(notes !== undefined && { notes }),
        ...(expires !== undefined && { expires }),
        ...(location !== undefined && { location }),
        dependsOn: before === undefined ? dependsOn : [...dependsOn, before],
      });
    const [first, ...others] = this.locationsOf(props);
    const exception = make(first);
    return [exception, ...others.map((location) => make(location, exception))];
  }

  /** The location of each exception, on-premises first; undefined for an exception that holds everywhere. */
  private locationsOf({
    configuration: { modes },
    locations,
  }: NativeAppExceptionOptions & InConfiguration): (ClientLocation | undefined)[] {
    if (locations === undefined && modes?.dynamicAtApply === true) {
      refuse(
        this,
        'Whether the configuration has dynamic steering is only known at apply, but there is an exception for each location. Name the locations: locations: [ClientLocation.ON_PREMISES, ClientLocation.OFF_PREMISES].',
      );
    }
    if (locations === undefined) return modes?.dynamic === true ? [...LOCATIONS] : [undefined];
    if (Token.isUnresolved(locations) || locations.some((one) => !LOCATIONS.includes(one))) {
      refuse(this, 'The locations are only known at apply, but the exceptions are named after them. Write them out.');
    }
    if (locations.length > 0) return LOCATIONS.filter((one) => locations.includes(one));
    return refuse(
      this,
      'The list of locations is empty, so the exception would hold nowhere. Name a location, or leave it out.',
    );
  }
}

/** The id is a contract: the Terraform address of the exception follows from it. */
function exceptionId(location: ClientLocation | undefined): string {
  return location === ClientLocation.OFF_PREMISES ? 'ExceptionOffPremises' : 'Exception';
}
