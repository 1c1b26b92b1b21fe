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
import { type TableCell, groupBy, inert, isNotObserved, wrapWords } from '../../steering';
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
  domains: ['domains', 'domains'],
  source_countries: ['source countries', 'source countries'],
  source_location: ['source location', 'source locations'],
};

export function showObserved(
  state: ObservedState,
  unknown: readonly UnknownCode[],
  { color, columns = USUAL_COLUMNS }: Surroundings,
): string {
  const { configurations, apps, exceptions, not_observed } = state;
  const others = exceptions.filter(({ type }) => type !== 'certificate_pinned_app');
  const shownApps = apps.filter(({ platforms }) => platforms.length > 0);
  const section = (title: string, text: string) => `${color.bold(title)}\n\n${text}`;
  return [
    section(
      `Configurations, the first that matches counts (${configurations.length})`,
      configurationsTable(configurations, color, columns),
    ),
    section(
      `Certificate pinned apps that an exception uses (${shownApps.length})`,
      appsTable(shownApps, color, columns),
    ),
    section(`Other exceptions (${others.length})`, exceptionsTable(others, color, columns)),
    section('Not observed, because REST v1 does not show it', notObservedTable(not_observed, color, columns)),
    ...(unknown.length === 0
      ? []
      : [section(`Codes that nobody published (${unknown.length})`, unknownLines(unknown, columns))]),
  ].join('\n\n');
}

/** Wraps the cells of the last columns, so that the table fits; each gets its share of what the others leave. */
function fitting(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  color: Palette,
  columns: number,
  wrapped: readonly number[],
): string {
  const widthOfColumn = (column: number) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0));
  const fixed = header.map((_title, column) => (wrapped.includes(column) ? 0 : widthOfColumn(column)));
  const left = columns - 2 - 3 * (header.length - 1) - fixed.reduce((sum, width) => sum + width, 0);
  const shares = shareOut(Math.max(left, 12 * wrapped.length), wrapped.map(widthOfColumn));
  const cells = rows.map((row) =>
    row.map((text, column): TableCell => {
      const width = shares[wrapped.indexOf(column)];
      return width === undefined ? text : { lines: wrapWords(text, width) };
    }),
  );
  return table(header, cells, color);
}

/** Gives each column what it needs, and where that is too much, an equal share of what is left. */
function shareOut(room: number, needs: readonly number[]): number[] {
  const equal = Math.floor(room / needs.length);
  const small = needs.filter((need) => need <= equal);
  const large = needs.length - small.length;
  const rest = large === 0 ? 0 : Math.floor((room - small.reduce((sum, need) => sum + need, 0)) / large);
  return needs.map((need) => (need <= equal ? need : rest));
}

function configurationsTable(all: readonly ObservedConfiguration[], color: Palette, columns: number): string {
  const rows = all.map((one, index) => [
    String(index + 1),
    inert(String(told(one.name))),
    one.id === null ? 'not listed' : inert(one.id),
    yesOrNo(one.enabled),
    modesOf(one),
    exceptionsOf(one),
  ]);
  return fitting(['', 'name', 'id', 'enabled', 'traffic mode', 'exceptions'], rows, color, columns, [1, 4, 5]);
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

function appsTable(apps: readonly ObservedApp[], color: Palette, columns: number): string {
  const rows = apps.flatMap((app) =>
    app.platforms
      .flatMap(({ platform, processes, domains, actions }) => {
        const uses = groupBy(actions, ({ action }) => told(action));
        return [...uses].map(([action, of], index) => [
          platform,
          action,
          of.map(placeOfAction).join(', '),
          index === 0 ? namesOf([...processes, ...domains]) : '',
        ]);
      })
      .map((cells, index) => [
        ...(index === 0
          ? [inert(told(app.name)), app.custom === true ? 'custom' : app.custom === false ? 'predefined' : '?']
          : ['', '']),
        ...cells,
      ]),
  );
  return fitting(['app', '', 'platform', 'action', 'in', 'processes, domains'], rows, color, columns, [0, 3, 4, 5]);
}

function exceptionsTable(all: readonly ObservedException[], color: Palette, columns: number): string {
  const rows = all.map((one) => [
    NOUNS[one.type as ExceptionTypeName][0],
    placeOfAction({ ...one, action: null }),
    `${namesOf(one.names ?? [])}${one.doubt === undefined ? '' : ` (${inert(one.doubt)})`}`,
    isKnown(one.notes) ? inert(one.notes ?? '') : told(one.notes),
  ]);
  return fitting(['type', 'in', 'what', 'notes'], rows, color, columns, [1, 2, 3]);
}

function placeOfAction({ configuration, location }: ObservedAction): string {
  const side = { on_premises: ' (on-premises)', off_premises: ' (off-premises)' }[String(location)] ?? '';
  return `${inert(configuration)}${side}`;
}

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(inert).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function notObservedTable(all: readonly NotObserved[], color: Palette, columns: number): string {
  const rows = all.map(({ object, attributes, count: number }) => [
    object.replaceAll('_', ' '),
    attributes.map((one) => one.replaceAll('_', ' ')).join(', '),
    String(number),
  ]);
  return fitting(['of', 'what', 'count'], rows, color, columns, [0, 1]);
}

function unknownLines(unknown: readonly UnknownCode[], columns: number): string {
  const lines = unknown.flatMap((one) => {
    const [first] = one.places;
    const where = `${first.app === undefined ? '' : `${inert(first.app)} on ${first.platform ?? ''}, `}${inert(placeOf(first))}`;
    const more = one.places.length - 1;
    const text = `${one.kind} ${inert(JSON.stringify(one.code))}: ${where}${more > 0 ? ` and ${count(more, 'other place')}` : ''}.`;
    return [...wrapWords(text, columns - 2), `  ${howToLearn(one)}`];
  });
  const how =
    'They count as unknown in every decision. Where you know what one is, for example from the console, say so:';
  return [...wrapWords(how, columns - 2), '', ...lines].map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}

/** The command that learns a code, with the word that is most likely to be known. */
export function howToLearn({ kind, places }: UnknownCode): string {
  const [{ app, platform, configuration }] = places;
  const program = 'netskope-steering live calibrate';
  return kind === 'action'
    ? `${program} --app ${shellWord(app ?? 'NAME')} --platform ${platform ?? 'windows'} --action block`
    : `${program} --mode-of ${shellWord(configuration)} --mode all`;
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
