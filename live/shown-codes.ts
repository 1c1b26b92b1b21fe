/**
 * Which codes does a tenant show, and for what? The codes are read as they are, without a dialect, so that one can be
 * learnt from them.
 */
import { groupBy, inert, type Dialect, type PlatformName, type RestV1Configuration } from '../steering';
import { isRecord } from '../steering/demands/shape';
import { PLATFORM_WORDS } from '../steering/domain/vocabulary';
import type { CodeKind } from './dialect';

/** One code at one place. */
export interface ShownCode {
  readonly kind: CodeKind;
  readonly code: string;
  /** The name of the configuration in which it stands. */
  readonly configuration: string;
  readonly location: 'on_premises' | 'off_premises' | null;
  /** The app and the platform of an action. */
  readonly app?: string;
  readonly platform?: PlatformName;
}

/** The platforms that REST v1 shows. [doc] */
export const SHOWN_PLATFORMS = ['windows', 'mac_os', 'ios', 'android'] as const satisfies readonly PlatformName[];

/** Returns all codes of exceptions that are enabled and of platforms that these are for, and of traffic modes. */
export function codesShown(configurations: readonly RestV1Configuration[]): ShownCode[] {
  return configurations.flatMap(({ name, shown }) =>
    [
      { location: null, part: shown },
      { location: 'on_premises' as const, part: shown?.['on_prem'] },
      { location: 'off_premises' as const, part: shown?.['off_prem'] },
    ].flatMap(({ location, part }) => codesIn(part, { configuration: name, location })),
  );
}

function codesIn(part: unknown, at: Pick<ShownCode, 'configuration' | 'location'>): ShownCode[] {
  if (!isRecord(part)) return [];
  const { traffic_type, exceptions } = part;
  const pinned = isRecord(exceptions) ? exceptions['cert_pinned_apps'] : undefined;
  const entries: unknown[] = isRecord(pinned) && Array.isArray(pinned['data']) ? pinned['data'] : [];
  return [
    ...textsOf(traffic_type).map((code): ShownCode => ({ kind: 'traffic_type', code, ...at })),
    ...entries.flatMap((entry) => actionsIn(entry, at)),
  ];
}

function actionsIn(entry: unknown, at: Pick<ShownCode, 'configuration' | 'location'>): ShownCode[] {
  if (!isRecord(entry) || entry['enabled'] === false || !isRecord(entry['data'])) return [];
  const { app_name, data } = entry as { readonly app_name?: unknown; readonly data: Record<string, unknown> };
  const app = [app_name, data['appName']].find((one): one is string => typeof one === 'string' && one !== '');
  return SHOWN_PLATFORMS.flatMap((platform) => {
    const shown = data[PLATFORM_WORDS[platform]];
    if (!isRecord(shown) || shown['enabled'] !== true) return [];
    return textsOf(shown['action']).map((code): ShownCode => {
      return { kind: 'action', code, ...at, platform, ...(app !== undefined && { app }) };
    });
  });
}

/** A code is a text; some show a number or a truth value in its place. */
function textsOf(code: unknown): string[] {
  return typeof code === 'string' || typeof code === 'number' || typeof code === 'boolean' ? [String(code)] : [];
}

/** A code that a dialect does not name. */
export interface UnknownCode {
  readonly kind: CodeKind;
  readonly code: string;
  /** At how many places it stands. */
  readonly count: number;
  /** The place from which it is best learnt. */
  readonly example: ShownCode;
  /** Whether the app of the example shows another code on that platform elsewhere. */
  readonly isElsewhereAnother: boolean;
}

/** Returns the codes that a dialect does not name, each once. */
export function unknownCodesIn(codes: readonly ShownCode[], dialect: Dialect): UnknownCode[] {
  const ofSubject = groupBy(codes, subjectOf);
  const isClear = (one: ShownCode) => (ofSubject.get(subjectOf(one)) ?? []).every(({ code }) => code === one.code);
  const unknown = codes.filter(({ kind, code }) => !Object.hasOwn(dialect[kind], code));
  return [...groupBy(unknown, ({ kind, code }) => JSON.stringify([kind, code])).values()].flatMap((places) => {
    const example = places.find((one) => isClear(one) && isPlain(one)) ?? places.find(isClear) ?? places[0];
    if (example === undefined) return [];
    const { kind, code } = example;
    return [{ kind, code, count: places.length, example, isElsewhereAnother: !isClear(example) }];
  });
}

/** Whether it can be named on a command line as it is. */
function isPlain({ app, configuration }: ShownCode): boolean {
  const names = `${app ?? ''}${configuration}`;
  return inert(names) === names;
}

function subjectOf({ kind, app, platform, configuration }: ShownCode): string {
  return JSON.stringify(kind === 'action' ? [app, platform] : [configuration]);
}

/** What calibration found: the one code, or why there is none, as whole sentences. */
export type Calibration = { readonly code: string } | { readonly why: string };

/**
 * Says which code a tenant shows for what somebody knows, where all that it shows agrees, and where the code means
 * nothing else yet.
 * @param subject what it is shown for, as part of a sentence
 */
export function calibrate(
  shown: readonly ShownCode[],
  subject: string,
  kind: CodeKind,
  word: string,
  dialect: Dialect,
): Calibration {
  const codes = [...new Set(shown.map(({ code }) => code))];
  const [code, ...others] = codes;
  if (code === undefined)
    return { why: `The tenant shows no code for ${subject}, so there is nothing to learn from it.` };
  if (others.length > 0) {
    const where = codes.map((one) => `${JSON.stringify(one)} in ${placesOf(shown.filter((at) => at.code === one))}`);
    return {
      why:
        `The tenant shows several codes for ${subject}: ${where.join(', and ')}. ` +
        `Name something that is ${word} everywhere, or an app and one --configuration.`,
    };
  }
  const meaning = Object.hasOwn(dialect[kind], code) ? dialect[kind][code] : undefined;
  if (meaning === undefined || meaning === word) return { code };
  return {
    why:
      `The tenant shows the code ${JSON.stringify(code)} for ${subject}, and that means ${meaning} already. ` +
      `Either this is no ${word}, or the dialect is wrong: look at the console, and correct the file by hand.`,
  };
}

/** The most places that a sentence names. */
const MOST_PLACES = 5;

function placesOf(shown: readonly ShownCode[]): string {
  const names = [...new Set(shown.map(placeOf))];
  const more = names.length - MOST_PLACES;
  return `${names.slice(0, MOST_PLACES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The configuration of a code, and its location where it has one, as part of a sentence. */
export function placeOf({ configuration, location }: Pick<ShownCode, 'configuration' | 'location'>): string {
  const side = location === null ? '' : ` (${location === 'on_premises' ? 'on-premises' : 'off-premises'})`;
  return `${JSON.stringify(configuration)}${side}`;
}
