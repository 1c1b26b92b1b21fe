/** What a first screen must be, whatever the plan: short, the same in every format, and honest about what opens. */
import { partOf } from '../../../review/document/document-of';
import { render, type Report, type Review, type TrafficLine } from '../../../review';
import type { ToldChange } from '../../../review/traffic/lines';
import {
  decide,
  inert,
  PLATFORMS,
  TRANSPORTS,
  type BelongingSet,
  type Fate,
  type HostSet,
  type PlannedModels,
  type WholeFlow,
} from '../../../steering';
import { isAround } from '../../steering/compare/region-by-hand';
import type { Dice } from '../../steering/random/dice';
import { randomWholeFlow } from '../../steering/random/random-flow';
import { HOSTS } from '../../steering/random/words';

const MOST_LINES = 15;
const MOST_CHARACTERS = 200;

export const screenOf = (review: Review) => partOf(review).screen;
type Screen = ReturnType<typeof screenOf>;
type Row = Screen['rows'][number];

export const textOf = (spans: Row['who']) => spans.map(({ text }) => text).join('');

/** Says what is wrong with the first screens of a report, in sentences; nothing where all is right. */
export function faultsOf({ plans, ...report }: Report): string[] {
  return plans.flatMap((review) => {
    const screen = screenOf(review);
    const [markdown, terminal, html] = (['markdown', 'terminal', 'html'] as const).map((format) =>
      // Tables stand below the first screen, and take long.
      render({ ...report, plans: [{ ...review, matrices: [] }] }, format, { version: '0' }),
    ) as [string, string, string];
    const comment = markdown.split('\n<details>')[0]!;
    return [
      ...tooLong('Markdown', comment),
      ...unevenRows(comment, screen),
      ...tooLong('a terminal', terminal.split('\nDetails\n')[0]!),
      ...otherRows(html, screen),
      ...hiddenOpenings(review, screen),
      ...dishonest(review, screen),
    ].map((fault) => `${review.name}: ${fault}`);
  });
}

function tooLong(where: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return [
    ...(lines.length > MOST_LINES ? [`${lines.length} lines in ${where}`] : []),
    ...lines.filter((line) => line.length > MOST_CHARACTERS).map((line) => `${line.length} characters: ${line}`),
  ];
}

