/** An exception for network locations of clients: their traffic is bypassed instead of steered. */
import type { Construct } from 'constructs';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { SourceLocationException } from '../l1/source-location-exception';
import { refuseBadNames, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';

export interface SourceLocationBypassOptions extends ExceptionOptions {
  /** Names of network locations; at least one. */
  readonly networkLocations: readonly string[];
}

export interface SourceLocationBypassProps extends SourceLocationBypassOptions, InConfiguration {}

/** Bypasses network locations of clients. Without dynamic steering they are not offered in all-traffic mode. [doc] */
export class SourceLocationBypass extends ExceptionBase {
  protected readonly resource: SourceLocationException;

  constructor(scope: Construct, id: string, props: SourceLocationBypassProps) {
    super(scope, id, 'source_location', props);
    refuseEmpty(this, 'networkLocations', props.networkLocations);
    refuseBadNames(this, 'networkLocations', props.networkLocations);
    this.resource = this.make(SourceLocationException, { networkLocations: escapeTexts(props.networkLocations) });
  }
}
