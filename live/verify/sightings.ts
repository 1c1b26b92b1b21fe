/**
 * What a client's logs say of the connections that somebody wants to know of. Each line is looked at once and only sums
 * are kept, so that the size of a log makes no difference. Nothing is kept of other processes and hosts but their number.
 */
import type { Flow } from '../../steering';
import { hostName, isIpAddress } from '../../steering/domain/hosts';
import { foldCase, matchElement } from '../../steering/domain/processes';
import type { ExpectableOutcome, TrafficTest } from '../../steering/demands/traffic-test';
import { LogLines, type LogVerb, type LoggedConnection, timeOf } from './log-line';
import type { WantedEndpoint, WantedProcess } from './wanted';

/** Where something was read: the kind of the file, and the line in a log, from 1. */
export interface ReadPlace {
  readonly file: string;
  readonly line: number | null;
}

/** Connections that are alike: how many, the times of the first and the last, and where the last one stands. */
export interface Tally {
  readonly count: number;
  /** The times as the log writes them; left out where its lines have none. */
  readonly first?: string;
  readonly last?: string;
  readonly read: ReadPlace;
}

/** What the logs say of one thing that is wanted. */
export interface Sightings {
  /** Connections that met what is wanted. */
  as?: Tally;
  /** Connections that met something else before the first that met what is wanted: the client may not have known it. */
  before?: Tally;
  /** Connections that met something else after that, or where none met what is wanted. */
  against?: Tally;
  /** Some connections of `against` are exceptions for domains or locations. */
  hasOtherExceptions?: true;
  /** Connections of which it depends on what the log does not say. */
  unclear?: Tally;
  /** UDP connections that were blocked, which alone proves nothing. */
  udp?: Tally;
  /** Connections that went through the tunnel, where that is wanted. It is no proof that policies applied. */
  tunnelled?: Tally;
}

type Meaning = 'as' | 'against' | 'unclear' | 'udp' | 'tunnelled';

/** What each line means for a test, by what the test expects; nothing where a line says nothing about it. */
const FOR_TESTS: Readonly<Record<ExpectableOutcome, Readonly<Partial<Record<LogVerb, Meaning>>>>> = {
  block: { dropped: 'as', bypassed: 'against', tunnelled: 'against', udp_blocked: 'udp' },
  // Bypasses in the cloud go through the tunnel, so that a tunnel is no contradiction.
  bypass: { bypassed: 'as', dropped: 'against', tunnelled: 'tunnelled' },
  steer: { dropped: 'against', bypassed: 'against', tunnelled: 'tunnelled' },
  direct: { dropped: 'against', bypassed: 'against', tunnelled: 'against' },
};

/** What a line means for a process that is blocked. */
function meaningForProcess({ mode }: WantedProcess, { verb, managed, isOtherException }: LoggedConnection) {
  if (mode === 'block' || verb === 'udp_blocked') return FOR_TESTS.block[verb];
  // An unmanaged device drops; a managed one bypasses, perhaps by tunnel.
  if (verb === 'tunnelled' || isOtherException === true) return undefined;
  if (managed === undefined) return 'unclear';
  if (managed === (verb === 'bypassed')) return 'as';
  return mode === 'unclassified' && managed ? 'unclear' : 'against';
}

function meaningForTest({ flow, expect }: TrafficTest, connection: LoggedConnection): Meaning | undefined {
  const { verb, port, managed } = connection;
  if (port !== undefined && port !== flow.port) return undefined;
  if (managed !== undefined && flow.managed !== undefined && managed !== flow.managed) return undefined;
  if (verb !== 'udp_blocked') {
    const meaning = isHost(flow, connection) ? FOR_TESTS[expect][verb] : undefined;
    const isOpen = flow.managed !== undefined && managed === undefined;
    return meaning === 'against' && isOpen ? 'unclear' : meaning;
  }
  if (flow.transport !== 'udp') return undefined;
  // Such a line has an address and no name, so that it is about this host where the flow has no name either.
  if (flow.host !== '' && hostName(flow.host) !== connection.address) return FOR_TESTS[expect][verb];
  return expect === 'block' ? 'as' : 'against';
}

