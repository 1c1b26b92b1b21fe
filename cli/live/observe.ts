/** `netskope-steering live observe`: what does the tenant show? */
import { Command } from 'commander';
import { snapshotText, withoutNotes } from '../../live/snapshot';
import { observedState } from '../../live/observed';
import { codesShown, unknownCodesIn } from '../../live/shown-codes';
import { inert } from '../../steering';
import { EXIT, UserError, type CommandResult, type Surroundings } from '../complaint';
import { replaceFile } from '../review/files';
import { endOnUsage, runCommand } from '../run-command';
import { howToLearn, showObserved } from './show-observed';
import { LIVE_HELP, type LiveFlags, addLiveOptions, readObserved } from './tenant';

export interface ObserveFlags extends LiveFlags {
  readonly save?: string;
  /** False where notes are left out. */
  readonly notes: boolean;
  readonly json?: boolean;
}

const HELP = `
${LIVE_HELP}

--save FILE writes a snapshot, which the other commands take with --snapshot. It holds no token; but bypasses and notes
are confidential: only this user may read the file, and it belongs in no public repository.

--json prints {"tenant", "observed_at", "configurations", "apps", "exceptions", "not_observed", "unknown_codes"}. A value
that is not known is {"not_known": why, "possible": [...]}. What REST v1 never shows is counted in "not_observed".

Exit codes:
  0  the tenant was read
  2  options that make no sense, or variables that are not set
  3  a file cannot be read
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering live observe
  $ netskope-steering live observe --save tenant.json --without-notes
  $ netskope-steering live observe --snapshot tenant.json --json
`;

/** The sub-command, to be mounted in `live`. */
export function observeCommand(): Command {
  const command = new Command('observe').description(
    'show what a tenant shows by REST v1: configurations, apps and exceptions, and what cannot be seen',
  );
  addLiveOptions(command)
    .option('--save <file>', 'write what the tenant shows into a snapshot, for later and for others')
    .option('--without-notes', 'leave out the notes of exceptions, which may name people and tickets')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(({ withoutNotes: isWithout = false, ...flags }: Omit<ObserveFlags, 'notes'> & { withoutNotes?: boolean }) =>
      runCommand('live observe', (surroundings) => runObserve({ ...flags, notes: !isWithout }, surroundings)),
    );
  return endOnUsage(command);
}

/** @throws UserError */
export async function runObserve(flags: ObserveFlags, surroundings: Surroundings): Promise<CommandResult> {
  const { save, notes, json = false } = flags;
  if (save === '-') {
    throw new UserError(EXIT.usage, '--save writes a file, which only this user may read. Name one, or use --json.');
  }
  const { snapshot: found, dialect, title } = await readObserved(flags, surroundings);
  const snapshot = notes ? found : withoutNotes(found);
  if (save !== undefined) await replaceFile(save, snapshotText(snapshot), 0o600);
  const state = observedState(snapshot, dialect);
  const unknown = unknownCodesIn(codesShown(snapshot.configurations), dialect);
  const document = {
    tenant: snapshot.tenant,
    observed_at: snapshot.observedAt,
    ...state,
    unknown_codes: unknown.map((one) => ({
      kind: one.kind,
      code: one.code,
      count: one.count,
      learn: howToLearn(one),
    })),
  };
  return {
    exitCode: EXIT.done,
    stdout: json
      ? `${JSON.stringify(document, undefined, 2)}\n`
      : `Observed ${inert(title)}.\n\n${showObserved(state, unknown, surroundings)}\n`,
    notes:
      save === undefined
        ? []
        : [
            `Saved in ${save}. Bypasses${notes ? ' and notes' : ''} are confidential: keep the file out of public places.`,
          ],
  };
}
