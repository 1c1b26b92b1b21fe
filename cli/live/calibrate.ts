/** `netskope-steering live calibrate`: which code does the tenant show for what somebody knows? */
import { Command, Option } from 'commander';
import { CODE_WORDS, type CodeKind, withCode } from '../../live/dialect';
import { SHOWN_PLATFORMS, type ShownCode, calibrate, codesShown } from '../../live/shown-codes';
import { quote, type PlatformName } from '../../steering';
import { EXIT, UserError, type CommandResult, type Surroundings } from '../complaint';
import { replaceFile } from '../review/files';
import { endOnUsage, runCommand } from '../run-command';
import { LIVE_HELP, type LiveFlags, addLiveOptions, asUserError, readDialectFile, readObserved } from './tenant';

export interface CalibrateFlags extends LiveFlags {
  readonly app?: string;
  readonly platform?: PlatformName;
  readonly action?: string;
  readonly configuration?: string;
  readonly modeOf?: string;
  readonly mode?: string;
}

const HELP = `
${LIVE_HELP}

Name something of which you know what the console says, and the code that the tenant shows for it is learnt: of an app on
a platform, or of a configuration's traffic mode. It is written only where all that is shown agrees, and where the code
means nothing else yet. It counts for this tenant alone.

Exit codes:
  0  the file has the code, now or already
  1  nothing was learnt: the codes disagree, or there is none, or it means something else already
  2  options that make no sense, or variables that are not set, or the file cannot be written
  3  a file cannot be read
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering live calibrate --app WhatsApp --platform windows --action block
  $ netskope-steering live calibrate --mode-of "Default tenant config" --mode all
`;

/** The sub-command, to be mounted in `live`. */
export function calibrateCommand(): Command {
  const command = new Command('calibrate').description(
    'learn what a code of the tenant means, from an app or a configuration of which you know it',
  );
  command
    .option('--app <name>', 'the app, as the console names it')
    .addOption(new Option('--platform <platform>', 'the platform').choices([...SHOWN_PLATFORMS]))
    .addOption(
      new Option('--action <action>', 'what the console says for the app there').choices([...CODE_WORDS.action]),
    )
    .option('--configuration <name>', 'the one configuration in which it is that, where others differ')
    .option('--mode-of <name>', 'the configuration, as the console names it')
    .addOption(new Option('--mode <mode>', 'the traffic mode that it has').choices([...CODE_WORDS.traffic_type]));
  addLiveOptions(command)
    .addHelpText('after', HELP)
    .action((flags: CalibrateFlags) =>
      runCommand('live calibrate', (surroundings) => runCalibrate(flags, surroundings)),
    );
  return endOnUsage(command);
}

/** What somebody knows, and what of the tenant shows it. */
interface KnownFact {
  readonly kind: CodeKind;
  readonly word: string;
  /** What it is known of, as part of a sentence. */
  readonly subject: string;
  readonly isShownBy: (code: ShownCode) => boolean;
  /** The name that must be there, and the names that are. */
  readonly name: string;
  readonly nameIn: (code: ShownCode) => string | undefined;
}

/** @throws UserError */
function factIn({ app, platform, action, configuration, modeOf, mode }: CalibrateFlags): KnownFact {
  const ofApp = [app, platform, action, configuration];
  const ofMode = [modeOf, mode];
  const isAny = (values: readonly unknown[]) => values.some((one) => one !== undefined);
  if (app !== undefined && platform !== undefined && action !== undefined && !isAny(ofMode)) {
    return {
      kind: 'action',
      word: action,
      subject: `${quote(app)} on ${platform}${configuration === undefined ? '' : ` in ${quote(configuration)}`}`,
      isShownBy: (code) =>
        code.app === app && code.platform === platform && (configuration ?? code.configuration) === code.configuration,
      name: app,
      nameIn: (code) => code.app,
    };
  }
  if (modeOf !== undefined && mode !== undefined && !isAny(ofApp)) {
    return {
      kind: 'traffic_type',
      word: mode,
      subject: `the traffic mode of ${quote(modeOf)}`,
      isShownBy: (code) => code.kind === 'traffic_type' && code.configuration === modeOf,
      name: modeOf,
      nameIn: (code) => code.configuration,
    };
  }
  throw new UserError(
    EXIT.usage,
    'Say what you know, of one thing: --app, --platform and --action together, or --mode-of and --mode.',
  );
}

/** @throws UserError */
export async function runCalibrate(flags: CalibrateFlags, surroundings: Surroundings): Promise<CommandResult> {
  const fact = factIn(flags);
  // The file may be new here.
  const file = await readDialectFile(flags, true);
  const { snapshot, dialect } = await readObserved({ ...flags, dialectText: file }, surroundings);
  const codes = codesShown(snapshot.configurations);
  const learnt = calibrate(codes.filter(fact.isShownBy), fact.subject, fact.kind, fact.word, dialect);
  if ('why' in learnt) {
    throw new UserError(EXIT.found, `Nothing was learnt. ${learnt.why}${namesNear(fact, codes)}`);
  }
  const { kind, word } = fact;
  const { code } = learnt;
  const meaning = `${kind} ${JSON.stringify(code)} is ${word}`;
  if (Object.hasOwn(dialect[kind], code)) {
    return { exitCode: EXIT.done, stdout: `It is known already that ${meaning}. Nothing was written.\n`, notes: [] };
  }
  const text = asUserError(() =>
    withCode(file.text, snapshot.tenant, { kind, code, word }, `The dialect ${file.path}`),
  );
  await replaceFile(file.path, text);
  return {
    exitCode: EXIT.done,
    stdout: `Learnt for ${snapshot.tenant}: ${meaning}. It stands in ${file.path} now.\n`,
    notes: [],
  };
}

/** The most names that a complaint lists. */
const MOST_NAMES = 10;

/** The names that the tenant shows, where the one that is meant is not among them. */
function namesNear({ name, nameIn, kind }: KnownFact, codes: readonly ShownCode[]): string {
  const all = codes.filter((code) => code.kind === kind).map(nameIn);
  const names = [...new Set(all.filter((one) => one !== undefined))].sort();
  if (names.length === 0 || names.includes(name)) return '';
  const isAlike = (one: string) =>
    one.toLowerCase().includes(name.toLowerCase()) || name.toLowerCase().includes(one.toLowerCase());
  const listed = [...names.filter(isAlike), ...names.filter((one) => !isAlike(one))];
  const more = names.length - MOST_NAMES;
  return ` It shows some for ${listed.slice(0, MOST_NAMES).map(quote).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
