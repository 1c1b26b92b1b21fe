/** What do the entries of `nsbypass.json` and the logs prove of one block, or of one test of traffic? */
import type { ExpectableOutcome } from '../../steering';
import { foldCase, readElement } from '../../steering/domain/processes';
import { BYPASS_FILE, type BypassRow } from './endpoint-files';
import type { ReadPlace, Sightings, Tally } from './sightings';
import type { WantedProcess } from './wanted';

export type EndpointResult = 'proved' | 'contradicted' | 'not seen';

/** What was found of one thing that is wanted. */
export interface EndpointFinding {
  readonly result: EndpointResult;
  readonly read?: ReadPlace;
  /** The connections that count. */
  readonly tally?: Tally;
  /** Why it is so, and what to do, in sentences. */
  readonly note?: string;
}

export const AGAIN = 'Run nsdiag -u on the endpoint, and export the files again';

const SINCE =
  'If the client has fetched the configuration since, start the app again and export the log again, or name that time with --since.';

/** Makes of a contradiction that need not be one what is not seen, and says why. */
export function unless(doubt: string | undefined, finding: EndpointFinding): EndpointFinding {
  if (doubt === undefined || finding.result !== 'contradicted') return finding;
  return { ...finding, result: 'not seen', note: sentences(finding.note, doubt) };
}

export function blockFinding(
  wanted: WantedProcess,
  bypass: readonly BypassRow[] | undefined,
  seen: Sightings,
): EndpointFinding {
  const inFile = bypass === undefined ? ({ result: 'not seen' } as const) : rowFinding(wanted, bypass);
  const inLog = logFinding(seen, wanted.mode === 'block' ? 'dropped' : 'treated as the code says');
  if (inFile.result !== 'contradicted' && inLog.result === 'proved') return inLog;
  const note = sentences(inFile.note, inLog.note);
  const isContradicted = inFile.result === 'contradicted';
  return { ...inFile, ...inLog, ...(isContradicted && inFile), ...(note !== '' && { note }) };
}

export function testFinding(expect: ExpectableOutcome, seen: Sightings): EndpointFinding {
  const found = logFinding(seen, 'treated as the test expects');
  const { tunnelled } = seen;
  if (tunnelled === undefined || found.tally !== undefined) return found;
  const what = expect === 'steer' ? 'Whether policies applied is seen in the cloud only.' : 'That proves no bypass.';
  return {
    result: 'not seen',
    read: tunnelled.read,
    tally: tunnelled,
    note: `${connections(tunnelled)} went through the tunnel. ${what}`,
  };
}

/** Looks for a process in nsbypass.json. */
function rowFinding({ app, match, process, mode }: WantedProcess, bypass: readonly BypassRow[]): EndpointFinding {
  const read = { file: BYPASS_FILE, line: null };
  const rows = rowsOf(match, process, bypass);
  if (rows.length === 0) {
    return { result: 'contradicted', read, note: `The process is missing in ${BYPASS_FILE}. ${AGAIN}.` };
  }
  const own = rows.filter((row) => row.app === undefined || foldCase(row.app) === foldCase(app));
  if (own.length === 0) {
    return { result: 'not seen', read, note: `In ${BYPASS_FILE} the process stands under another app only.` };
  }
  if (match === 'regex' && own.every(({ isPattern }) => isPattern === false)) {
    return { result: 'contradicted', read, note: `${BYPASS_FILE} has the pattern as a name, which matches nothing.` };
  }
  if (mode === 'block' && own.some(({ action }) => action === 1)) {
    return {
      result: 'contradicted',
      read,
      note: `${BYPASS_FILE} says action 1, which is a bypass [assumed]. ${AGAIN}.`,
    };
  }
  const action = own[0]?.action;
  const code = action === undefined ? 'without an action' : `with action ${action}`;
  const open = action === undefined || action === 1 ? '' : ', and nobody published what that is';
  return { result: 'not seen', read, note: `The process is in ${BYPASS_FILE} ${code}${open}.` };
}

/** The entries of a process. One with a comma may have an entry for each of its parts. */
function rowsOf(match: WantedProcess['match'], process: string, bypass: readonly BypassRow[]): readonly BypassRow[] {
  const whole = bypass.filter((row) => isProcess(match, row.process, process));
  if (whole.length > 0) return whole;
  const parts = readElement(match, process, 'split').map((part) =>
    bypass.filter((row) => isProcess(match, row.process, part)),
  );
  return parts.every((rows) => rows.length > 0) ? parts.flat() : [];
}

/** Whether an entry is of a process: names are compared without case, patterns as they are written. */
function isProcess(match: WantedProcess['match'], row: string, process: string): boolean {
  return match === 'exact' ? foldCase(row) === foldCase(process.trim()) : row === process.trim();
}

/**
 * Says what the logs prove.
 * @param how the fate of connections that is wanted, as in `they were dropped`
 */
function logFinding(
  { as, before, against, hasOtherExceptions, unclear, udp }: Sightings,
  how: string,
): EndpointFinding {
  const finding = (result: EndpointResult, tally: Tally, ...notes: readonly string[]): EndpointFinding => {
    const note = sentences(...notes);
    return { result, read: tally.read, tally, ...(note !== '' && { note }) };
  };
  if (against !== undefined) {
    const other = hasOtherExceptions === true ? 'An exception for a domain or a location came first.' : '';
    const rest = as === undefined ? SINCE : `Others were ${how}.`;
    return finding('contradicted', against, `${were(against)} not ${how}.`, other, rest);
  }
  if (as !== undefined) {
    if (before === undefined) return finding('proved', as);
    const old = `Before the first of these, ${were(before)} not ${how}; the client may not have known the configuration.`;
    return finding('proved', as, old);
  }
  if (unclear !== undefined) return finding('not seen', unclear, 'The log does not say whether the device is managed.');
  if (udp === undefined) return { result: 'not seen' };
  const quic = 'Clients block QUIC too [community], so that it alone proves no block.';
  return finding('not seen', udp, `${were(udp)} blocked that used UDP.`, quic);
}

function connections({ count }: Tally): string {
  return `${count} connection${count === 1 ? '' : 's'}`;
}

function were(tally: Tally): string {
  return `${connections(tally)} ${tally.count === 1 ? 'was' : 'were'}`;
}

function sentences(...some: readonly (string | undefined)[]): string {
  return some.filter((one) => one !== undefined && one !== '').join(' ');
}
