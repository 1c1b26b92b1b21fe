/** How is it shown what a tenant shows? In tables for people, which fit the terminal. */
import {
  type NotObserved,
  type ObservedAction,
  type ObservedApp,
  type ObservedConfiguration,
  type ObservedException,
  type ObservedState,
  type ObservedValue,
  isKnown,
} from '../../live/observed';
import { type UnknownCode, placeOf } from '../../live/shown-codes';
import { type TableCell, groupBy, inert, isNotObserved, quote, widthOf, wrapWords } from '../../steering';
import { EXCEPTION_TYPE_NAMES, type ExceptionTypeName } from '../../steering/domain/exceptions';
import type { Surroundings } from '../complaint';
import { type Palette, count, table } from '../show';

/** The width where stdout is no terminal. */
const USUAL_COLUMNS = 120;
/** The most names that a cell shows; --json has all. */
const MOST_NAMES = 20;

/** What a type of exception is called in a table, one of it and several. */
const NOUNS: Readonly<Record<ExceptionTypeName, readonly [string, string]>> = {
  application: ['application', 'applications'],
  category: ['category', 'categories'],
  certificate_pinned_app: ['pinned app', 'pinned apps'],
  destination_location: ['destination location', 'destination locations'],
  dns: ['DNS', 'DNS'],
  domains: ['domain list', 'domain lists'],
  source_countries: ['source countries', 'source countries'],
  source_location: ['source location', 'source locations'],
};

interface TerminalScreen {
  readonly color: Palette;
  readonly columns: number;
}

export function showObserved(
  { configurations, apps, exceptions, not_observed }: ObservedState,
  unknown: readonly UnknownCode[],
  { color, columns = USUAL_COLUMNS }: Surroundings,
): string {
  const screen = { color, columns };
  const others = exceptions.filter(({ type }) => type !== 'certificate_pinned_app');
  const shownApps = apps.filter(({ platforms }) => platforms.length > 0);
  const sections: readonly (readonly [title: string, text: string])[] = [
    [
      `Configurations, the first that matches counts (${configurations.length})`,
      configurationsTable(configurations, screen),
    ],
    [`Certificate pinned apps that an exception uses (${shownApps.length})`, appsTable(shownApps, screen)],
    [`Other exceptions (${others.length})`, exceptionsTable(others, screen)],
    ['Not observed, because REST v1 does not show it', notObservedTable(not_observed, screen)],
    ...(unknown.length === 0
      ? []
      : [[`Codes that nobody published (${unknown.length})`, unknownLines(unknown, columns)] as const]),
  ];
  return sections.map(([title, text]) => `${color.bold(title)}\n\n${text}`).join('\n\n');
}

/** Wraps the cells of some columns between words, so that the table fits where that is possible. */
function fitting(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { color, columns }: TerminalScreen,
  wrapped: readonly number[],
): string {
  const cellsOf = (column: number) => [header, ...rows].map((row) => row[column] ?? '');
  const widthOfAll = (texts: readonly string[]) => Math.max(...texts.map(widthOf));
  const fixed = header.map((_title, column) => (wrapped.includes(column) ? 0 : widthOfAll(cellsOf(column))));
  const room = columns - 2 - 3 * (header.length - 1) - fixed.reduce((sum, width) => sum + width, 0);
  const shares = shareOut(
    room,
    wrapped.map((column) => {
      const texts = cellsOf(column);
      const words = widthOfAll(texts.flatMap((text) => text.split(' ')));
      return { least: Math.min(words, LONGEST_WORD), most: widthOfAll(texts) };
    }),
  );
  const cells = rows.map((row) =>
    row.map((text, column): TableCell => {
      const width = shares[wrapped.indexOf(column)];
      return width === undefined ? text : { lines: wrapWords(text, width) };
    }),
  );
  return table(header, cells, color);
}

/** A longer word, such as the name of a host, may be cut. */
const LONGEST_WORD = 24;

/** Gives each column its longest word, and of what is left a part as large as it needs more. */
function shareOut(room: number, columns: readonly { readonly least: number; readonly most: number }[]): number[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const left = Math.max(0, room - sum(columns.map(({ least }) => least)));
  const wanted = sum(columns.map(({ least, most }) => Math.max(0, most - least)));
  const part = wanted === 0 ? 0 : Math.min(1, left / wanted);
  return columns.map(({ least, most }) => least + Math.floor(Math.max(0, most - least) * part));
}

function configurationsTable(all: readonly ObservedConfiguration[], screen: TerminalScreen): string {
  const rows = all.map((one, index) => [
    String(index + 1),
    inert(String(told(one.name))),
    one.id === null ? 'not listed' : inert(one.id),
    yesOrNo(one.enabled),
    modesOf(one),
    exceptionsOf(one),
  ]);
  return fitting(['#', 'name', 'id', 'enabled', 'traffic mode', 'exceptions'], rows, screen, [1, 4, 5]);
}

