/**
 * What do the files of an endpoint say? The vendor documents none of them: what is read here is as third parties have
 * published it. [community] A text that is none of this is refused; what a file does not say is left out.
 */
import { isObject } from '../../steering';
import { foldCase } from '../../steering/domain/processes';

/** An entry of `nsbypass.json`: a process of an app that an exception is for. */
export interface BypassRow {
  readonly app?: string;
  readonly process: string;
  /** The code of the action; only that of a bypass is published. */
  readonly action?: number;
  /** Whether the process is a pattern; left out where the file does not say it. */
  readonly isPattern?: boolean;
}

/** What one file says of the configuration that the client has. */
export interface ConfigurationFile {
  /** The name of the file, or of the command that wrote it. */
  readonly file: string;
  readonly configuration?: string;
  readonly trafficMode?: string;
  /** The status of the tunnel. */
  readonly tunnel?: string;
}

/** What the files of one endpoint say, beside its logs. */
export interface EndpointFiles {
  readonly files: readonly ConfigurationFile[];
  /** The entries of `nsbypass.json`; left out where there is no such file. */
  readonly bypass?: readonly BypassRow[];
}

export const BYPASS_FILE = 'nsbypass.json';
/** The files in JSON in which the name of the configuration stands. */
export const CONFIGURATION_FILES = [BYPASS_FILE, 'nssteering.json', 'nsexception.json'] as const;
/** How the output of nsdiag is called, whatever the name of the file is: that may hold the name of a person. */
export const DIAGNOSIS = 'nsdiag -f';

/** The error for a text that is not what its file should hold. The message says why, as part of a sentence. */
export class NotOfEndpoint extends Error {
  override readonly name = 'NotOfEndpoint';
}

/**
 * Reads a file in JSON.
 * @throws NotOfEndpoint
 */
export function readConfigurationFile(file: string, text: string): EndpointFiles {
  const json = parse(text);
  const { status, steering_config_name, traffic_mode, certPinnedAppList } = json;
  if (status !== undefined && status !== 'success') {
    throw new NotOfEndpoint('its status is not "success", so that the client got no answer from the tenant');
  }
  const said: ConfigurationFile = {
    file,
    ...textIn('configuration', steering_config_name),
    ...textIn('trafficMode', traffic_mode),
  };
  if (file !== BYPASS_FILE) return { files: [said] };
  if (!Array.isArray(certPinnedAppList)) throw new NotOfEndpoint('it has no list "certPinnedAppList"');
  return { files: [said], bypass: certPinnedAppList.flatMap(readRow) };
}

/** The message of JSON.parse is not passed on, because it quotes the text. */
function parse(text: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotOfEndpoint(text.trim() === '' ? 'it is empty' : 'it is not JSON');
  }
  if (isObject(json)) return json;
  throw new NotOfEndpoint('it holds no object');
}

function readRow(row: unknown): BypassRow[] {
  if (!isObject(row)) return [];
  const { processName, appName, action, isRegex } = row;
  if (typeof processName !== 'string') return [];
  const code = typeof action === 'string' && /^\d+$/.test(action) ? Number(action) : action;
  const isPattern = PATTERN_WORDS.get(typeof isRegex === 'string' ? isRegex.toLowerCase() : isRegex);
  return [
    {
      process: processName.trim(),
      ...textIn('app', appName),
      ...(typeof code === 'number' && { action: code }),
      ...(isPattern !== undefined && { isPattern }),
    },
  ];
}

/** The spellings of whether a process is a pattern. */
const PATTERN_WORDS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
]);

/** The lines of `nsdiag -f` that count here, by their words in lower case. */
const LINES = {
  'steering config': 'configuration',
  'traffic mode': 'trafficMode',
  'tunnel status': 'tunnel',
} as const satisfies Record<string, keyof ConfigurationFile>;

/** Reads the output of `nsdiag -f`, lines such as `Key:: value.`; undefined where a text is nothing of that kind. */
export function readDiagnosis(text: string): ConfigurationFile | undefined {
  const values: Partial<Record<(typeof LINES)[keyof typeof LINES], string>> = {};
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf('::');
    const key = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (!Object.hasOwn(LINES, key)) continue;
    const value = line.slice(at + 2).trim();
    values[LINES[key as keyof typeof LINES]] ??= value.endsWith('.') ? value.slice(0, -1) : value;
  }
  return Object.keys(values).length === 0 ? undefined : { file: DIAGNOSIS, ...values };
}

function textIn<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return (text === '' ? {} : { [key]: text }) as Partial<Record<K, string>>;
}

/** Whether a name is that of a log, or of one that was rotated, such as nsdebuglog.1.log or nsdebuglog.log.1. */
export function isLog(name: string): boolean {
  return /^nsdebuglog(?:[._-]?\d+)*\.log(?:\.\d+)?$/i.test(name);
}

/** Orders logs by age, the oldest first: nsdebuglog.2.log, nsdebuglog.1.log, nsdebuglog.log. */
export function byAge(one: string, other: string): number {
  const age = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return age(other) - age(one);
}

/** Whether two names of configurations are the same. */
export function isSameName(one: string, other: string): boolean {
  return foldCase(one.trim()) === foldCase(other.trim());
}
