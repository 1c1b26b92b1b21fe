/**
 * A flow is one connection that a process on a device opens: the question that a decision answers. A field that is left
 * out has not been said; where a decision depends on it, the outcome is `unknown` and the decision names the field.
 */
import type { Place } from '../domain/exceptions';
import type { Complaint, PlatformName } from '../domain/vocabulary';

/** A side is a place that dynamic steering tells apart: on-premises or off-premises. */
export type Side = Exclude<Place, 'everywhere'>;

export const SIDES = ['on_premises', 'off_premises'] as const satisfies readonly Side[];

export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface Flow {
  /** The platform of the device, such as `windows`. */
  readonly platform: PlatformName;
  /** The bare name of the executable, without a path. */
  readonly process: string;
  /** The host name the client sees, a literal address where the app dials one, or empty where it sees none. */
  readonly host: string;
  /** The destination port, from 1 to 65535. */
  readonly port: number;
  /** The transport of the connection. @default 'tcp' */
  readonly transport?: Transport;
  /** Whether the device is managed. */
  readonly managed?: boolean;
  /** Whether the process runs as a Windows service, in session 0. It means nothing on other platforms. */
  readonly service?: boolean;
  /** Where on-premises detection finds the client. It means nothing without dynamic steering. */
  readonly location?: Side;
  /** The user groups of the user; an empty list says that there are none. */
  readonly userGroups?: readonly string[];
  /** The organizational unit of the user; null says that there is none. */
  readonly organizationUnit?: string | null;
  /** The tags of the device; an empty list says that there are none. */
  readonly deviceTags?: readonly string[];
  /**
   * The cloud applications and firewall apps that the destination belongs to, as the tenant names them; an empty list
   * says that there are none.
   */
  readonly applications?: readonly string[];
  /** The categories of the destination; an empty list says that there are none. */
  readonly categories?: readonly string[];
  /** The network locations that contain the destination; an empty list says that there are none. */
  readonly destinationLocations?: readonly string[];
  /** The network locations that contain the client; an empty list says that there are none. */
  readonly sourceLocations?: readonly string[];
  /** The country of the client, ISO 3166-1 alpha-2; null says that no exception names it. */
  readonly sourceCountry?: string | null;
  /** The key of the configuration that is known to apply. @default - the one that the criteria choose */
  readonly configuration?: string;
}

/** The fields that a flow may leave unsaid, and that a decision may depend on. */
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

/** A complaint about one field of a flow, or a remark on it. */
export interface FlowComplaint extends Complaint {
  readonly field: keyof Flow;
}

/** A flow as somebody wrote it: nobody has checked its types yet. */
export type AskedFlow = Readonly<Partial<Record<keyof Flow, unknown>>>;
