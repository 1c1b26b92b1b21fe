/**
 * The quirks that the vendor lists of its REST API v2 [vendor]; how they look on the contract's fields is [assumed].
 * One value of a quirk is the behaviour of older tenants, and its comment says so. The quirks of answers are pure
 * functions from a body to a body. Those of REST v1 are in the file beside this one.
 */
import { mapDeep, withoutFields } from './deep';
import { restV1QuirkNames, restV1QuirkWords, type RestV1Quirks } from './rest-v1-quirks';

export interface Quirks extends RestV1Quirks {
  /** Refusals come with HTTP 200 and an error body. */
  errorsAs200?: boolean;
  /** The objects of a page, and the lists in objects, come in another order each time. */
  listsReordered?: boolean;
  /** Numbers come as strings. */
  numbersAsStrings?: boolean;
  /** The answer to a create spells some fields otherwise than a read does: see `createSpelling`. */
  fieldsRenamed?: boolean;
  /** These fields, at any depth, are stored, but no answer shows them. */
  fieldsNotReturned?: readonly string[];
  /** These fields, at any depth, are accepted, but not stored. Those that the contract requires cannot be left out. */
  fieldsDropped?: readonly string[];
  /**
   * A create takes that many milliseconds, and another in the same collection that arrives meanwhile is refused with
   * 409.
   */
  createsCollide?: number;
  /** Every page but the first begins one object too late, as if an object before it had been deleted meanwhile. */
  pagesSkipRow?: boolean;
  /** What happens when an app that exceptions use is deleted. Without the quirk, its exceptions are deleted too. */
  appInUse?: InUse;
  /**
   * What happens when a network location that exceptions use is deleted or, with `updateDeletes`, changed. Without the
   * quirk, a deletion also deletes the exceptions, and a change of its name renames it in them.
   */
  locationInUse?: LocationInUse;
}

/**
 * With `refused` the app and its exceptions stay, and the refusal (409) names the exceptions. Nobody documents this,
 * but a gateway may be so careful [assumed]. With `exceptionsStay` the app is deleted and its exceptions stay, as on a
 * tenant before release 119 [doc].
 */
const IN_USE = ['refused', 'exceptionsStay'] as const;
export type InUse = (typeof IN_USE)[number];

/**
 * With `updateDeletes` a change of a location counts as uploading it again, which deletes the exceptions that use it
 * [doc].
 */
const LOCATION_IN_USE = [...IN_USE, 'updateDeletes'] as const;
export type LocationInUse = (typeof LOCATION_IN_USE)[number];

/** The values of each quirk that has several. The first one counts on the command line, where none is named. */
export const quirkWords = {
  appInUse: IN_USE,
  locationInUse: LOCATION_IN_USE,
  ...restV1QuirkWords,
} as const satisfies Partial<Record<keyof Quirks, readonly string[]>>;

const ownQuirkNames = Object.keys({
  errorsAs200: true,
  listsReordered: true,
  numbersAsStrings: true,
  fieldsRenamed: true,
  fieldsNotReturned: true,
  fieldsDropped: true,
  createsCollide: true,
  pagesSkipRow: true,
  appInUse: true,
  locationInUse: true,
} satisfies Record<Exclude<keyof Quirks, keyof RestV1Quirks>, true>) as (keyof Quirks)[];

export const quirkNames: readonly (keyof Quirks)[] = [...ownQuirkNames, ...restV1QuirkNames];

/** How the answer to a create spells a field. */
const createSpelling: Record<string, string> = { app_name: 'name', config_name: 'name', notes: 'comment' };

interface Body {
  data?: unknown;
}

/** Gives the body of an answer as the quirks change it. */
export function applyAnswerQuirks<T extends Body>(body: T, quirks: Quirks, created: boolean, random: () => number): T {
  let { data } = body;
  if (quirks.fieldsNotReturned) data = withoutFields(data, new Set(quirks.fieldsNotReturned));
  if (quirks.listsReordered) data = mapDeep(data, (value) => (Array.isArray(value) ? shuffle(value, random) : value));
  if (quirks.fieldsRenamed && created) data = respell(data as object);
  const whole = data === undefined ? body : { ...body, data };
  return quirks.numbersAsStrings
    ? (mapDeep(whole, (value) => (typeof value === 'number' ? String(value) : value)) as T)
    : whole;
}

function respell(object: object): object {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [createSpelling[name] ?? name, value]));
}

function shuffle(list: readonly unknown[], random: () => number): unknown[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}
