/** A native app, blocked: the four steps of the article as one construct. */
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { CertificatePinnedApp, type AppDefinition } from './certificate-pinned-app';
import { leftOut, type NativeApp } from './native-apps';
import { STANDARD_PORTS, type NonStandardPort } from './non-standard-port';
import { PLATFORMS, type Platform, type PlatformProperty } from './platform';
import { refuse } from './refusal';
import type { ISteeringConfiguration } from './steering-configuration';
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
  /** The platforms to block it on. */
  readonly platforms: readonly Platform[];
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
   * Blocks executables as well that only third parties name.
   * @default false
   */
  readonly communityExecutables?: boolean;
}

/** Blocks a native app for the users of a configuration: defines it, steers its ports, and adds the Block exception. */
export class BlockNativeApp extends Construct {
  readonly app: CertificatePinnedApp;
  readonly exception: SteeringException;
  /** The rows of its non-standard ports; other constructs may share them. */
  readonly ports: readonly NonStandardPort[];

  constructor(scope: Construct, id: string, props: BlockNativeAppProps) {
    super(scope, id);
    const { configuration, app, notes, customAppDomains = ['*'] } = props;
    const properties = this.propertiesOf(props);
    this.app = new CertificatePinnedApp(this, 'App', { name: app.name, ...this.definitions(props, properties) });
    this.ports = this.steerPorts(props);
    this.exception = new SteeringException(this, 'Exception', {
      configuration,
      app: this.app,
      ...Object.fromEntries(properties.map((property) => [property, PlatformAction.BLOCK])),
      customAppDomains,
      ...(notes !== undefined && { notes }),
      // Who sees the exception on the tenant may rely on it: it comes last, and goes first.
      dependsOn: this.ports,
    });
  }

  private propertiesOf({ platforms }: BlockNativeAppProps): PlatformProperty[] {
    if (platforms.length === 0)
      refuse(this, 'No platform to block the app on. Give at least one, such as Platform.WINDOWS.');
    return PLATFORMS.filter(({ platform }) => platforms.includes(platform)).map(({ property }) => property);
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