function modesOf({ traffic_mode, dynamic_steering: dynamic }: ObservedConfiguration): string {
  if (dynamic.enabled === false) return told(traffic_mode);
  const sides = `on-premises ${told(dynamic.on_premises_traffic_mode)}, off-premises ${told(dynamic.off_premises_traffic_mode)}`;
  return dynamic.enabled === true
    ? `dynamic: ${sides}`
    : `${told(traffic_mode)}; dynamic steering ${told(dynamic.enabled)}`;
}

function exceptionsOf({ exceptions }: ObservedConfiguration): string {
  const counts = EXCEPTION_TYPE_NAMES.filter((type) => exceptions[type] > 0).map((type) => {
    return `${exceptions[type]} ${NOUNS[type][exceptions[type] === 1 ? 0 : 1]}`;
  });
  return counts.length === 0 ? 'none' : counts.join(', ');
}

function appsTable(apps: readonly ObservedApp[], screen: TerminalScreen): string {
  const rows = apps.flatMap((app) =>
    app.platforms
      .flatMap(({ platform, processes, domains, not_known, actions }) => {
        const names = [...processes, ...domains];
        const runsAs = names.length === 0 && not_known !== undefined ? told({ not_known }) : namesOf(names);
        const uses = groupBy(actions, ({ action }) => told(action));
        return [...uses].map(([action, of], index) => [
          platform,
          action,
          of.map(placeOfAction).join(', '),
          index === 0 ? runsAs : '',
        ]);
      })
      .map((cells, index) => [index === 0 ? `${inert(told(app.name))} (${kindOf(app)})` : '', ...cells]),
  );
  return fitting(['app', 'platform', 'action', 'in', 'processes'], rows, screen, [0, 2, 3, 4]);
}

function kindOf({ custom }: ObservedApp): string {
  return isKnown(custom) ? (custom ? 'custom' : 'predefined') : told(custom);
}

function exceptionsTable(all: readonly ObservedException[], screen: TerminalScreen): string {
  const rows = all.map((one) => [
    NOUNS[one.type as ExceptionTypeName][0],
    placeOfAction({ ...one, action: null }),
    `${namesOf(one.names ?? [])}${one.doubt === undefined ? '' : ` (${inert(one.doubt)})`}`,
    isKnown(one.notes) ? inert(one.notes ?? '') : told(one.notes),
  ]);
  return fitting(['type', 'in', 'what', 'notes'], rows, screen, [1, 2, 3]);
}

function placeOfAction({ configuration, location }: ObservedAction): string {
  const side = { on_premises: ' (on-premises)', off_premises: ' (off-premises)' }[told(location)] ?? '';
  return `${inert(configuration)}${side}`;
}

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(inert).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function notObservedTable(all: readonly NotObserved[], screen: TerminalScreen): string {
  const rows = all.map(({ object, attributes, count: number }) => [
    object.replaceAll('_', ' '),
    attributes.map((one) => (one === 'any' ? 'whether there is any' : one.replace(/[_.]/g, ' '))).join(', '),
    String(number),
  ]);
  return fitting(['of', 'what', 'times'], rows, screen, [0, 1]);
}

function unknownLines(unknown: readonly UnknownCode[], columns: number): string {
  const lines = unknown.flatMap((one) => {
    const { count: number, example } = one;
    const app = example.app === undefined ? '' : `${inert(example.app)} on ${example.platform ?? ''}, `;
    const others = number > 1 ? ` and ${count(number - 1, 'other place')}` : '';
    const text = `${one.kind} ${quote(one.code)}: ${app}${inert(placeOf(example))}${others}`;
    return [...wrapWords(text, columns - 2), `  ${howToLearn(one)}`];
  });
  const how =
    'Each counts as unknown in every decision. Where you know what one is, for example from the console, say so in place of ACTION or MODE:';
  return [...wrapWords(how, columns - 2), '', ...lines].map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}

/**
 * The command that learns a code. It leaves open what the code means: a command that can be pasted as it is would teach
 * a guess.
 */
export function howToLearn({ kind, example, isElsewhereAnother }: UnknownCode): string {
  const { app, platform, configuration } = example;
  const program = 'netskope-steering live calibrate';
  if (kind === 'traffic_type') return `${program} --mode-of ${shellWord(configuration)} --mode MODE`;
  const within = isElsewhereAnother ? ` --configuration ${shellWord(configuration)}` : '';
  return `${program} --app ${shellWord(app ?? 'NAME')} --platform ${platform ?? 'windows'}${within} --action ACTION`;
}

/** A name as one word of a shell, whatever is in it. */
function shellWord(name: string): string {
  const text = inert(name);
  return /^[\w.-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function yesOrNo(value: ObservedValue<boolean>): string {
  return isKnown(value) ? (value ? 'yes' : 'no') : told(value);
}

/** A value for a cell. A code that is not known stands as it is, in its reason. */
function told(value: ObservedValue<string | number | boolean | null>): string {
  if (isKnown(value)) return String(value);
  const { not_known, possible = [] } = value;
  const [, code] = /^the tenant shows the code (.*) for \w+, which/s.exec(not_known) ?? [];
  if (code !== undefined) return `code ${inert(code)}`;
  if (possible.length > 0 && possible.length < 4) return possible.join(' or ');
  return isNotObserved(not_known) ? 'not observed' : inert(not_known);
}
