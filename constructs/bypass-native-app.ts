/** How is the traffic of a native app taken out of steering? By this construct, which defines the app and adds the exception. */
import { checked } from './plumbing/checked';
import type { Construct } from 'constructs';
import type { ConfigurationOfException } from './plumbing/exception-base';
import { NativeAppExceptions, type NativeAppExceptionOptions } from './plumbing/native-app-exceptions';
import { PlatformAction, type SteeringException, type SteeringExceptionOptions } from './steering-exception';

/** What a bypass of a native app takes, beside its configuration. */
export interface BypassNativeAppOptions
  extends
    NativeAppExceptionOptions,
    Pick<SteeringExceptionOptions, 'windowsDeviceClassifications' | 'macOsDeviceClassifications'> {
  /**
   * What happens to the app's traffic instead of steering, on each of the platforms.
   * @default PlatformAction.BYPASS
   */
  readonly action?: PlatformAction | undefined;
  /**
   * The destinations that the bypass is limited to, compared by suffix; `*` is every host. [doc]
   * @default ['*'], because a tenant with Enhanced Certificate Pinned App may ignore a bypass without domains [doc]
   */
  readonly customAppDomains?: readonly string[] | undefined;
}

/** What `BypassNativeApp` takes. */
export interface BypassNativeAppProps extends BypassNativeAppOptions {
  /** The configuration for whose users the app is bypassed. */
  readonly configuration: ConfigurationOfException;
}

/**
 * Bypasses a native app for the users of a configuration: its traffic is not steered. The app is defined, looked up or
 * shared as by `BlockNativeApp`; no port is steered.
 */
export class BypassNativeApp extends NativeAppExceptions {
  readonly exception: SteeringException;
  readonly exceptions: readonly SteeringException[];

  constructor(scope: Construct, id: string, props: BypassNativeAppProps) {
    [id, props] = checked(scope, 'BypassNativeApp', id, props);
    super(scope, id, props);
    const { action = PlatformAction.BYPASS, customAppDomains = ['*'] } = props;
    const { windowsDeviceClassifications: windows, macOsDeviceClassifications: macOs } = props;
    this.exceptions = this.except(props, action, {
      customAppDomains,
      ...(windows !== undefined && { windowsDeviceClassifications: windows }),
      ...(macOs !== undefined && { macOsDeviceClassifications: macOs }),
    });
    [this.exception] = this.exceptions as [SteeringException];
  }
}
