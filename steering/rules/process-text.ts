/**
 * What does the name of a process look like on each platform? Names that no process of the platform has are told by
 * their text alone, with what was probably meant.
 */
import { CATALOGUE_ENTRIES } from '../catalogue';
import { foldCase } from '../domain/processes';
import { publicSuffixKind } from '../domain/public-suffixes';
import type { PlatformName } from '../domain/vocabulary';

/** The ways in which a text cannot be the name of a process. */
type Misreading =
  | 'several'
  | 'domain'
  | 'description'
  | 'pattern'
  | 'wildcard'
  | 'bundle'
  | 'exe-elsewhere'
  | 'without-exe'
  | 'identifier';

/** A text that no process of a platform has as its name. */
interface Misread {
  readonly kind: Misreading;
  /** What was probably meant, one text or several. */
  readonly instead: readonly string[];
}

/** Where apps are known by identifiers, with an example of one. That clients compare these is our reading. [assumed] */
const IDENTIFIERS: { readonly [P in PlatformName]?: { readonly shape: RegExp; readonly example: string } } = {
  android: { shape: /^[a-z]\w*(\.[a-z]\w*)+(:\w+)?$/i, example: 'com.whatsapp' },
  ios: { shape: /^[a-z\d-]+(\.[a-z\d-]+)+$/i, example: 'net.whatsapp.WhatsApp' },
};

const EXE = /\.exe$/i;
/** What stands at the end of a name instead of `.exe`: a slip, or another file of the app. */
const NOT_QUITE_EXE = /(\.exe)?[. _]+$|[ ._]exe$|\.(ex|msi|msix|lnk|dll|bat|cmd)$/i;
/** The other endings of files that Windows runs. WinSCP.com of the catalogue is one with `.com`. */
const OTHER_ENDINGS = ['.com', '.scr', '.pif', '.bin', '.tmp'];
/** The processes of Windows itself that have no file: the kernel [doc], and virtual machines of Linux. [assumed] */
const WITHOUT_FILE = ['system', 'vmmem', 'vmmemwsl'];
/** The executables of the catalogue that have another ending than `.exe` on Windows, in one case. */
const KNOWN_WITHOUT_EXE = CATALOGUE_ENTRIES.flatMap(({ executables }) =>
  (executables.windows ?? []).map(({ value }) => foldCase(value)).filter((name) => !EXE.test(name)),
);

/** The files in which apps come, whose names no process has. */
const BUNDLE = /\.(app|dmg|pkg|apk|ipa)$/i;
/** An identifier in reversed order, such as `com.apple.geod`: it may end in anything. */
const REVERSED = /^(com|org|net|io|us|de|me|app|dev)\.[^.]+\./i;

