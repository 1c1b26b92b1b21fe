/** An exception for network locations of destinations: traffic to them is bypassed instead of steered. */
import type { IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { DestinationLocationException } from '../l1/destination-location-exception';
import { refuseBadNames, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';
import type { BypassAction } from './action';

export interface DestinationLocationBypassOptions extends ExceptionOptions {
  /** Names of network locations; at least one. */
  readonly networkLocations: readonly string[];
  /**
   * What happens to traffic to them.
   * @default BypassAction.BYPASS
   */
  readonly action?: BypassAction;
  /**
   * Treats their addresses like local ones. [doc]
   * @default false
   */
  readonly treatLikeLocalIp?: boolean | IResolvable;
}

export interface DestinationLocationBypassProps extends DestinationLocationBypassOptions, InConfiguration {}

/** Bypasses network locations of destinations. */
export class DestinationLocationBypass extends ExceptionBase {
  protected readonly resource: DestinationLocationException;

  constructor(scope: Construct, id: string, props: DestinationLocationBypassProps) {
    super(scope, id, 'destination_location', props);
    const { networkLocations, action, treatLikeLocalIp } = props;
    refuseEmpty(this, 'networkLocations', networkLocations);
    refuseBadNames(this, 'networkLocations', networkLocations);
    this.resource = this.make(DestinationLocationException, {
      networkLocations: escapeTexts(networkLocations),
      action,
      treatLikeLocalIp,
    });
  }
}
