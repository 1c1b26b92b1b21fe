/** An exception for DNS: questions of clients that are bypassed instead of steered. */
import { Token, Tokenization, type IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { complainAboutDnsQuestion } from '../../steering/domain/hosts';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { DnsException } from '../l1/dns-exception';
import { refuseBad, refuseEmpty } from '../refusal';
import { escapeText } from '../text';

/** What is asked about a domain. That each has a record type or all is [doc]; which types are offered is [assumed]. */
export enum DnsRecordType {
  ALL = 'all',
  A = 'A',
  AAAA = 'AAAA',
  CNAME = 'CNAME',
  HTTPS = 'HTTPS',
  MX = 'MX',
  NS = 'NS',
  /** The name of an address. */
  PTR = 'PTR',
  SOA = 'SOA',
  SRV = 'SRV',
  SVCB = 'SVCB',
  TXT = 'TXT',
}

export interface DnsQuestion {
  /** The name that is asked for, or `*.example.com`; with `PTR`, an address. [doc] */
  readonly domain: string;
  /**
   * What is asked about it.
   * @default DnsRecordType.ALL
   */
  readonly recordType?: DnsRecordType;
}

export interface DnsBypassOptions extends ExceptionOptions {
  /** At least one. */
  readonly questions: readonly DnsQuestion[] | IResolvable;
}

export interface DnsBypassProps extends DnsBypassOptions, InConfiguration {}

/** Bypasses DNS. It is not offered on-premises, and without dynamic steering not in cloud-apps mode. [doc] */
export class DnsBypass extends ExceptionBase {
  protected readonly resource: DnsException;

  constructor(scope: Construct, id: string, props: DnsBypassProps) {
    super(scope, id, 'dns', props);
    const { questions } = props;
    this.resource = this.make(DnsException, {
      questions: Tokenization.isResolvable(questions) ? questions : this.allToL1(questions),
    });
  }

  private allToL1(questions: readonly DnsQuestion[]) {
    refuseEmpty(this, 'questions', questions);
    return questions.map((question) => this.toL1(question));
  }

  private toL1({ domain, recordType = DnsRecordType.ALL }: DnsQuestion) {
    if (!Token.isUnresolved(recordType)) {
      refuseBad(this, [domain], (name) => complainAboutDnsQuestion(name, recordType));
    }
    return { domain: escapeText(domain), recordType };
  }
}
