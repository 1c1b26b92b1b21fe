/** A native app, blocked: the four steps of the article as one construct. */
import { Annotations, Token } from 'cdktf';
import { Construct } from 'constructs';
import { Location } from './location';
import { CertificatePinnedApp, type AppDefinition } from './certificate-pinned-app';
import type { ISteeringConfiguration } from './plumbing/configuration-base';
import { leftOut, type NativeApp } from './native-apps';
import { STANDARD_PORTS, type NonStandardPort } from './non-standard-port';
import { PLATFORMS, type Platform, type PlatformProperty } from './platform';
import { refuse } from './plumbing/synth';
import { PlatformAction, SteeringException } from './steering-exception';

/** Which traffic on a non-standard port is steered. */
export enum PortScope {
  /** Only to the app's domains: narrow, and no other app is touched. */
  APP_DOMAINS = 'app_domains',
  /** All of it, as the article does; it warns that other pinned apps on the same port are steered too. [seed] */
  ANY_HOST = 'any_host',
}

export interface BlockNativeAppProps {
  /** The configuration whose users are blocked. */
  readonly configuration: ISteeringConfiguration;
  /** A preset of `NativeApps`, or your own. */
  readonly app: NativeApp;
  /**
   * The platforms to block it on.
   * @default - every platform on which an executable of the app is known
   */
  readonly platforms?: readonly Platform[];
  /**
   * Free text on the exception, for other administrators.
   * @default - none
   */
  readonly notes?: string;
  /**
   * Custom app domains of the exception. Block ignores them [community]; a tenant may require them [doc].
   * @default ['*'], as in the article [seed]
   */
  readonly customAppDomains?: readonly string[];
  /**
   * TCP ports to steer, instead of the app's. 80 and 443 are steered anyway and are skipped.
   * @default - the app's ports
   */
  readonly ports?: readonly number[];
  /**
   * Which traffic on these ports is steered.
   * @default PortScope.APP_DOMAINS
   */
  readonly portScope?: PortScope;
  /**
   * The sides to block it on, where the configuration has dynamic steering.
   * @default - both where the stack itself turns dynamic steering on; or else none: the configuration has no sides
   */
  readonly locations?: readonly Location[];
  /**
   * Blocks executables as well that a preset leaves out, because only third parties name them beside those of the article.
   * @default false
   */
  readonly communityExecutables?: boolean;
}

const SIDES: readonly Location[] = [Location.ON_PREMISES, Location.OFF_PREMISES];

/** Blocks a native app for the users of a configuration: defines it, steers its ports, and adds the Block exception. */
export class BlockNativeApp extends Construct {
  readonly app: CertificatePinnedApp;
  /** With dynamic steering, the first of `exceptions`. */
  readonly exception: SteeringException;
  /** One, or with dynamic steering one for each side. */
  readonly exceptions: readonly SteeringException[];
  /** The rows of its non-standard ports; other constructs may share them. */
  readonly ports: readonly NonStandardPort[];

  constructor(scope: Construct, id: string, props: BlockNativeAppProps) {
    super(scope, id);
    const { app } = props;
    const properties = this.propertiesOf(props);
    this.app = new CertificatePinnedApp(this, 'App', { name: app.name, ...this.definitions(props, properties) });
    this.ports = this.steerPorts(props);
    const [first, ...others] = this.sides(props);
    this.exception = this.block(props, properties, first);
    this.exceptions = [this.exception, ...others.map((side) => this.block(props, properties, side, this.exception))];
  }

  /** The side of each exception, on-premises first; undefined: no side. */
  private sides({ configuration: { modes }, locations }: BlockNativeAppProps): (Location | undefined)[] {
    if (locations === undefined) return modes?.dynamic === true ? [...SIDES] : [undefined];
    if (Token.isUnresolved(locations) || locations.some((side) => !SIDES.includes(side))) {
      refuse(this, 'The locations are only known at apply, but the exceptions are named after them. Write them out.');
    }
    if (locations.length > 0) return SIDES.filter((side) => locations.includes(side));
    return refuse(
      this,
      'The list of locations is empty, so nothing would be blocked. Name a location, or leave it out.',
    );
  }

  /**
   * `before`: the exception of the other side. What had no side becomes that of one, and moves before the other is made or
   * after it is gone: a tenant that turns dynamic steering on or off moves exceptions itself [doc], and two would be alike.
   */
  private block(
    { configuration, notes, customAppDomains = ['*'] }: BlockNativeAppProps,
    properties: readonly PlatformProperty[],
    location: Location | undefined,
    before?: SteeringException,
  ): SteeringException {
    return new SteeringException(this, exceptionId(location), {
      configuration,
      app: this.app,
      ...Object.fromEntries(properties.map((property) => [property, PlatformAction.BLOCK])),
      customAppDomains,
      ...(notes !== undefined && { notes }),
      ...(location !== undefined && { location }),
      // Who sees the exception on the tenant may rely on it: it comes last, and goes first.
      dependsOn: before === undefined ? this.ports : [...this.ports, before],
    });
  }

  private propertiesOf({ app, platforms }: BlockNativeAppProps): PlatformProperty[] {
    if (platforms === undefined) return this.knownPlatforms(app);
    if (platforms.length === 0)
      refuse(this, 'No platform to block the app on. Give at least one, such as Platform.WINDOWS.');
    return PLATFORMS.filter(({ platform }) => platforms.includes(platform)).map(({ property }) => property);
  }

  private knownPlatforms(app: NativeApp): PlatformProperty[] {
    const properties = PLATFORMS.map(({ property }) => property).filter((property) => (app[property] ?? []).length > 0);
    if (properties.length > 0) return properties;
    return refuse(this, `No executable of ${app.name} is known on any platform. Give its names in the app.`);
  }

  private definitions(
    props: BlockNativeAppProps,
    properties: readonly PlatformProperty[],
  ): Record<string, AppDefinition> {
    return Object.fromEntries(properties.map((property) => [property, { processes: this.processes(props, property) }]));
  }

  private processes({ app, communityExecutables = false }: BlockNativeAppProps, property: PlatformProperty): string[] {
    const known = [...(app[property] ?? [])];
    const others = leftOut(app, property);
    if (communityExecutables) known.push(...others);
    else if (others.length > 0) {
      Annotations.of(this).addInfo(
        `${app.name} is also known to run as ${others.join(', ')}, by third parties only. It stays unblocked unless you set communityExecutables: true.`,
      );
    }
    if (known.length > 0) return known;
    return refuse(
      this,
      `No executable of ${app.name} is known for "${property}". Give its names in the app, or drop the platform.`,
    );
  }

  private steerPorts({
    configuration,
    app,
    ports = app.ports ?? [],
    portScope,
  }: BlockNativeAppProps): NonStandardPort[] {
    const rows = [...new Set(ports)].filter((port) => !STANDARD_PORTS.includes(port));
    if (portScope === PortScope.ANY_HOST) return rows.map((port) => configuration.addNonStandardPort(port));
    const domains = app.domains ?? [];
    if (rows.length > 0 && domains.length === 0) {
      refuse(
        this,
        `No domains of ${app.name} are known, to steer port ${rows.join(', ')} for. Give them in the app, or set portScope: PortScope.ANY_HOST.`,
      );
    }
    return rows.map((port) => configuration.addNonStandardPort(port, { domains }));
  }
}

/** A contract: the Terraform address of the exception follows from it. */
function exceptionId(location: Location | undefined): string {
  return location === Location.OFF_PREMISES ? 'ExceptionOffPremises' : 'Exception';
}
