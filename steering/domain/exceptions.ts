/**
 * This file says which types of steering exception there are, which values they take, and where a tenant offers which
 * type. The vendor's table of these offers is from before flexible dynamic steering (release 112); since then
 * categories are offered on-premises and off-premises in web and all-traffic mode, and applications in both places in
 * all-traffic mode. [doc] Only what no published version offers is complained about; for web mode the table has no
 * column.
 */
import type { Complaint } from './vocabulary';

/**
 * The types of steering exception. [doc] This is the one list of them: the contract's word for each type leads to the
 * resource that manages it. Every other table of the types has these words as keys, so that the compiler keeps it
 * complete.
 */
export const EXCEPTION_TYPES = {
  application: { resource: 'application_exception', title: 'application exception' },
  category: { resource: 'category_exception', title: 'category exception' },
  certificate_pinned_app: {
    resource: 'certificate_pinned_app_exception',
    title: 'certificate pinned app exception',
  },
  destination_location: { resource: 'destination_location_exception', title: 'destination location exception' },
  dns: { resource: 'dns_exception', title: 'DNS exception' },
  domains: { resource: 'domain_exception', title: 'domain exception' },
  source_countries: { resource: 'source_country_exception', title: 'source country exception' },
  source_location: { resource: 'source_location_exception', title: 'source location exception' },
} as const;

/** The contract's word for a type. */
export type ExceptionTypeName = keyof typeof EXCEPTION_TYPES;

export const EXCEPTION_TYPE_NAMES = Object.keys(EXCEPTION_TYPES) as readonly ExceptionTypeName[];

/** The provider's name for an exception of any type, which its data sources use. */
export const EXCEPTION = 'exception';

/** Returns the type of this name; undefined for a type that is newer than this program, and for what is no type. */
export function exceptionTypeNamed(name: unknown): ExceptionTypeName | undefined {
  return EXCEPTION_TYPE_NAMES.find((type) => type === name);
}

const BY_RESOURCE: ReadonlyMap<string, ExceptionTypeName> = new Map(
  EXCEPTION_TYPE_NAMES.map((type) => [EXCEPTION_TYPES[type].resource, type]),
);

/**
 * Whether a resource is an exception.
 * @param name its type without the name of the provider
 */
export function isException(name: string): boolean {
  return name === EXCEPTION || BY_RESOURCE.has(name);
}

/**
 * Returns the type of an exception: the resource's own, or what the attribute `type` says in a data source that shows
 * any type. It is undefined where it is not known.
 */
export function exceptionTypeOf(name: string, type: unknown): ExceptionTypeName | undefined {
  return BY_RESOURCE.get(name) ?? exceptionTypeNamed(type);
}

/**
 * The codes that stand for a country or a territory of its own. A country is written as a code of ISO 3166-1. [assumed]
 * Which of them the vendor knows is not published.
 */
const ASSIGNED = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);
/** The code of Kosovo, which is in general use although the standard leaves it to its users. */
const KOSOVO = 'XK';
/**
 * The codes that are reserved, given up, or otherwise kept from being assigned: each has meant something to somebody.
 */
