/**
 * How a tenant's values are spelled in Terraform. The tenant knows no difference between empty and not set; Terraform does,
 * and the spelling that the user chose stays. A field that the tenant accepts and never returns [vendor] is `undefined` here:
 * it is what was written last.
 */
import { type Diagnostic, DiagnosticError, type Path, type Unknown, error, isKnown } from 'terraform-plugin-sdk-ts';
import { complainAboutRepeatedHost, hostName, isAscii } from '../../steering/domain/hosts';
import type { Complaint } from '../../steering/domain/vocabulary';
import { complainAboutName } from '../../steering/domain/names';

/** Rules of the domain as validators: a complaint becomes a diagnostic at the value's own path. */

export function validator(complainAbout: (value: string) => Complaint | undefined) {
  return (value: string, at: Path): Diagnostic[] => {
    const complaint = complainAbout(value);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  };
}

/** What the page of a name says of `checkName`. */
export const WITHOUT_UNSEEN =
  'Without white space at its ends, control characters, and characters that nobody sees or that turn the text around; joiners where a script or an emoji has them are fine.';

/** What every name that is written must be, whatever it names. */
export const checkName = validator(complainAboutName);

/** In a set of host names, two spellings of one: Terraform counts them as two, and the tenant has one. */
export function checkHosts(names: readonly (string | Unknown)[], at: Path): Diagnostic[] {
  const complaint = complainAboutRepeatedHost(names.filter((name) => typeof name === 'string'));
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
}

/** Ids: the tenant's own, and the ids of resources that are made of them. An import id is the resource's `id`. */

/** Where an object stands: its configuration (empty outside of configurations) and its id in the collection. */
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

/** Reads `<id>`, or `<configuration>/<id>` for what stands in a configuration. @throws DiagnosticError */
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

/**
 * Spellings that a tenant may change without meaning anything by it: white space around a value [assumed], repetitions and
 * the order of lists [vendor], and the case (RFC 4343) and the letters of host names. Everything else that changes is a change.
 */

export const trimmed = (text: string): string => text.trim();

/** Names: each once, without white space around it. Their case counts, since nobody published whether it does. */
export const trimmedEach = (texts: readonly string[]): string[] => distinct(texts.map(trimmed));

/** Addresses and ranges of them: the case of hexadecimal digits, and white space, mean nothing. */
export const networkAddresses = (texts: readonly string[]): string[] =>
  distinct(texts.map((text) => trimmed(text).toLowerCase()));

/** Host names, or suffixes of some. */
export const hostNames = (texts: readonly string[]): string[] => distinct(texts.map(hostName));

/** How a host name is sent: as it is written or, where it has other letters than ASCII, as clients see it. [assumed] */
export const sentName = (text: string): string => (isAscii(text) ? text : hostName(text));

export const sentNames = (texts: readonly string[] | null): string[] => (texts ?? []).map(sentName);

/** Of several spellings of one host name, the first. */
function eachHostOnce(texts: readonly string[]): string[] {
  return [...new Map([...texts].reverse().map((text) => [hostName(text), text])).values()].reverse();
}

/** What the page of each attribute that holds host names says of them. */
export const SPELLING_OF_HOSTS =
  'Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is `xn--bcher-kva.example`. [assumed]';

/**
 * All texts in a value without the white space around them: how an object is stored that nobody has written here yet. What
 * terraform generates of it is then a configuration that this provider takes.
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

/** @param otherwise where the tenant does not return the field and nobody wrote it */
export function readValue<T>(value: T | undefined, previous: unknown, otherwise: T): T {
  if (value !== undefined) return value;
  return isKnown(previous) ? (previous as T) : otherwise;
}

/** An empty text reads as null, unless it was written as empty. */
export function readText(text: string | undefined, previous: unknown): string | null {
  if (text === undefined) return isKnown(previous) ? (previous as string) : null;
  if (text === '') return previous === '' ? '' : null;
  return text;
}

/** An empty list reads as null, unless it was written as empty. */
export function readList(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  if (list === undefined) return isKnown(previous) ? (previous as readonly string[]) : null;
  if (list.length === 0) return Array.isArray(previous) && previous.length === 0 ? [] : null;
  return list;
}

/** The same for host names, each of which is listed once, in whichever spellings the tenant has it. */
export function readHosts(list: readonly string[] | undefined, previous: unknown): readonly string[] | null {
  return readList(list && eachHostOnce(list), previous);
}
