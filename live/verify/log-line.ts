/**
 * What a line of a client's `nsdebuglog.log` says of a connection. The vendor documents none of these lines: all are as
 * third parties have published them, in two variants of the format. [community]
 */
import { hostName } from '../../steering/domain/hosts';

/** What a client did to a connection, as one line of its log says. */
export type LogVerb = 'dropped' | 'bypassed' | 'tunnelled' | 'udp_blocked';

/** A connection in the log. */
export interface LoggedConnection {
  readonly verb: LogVerb;
  readonly process: string;
  /** The host as the log names it, which may be an address; empty where it names none. */
  readonly host: string;
  /** The address, where the log names one beside the host. */
  readonly address?: string;
  /** The port, where the log names one. */
  readonly port?: number;
  /** Whether the lines before say that the device is managed; left out where they say nothing. */
  readonly managed?: boolean;
  /** Whether the connection is an exception for a domain or a location, and not one for an app. */
  readonly isOtherException?: true;
}

interface LinePattern {
  readonly verb: LogVerb;
  /** What the line has to contain: looking for it costs little. */
  readonly words: string;
  /** What follows these words. */
  readonly rest: RegExp;
  readonly isByTunnel?: true;
  readonly isOtherException?: true;
}

const PROCESS_AND_HOST = /^(?<process>.+?), (?:exception )?host: *(?<host>[^,\s]*)/;
const EXCEPTION =
  /^(?<host>[^,\s]*), process: (?<process>.+?)(?:, Dest IP: *(?<address>[^,\s]+)(?:, Dest Port: *(?<port>\d+))?.*)?$/;

const PATTERNS: readonly LinePattern[] = [
  { verb: 'dropped', words: 'Dropping connection from process: ', rest: PROCESS_AND_HOST },
  { verb: 'bypassed', words: 'Bypassing connection from process: ', rest: PROCESS_AND_HOST },
  {
    verb: 'bypassed',
    words: 'Bypassing connection by tunneling from process: ',
    rest: PROCESS_AND_HOST,
    isByTunnel: true,
  },
  { verb: 'bypassed', words: 'bypassing flow to exception host: ', rest: EXCEPTION, isOtherException: true },
  { verb: 'bypassed', words: 'bypassing flow to host: ', rest: EXCEPTION, isOtherException: true },
  {
    verb: 'udp_blocked',
    words: 'Blocking UDP connection from process: ',
    rest: /^(?<process>.+?), dest IP: *(?<address>[^,\s]+)/,
  },
  {
    verb: 'tunnelled',
    words: 'Tunneling flow from addr: ',
    rest: /^[^,]*, process: (?<process>.+?) to host: *(?<host>[^,\s]*), addr: *(?<address>[^,\s]+)/,
  },
];

const TIME = /^(\d{4})[/-](\d\d)[/-](\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)/;
const THREAD = / (p[0-9a-f]+ t[0-9a-f]+) /i;
const MANAGED_MODE = /Found process: (.+?) to be bypassed for managed devices/;
const STATUS = /device classification status: *([^\s,.]+)/;
/** How many threads are remembered that are between two lines. */
const MOST_THREADS = 256;

/** What the lines before told of a thread, for the line that comes next. */
interface OpenThread {
  readonly managedProcess?: string;
  readonly managed?: boolean;
  readonly tunnelOf?: string;
}

/** Reads the lines of one log, one after the other, because some lines only tell something together. */
export class LogLines {
  private readonly threads = new Map<string, OpenThread>();

  /** Returns the connection that a line tells of; undefined where it tells of none. */
  read(line: string): LoggedConnection | undefined {
    if (!line.includes('rocess: ')) {
      if (line.includes('classification status: ')) this.readStatus(line);
      return undefined;
    }
    const managed = MANAGED_MODE.exec(line)?.[1];
    if (managed !== undefined) {
      this.remember(threadOf(line), { managedProcess: managed });
      return undefined;
    }
    for (const pattern of PATTERNS) {
      const at = line.indexOf(pattern.words);
      if (at >= 0) return this.connection(pattern, line, line.slice(at + pattern.words.length));
    }
    return undefined;
  }

  private connection(pattern: LinePattern, line: string, text: string): LoggedConnection | undefined {
    const groups = pattern.rest.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { process = '', host = '' } = groups;
    const thread = threadOf(line);
    const before = this.threads.get(thread);
    this.threads.delete(thread);
    const name = hostName(host);
    // A connection that is bypassed by tunnel has a line of that tunnel too, which is the same connection.
    if (pattern.verb === 'tunnelled' && before?.tunnelOf === `${process} ${name}`) return undefined;
    if (pattern.isByTunnel === true) this.remember(thread, { tunnelOf: `${process} ${name}` });
    const managed = before?.managedProcess === process ? before.managed : undefined;
    return {
      verb: pattern.verb,
      process,
      host: name,
      ...destination(groups),
      ...(managed !== undefined && { managed }),
      ...(pattern.isOtherException === true && { isOtherException: true }),
    };
  }

  private readStatus(line: string): void {
    const status = STATUS.exec(line)?.[1];
    const thread = threadOf(line);
    const before = this.threads.get(thread);
    if (status === undefined || before?.managedProcess === undefined) return;
    // Other words than these two may be classifications, of which nobody published what they mean.
    const managed = /^managed$/i.test(status) ? true : /^unmanaged$/i.test(status) ? false : undefined;
    if (managed !== undefined) this.remember(thread, { ...before, managed });
  }

  private remember(thread: string, what: OpenThread): void {
    if (this.threads.size >= MOST_THREADS) this.threads.clear();
    this.threads.set(thread, what);
  }
}

/** Reads the time of a line as the log writes it, in one form that sorts; undefined where the line has none. */
export function timeOf(line: string): string | undefined {
  const found = TIME.exec(line);
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]} ${found[4]}`;
}

/** The process id and the thread id of a line; empty where it has none. */
function threadOf(line: string): string {
  return THREAD.exec(line)?.[1] ?? '';
}

/** Reads an address and a port, which stand behind the address where they have no words of their own. */
function destination({ address, port }: Readonly<Record<string, string | undefined>>) {
  if (address === undefined) return {};
  if (port !== undefined) return { address: hostName(address), port: Number(port) };
  const [, plain = address, behind] = /^\[?([^\]]*?)\]?:(\d{1,5})$/.exec(address) ?? [];
  return { address: hostName(plain), ...(behind !== undefined && { port: Number(behind) }) };
}
