/** An exception for domains: traffic to them is bypassed instead of steered. */
import type { Construct } from 'constructs';
import { complainAboutExceptionDomain } from '../../steering/domain/hosts';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { DomainException } from '../l1/domain-exception';
import { refuseBadHosts, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';

export interface DomainBypassOptions extends ExceptionOptions {
  /**
   * Host names, and wildcards such as `*.example.com`; at least one. [doc] Whether a wildcard covers `example.com` itself is
   * said in two ways by the vendor.
   */
  readonly domains: readonly string[];
}

export interface DomainBypassProps extends DomainBypassOptions, InConfiguration {}

/** Bypasses domains. */
export class DomainBypass extends ExceptionBase {
  protected readonly resource: DomainException;

  constructor(scope: Construct, id: string, props: DomainBypassProps) {
    super(scope, id, 'domains', props);
    refuseEmpty(this, 'domains', props.domains);
    refuseBadHosts(this, props.domains, complainAboutExceptionDomain);
    this.resource = this.make(DomainException, { domains: escapeTexts(props.domains) });
  }
}
