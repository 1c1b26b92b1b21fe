/**
 * Reads the JSON files that people keep beside a tenant: snapshots and dialects. A mistake says where it stands and
 * what is wrong there; no complaint quotes a value.
 */
import { JsonPlace, type JsonShape } from '../steering/demands/shape';
import { JsonMistake, readJsonText } from '../steering/demands/json-text';

/** The error for a file that cannot be used. Its lines say why. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** The most complaints that are shown at once. */
const MOST_COMPLAINTS = 10;

/** @throws UnusableFile */
export function parseJson(text: string, what: string): unknown {
  try {
    // Some shells on Windows begin every file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw notJson(text, what);
  }
}

/** JSON.parse is fast, and says little; the strict reader is slow, and says where the mistake stands. */
function notJson(text: string, what: string): UnusableFile {
  try {
    readJsonText(text);
    return new UnusableFile([`${what} is no JSON.`]);
  } catch (cause) {
    if (!(cause instanceof JsonMistake)) throw cause;
    return new UnusableFile([`${what} is no JSON. ${cause.place}: ${cause.why}`, ...cause.excerpt]);
  }
}

/** Reads a value by its shape. @throws UnusableFile */
export function readShaped<T>(value: unknown, shape: JsonShape<T>, what: string): T {
  const complaints: string[] = [];
  const read = shape(value, new JsonPlace('', complaints));
  if (read !== undefined && complaints.length === 0) return read;
  const more = complaints.length - MOST_COMPLAINTS;
  throw new UnusableFile([
    `${what} cannot be used.`,
    ...complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `  ${complaint}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]);
}
