/** The process of a flow: one executable by its bare name, as its platform can have it. */
import { type Complaint, LONGEST_NAME, type PlatformName } from '../domain/vocabulary';
import { unseenIn, withoutUnseen } from '../domain/names';
import { quote } from '../inert';
import { complainAboutProcessName } from '../domain/processes';

interface Mistake {
  readonly found: RegExp;
  readonly why: string;
  /** Only there. @default - on every platform */
  readonly on?: PlatformName;
}

const PATTERN = 'it is a wildcard or a pattern, and a flow has one process';
const NO_FILE = 'it has a character that no file name of Windows has';

/** Brackets and plus signs stand in names of real executables; these forms of them do not. */
const MISTAKES: readonly Mistake[] = [
  { found: /^\^|\$$|\.[*+]|\(\?/, why: PATTERN },
  { found: /[\\/]/, why: 'it contains a path; the client compares the bare name of the executable' },
  { found: /[*?|]|[)\]]\+|\{\d+(?:,\d*)?\}|(?<!\s)\[(?!\d+\])[^\]]+\]/, why: PATTERN },
  { found: /\.exe\s*[:;,]|\.exe\s+\S/i, why: 'something stands behind the name of the executable' },
  { found: /:\s/, why: 'something stands behind the name of the executable' },
  { found: /[<>:"|?*]/, why: NO_FILE, on: 'windows' },
  { found: /\.$/, why: 'it ends with a dot, and no file name of Windows does', on: 'windows' },
];

export function complainAboutProcess(name: string, platform?: PlatformName): Complaint | undefined {
  if (name.trim() === '') return { summary: 'Not a process name', detail: 'The process has no name.' };
  const mistake = MISTAKES.find(({ found, on }) => (on === undefined || on === platform) && found.test(name));
  if (mistake !== undefined) return notAProcess(name, mistake.why, platform);
  const { length } = [...name];
  if (length > LONGEST_NAME) {
    const detail = `The name of the process has ${length} characters; 1 to ${LONGEST_NAME} are allowed.`;
    return { summary: 'Not a process name', detail };
  }
  return complainAboutProcessName(name);
}

function notAProcess(name: string, why: string, platform?: PlatformName): Complaint {
  return {
    summary: 'Not a process name',
    detail: `${quote(name)} is not the name of a process: ${why}. Write the bare name of one executable, such as ${quote(meantBy(name, platform))}.`,
  };
}

/** The name that is probably meant, where one can be told. */
function meantBy(name: string, platform?: PlatformName): string {
  const [last = ''] = name
    .replace(/["'`“”]/g, '')
    .split(/[\\/]/)
    .slice(-1);
  const bare = withoutUnseen(last.replace(/(\.exe)\b.*$/is, '$1').replace(/:\s.*$/s, ''));
  const isName = bare !== '' && unseenIn(bare) === undefined && !MISTAKES.some(({ found }) => found.test(bare));
  return isName ? bare : platform === undefined || platform === 'windows' ? 'WhatsApp.exe' : 'WhatsApp';
}