/** Rows with more or fewer cells than the head; a bar ends a cell, unless a backslash stands before it. */
function unevenRows(comment: string, { rows }: Screen): string[] {
  const table = comment.split('\n').filter((line) => line.startsWith('|'));
  const cells = table.map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);
  const expected = rows.length === 0 ? 0 : rows.length + 2;
  return [
    ...(table.length === expected ? [] : [`${table.length} lines of a table that has ${expected}`]),
    ...table.filter((_, index) => cells[index] !== 6).map((line) => `not five cells: ${line}`),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The sign and the word that stand for a tone. */
const SIGN = /<span class="sign of".*?<\/span>(<span class="unseen">.*?<\/span>)?/gs;

function otherRows(page: string, { rows }: Screen): string[] {
  const [, body = ''] = /<div class="first"><table.*?<tbody[^>]*>(.*?)<\/tbody>/s.exec(page) ?? [];
  const found = [...body.matchAll(/<tr [^>]*class="(\w+)">(.*?)<\/tr>/gs)].map(([, tone, cells = '']) =>
    [
      tone,
      ...[...cells.replace(SIGN, '').matchAll(/<t[dh] [^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
        withoutTags(cell),
      ),
    ].join(' | '),
  );
  const expected = rows.map(({ tone, who, before, after, where }) =>
    [tone, ...[textOf(who), before, after, textOf(where)].map(inert)].join(' | '),
  );
  return found.join('\n') === expected.join('\n') ? [] : [`other rows in HTML: ${found.join('\n')}`];
}

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

/** Whether a row counts those that are left out. */
export const isRest = ({ who }: Row) => /^\d+ more kinds? of changes$/.test(textOf(who));

/** Openings that no row tells nor counts, and that no sentence on UDP covers. */
function hiddenOpenings({ traffic, destinations }: Review, { verdict, rows, notes }: Screen): string[] {
  const opening = traffic.filter(({ effect }) => effect === 'broadening');
  if (opening.length === 0) return [];
  const telling = rows.filter(({ changes }) => opening.some(({ id }) => changes.includes(id)));
  const saysUdp = notes.some(({ text }) => /UDP and QUIC, which nobody published/.test(textOf(text)));
  const widthOf = (line: TrafficLine) =>
    width(line, line.destinations === undefined ? undefined : destinations[line.destinations]);
  const widest = Math.max(...opening.map(widthOf));
  const isWidest = ({ changes }: Row) => opening.some((line) => changes.includes(line.id) && widthOf(line) === widest);
  const untold = opening.filter(({ id }) => !rows.some(({ changes }) => changes.includes(id)));
  return [
    ...(/\b(opens?|ends?|lets?) (traffic|a block|\d+ block)/i.test(verdict) ? [] : [`opens: ${verdict}`]),
    ...telling
      .filter(({ tone }) => tone !== 'warning' && tone !== 'danger')
      .map((row) => `an opening is ${row.tone}: ${textOf(row.who)}`),
    ...telling
      .filter((row) => isRest(row) && !/opens \(\d+\)/.test(textOf(row.where)))
      .map(() => 'openings that are not counted'),
    ...(telling.some((row) => !isRest(row) && isWidest(row)) ? [] : ['the widest opening has no row']),
    ...untold
      .filter((line) => !(saysUdp && isUdp(line) && !line.certain && hasTwin(line, opening)))
      .map(({ id }) => `no row tells the opening ${id}`),
  ];
}

export const isUdp = ({ flows }: TrafficLine) =>
  flows.some(({ dimension, values }) => dimension === 'transport' && values.join() === 'UDP');

/** Whether something else opens by the same objects, and not by UDP. */
function hasTwin(line: TrafficLine, opening: readonly TrafficLine[]): boolean {
  const causes = line.causes.map((one) => JSON.stringify(one));
  return opening.some((one) => !isUdp(one) && one.causes.some((cause) => causes.includes(JSON.stringify(cause))));
}

/** How wide an opening is: of any process, to any host name. */
function width({ flows }: TrafficLine, destinations: Review['destinations'][number] | undefined): number {
  const processes = flows.find(({ dimension }) => dimension === 'process')?.values;
  const isAnyone = processes === undefined || processes.includes('any other process');
  const isAnywhere =
    destinations?.every(({ hosts }) => !(hosts?.some((host) => host.startsWith('any ')) ?? true)) !== true;
  return (isAnyone ? 2 : 0) + (isAnywhere ? 1 : 0);
}

/** Words of a verdict that are better than what is known. */
function dishonest({ traffic, isComplete }: Review, { verdict, tone, notes }: Screen): string[] {
  const opens = traffic.some(({ effect }) => effect === 'broadening');
  const isSure = opens && traffic.some(({ effect, certain }) => effect === 'broadening' && certain);
  return [
    ...(/opens nothing|nothing opens|Opens and blocks nothing/i.test(verdict) && (opens || !isComplete)
      ? [`says that nothing opens: ${verdict}`]
      : []),
    ...((opens || !isComplete) && tone !== 'warning' && tone !== 'danger'
      ? [`the verdict is ${tone}: ${verdict}`]
      : []),
    ...(isComplete || verdict.startsWith('Cannot be judged') ? [] : [`as if all were judged: ${verdict}`]),
    ...(isComplete || notes.some(({ text }) => textOf(text).startsWith('Cannot be judged')) ? [] : ['no reason why']),
    ...(opens && !isSure && !/\bmay (open|end|let)/i.test(verdict) ? [`as if it were certain: ${verdict}`] : []),
  ];
}

export type Models = Pick<PlannedModels, 'before' | 'after'>;

export const isEach = (row: Row) => textOf(row.where).includes('each to its own');

/**
 * A flow that the row names: the process of one of its changes, and a destination of the same or, unless the row says
 * "each to its own", of another one; for the users, devices and locations that all of them are for.
 */
export function flowIn(row: Row, own: readonly ToldChange[], dice: Dice): WholeFlow | undefined {
  const who = dice.oneOf(own).change;
  const { region: where } = isEach(row) ? { region: who.region } : dice.oneOf(own).change;
  const { platforms, processes, managed, locations, clients, belonging } = who.region;
  const random = randomWholeFlow(dice);
  const set = processes && dice.oneOf(processes);
  const process = set === undefined ? random.process : set.kind === 'pattern' ? set.example : set.text;
  const client = clients && dice.oneOf(clients);
  const names = belonging && namesIn(dice.oneOf(belonging));
  const { hosts, ports } = dice.oneOf(where.destinations ?? [{}]);
  const range = ports && dice.oneOf(ports);
  const flow: WholeFlow = {
    ...random,
    platform: platforms === undefined ? random.platform : dice.oneOf(platforms),
    process,
    ...(range !== undefined && { port: range.from + dice.below(range.to - range.from + 1) }),
    transport: where.transport ?? dice.oneOf(TRANSPORTS),
    ...(managed !== undefined && { managed }),
    ...(locations !== undefined && { location: dice.oneOf(locations) }),
    ...client,
    ...names,
  };
  const host = hosts === undefined ? random.host : hostIn(hosts, flow, dice);
  return host === undefined ? undefined : { ...flow, host };
}

function hostIn(hosts: readonly HostSet[], flow: WholeFlow, dice: Dice): string | undefined {
  const candidates = [...hosts.flatMap(({ text }) => [text, `zz.${text}`]), ...HOSTS];
  const found = candidates.filter((host) => isAround({ destinations: [{ hosts }] }, { ...flow, host }));
  return found.length === 0 ? undefined : dice.oneOf(found);
}

/** Names that a flow belongs to: one of each group, and no others. */
function namesIn({ groups }: BelongingSet): Partial<WholeFlow> {
  const none = { applications: [], categories: [], destinationLocations: [], sourceLocations: [], sourceCountry: null };
  const own = groups.map(
    ({ kind, names: [first = ''] }) => [kind, kind === 'sourceCountry' ? first : [first]] as const,
  );
  return { ...none, ...Object.fromEntries(own) };
}

const WORDS: Readonly<Record<Fate, string>> = {
  block: 'blocked',
  bypass_direct: 'bypassed',
  bypass_tunnel: 'bypassed by tunnel',
  steer: 'inspected',
  direct: 'not inspected',
};

/** Whether the example of each change becomes the same for a process that the row says to be reached. */
export function isReached(row: Row, own: readonly ToldChange[], models: Models): boolean {
  return own.every(({ line, change: { region, witness } }) =>
    line.collateral.some(
      (one) =>
        one.kind === 'another_process' &&
        (region.platforms ?? [witness.platform]).some(
          (platform) => liesOf(row, { ...witness, platform, process: one.process }, models).length === 0,
        ),
    ),
  );
}

/** Says what in a row is not true of a flow that it names. */
export function liesOf(row: Row, flow: WholeFlow, { before, after }: Models): string[] {
  const who = textOf(row.who);
  const said = [row.before, row.after].map((words) =>
    words.replace('perhaps ', '').split(/ if a cloud app, else |, | or /),
  );
  const is = [before, after].map((model) => decide(model, flow).possible.map((fate) => WORDS[fate]));
  const isPerhaps = row.before.startsWith('perhaps ');
  const lies = said.flatMap((words, index) => {
    const found = is[index] ?? [];
    const isTrue = isPerhaps ? words.every((word) => found.includes(word)) : words.join() === found.join();
    return isTrue ? [] : [`${index === 0 ? 'before' : 'after'} it is ${found.join(' or ')}`];
  });
  const platform = PLATFORMS.find(({ name }) => name === flow.platform)?.title ?? '';
  if (!who.includes(platform) && !who.includes('all platforms') && !who.startsWith('not named: '))
    lies.push(`${platform} is not told`);
  const ports = portsIn(textOf(row.where));
  if (ports !== undefined && !ports.isLeast && !ports.has(flow))
    lies.push(`${flow.transport} ${flow.port} is not told`);
  return lies;
}

/** The same flow at ports that the row tells for all of its hosts. */
export function elsewhereIn(row: Row, flow: WholeFlow): WholeFlow[] {
  const ports = portsIn(textOf(row.where));
  if (ports === undefined || ports.isMost) return [];
  const all = [80, 443, 53, 5353, 22, 5222, 8080, 40_000].flatMap((port) =>
    TRANSPORTS.map((transport) => ({ ...flow, port, transport })),
  );
  return all.filter((one) => ports.has(one));
}

interface Ports {
  readonly isLeast: boolean;
  readonly isMost: boolean;
  readonly has: (flow: WholeFlow) => boolean;
}

const LIST = '[\\d, -]+';
const CLAUSE = `every (?:TCP |UDP )?port(?: but (?:UDP )?${LIST})?(?: and UDP ${LIST})?|(?:port|TCP|UDP) ${LIST}`;
const PORTS = new RegExp(`, (at least |at most )?((?:${CLAUSE})(?:; (?:${CLAUSE}))*)$`);

/** The ports of all hosts of a row; undefined where hosts have ports of their own. */
function portsIn(where: string): Ports | undefined {
  const [, limit = '', list = ''] = PORTS.exec(where) ?? [];
  if (list === '' || / at (?:every|port|TCP|UDP)\b/.test(where)) return undefined;
  const clauses = list.split('; ').map((clause) => {
    const [, by, but, ofUdp, and] =
      new RegExp(`^every (?:(TCP|UDP) )?port(?: but (UDP )?(${LIST}?))?(?: and UDP (${LIST}))?$`).exec(clause) ?? [];
    const [, only, some] = new RegExp(`^(port|TCP|UDP) (${LIST})$`).exec(clause) ?? [];
    return ({ port, transport }: WholeFlow): boolean => {
      const isOf = (name: string | undefined) =>
        name === undefined || name === 'port' || name.toLowerCase() === transport;
      if (some !== undefined) return isOf(only) && isPortIn(port, some);
      if (and !== undefined && transport === 'udp' && isPortIn(port, and)) return false;
      const isLeft = ofUdp !== undefined && (but === undefined || transport === 'udp') && isPortIn(port, ofUdp);
      return isOf(by) && !isLeft;
    };
  });
  return {
    isLeast: limit === 'at least ',
    isMost: limit === 'at most ',
    has: (flow) => clauses.some((isTold) => isTold(flow)),
  };
}

function isPortIn(port: number, list: string): boolean {
  return list.split(', ').some((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return from <= port && port <= to;
  });
}
