/**
 * Which rows does the table of the first screen have? Changes of traffic with the same outcomes and for the same users
 * share a row, whatever their number. What the change does not name comes first, then what opens, the widest first.
 */
import { groupBy } from '../../steering';
import type { At, Collateral, Judgement, Review, TrafficLine } from '../report';
import { effectWord, verdictOfLine } from '../verdict';
import { type ScreenRow, type Span, type Tone, TONES, isOpenAgain, listed, prose } from './document';
import { isForOthers, joinedWords } from './done';
import { type Told, clientsOf, devicesOf, isOthers, valuesOf, whoIsReached, whoOf } from './screen-who';
import { whereInWords } from './screen-where';

/** Makes the rows of one review. */
export class RowMaker {
  private readonly portEntries = new Set<string>();
  private readonly isForOthers: boolean;
  /** The names of the configurations that come to steer cloud apps only. */
  readonly ofCloud: ReadonlySet<string>;
  /** The ids of the changes of UDP that no row tells, because a sentence does. */
  readonly udp: ReadonlySet<string>;

  constructor(private readonly review: Review) {
    this.udp = udpTwins(review.traffic);
    this.isForOthers = isForOthers(review);
    this.ofCloud = new Set(review.groups.filter(turnsToCloudApps).flatMap(({ names }) => names));
    for (const { done, objects } of review.groups) {
      if (done.startsWith('port_')) for (const object of objects) this.portEntries.add(keyOf(object));
    }
  }

  /** @param most the most rows; where there are more kinds of changes, the last row counts them */
  make(most: number): readonly ScreenRow[] {
    const told = this.review.traffic
      .filter(({ id }) => !this.udp.has(id))
      .map((line): Told => ({ ...line, processes: valuesOf(line, 'process') }));
    const groups = [...groupBy(told, (line) => this.kindOf(line)).values()].sort((a, b) => this.byDanger(a, b));
    const rows = [...this.reached(told), ...groups.map((group) => this.rowOf(group))];
    const shown = rows.length <= most ? rows : rows.slice(0, most - 1);
    const hidden = groups.slice(groups.length - (rows.length - shown.length));
    return [...shown, ...(rows.length > shown.length ? [restOf(hidden)] : [])];
  }

  private byDanger(a: readonly Told[], b: readonly Told[]): number {
    const [first, second] = [a, b].map(([line, ...others]) =>
      line === undefined
        ? []
        : [
            isUnnamed(line) ? 0 : 1,
            EFFECTS.indexOf(effectWord(line)),
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
    const { before, after, turns, certain, flows, configurations, collateral } = line;
    const unnamed = collateral.filter(({ kind }) => kind !== 'another_process').map(({ kind }) => kind);
    const dimensions = flows.filter(({ dimension }) => ['device', 'location', 'client'].includes(dimension));
    const who = isOthers(line) ? 'others' : 'named';
    return JSON.stringify([
      who,
      unnamed,
      this.isOfPorts(line),
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

  private *reached(told: readonly Told[]): Iterable<ScreenRow> {
    const found = new Map<string, { one: Collateral; lines: Told[] }>();
    for (const line of told) {
      for (const one of line.collateral.filter(({ kind }) => kind === 'another_process')) {
        const key = JSON.stringify([one.kind, line.before.possible, line.after.possible]);
        const same = found.get(key) ?? { one, lines: [] };
        same.lines.push(line);
        found.set(key, same);
      }
    }
    for (const { one, lines } of found.values()) {
      const [line] = lines;
      if (line === undefined) continue;
      const all = lines.flatMap(({ collateral }) => collateral.filter(({ kind }) => kind === one.kind));
      yield { tone: 'danger', who: whoIsReached(all), ...this.outcomes(line), where: this.whereOf(lines) };
    }
  }

  private rowOf(lines: readonly Told[]): ScreenRow {
    const [line] = lines;
    if (line === undefined) throw new Error('a row of no changes');
    const isSideEffect = isOthers(line) && this.isOfPorts(line) && !isUnnamed(line);
    return {
      tone: toneOf(line),
      who: [
        ...(isUnnamed(line) ? [prose('not named: ')] : []),
        ...(this.isForOthers ? [] : clientsOf(line)),
        ...devicesOf(line),
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
    const keys = new Set(lines.map(({ destinations = -1 }) => destinations));
    const belonging = [...new Set(lines.flatMap((line) => valuesOf(line, 'belonging') ?? []))];
    const to: Span[] = belonging.length === 0 ? [] : [prose('what belongs to '), ...listed(belonging, 2), prose(', ')];
    const own = isProductOf(lines, keys.size) ? [] : [prose('each to its own: ')];
    const going = lines.map((line) => ({
      transport: valuesOf(line, 'transport')?.[0],
      destinations: line.destinations === undefined ? undefined : this.review.destinations[line.destinations],
    }));
    return [...to, ...own, ...whereInWords(going)];
  }
}

/** Whether each of the processes goes to each of the destinations. */
function isProductOf(lines: readonly Told[], destinations: number): boolean {
  if (destinations === 1) return true;
  const who = groupBy(lines, (line) => JSON.stringify([valuesOf(line, 'platform'), line.processes]));
  return [...who.values()].every((own) => new Set(own.map((line) => line.destinations)).size === destinations);
}

export function isAnyName(host: string): boolean {
  return host.startsWith('any ');
}

/** The words for effects, the worst first. */
const EFFECTS: readonly string[] = ['opens', 'blocks', 'inspects', 'goes by tunnel', 'goes another way'];

function restOf(groups: readonly (readonly Told[])[]): ScreenRow {
  const worst = groups.flat().some(({ effect }) => effect === 'broadening') ? 'warning' : 'quiet';
  const words = groupBy(groups, ([line]) => (line === undefined ? '' : effectWord(line)));
  const told = [...words].map(([word, some]) => `${word} (${some.length})`).join(', ');
  return {
    tone: worst,
    who: [prose(`${groups.length} more kinds of changes`)],
    before: '',
    after: '',
    where: [prose(`${told}: see the changes of traffic below`)],
  };
}

/** Whether the change is of traffic that nothing in it names: other apps, or other devices. */
function isUnnamed({ collateral }: TrafficLine): boolean {
  return collateral.some(({ kind }) => kind !== 'another_process');
}

/**
 * Finds the changes of UDP that go with a change of the same objects which no transport limits, or TCP, and which is no
 * less dangerous: nobody published whether clients steer UDP, so these say the same again, perhaps.
 */
function udpTwins(traffic: readonly TrafficLine[]): ReadonlySet<string> {
  const isUdp = (line: TrafficLine) => valuesOf(line, 'transport')?.join() === 'UDP';
  const worst = new Map<string, number>();
  for (const line of traffic) {
    if (isUdp(line)) continue;
    for (const one of line.causes) worst.set(keyOf(one), Math.max(worst.get(keyOf(one)) ?? -1, dangerOf(line)));
  }
  const isTwin = (line: TrafficLine) =>
    isUdp(line) && line.causes.some((one) => (worst.get(keyOf(one)) ?? -1) >= dangerOf(line));
  return new Set(traffic.filter(isTwin).map(({ id }) => id));
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
