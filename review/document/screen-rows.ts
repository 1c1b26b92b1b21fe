/**
 * Which rows does the table of the first screen have? Changes of traffic with the same outcomes and for the same users
 * share a row, whatever their number. What the change does not name comes first, then what opens, the widest first.
 */
import { groupBy } from '../../steering';
import type { At, Judgement, Review, TrafficLine } from '../report';
import { effectWord, verdictOfLine } from '../verdict';
import { type ScreenRow, type Span, type Tone, TONES, isOpenAgain, listed, prose } from './document';
import { isForOthers, joinedWords } from './done';
import { type Told, clientsOf, devicesOf, isOthers, valuesOf, whoIsReached, whoOf } from './screen-who';
import { whereInWords } from './screen-where';

/** A row, with the changes for which it stands. */
interface RowOf {
  readonly row: ScreenRow;
  readonly lines: readonly Told[];
}

/** The dimensions that a row tells once, so that they are the same for all of its changes. */
const TOLD_ONCE: ReadonlySet<string> = new Set(['device', 'location', 'client', 'belonging']);

/** Makes the rows of one review. */
export class RowMaker {
  private readonly portEntries = new Set<string>();
  private readonly isForOthers: boolean;
  /** The names of the configurations that come to steer cloud apps only. */
  readonly ofCloud: ReadonlySet<string>;
  /** The ids of the changes of UDP that no row tells, because a sentence does. */
  readonly udp: ReadonlySet<string>;

  constructor(private readonly review: Review) {
    this.udp = this.udpTwins();
    this.isForOthers = isForOthers(review);
    this.ofCloud = new Set(review.groups.filter(turnsToCloudApps).flatMap(({ names }) => names));
    for (const { done, objects } of review.groups) {
      if (done.startsWith('port_')) for (const object of objects) this.portEntries.add(keyOf(object));
    }
  }

  /** @param most the most rows; where there are more kinds of changes, the last row counts them */
  make(most: number): readonly ScreenRow[] {
    const told = this.review.traffic.filter(({ id }) => !this.udp.has(id)).map(toldOf);
    const groups = [...groupBy(told, (line) => this.kindOf(line)).values()].sort((a, b) => this.byDanger(a, b));
    const rows = [...this.reached(told), ...groups.map((lines): RowOf => ({ lines, row: this.rowOf(lines) }))];
    if (rows.length <= most) return rows.map(({ row }) => row);
    const first = rows.slice(0, most - 1);
    const widest = this.widestOpening(rows);
    const shown = widest === undefined || first.includes(widest) ? first : [...first.slice(0, -1), widest];
    return [...shown.map(({ row }) => row), restOf(rows.filter((one) => !shown.includes(one)))];
  }

  /** Finds the row of the widest opening, which is shown whatever else there is. */
  private widestOpening(rows: readonly RowOf[]): RowOf | undefined {
    const opening = rows.filter(({ lines: [line] }) => line?.effect === 'broadening');
    const width = ({ lines }: RowOf) => Math.max(...lines.map((line) => this.widthOf(line)));
    return opening.reduce<RowOf | undefined>(
      (widest, one) => (widest === undefined || width(one) > width(widest) ? one : widest),
      undefined,
    );
  }

  /**
   * Finds the changes of UDP that say the same again, perhaps, because nobody published whether clients steer UDP. Each
   * goes with a change of the same objects which no transport limits, or TCP, and which is no less dangerous and no
   * less wide. A change that is certain says something else.
   */
  private udpTwins(): ReadonlySet<string> {
    const lines = this.review.traffic.map(toldOf);
    const opening = (line: Told) => (line.effect === 'broadening' ? 1 + this.widthOf(line) : 0);
    const others = lines
      .filter((line) => !isUdp(line))
      .flatMap((line) => line.causes.map((cause) => ({ cause: keyOf(cause), line })));
    const worst = new Map(
      [...groupBy(others, ({ cause }) => cause)].map(([cause, own]) => [
        cause,
        {
          danger: Math.max(...own.map(({ line }) => dangerOf(line))),
          opening: Math.max(...own.map(({ line }) => opening(line))),
        },
      ]),
    );
    const hasOther = (line: Told) =>
      line.causes.some((cause) => {
        const found = worst.get(keyOf(cause));
        return found !== undefined && found.danger >= dangerOf(line) && found.opening >= opening(line);
      });
    return new Set(lines.filter((line) => isUdp(line) && !line.certain && hasOther(line)).map(({ id }) => id));
  }