/** Whether a connection has the destination of a flow. A client that sees no name writes none, or the address. */
function isHost({ host }: Flow, { host: logged, address }: LoggedConnection): boolean {
  if (host === '') return logged === '' || isIpAddress(logged);
  const name = hostName(host);
  return name === logged || (isIpAddress(name) && name === address);
}

/** How many processes are remembered with what is wanted of them. */
const REMEMBERED = 4096;

/** Reads the logs of one endpoint. */
export class LogReader {
  /** In the order of what is wanted. */
  readonly processes: readonly Sightings[];
  readonly tests: readonly Sightings[];
  /** The connections of other processes, which nobody asked for. */
  others = 0;
  /** The connections before the time from which lines count, or without a time. */
  earlier = 0;
  lines = 0;
  files = 0;
  /** The times of the first and the last line that has one. */
  first: string | undefined;
  last: string | undefined;
  private readonly found = new Map<string, Interested>();

  /** @param since the time from which lines count, in the form of `timeOf`; all of them without */
  constructor(
    private readonly wanted: WantedEndpoint,
    private readonly since?: string,
  ) {
    this.processes = wanted.processes.map(() => ({}));
    this.tests = wanted.tests.map(() => ({}));
  }

  /**
   * Begins a file, and returns what takes its lines. Older files come first.
   * @param file the name of the file, which is shown
   */
  begin(file: string): (lines: readonly string[]) => void {
    const reader = new LogLines();
    let [line, time]: [number, string | undefined] = [0, undefined];
    this.files += 1;
    return (lines) => {
      for (const text of lines) {
        line += 1;
        this.lines += 1;
        const connection = reader.read(text);
        if (connection === undefined) continue;
        time = timeOf(text) ?? time;
        this.take(connection, time, { file, line });
      }
    };
  }

  private take(connection: LoggedConnection, time: string | undefined, read: ReadPlace): void {
    if (this.since !== undefined && (time === undefined || time < this.since)) {
      this.earlier += 1;
      return;
    }
    if (time !== undefined && (this.first === undefined || time < this.first)) this.first = time;
    if (time !== undefined && (this.last === undefined || time > this.last)) this.last = time;
    const { processes, tests } = this.interestedIn(connection.process);
    if (processes.length + tests.length === 0) this.others += 1;
    for (const index of processes) {
      const [wanted, seen] = [this.wanted.processes[index], this.processes[index]];
      if (wanted && seen) note(seen, meaningForProcess(wanted, connection), connection, time, read);
    }
    for (const index of tests) {
      const [test, seen] = [this.wanted.tests[index], this.tests[index]];
      if (test && seen) note(seen, meaningForTest(test, connection), connection, time, read);
    }
  }

  private interestedIn(process: string): Interested {
    let found = this.found.get(process);
    if (found === undefined) {
      if (this.found.size >= REMEMBERED) this.found.clear();
      const name = foldCase(process.trim());
      found = {
        processes: indexes(
          this.wanted.processes,
          (one) => matchElement(one.match, one.process, process.trim()) === 'yes',
        ),
        tests: indexes(this.wanted.tests, ({ flow }) => foldCase(flow.process) === name),
      };
      this.found.set(process, found);
    }
    return found;
  }
}

/** The indexes of what is wanted of a process. */
interface Interested {
  readonly processes: readonly number[];
  readonly tests: readonly number[];
}

function indexes<T>(list: readonly T[], is: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (is(one) ? [index] : []));
}

function note(
  seen: Sightings,
  meaning: Meaning | undefined,
  { isOtherException }: LoggedConnection,
  time: string | undefined,
  read: ReadPlace,
): void {
  if (meaning === undefined) return;
  // Until something met what is wanted, the client may not have known it.
  if (meaning === 'as' && seen.as === undefined && seen.against !== undefined) {
    seen.before = seen.against;
    delete seen.against;
    delete seen.hasOtherExceptions;
  }
  seen[meaning] = add(seen[meaning], time, read);
  if (meaning === 'against' && isOtherException === true) seen.hasOtherExceptions = true;
}

function add(tally: Tally | undefined, time: string | undefined, read: ReadPlace): Tally {
  const [first, last] = [tally?.first ?? time, time ?? tally?.last];
  return {
    count: (tally?.count ?? 0) + 1,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    read,
  };
}