/** Looks for the kinds in this order: the first one that holds is told, and only that one. */
const KINDS: Readonly<Record<Misreading, (name: string, platform: PlatformName) => readonly string[] | undefined>> = {
  several: (name) => {
    const parts = name.split(/\s*;\s*|(?<=\.exe)[\s&+]+(?=.+\.exe)/i).filter((part) => part !== '');
    return parts.length > 1 ? parts : undefined;
  },
  description: (name) => {
    const found = /^(.+?\.exe)(?:\s*[:=#([{<>–—]|\s*-\s|\s).*$/i.exec(name) ?? /^(.+?):\s/.exec(name);
    return found?.[1] === undefined ? undefined : [found[1]];
  },
  domain: (name, platform) => (isDomain(name.replace(/^\*\.|:\d+$/g, ''), platform) ? [] : undefined),
  pattern: (name, platform) => {
    const isPattern = /^\^|\$$|\|/.test(name) || (name.includes('.*') && IDENTIFIERS[platform] === undefined);
    if (!isPattern) return undefined;
    const names = name.replace(/^\^|\$$/g, '').split('|');
    return names.some((one) => /[*?()[\]]/.test(one)) ? [] : names;
  },
  wildcard: (name) => (/[*?]|(?<=\S)\[[^\]\s]+\]/.test(name) ? [patternOf(name)] : undefined),
  bundle: (name, platform) => {
    if (!BUNDLE.test(name) || REVERSED.test(name)) return undefined;
    if (IDENTIFIERS[platform] !== undefined) return /\..*\./.test(name) ? undefined : [];
    const bare = name.replace(BUNDLE, '');
    return [platform === 'windows' ? `${bare}.exe` : bare];
  },
  'exe-elsewhere': (name, platform) => {
    if (platform === 'windows' || !EXE.test(name)) return undefined;
    return IDENTIFIERS[platform] === undefined ? [name.replace(EXE, '')] : [];
  },
  'without-exe': (name, platform) => {
    if (platform !== 'windows' || isOnWindows(name)) return undefined;
    return [`${name.replace(NOT_QUITE_EXE, '')}.exe`];
  },
  identifier: (name, platform) => {
    const identifiers = IDENTIFIERS[platform];
    return identifiers === undefined || identifiers.shape.test(name) ? undefined : [];
  },
};

/** The endings of domains that are those of files, too: scripts of Linux have such names. */
const OF_FILES = ['sh', 'run', 'py', 'pl', 'rs', 'so', 'md', 'cc', 'ps', 'ml', 'app', 'zip', 'la', 'in', 'do'];
/** The endings of domains that stand at the end of no identifier in reversed order. */
const COMMON = ['com', 'net', 'org'];

/**
 * Whether a name is a domain or an address. On macOS names such as `zoom.us` are those of processes [community], and on
 * iOS and Android identifiers look like domains: there only what is certain counts.
 */
function isDomain(name: string, platform: PlatformName): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return true;
  if (!/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(name)) return false;
  const labels = foldCase(name).split('.');
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  const isCommon = COMMON.includes(last);
  // Whoever writes capitals, as in Rocket.Chat and Battle.net, means an app.
  if (/[A-Z]/.test(name) && !isCommon) return false;
  if (platform === 'windows') return !isKnownWithoutExe(foldCase(name)) && !BUNDLE.test(name) && isRegistry(last);
  // An identifier in reversed order begins with what a domain ends in, such as `com` or the code of a country.
  if (labels.length > 2 && (COMMON.includes(first) || /^[a-z]{2}$/.test(first))) return false;
  if (platform === 'linux') return !OF_FILES.includes(last) && isRegistry(last);
  return isCommon && (platform !== 'mac_os' || labels.length > 2);
}

/** Whether names are registered below a label. */
function isRegistry(label: string): boolean {
  const kind = publicSuffixKind(label);
  return kind !== undefined && kind !== 'private';
}

/** Returns the pattern that means what a name with wildcards was to mean. */
export function patternOf(name: string): string {
  const parts = name.split(/(\[[^\]]+\]|[*?])/);
  const text = parts.map((part, index) => {
    if (index % 2 === 0) return literally(part);
    return part === '*' ? '.*' : part === '?' ? '.' : part;
  });
  return `^${text.join('')}$`;
}

/** Returns the pattern that matches a text alone. */
function literally(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

const ORDER = Object.entries(KINDS) as [Misreading, (typeof KINDS)[Misreading]][];

/** Returns how a name is not one of a process of the platform; undefined where it may be one. */
export function misread(name: string, platform: PlatformName): Misread | undefined {
  for (const [kind, find] of ORDER) {
    const instead = find(name, platform);
    if (instead !== undefined) return { kind, instead };
  }
  return undefined;
}

/** Returns what an app is called on a platform that knows apps by identifiers; undefined on others. */
export function identifierOn(platform: PlatformName): string | undefined {
  return IDENTIFIERS[platform]?.example;
}

/** Whether some process of Windows may have a name that ends so. */
export function mayEndOnWindows(end: string): boolean {
  const text = foldCase(end);
  const endings = ['.exe', ...OTHER_ENDINGS];
  return (
    endings.some((ending) => text.endsWith(ending) || ending.endsWith(text)) ||
    [...WITHOUT_FILE, ...KNOWN_WITHOUT_EXE].some((name) => name.endsWith(text))
  );
}

/** Whether a process of Windows may have this name. */
export function isOnWindows(name: string): boolean {
  const text = foldCase(name);
  return ['.exe', ...OTHER_ENDINGS].some((ending) => text.endsWith(ending)) || isKnownWithoutExe(text);
}

function isKnownWithoutExe(text: string): boolean {
  return WITHOUT_FILE.includes(text) || KNOWN_WITHOUT_EXE.includes(text);
}
