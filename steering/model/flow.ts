/**
 * A flow: one connection that a process on a device opens. What is left out has not been said; where a decision depends on
 * it, the decision is `unknown` and names it.
 */
import type { Place } from '../domain/exceptions';
import type { Complaint, PlatformName } from '../domain/vocabulary';

/** A side of dynamic steering. */
export type Side = Exclude<Place, 'everywhere'>;

export const SIDES = ['on_premises', 'off_premises'] as const satisfies readonly Side[];

export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface Flow {
  readonly platform: PlatformName;
  /** Bare name of the executable. */
  readonly process: string;
  /** The host name the client sees, a literal address where the app dials one, or empty where it sees none. */
  readonly host: string;
  /** Destination port, 1 to 65535. */
  readonly port: number;
  /** @default 'tcp' */
  readonly transport?: Transport;
  /** Whether the device is managed. */
  readonly managed?: boolean;
  /** Whether the process runs as a Windows service, in session 0; means nothing on other platforms. */
  readonly service?: boolean;
  /** Where on-premises detection finds the client; means nothing without dynamic steering. */
  readonly location?: Side;
  /** User groups of the user; empty: none. */
  readonly userGroups?: readonly string[];
  /** Organizational unit of the user; null: none. */
  readonly organizationUnit?: string | null;
  /** Tags of the device; empty: none. */
  readonly deviceTags?: readonly string[];
  /** Cloud applications and firewall apps that the destination belongs to, as the tenant names them; empty: none. */
  readonly applications?: readonly string[];
  /** Categories of the destination; empty: none. */
  readonly categories?: readonly string[];
  /** Network locations that contain the destination; empty: none. */
  readonly destinationLocations?: readonly string[];
  /** Network locations that contain the client; empty: none. */
  readonly sourceLocations?: readonly string[];
  /** Country of the client, ISO 3166-1 alpha-2; null: not one that any exception names. */
  readonly sourceCountry?: string | null;
  /** Key of the configuration that is known to apply. @default - the one that the criteria choose */
  readonly configuration?: string;
}

/** What a flow may leave unsaid. */
export type Unsaid =
  | 'managed'
  | 'service'
  | 'location'
  | 'userGroups'
  | 'organizationUnit'
  | 'deviceTags'
  | 'applications'
  | 'categories'
  | 'destinationLocations'
  | 'sourceLocations'
  | 'sourceCountry';

/** What is wrong with a field of a flow, or worth knowing about it. */
export interface FlowComplaint extends Complaint {
  readonly field: keyof Flow;
}

/** A flow as somebody wrote it: with types that nobody has checked yet. */
export type AskedFlow = Readonly<Partial<Record<keyof Flow, unknown>>>;