const RESERVED = new Set(
  (
    'AC AN AP BU BX CP CQ CS CT DD DG DY EA EF EM EP EU EV EW EZ FL FQ FX GC HV IB IC JA JT LF MI NH NQ NT OA PC ' +
    'PI PU PZ RA RB RC RH RI RL RM RN RP SF SU TA TP UK UN VD WG WK WL WO WV YD YU YV ZR'
  ).split(' '),
);
const LEFT_TO_USERS = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** Complains about a text that can mean no country, so that no tenant can know it. */
export function complainAboutCountry(code: string): Complaint | undefined {
  if (!/^[A-Z]{2}$/.test(code)) {
    const meant = codeOf(code.trim());
    return {
      summary: 'Not a country code',
      detail:
        `${JSON.stringify(code)} is not a code of ISO 3166-1. Write two capital letters, such as "DE" or "US".` +
        (meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`),
    };
  }
  if (isAssigned(code) || RESERVED.has(code) || LEFT_TO_USERS.test(code)) return undefined;
  return {
    summary: 'Not a country code',
    detail: `${JSON.stringify(code)} is no country of ISO 3166-1, nor has it been one. Write the code of one, such as "DE" or "US".`,
  };
}

/** Complains about a code that may mean something to a tenant, and means no country to the standard. */
export function complainAboutReservedCountry(code: string): Complaint | undefined {
  if (isAssigned(code) || complainAboutCountry(code) !== undefined) return undefined;
  const meant = codeOf(code);
  return {
    summary: 'Not the code of a country',
    detail:
      `${JSON.stringify(code)} is reserved in ISO 3166-1 and stands for no country: a tenant may not know it, and the exception would be void for it. ` +
      (meant === undefined
        ? 'Write the code of a country, such as "DE" or "US".'
        : `Write ${JSON.stringify(meant)} where that is meant.`),
  };
}

/**
 * Complains about a code that cannot be the country of a client. The codes that the standard leaves to its users stand
 * for no country, but for that of Kosovo.
 */
export function complainAboutCountryOfClient(code: string): Complaint | undefined {
  const complaint = complainAboutCountry(code);
  if (complaint !== undefined || !LEFT_TO_USERS.test(code) || code === KOSOVO) return complaint;
  return {
    summary: 'Not a country code',
    detail: `${JSON.stringify(code)} is no country of ISO 3166-1. Write the code of one, such as "DE" or "US".`,
  };
}

function isAssigned(code: string): boolean {
  return ASSIGNED.has(code) || code === KOSOVO;
}

/** Returns the code that a text means: the same letters in another case, or that of a country by its English name. */
function codeOf(text: string): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return assignedOf(text.toUpperCase());
  return countryNamed(text);
}

/** Returns the code of a country by its English name. */
export function countryNamed(text: string): string | undefined {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return [...ASSIGNED, KOSOVO].find((code) => names.of(code)?.toLowerCase() === text.toLowerCase());
}

/** Returns the code that is assigned today: another code stands for the one that replaced it, as UK does for GB. */
function assignedOf(code: string): string | undefined {
  const today = new Intl.Locale(`und-${code}`).region ?? code;
  return isAssigned(today) ? today : undefined;
}

export const TRAFFIC_MODES = ['cloud_apps', 'web', 'all', 'none'] as const;
export type TrafficModeName = (typeof TRAFFIC_MODES)[number];

/** The place where an exception stands: on-premises or off-premises with dynamic steering, everywhere without it. */
export type Place = 'on_premises' | 'off_premises' | 'everywhere';

/** The modes in which a type is not offered, by place. In mode `none` exceptions are not processed at all. */
const NOT_OFFERED: Partial<Record<ExceptionTypeName, Partial<Record<Place, readonly TrafficModeName[]>>>> = {
  application: { off_premises: ['cloud_apps', 'web'] },
  category: { everywhere: ['cloud_apps'], on_premises: ['cloud_apps'] },
  dns: { everywhere: ['cloud_apps'], on_premises: ['cloud_apps', 'web', 'all'] },
  source_location: { everywhere: ['all'] },
};

/** Whether a type is offered in every place and mode. */
export function isOfferedEverywhere(type: ExceptionTypeName): boolean {
  return NOT_OFFERED[type] === undefined;
}

/**
 * Complains about a type that is not offered in a place.
 * @param mode undefined where it is not known: then only what no mode offers is complained about
 */
export function complainAboutOffer(
  type: ExceptionTypeName,
  place: Place,
  mode: TrafficModeName | undefined,
): Complaint | undefined {
  const refused = NOT_OFFERED[type]?.[place] ?? [];
  const inNoMode = TRAFFIC_MODES.every((one) => one === 'none' || refused.includes(one));
  if (!inNoMode && (mode === undefined || !refused.includes(mode))) return undefined;
  const where = place === 'everywhere' ? '' : ` ${place === 'on_premises' ? 'on' : 'off'}-premises`;
  const when = inNoMode ? '' : ` in traffic mode "${mode}"`;
  const others = TRAFFIC_MODES.filter((one) => one !== 'none' && !refused.includes(one)).map((one) => `"${one}"`);
  const advice =
    others.length > 0 ? `It is in ${others.join(' and ')}.` : 'Give it for the other location, where it is offered.';
  return {
    summary: 'Exception not offered here',
    detail: `No ${EXCEPTION_TYPES[type].title} is offered${where}${when} (vendor's table, before and since release 112). ${advice}`,
  };
}
