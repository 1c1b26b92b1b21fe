/**
 * How is traffic taken out of steering? By a bypass, which is an exception of one of seven types. Each type has a
 * construct with options of its own. An exception for a certificate pinned app, which may also block, is a
 * `SteeringException`.
 */
import { checked } from './plumbing/checked';
import { type IResolvable, Token, Tokenization } from 'cdktf';
import type { Construct } from 'constructs';
import { complainAboutCountry } from '../steering/domain/exceptions';
import { complainAboutDnsQuestion, complainAboutExceptionDomain } from '../steering/domain/hosts';
import { ApplicationException } from './l1/application-exception';
import { CategoryException } from './l1/category-exception';
import { DestinationLocationException } from './l1/destination-location-exception';
import { DnsException } from './l1/dns-exception';
import { DomainException } from './l1/domain-exception';
import { SourceCountryException } from './l1/source-country-exception';
import { SourceLocationException } from './l1/source-location-exception';
import { ExceptionBase, type SteeringExceptionBaseOptions, type InConfiguration } from './plumbing/exception-base';
import { escapeText, escapeTexts, refuseBad, refuseBadHosts, refuseBadNames, refuseEmpty } from './plumbing/synth';

/** What a bypass does with the questions that clients ask DNS servers. [doc] */
export const BypassAction = {
  /** All of the traffic is bypassed. */
  BYPASS: 'bypass',
  /** All of the traffic is bypassed except DNS, which is still steered. */
  BYPASS_EXCEPT_DNS: 'bypass_except_dns',
} as const;
export type BypassAction = (typeof BypassAction)[keyof typeof BypassAction];

/** What an exception for categories of destinations takes. */
export interface CategoryBypassOptions extends SteeringExceptionBaseOptions {
  /** The names of the categories; at least one. */
  readonly categories: readonly string[];
}

/** What `CategoryBypass` takes: its options, and the configuration that it belongs to. */
export interface CategoryBypassProps extends CategoryBypassOptions, InConfiguration {}

/**
 * An exception for categories of destinations: traffic to them is bypassed instead of steered. In cloud-apps mode the
 * exception is offered only off-premises. [doc]
 * @example
 * configuration.bypassCategories('Ours', { categories: ['Finance'] });
 */
export class CategoryBypass extends ExceptionBase {
  readonly resource: CategoryException;

  constructor(scope: Construct, id: string, props: CategoryBypassProps) {
    [id, props] = checked(scope, 'CategoryBypass', id, props);
    super(scope, id, 'category', props);
    refuseEmpty(this, 'categories', props.categories);
    refuseBadNames(this, 'categories', props.categories);
    this.resource = this.make(CategoryException, { categories: escapeTexts(props.categories) });
  }
}

/** What an exception for network locations of destinations takes. */
export interface DestinationLocationBypassOptions extends SteeringExceptionBaseOptions {
  /** The names of the network locations; at least one. */
  readonly networkLocations: readonly string[];
  /**
   * What happens to traffic to these locations.
   * @default BypassAction.BYPASS
   */
  readonly action?: BypassAction | undefined;
  /**
   * Whether clients treat the addresses of these locations like local ones. [doc]
   * @default false
   */
  readonly treatLikeLocalIp?: boolean | IResolvable | undefined;
}

/** What `DestinationLocationBypass` takes: its options, and the configuration that it belongs to. */
export interface DestinationLocationBypassProps extends DestinationLocationBypassOptions, InConfiguration {}

/**
 * An exception for network locations of destinations: traffic to them is bypassed instead of steered.
 * @example
 * configuration.bypassDestinationLocations('Ours', { networkLocations: ['Data centre'] });
 */
export class DestinationLocationBypass extends ExceptionBase {
  readonly resource: DestinationLocationException;

