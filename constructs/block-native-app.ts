/** How is a native app blocked? This construct takes the four steps of the article as one. */
import { checked } from './plumbing/checked';
import type { Construct } from 'constructs';
import { STANDARD_PORTS } from '../steering/domain/vocabulary';
import type { NonStandardPort, NonStandardPortOptions } from './non-standard-port';
import type { ConfigurationOfException } from './plumbing/exception-base';
import { NativeAppExceptions, type NativeAppExceptionOptions } from './plumbing/native-app-exceptions';
import { refuse } from './plumbing/synth';
import { isNativeApp } from './plumbing/used-app';
import { PlatformAction, type SteeringException } from './steering-exception';

/** Which traffic on a non-standard port is steered. */
export const PortScope = {
  /** Only traffic to the app's domains is steered, so that no other app is touched. */
  APP_DOMAINS: 'app_domains',
  /**
   * All traffic on the port is steered, as in the article. The article warns that traffic of other pinned apps on the
   * port is steered too. [seed]
   */
  ANY_HOST: 'any_host',
} as const;
export type PortScope = (typeof PortScope)[keyof typeof PortScope];

/** What a block of a native app takes, beside its configuration. */
export interface BlockNativeAppOptions extends NativeAppExceptionOptions {
  /**
   * The custom app domains of the exception. Block ignores them [community]; a tenant may require them [doc].
   * @default ['*'], as in the article [seed]
   */
  readonly customAppDomains?: readonly string[] | undefined;
  /**
   * The TCP ports to steer instead of the app's. Ports 80 and 443 are steered anyway and are skipped.
   * @default - the app's ports; none for an app that is defined already
   * @literal Each port has an entry that is named after it.
   */
  readonly ports?: readonly number[] | undefined;
  /**
   * The domains for which these ports are steered.
   * @default - the app's domains
   */
  readonly domains?: readonly string[] | undefined;
  /**
   * Which traffic on these ports is steered.
   * @default PortScope.APP_DOMAINS
   * @literal The entries of the ports are made for it.
   */
  readonly portScope?: PortScope | undefined;
}

/** What a block needs of its configuration; every steering configuration has it. */
export interface ConfigurationOfBlock extends ConfigurationOfException {
  /** Steers a port other than 80 and 443. */
  addNonStandardPort(port: number, options?: NonStandardPortOptions): NonStandardPort;
}

/** What `BlockNativeApp` takes. */
export interface BlockNativeAppProps extends BlockNativeAppOptions {
  /** The configuration whose users are blocked. */
  readonly configuration: ConfigurationOfBlock;
}

/**
 * Blocks a native app for the users of a configuration: defines it, steers its ports, and adds the Block exception. All
 * constructs of a stack that use one native app share its definition, so an app can be blocked in several
 * configurations. An app that the tenant predefines is looked up instead.
 * @example
 * import { BlockNativeApp, NativeApps, Platform } from 'cdktf-netskope-steering';
 *
 * new BlockNativeApp(stack, 'WhatsApp', {
 *   configuration,
 *   app: NativeApps.WHATSAPP,
 *   platforms: [Platform.WINDOWS, Platform.MAC_OS],
 * });
 */
export class BlockNativeApp extends NativeAppExceptions {
  readonly exception: SteeringException;
  readonly exceptions: readonly SteeringException[];
  /** The entries of the app's non-standard ports; other constructs may share them. */
  readonly ports: readonly NonStandardPort[];

  constructor(scope: Construct, id: string, props: BlockNativeAppProps) {
    [id, props] = checked(scope, 'BlockNativeApp', id, props);
    super(scope, id, props);
    const { customAppDomains = ['*'] } = props;
    this.ports = this.steerPorts(props);
    // An administrator who sees the exception may rely on the block, so the exception is created last and destroyed
    // first.
    this.exceptions = this.except(props, PlatformAction.BLOCK, { customAppDomains, dependsOn: this.ports });
    [this.exception] = this.exceptions as [SteeringException];
  }

  private steerPorts({
    configuration,
    app,
    ports = isNativeApp(app) ? (app.ports ?? []) : [],
    domains = isNativeApp(app) ? (app.domains ?? []) : [],
    portScope,
  }: BlockNativeAppProps): NonStandardPort[] {
    const steered = [...new Set(ports)].filter((port) => !STANDARD_PORTS.includes(port));
    if (portScope === PortScope.ANY_HOST) return steered.map((port) => configuration.addNonStandardPort(port));
    if (steered.length > 0 && domains.length === 0) {
      const name = isNativeApp(app) ? app.name : 'this app';
      refuse(
        this,
        `No domains of ${name} are known, to steer port ${steered.join(', ')} for. Give them in domains, or set portScope: PortScope.ANY_HOST.`,
      );
    }
    return steered.map((port) => configuration.addNonStandardPort(port, { domains }));
  }
}
