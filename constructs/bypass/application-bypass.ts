/** An exception for applications: their traffic is bypassed instead of steered. */
import type { Construct } from 'constructs';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { ApplicationException } from '../l1/application-exception';
import { refuseBadNames, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';
import type { BypassAction } from './action';

export interface ApplicationBypassOptions extends ExceptionOptions {
  /** Names of cloud applications, or of firewall apps; at least one. */
  readonly applications: readonly string[];
  /**
   * What happens to their traffic.
   * @default BypassAction.BYPASS
   */
  readonly action?: BypassAction;
}

export interface ApplicationBypassProps extends ApplicationBypassOptions, InConfiguration {}

/** Bypasses applications. Off-premises they are offered in all-traffic mode only. [doc] */
export class ApplicationBypass extends ExceptionBase {
  protected readonly resource: ApplicationException;

  constructor(scope: Construct, id: string, props: ApplicationBypassProps) {
    super(scope, id, 'application', props);
    const { applications, action } = props;
    refuseEmpty(this, 'applications', applications);
    refuseBadNames(this, 'applications', applications);
    this.resource = this.make(ApplicationException, { applications: escapeTexts(applications), action });
  }
}