  constructor(scope: Construct, id: string, props: DestinationLocationBypassProps) {
    [id, props] = checked(scope, 'DestinationLocationBypass', id, props);
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

/**
 * What a client asks about a domain. That a question has one record type or all is [doc]; which types are offered is
 * [assumed].
 */
export const DnsRecordType = {
  /** Records of every type. */
  ALL: 'all',
  /** The IPv4 addresses of a name. */
  A: 'A',
  /** The IPv6 addresses of a name. */
  AAAA: 'AAAA',
  /** The name that a name is another one for. */
  CNAME: 'CNAME',
  /** How a web server is reached. */
  HTTPS: 'HTTPS',
  /** The mail servers of a name. */
  MX: 'MX',
  /** The name servers of a zone. */
  NS: 'NS',
  /** The name of an address. */
  PTR: 'PTR',
  /** What a zone says of itself. */
  SOA: 'SOA',
  /** The servers of a service, with their ports. */
  SRV: 'SRV',
  /** How a service is reached. */
  SVCB: 'SVCB',
  /** Free text. */
  TXT: 'TXT',
} as const;
export type DnsRecordType = (typeof DnsRecordType)[keyof typeof DnsRecordType];

/** A question that a client asks a DNS server. */
export interface DnsQuestion {
  /** The name that is asked for, or `*.example.com`; with `PTR`, an address. [doc] */
  readonly domain: string;
  /**
   * What is asked about the name.
   * @default DnsRecordType.ALL
   */
  readonly recordType?: DnsRecordType | undefined;
}

/** What an exception for DNS takes. */
export interface DnsBypassOptions extends SteeringExceptionBaseOptions {
  /** The questions that are bypassed; at least one. */
  readonly questions: readonly DnsQuestion[] | IResolvable;
}

/** What `DnsBypass` takes: its options, and the configuration that it belongs to. */
export interface DnsBypassProps extends DnsBypassOptions, InConfiguration {}

/**
 * An exception for DNS: these questions of clients are bypassed instead of steered. The exception is not offered
 * on-premises. Without dynamic steering it is not offered in cloud-apps mode. [doc]
 * @example
 * configuration.bypassDns('Ours', { questions: [{ domain: '*.corp.example.com', recordType: 'A' }] });
 */
export class DnsBypass extends ExceptionBase {
  readonly resource: DnsException;

  constructor(scope: Construct, id: string, props: DnsBypassProps) {
    [id, props] = checked(scope, 'DnsBypass', id, props);
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

/** What an exception for domains takes. */
export interface DomainBypassOptions extends SteeringExceptionBaseOptions {
  /**
   * Host names, and wildcards such as `*.example.com`; at least one. [doc] The vendor's documentation contradicts
   * itself on whether a wildcard covers `example.com` itself.
   */
  readonly domains: readonly string[];
}

/** What `DomainBypass` takes: its options, and the configuration that it belongs to. */
export interface DomainBypassProps extends DomainBypassOptions, InConfiguration {}

/**
 * An exception for domains: traffic to them is bypassed instead of steered.
 * @example
 * configuration.bypassDomains('Ours', { domains: ['updates.example.com', '*.vendor.example'] });
 */
export class DomainBypass extends ExceptionBase {
  readonly resource: DomainException;

  constructor(scope: Construct, id: string, props: DomainBypassProps) {
    [id, props] = checked(scope, 'DomainBypass', id, props);
    super(scope, id, 'domains', props);
    refuseEmpty(this, 'domains', props.domains);
    refuseBadHosts(this, props.domains, complainAboutExceptionDomain);
    this.resource = this.make(DomainException, { domains: escapeTexts(props.domains) });
  }
}

/** What an exception for countries of clients takes. */
export interface SourceCountryBypassOptions extends SteeringExceptionBaseOptions {
  /** The countries, as ISO 3166-1 codes of two capital letters, such as `DE` [assumed]; at least one. */
  readonly countries: readonly string[];
}

/** What `SourceCountryBypass` takes: its options, and the configuration that it belongs to. */
export interface SourceCountryBypassProps extends SourceCountryBypassOptions, InConfiguration {}

/**
 * An exception for countries of clients: the traffic of clients there is bypassed instead of steered.
 * @example
 * configuration.bypassSourceCountries('Ours', { countries: ['DE', 'FR'] });
 */
export class SourceCountryBypass extends ExceptionBase {
  readonly resource: SourceCountryException;

  constructor(scope: Construct, id: string, props: SourceCountryBypassProps) {
    [id, props] = checked(scope, 'SourceCountryBypass', id, props);
    super(scope, id, 'source_countries', props);
    refuseEmpty(this, 'countries', props.countries);
    refuseBad(this, props.countries, complainAboutCountry);
    this.resource = this.make(SourceCountryException, { countries: escapeTexts(props.countries) });
  }
}

/** What an exception for network locations of clients takes. */
export interface SourceLocationBypassOptions extends SteeringExceptionBaseOptions {
  /** The names of the network locations; at least one. */
  readonly networkLocations: readonly string[];
}

/** What `SourceLocationBypass` takes: its options, and the configuration that it belongs to. */
export interface SourceLocationBypassProps extends SourceLocationBypassOptions, InConfiguration {}

/**
 * An exception for network locations of clients: the traffic of clients there is bypassed instead of steered. Without
 * dynamic steering it is not offered in all-traffic mode. [doc]
 * @example
 * configuration.bypassSourceLocations('Ours', { networkLocations: ['Branch office'] });
 */
export class SourceLocationBypass extends ExceptionBase {
  readonly resource: SourceLocationException;

  constructor(scope: Construct, id: string, props: SourceLocationBypassProps) {
    [id, props] = checked(scope, 'SourceLocationBypass', id, props);
    super(scope, id, 'source_location', props);
    refuseEmpty(this, 'networkLocations', props.networkLocations);
    refuseBadNames(this, 'networkLocations', props.networkLocations);
    this.resource = this.make(SourceLocationException, { networkLocations: escapeTexts(props.networkLocations) });
  }
}

/** What an exception for applications takes. */
export interface ApplicationBypassOptions extends SteeringExceptionBaseOptions {
  /** The names of cloud applications, or of firewall apps; at least one. */
  readonly applications: readonly string[];
  /**
   * What happens to the traffic of these applications.
   * @default BypassAction.BYPASS
   */
  readonly action?: BypassAction | undefined;
}

/** What `ApplicationBypass` takes: its options, and the configuration that it belongs to. */
export interface ApplicationBypassProps extends ApplicationBypassOptions, InConfiguration {}

/**
 * An exception for applications: their traffic is bypassed instead of steered. Off-premises it is offered in
 * all-traffic mode only. [doc]
 * @example
 * configuration.bypassApplications('Ours', { applications: ['Microsoft Office 365'] });
 */
export class ApplicationBypass extends ExceptionBase {
  readonly resource: ApplicationException;

  constructor(scope: Construct, id: string, props: ApplicationBypassProps) {
    [id, props] = checked(scope, 'ApplicationBypass', id, props);
    super(scope, id, 'application', props);
    const { applications, action } = props;
    refuseEmpty(this, 'applications', applications);
    refuseBadNames(this, 'applications', applications);
    this.resource = this.make(ApplicationException, { applications: escapeTexts(applications), action });
  }
}
