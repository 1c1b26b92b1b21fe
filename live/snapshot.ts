/**
 * A snapshot is what a tenant showed at one moment. It holds the answers of REST v1 as they were, so that a dialect that
 * is learnt later can read them too. It holds no token; but lists of bypasses and notes are confidential.
 */
import type { RestV1Configuration } from '../steering';
import {
  anyListOf,
  type JsonPlace,
  type JsonShape,
  isRecord,
  mapped,
  matching,
  object,
  orNull,
  text,
  wholeNumber,
} from '../steering/demands/shape';
import { UnusableFile, parseJson, readShaped } from './json-file';
import { tenantAddress } from './tenant-address';

export interface Snapshot {
  /** The address of the tenant, such as https://acme.goskope.com. */
  readonly tenant: string;
  /** When it was observed, ISO 8601 in UTC. */
  readonly observedAt: string;
  readonly configurations: readonly RestV1Configuration[];
}

const FORMAT = 'netskope-steering-snapshot';
/** The version that is written. A file of a higher minor version has more keys, and is read all the same. */
const VERSION = '1.0';

/** The most configurations that are observed, or read from a file. */
export const MOST_CONFIGURATIONS = 5_000;

/** The most brackets that may be open at once in what a tenant shows. The samples have eight. */
const DEEPEST = 64;

/**
 * Puts what a tenant shows into the one order: configurations by id and name, names of fields by the alphabet, entries
 * of `data` by their content. REST v1 promises no order, and a file that is kept must change only where the tenant does.
 * @throws RangeError where more brackets are open than in any answer that makes sense
 */
export function inOrder(configurations: readonly RestV1Configuration[]): RestV1Configuration[] {
  return configurations
    .map(({ id, name, shown }) => ({ id, name, ...(shown && { shown: ordered(shown, 0) as typeof shown }) }))
    .sort((a, b) => (a.id ?? Infinity) - (b.id ?? Infinity) || compareTexts(a.name, b.name));
}

function ordered(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new RangeError(`more than ${DEEPEST} brackets are open at once`);
  if (Array.isArray(value)) return value.map((one: unknown) => ordered(one, depth + 1));
  if (!isRecord(value)) return value;
  const fields = Object.entries(value)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([name, one]) => {
      const inside = ordered(one, depth + 1);
      return [name, name === 'data' && Array.isArray(inside) ? sortedByContent(inside) : inside];
    });
  return Object.fromEntries(fields);
}

function sortedByContent(entries: readonly unknown[]): unknown[] {
  return entries
    .map((entry) => ({ entry, content: JSON.stringify(entry) }))
    .sort((a, b) => compareTexts(a.content, b.content))
    .map(({ entry }) => entry);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Leaves out the notes of all exceptions. They are not observed then. */
export function withoutNotes(snapshot: Snapshot): Snapshot {
  const configurations = snapshot.configurations.map(({ shown, ...rest }) => ({
    ...rest,
    ...(shown && { shown: noNotesIn(shown) as typeof shown }),
  }));
  return { ...snapshot, configurations };
}

function noNotesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(noNotesIn);
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([name]) => name !== 'notes');
  return Object.fromEntries(fields.map(([name, one]) => [name, noNotesIn(one)]));
}

/** The text of the file. It is the same for the same state of a tenant, but for the time. */
export function snapshotText({ tenant, observedAt, configurations }: Snapshot): string {
  const document = {
    format: FORMAT,
    format_version: VERSION,
    tenant,
    observed_at: observedAt,
    configurations: inOrder(configurations).map(({ id, name, shown }) => ({
      config_id: id,
      config_name: name,
      ...(shown && { shown }),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const shownAsIs: JsonShape<Record<string, unknown>> = (value, place) =>
  isRecord(value) ? value : place.complain('must be an object.');

/** A file of a higher minor version may have more keys, which mean nothing here. */
function knownIn<T>(keys: readonly string[], shape: JsonShape<T>): JsonShape<T> {
  return (value, place) =>
    shape(
      isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : value,
      place,
    );
}

const configurationShape = mapped(
  knownIn(
    ['config_id', 'config_name', 'shown'],
    object({ config_id: orNull(wholeNumber(0, Number.MAX_SAFE_INTEGER)), config_name: text() }, { shown: shownAsIs }),
  ),
  ({ config_id: id, config_name: name, shown }): RestV1Configuration => ({ id, name, ...(shown && { shown }) }),
);

function complainTogether(all: readonly (RestV1Configuration | undefined)[], place: JsonPlace): void {
  if (all.length > MOST_CONFIGURATIONS) place.complain(`has more than ${MOST_CONFIGURATIONS} configurations.`);
  const seen = new Map<number, number>();
  all.forEach((one, index) => {
    if (one === undefined || one.id === null) return;
    const first = seen.get(one.id);
    if (first !== undefined) place.at(index).at('config_id').complain(`is the same as that of [${first}].`);
    else seen.set(one.id, index);
  });
}

const addressShape: JsonShape<string> = (value, place) => {
  const address = typeof value === 'string' ? tenantAddress(value) : { complaint: 'it is no text' };
  return 'complaint' in address ? place.complain(`is not the address of a tenant: ${address.complaint}.`) : address.url;
};

const snapshotShape = mapped(
  knownIn(
    ['tenant', 'observed_at', 'configurations'],
    object(
      {
        tenant: addressShape,
        observed_at: matching(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
          'must be a time in UTC, such as 2026-11-30T06:00:00Z.',
        ),
        configurations: anyListOf(configurationShape, complainTogether),
      },
      {},
    ),
  ),
  ({ tenant, observed_at: observedAt, configurations }): Snapshot => ({ tenant, observedAt, configurations }),
);

const MAKE_ONE = 'Make one with: netskope-steering live observe --save FILE';

/** Reads a snapshot. @param what the name of the file in complaints @throws UnusableFile */
export function readSnapshot(json: string, what = 'The snapshot'): Snapshot {
  const document = parseJson(json, what);
  if (!isRecord(document) || document['format'] !== FORMAT) {
    throw new UnusableFile([`${what} is no snapshot: its "format" is not "${FORMAT}". ${MAKE_ONE}`]);
  }
  const [, major, minor] = /^(\d{1,4})\.(\d{1,4})$/.exec(String(document['format_version'])) ?? [];
  if (major === undefined || minor === undefined) {
    throw new UnusableFile([`${what} has no "format_version" such as "${VERSION}". ${MAKE_ONE}`]);
  }
  if (Number(major) !== Number.parseInt(VERSION)) {
    throw new UnusableFile([
      `${what} has the format version ${major}.${minor}, and this program reads ${VERSION}. Use the release that wrote it, or save the snapshot anew.`,
    ]);
  }
  const snapshot = readShaped(document, snapshotShape, what);
  try {
    return { ...snapshot, configurations: inOrder(snapshot.configurations) };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnusableFile([`${what} cannot be used: ${cause.message}.`]);
  }
}
