/** Countries as ISO 3166-1 codes of two capital letters. [assumed] Which of them the vendor knows is not published. */
import type { Complaint } from './complaint';

/** Codes that stand for a country or a territory of its own. */
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
/** Kosovo, whose code is in general use although the standard leaves it to its users. */
const KOSOVO = 'XK';
/** Reserved, given up, or otherwise kept from being assigned: each has meant something to somebody. */
const RESERVED = new Set(
  (
    'AC AN AP BU BX CP CQ CS CT DD DG DY EA EF EM EP EU EV EW EZ FL FQ FX GC HV IB IC JA JT LF MI NH NQ NT OA PC ' +
    'PI PU PZ RA RB RC RH RI RL RM RN RP SF SU TA TP UK UN VD WG WK WL WO WV YD YU YV ZR'
  ).split(' '),
);
const LEFT_TO_USERS = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** What can mean no country: no tenant can know it. */
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

/** What may mean something to a tenant, and means no country to the standard. */
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

/** The country of a client: a code that stands for none would be one that no exception can name. */
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

/** The code that a text means: the same letters in another case, or the English name of the country. */
function codeOf(text: string): string | undefined {
  if (/^[a-z]{2}$/i.test(text)) return assignedOf(text.toUpperCase());
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return [...ASSIGNED].find((code) => names.of(code)?.toLowerCase() === text.toLowerCase());
}

/** Codes that were given up stand for those that came after them: UK for GB. */
function assignedOf(code: string): string | undefined {
  const today = new Intl.Locale(`und-${code}`).region ?? code;
  return isAssigned(today) ? today : undefined;
}