  private byDanger(a: readonly Told[], b: readonly Told[]): number {
    const [first, second] = [a, b].map(([line, ...others]) =>
      line === undefined
        ? []
        : [
            isUnnamed(line) ? 0 : 1,
            EFFECTS.indexOf(effectWord(line)),
            isUdp(line) ? 1 : 0,
            endsBlock(line) ? 0 : 1,
            line.certain ? 0 : 1,
            -Math.max(...[line, ...others].map((one) => this.widthOf(one))),
          ],
    );
    return first?.map((one, index) => one - (second?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  }

  /** How wide a change is: of any process, to any host. */
  private widthOf(line: Told): number {
    const hosts = line.destinations === undefined ? undefined : this.review.destinations[line.destinations];
    const isAnywhere = hosts === undefined || hosts.some((one) => one.hosts === undefined || one.hosts.some(isAnyName));
    return (isOthers(line) ? 2 : 0) + (isAnywhere ? 1 : 0);
  }

  /** Returns a text that is the same for changes that share a row. */
  private kindOf(line: Told): string {
    const { effect, before, after, turns, certain, flows, configurations, collateral } = line;
    const unnamed = collateral.filter(({ kind }) => kind !== 'another_process').map(({ kind }) => kind);
    const dimensions = flows.filter(({ dimension }) => TOLD_ONCE.has(dimension));
    const who = isOthers(line) ? 'others' : 'named';
    return JSON.stringify([
      who,
      unnamed,
      this.isOfPorts(line),
      isUdp(line),
      effect,
      before,
      after,
      turns,
      certain,
      dimensions,
      configurations,
    ]);
  }

  /** Whether nothing but port entries causes the change. */
  private isOfPorts({ causes }: TrafficLine): boolean {
    return causes.length > 0 && causes.every((one) => this.portEntries.has(keyOf(one)));
  }

  /** Returns the rows of processes that changes reach without naming them. */
  private reached(told: readonly Told[]): RowOf[] {
    const found = told.flatMap((line) =>
      line.collateral.flatMap((process) => (process.kind === 'another_process' ? [{ line, process }] : [])),
    );
    const alike = groupBy(found, ({ line, process }) => `${process.of === undefined} ${this.kindOf(line)}`);
    return [...alike.values()].flatMap((same): RowOf[] => {
      const lines = [...new Set(same.map(({ line }) => line))];
      const [line] = lines;
      if (line === undefined) return [];
      const row: ScreenRow = {
        changes: lines.map(({ id }) => id),
        tone: 'danger',
        who: [prose('not named: '), ...this.forWhom(line), ...whoIsReached(same.map(({ process }) => process))],
        ...this.outcomes(line),
        // It was looked at for one flow of each change only.
        where: [prose('in whole or in part: '), ...this.whereOf(lines)],
      };
      return [{ lines, row }];
    });
  }

  private forWhom(line: Told): Span[] {
    return [...(this.isForOthers ? [] : clientsOf(line)), ...devicesOf(line)];
  }

  private rowOf(lines: readonly Told[]): ScreenRow {
    const [line] = lines;
    if (line === undefined) throw new Error('a row of no changes');
    const isSideEffect = isOthers(line) && this.isOfPorts(line) && !isUnnamed(line);
    return {
      changes: lines.map(({ id }) => id),
      tone: toneOf(line),
      who: [
        ...(isUnnamed(line) ? [prose('not named: ')] : []),
        ...this.forWhom(line),
        ...whoOf(lines),
        ...(isSideEffect ? [prose(' (side effect of the port entry)')] : []),
      ],
      ...this.outcomes(line),
      where: this.whereOf(lines),
    };
  }

  private outcomes(line: TrafficLine): Pick<ScreenRow, 'before' | 'after'> {
    if (isOpenAgain(line) && line.turns.length > 0) {
      const turns = line.turns.filter(({ before, after }) => before !== after);
      const told = (when: 'before' | 'after') =>
        joinedWords([...new Set(turns.map((turn) => PLAIN[turn[when]]))], 'or');
      return { before: `perhaps ${told('before')}`, after: `perhaps ${told('after')}` };
    }
    return { before: plainly(line.before), after: this.ofCloudApps(line) ?? plainly(line.after) };
  }

  /** Says of what a traffic mode makes depend on steered cloud apps that it does; undefined of everything else. */
  private ofCloudApps({ after: { possible }, certain, configurations: { after } }: TrafficLine): string | undefined {
    const [fate, otherwise] = possible;
    const isOpen =
      !certain && possible.length === 2 && otherwise === 'direct' && (fate === 'block' || fate === 'steer');
    if (!isOpen || after.length === 0 || !after.every((one) => this.ofCloud.has(one))) return undefined;
    return `${PLAIN[fate]} if a cloud app, else ${PLAIN[otherwise]}`;
  }

  /**
   * Says where flows go. Where several processes go to several destinations, but not each to all, that is said: a row
   * must be true of everything that it names.
   */
  private whereOf(lines: readonly Told[]): Span[] {
    const belonging = [...new Set(lines.flatMap((line) => valuesOf(line, 'belonging') ?? []))];
    const to: Span[] = belonging.length === 0 ? [] : [prose('what belongs to '), ...listed(belonging, 2), prose(', ')];
    const own = isProductOf(lines) ? [] : [prose('each to its own: ')];
    const going = lines.map((line) => ({
      transport: valuesOf(line, 'transport')?.[0],
      destinations: line.destinations === undefined ? undefined : this.review.destinations[line.destinations],
    }));
    return [...to, ...own, ...whereInWords(going)];
  }
}

/** Whether each of the processes goes to each of the destinations. */
function isProductOf(lines: readonly Told[]): boolean {
  const placesOf = (some: readonly Told[]) =>
    new Set(some.map((line) => `${line.destinations ?? 'anywhere'} ${valuesOf(line, 'transport')?.join() ?? ''}`)).size;
  const places = placesOf(lines);
  if (places === 1) return true;
  const who = groupBy(lines, (line) => JSON.stringify([valuesOf(line, 'platform'), line.processes]));
  return [...who.values()].every((own) => placesOf(own) === places);
}

function isUdp(line: TrafficLine): boolean {
  return valuesOf(line, 'transport')?.join() === 'UDP';
}

function toldOf(line: TrafficLine): Told {
  return { ...line, processes: valuesOf(line, 'process') };
}

export function isAnyName(host: string): boolean {
  return host.startsWith('any ');
}

/** The words for effects, the worst first. */
const EFFECTS: readonly string[] = ['opens', 'blocks', 'inspects', 'goes by tunnel', 'goes another way'];

/** Returns the row that counts those that are not shown. */
function restOf(rows: readonly RowOf[]): ScreenRow {
  const tones = rows.map(({ row }) => row.tone);
  const words = groupBy(rows, ({ lines: [line] }) => (line === undefined ? '' : effectWord(line)));
  const told = [...words].map(([word, some]) => `${word} (${some.length})`).join(', ');
  return {
    changes: rows.flatMap(({ row }) => row.changes),
    tone: (['danger', 'warning'] as const).find((tone) => tones.includes(tone)) ?? 'quiet',
    who: [prose(`${rows.length} more kinds of changes`)],
    before: '',
    after: '',
    where: [prose(`${told}: see the changes of traffic below`)],
  };
}

/** Whether the change is of traffic that nothing in it names: other apps, or other devices. */
function isUnnamed({ collateral }: TrafficLine): boolean {
  return collateral.some(({ kind }) => kind !== 'another_process');
}

/** How dangerous a change is: reaching others, opening, anything else. */
function dangerOf(line: TrafficLine): number {
  return ['narrowing', 'broadening', 'collateral'].indexOf(verdictOfLine(line));
}

/** Whether a change lets go what is blocked, or may be. */
export function endsBlock({ effect, before }: TrafficLine): boolean {
  return effect === 'broadening' && before.possible.includes('block');
}

function turnsToCloudApps({ done, details }: Review['groups'][number]): boolean {
  return done.startsWith('configuration_') && details.some((one) => one.endsWith('mode cloud apps'));
}

function toneOf(line: TrafficLine): Tone {
  if (endsBlock(line) || isUnnamed(line)) return 'danger';
  return effectWord(line) === 'inspects' ? 'quiet' : TONES[line.effect];
}

function keyOf({ address, deposed, id, name: called }: At): string {
  return address === undefined ? `${id} ${called}` : `${address} ${deposed ?? ''}`;
}

/** The words for what becomes of traffic that people know who have never used this tool. */
const PLAIN: Readonly<Record<Judgement['possible'][number], string>> = {
  block: 'blocked',
  bypass_direct: 'bypassed',
  bypass_tunnel: 'bypassed by tunnel',
  steer: 'inspected',
  direct: 'not inspected',
};

function plainly({ possible }: Judgement): string {
  return joinedWords(
    possible.map((fate) => PLAIN[fate]),
    'or',
  );
}
