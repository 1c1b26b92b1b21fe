/**
 * A dialect says what the codes of a tenant mean, which nobody published. Users keep what they learn in a file beside
 * their code, `netskope-dialect.json`:
 *
 *   { "action": { "1": "bypass" }, "https://acme.goskope.com": { "action": { "0": "block" } } }
 *
 * `action` and `traffic_type` at the top are for all tenants; below the address of a tenant they are for that one. What
 * the file says is added to what is published, and may contradict it; what it says of one tenant counts most.
 */
import { PUBLISHED_DIALECT, isObject, quote, type Dialect } from '../steering';
import { readJsonText } from '../steering/demands/json-text';
import { type JsonPlace, type JsonShape, isRecord, mapped, object, oneOf } from '../steering/demands/shape';
import { TRAFFIC_MODES } from '../steering/domain/exceptions';
import { UnusableFile, parseJson, readShaped } from './json-file';
import { tenantAddress } from './tenant-address';

/** The name of the file, in the working folder. */
export const DIALECT_FILE = 'netskope-dialect.json';

/** The kinds of codes, each with the words of the provider that a code may mean. */
export const CODE_WORDS = {
  action: ['bypass', 'block', 'steer_and_decrypt'],
  traffic_type: TRAFFIC_MODES,
} as const satisfies Record<keyof Dialect, readonly string[]>;

export type CodeKind = keyof Dialect;

type DialectPart = Readonly<Partial<Dialect>>;

/** The file, read: what it says of all tenants, and of each by its address. */
interface DialectFile {
  readonly all: DialectPart;
  readonly tenants: ReadonlyMap<string, DialectPart>;
}

/** Reads what each code means, where the words are these. */
function codesOf(words: readonly string[]): JsonShape<Readonly<Record<string, string>>> {
  const word = oneOf(words);
  return (value, place) => {
    if (!isRecord(value)) return place.complain('must be an object, such as { "1": "bypass" }.');
    const read = Object.entries(value).map(([code, one]) => [code, word(one, place.at(code))] as const);
    return Object.fromEntries(read) as Readonly<Record<string, string>>;
  };
}

const KIND_SHAPES = { action: codesOf(CODE_WORDS.action), traffic_type: codesOf(CODE_WORDS.traffic_type) };
const partShape: JsonShape<DialectPart> = object({}, KIND_SHAPES);

const isAddress = (key: string): boolean => key.includes('://');

const fileShape: JsonShape<DialectFile> = (value, place) => {
  if (!isRecord(value)) return place.complain('must be an object, such as { "action": { "1": "bypass" } }.');
  const entries = Object.entries(value);
  const all = partShape(Object.fromEntries(entries.filter(([key]) => !isAddress(key))), place);
  const tenants = new Map<string, DialectPart>();
  for (const [key, one] of entries.filter(([name]) => isAddress(name))) {
    const part = tenantPart(key, one, place.at(key));
    if (part === undefined) continue;
    if (tenants.has(part.url)) place.at(key).complain('is of a tenant that stands in the file already.', 'name');
    tenants.set(part.url, part.codes);
  }
  return all && { all, tenants };
};

function tenantPart(key: string, value: unknown, place: JsonPlace) {
  const address = tenantAddress(key);
  if ('complaint' in address) return place.complain(`is not the address of a tenant: ${address.complaint}.`, 'name');
  return mapped(partShape, (codes) => ({ url: address.url, codes }))(value, place);
}

function readFile(text: string, what: string): DialectFile {
  const value = parseJson(text, what);
  const [repeated] = readJsonText(text).repeated;
  if (repeated !== undefined) {
    const name = String(repeated.at(-1));
    throw new UnusableFile([`${what} cannot be used: ${quote(name)} stands there twice. Keep one of the two.`]);
  }
  return readShaped(value, fileShape, what);
}

/**
 * Reads what the codes of a tenant mean.
 * @param text the text of the file; undefined where there is none, and then the published codes are all that is known
 * @param what the name of the file in complaints
 * @throws UnusableFile
 */
export function readDialect(text: string | undefined, tenant: string, what = 'The dialect'): Dialect {
  if (text === undefined) return PUBLISHED_DIALECT;
  const { all, tenants } = readFile(text, what);
  const parts = [PUBLISHED_DIALECT, all, tenants.get(tenant) ?? {}];
  const codes = (kind: CodeKind) =>
    Object.fromEntries(parts.flatMap((part: DialectPart) => Object.entries(part[kind] ?? {})));
  return { action: codes('action'), traffic_type: codes('traffic_type') };
}

/** One code and what it means. */
export interface LearntCode {
  readonly kind: CodeKind;
  readonly code: string;
  readonly word: string;
}

/**
 * Returns the text of the file with one code more, for one tenant. Everything else in the file stays.
 * @throws UnusableFile
 */
export function withCode(
  text: string | undefined,
  tenant: string,
  { kind, code, word }: LearntCode,
  what = 'The dialect',
): string {
  const before = text === undefined ? {} : parseJson(text, what);
  if (text !== undefined) readFile(text, what);
  const entries = new Map(Object.entries(isObject(before) ? before : {}));
  const key = [...entries.keys()].find((one) => isAddress(one) && urlOf(one) === tenant) ?? tenant;
  const part = withEntry(entries.get(key), kind, (codes) => withEntry(codes, code, () => word));
  return `${JSON.stringify(Object.fromEntries([...entries, [key, part]]), undefined, 2)}\n`;
}

function urlOf(text: string): string | undefined {
  const address = tenantAddress(text);
  return 'url' in address ? address.url : undefined;
}

function withEntry(object: unknown, name: string, change: (before: unknown) => unknown): Record<string, unknown> {
  const entries = new Map(Object.entries(isObject(object) ? object : {}));
  return Object.fromEntries(entries.set(name, change(entries.get(name))));
}
