/**
 * How are values of a tenant checked, compared and spelled in Terraform? The functions stand in this order: validators,
 * ids, normal forms, what is sent, what is read, the identity of objects, and the platforms.
 *
 * A normal form takes away what a tenant may change without changing the meaning: white space around a value [assumed],
 * repetitions and the order of lists [vendor], and the case (RFC 4343) and the letters of host names. Every other
 * difference is a change. A value that is read keeps the user's spelling, because a tenant makes no difference between
 * empty and not set, but Terraform does. A field that the tenant accepts but never returns [vendor] is `undefined`; its
 * value is then what was written last.
 */
import {
  attribute,
  DiagnosticError,
  error,
  identity,
  isKnown,
  type Diagnostic,
  type Path,
  type Unknown,
} from 'terraform-plugin-sdk-ts';
import { complainAboutRepeatedHost, hostName, isAscii } from '../../steering/domain/hosts';
import { complainAboutName } from '../../steering/domain/names';
import { PLATFORMS as FACTS, PLATFORM_WORDS, type Complaint } from '../../steering/domain/vocabulary';

/** A rule of the domain as a validator: its complaint becomes a diagnostic at the value's own path. */
export function validator(complainAbout: (value: string) => Complaint | undefined) {
  return (value: string, at: Path): Diagnostic[] => {
    const complaint = complainAbout(value);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  };
}

/** What the page of each attribute that holds a name says about {@link checkName}. */
export const WITHOUT_UNSEEN =
  'Without white space at its ends, control characters, and characters that are invisible or change the direction of the text; joiners where a script or an emoji has them are fine.';

/** The validator of every name that a user writes, for whatever object. */
export const checkName = validator(complainAboutName);

/**
 * A validator that refuses two spellings of one host name in a set: Terraform counts them as two names, and the tenant
 * as one.
 */
export function checkHosts(names: readonly (string | Unknown)[], at: Path): Diagnostic[] {
  const complaint = complainAboutRepeatedHost(names.filter((name) => typeof name === 'string'));
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
}

/**
 * The address of an object: its configuration, which is empty for an object that belongs to none, and its id in the
 * collection. Together they make the `id` of a resource, which is also its import id.
 */
export interface AddressOfTenant {
  readonly configurationId: string;
  readonly objectId: string;
}

/** `config_id` of the default tenant configuration, as text. [doc] */
export const DEFAULT_CONFIGURATION_ID = '0';

const ID = /^[A-Za-z0-9_-]+$/;

/** Whether a tenant's id can stand in a path, and in a command that a user pastes. */
export function isId(id: string): boolean {
  return ID.test(id);
}

/**
 * Reads the id of a resource: `<id>`, or `<configuration>/<id>` for an object of a configuration.
 *
 * @throws DiagnosticError for an id of another form
 */
export function parseId(id: string, inConfiguration: boolean): AddressOfTenant {
  const parts = id.split('/');
  const [first = '', second = ''] = parts;
  if (parts.length === (inConfiguration ? 2 : 1) && parts.every(isId)) {
    return inConfiguration ? { configurationId: first, objectId: second } : { configurationId: '', objectId: first };
  }
  const form = inConfiguration ? '<configuration>/<id>, such as 0/12' : 'an id of letters, digits, _ and -';
  throw new DiagnosticError(
    error('Malformed id', `${JSON.stringify(id)} is not an id of this resource. Write ${form}.`),
  );
}

/** A validator for attributes that hold the id of another object. */
export function checkId(value: string, at: Path): Diagnostic[] {
  if (isId(value)) return [];
  const detail = `${JSON.stringify(value)} is not an id. Ids have letters, digits, _ and - only; refer to the id of the other resource.`;
  return [error('Malformed id', detail, at)];
}

/** The normal form of a text: without the white space around it. */
export const trimmed = (text: string): string => text.trim();

/**
 * The normal form of names: each name once, without white space around it. Case counts, because nobody has published
 * whether it does.
 */
export const trimmedEach = (texts: readonly string[]): string[] => distinct(texts.map(trimmed));

/** The normal form of addresses and ranges: the case of hexadecimal digits, and white space, mean nothing. */
export const networkAddresses = (texts: readonly string[]): string[] =>
  distinct(texts.map((text) => trimmed(text).toLowerCase()));

/** The normal form of host names, or of suffixes of host names. */
export const hostNames = (texts: readonly string[]): string[] => distinct(texts.map(hostName));

/** A host name as it is sent: as it is written if it is ASCII, and otherwise in the form that clients see. [assumed] */
export const sentName = (text: string): string => (isAscii(text) ? text : hostName(text));

/** Host names as they are sent; an empty list where none are given. */
export const sentNames = (texts: readonly string[] | null): string[] => (texts ?? []).map(sentName);

/** The host names of a list, each of them once. Of several spellings of one name the first stays. */
function eachHostOnce(texts: readonly string[]): string[] {
  return [...new Map([...texts].reverse().map((text) => [hostName(text), text])).values()].reverse();
}

/** What the page of each attribute that holds host names says of them. */
export const SPELLING_OF_HOSTS =
  'Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is `xn--bcher-kva.example`. [assumed]';

/**
 * A value without white space around any text in it. An object that nobody has written here yet is stored in this form,
 * so that a configuration that terraform generates from it is one that this provider accepts.
 */
export function trimmedThroughout<T>(value: T): T {
  if (typeof value === 'string') return trimmed(value) as T;
  if (Array.isArray(value)) return value.map(trimmedThroughout) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, trimmedThroughout(part)])) as T;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/**
 * A field as it is read: the value that the tenant returns, or else the one that was planned or stored before.
 *
 * @param otherwise the value where the tenant does not return the field and nobody wrote it
 */
export function readValue<T>(value: T | undefined, previous: unknown, otherwise: T): T {
  if (value !== undefined) return value;
  return isKnown(previous) ? (previous as T) : otherwise;
}

/** A text as it is read. An empty text reads as null, unless a user wrote it as empty. */
export function readText(text: string | undefined, previous: unknown): string | null {
  if (text === undefined) return isKnown(previous) ? (previous as string) : null;
  if (text === '') return previous === '' ? '' : null;
  return text;
}

/** A list as it is read. An empty list reads as null, unless a user wrote it as empty. */
export function readList(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  if (list === undefined) return isKnown(previous) ? (previous as readonly string[]) : null;
  if (list.length === 0) return Array.isArray(previous) && previous.length === 0 ? [] : null;
  return list;
}

/** A list of host names as {@link readList} reads it, but with each host once, however often the tenant spells it. */
export function readHosts(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  return readList(list && eachHostOnce(list), previous);
}

/** The identity of an object for Terraform 1.12 and later: its id, which is also the import id. */
export const byId = identity({
  attributes: { id: attribute.string({ required: true, description: 'The id of the resource.' }) },
});

/** The platforms, each with the word that the contract has for it. */
export const PLATFORMS = FACTS.map((facts) => ({ ...facts, api: PLATFORM_WORDS[facts.name] }));
