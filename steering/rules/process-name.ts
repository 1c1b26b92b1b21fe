import { platformTitle } from '../domain/vocabulary';
import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { complainAboutProcessName } from '../domain/processes';
import { definitionsOf, isWritten, titleOf } from './pinned';
import { identifierOn, misread } from './process-text';
import { listed, quote, rule } from './rule';

/** Names of one kind on one platform, with what was probably meant. */
interface MistakenNames {
  readonly app: string;
  readonly platform: string;
  readonly names: readonly string[];
  readonly instead: readonly string[];
  /** What an app is called on a platform that knows apps by identifiers. */
  readonly example: string | undefined;
}

const quoted = (texts: readonly string[]) => listed(texts.map(quote));
const subject = ({ app, platform, names }: MistakenNames) =>
  `${capitalized(app)} on ${platform} names ${quoted(names)}`;

/** Says what to write: what was probably meant, or an example where that is not clear. */
function write({ instead, platform, example }: MistakenNames, otherwise: string): string {
  if (instead.length > 0) return `Write ${quoted(instead)}.`;
  if (example === undefined) return otherwise;
  return `Write the identifier that the app has on ${platform}, such as ${quote(example)}.`;
}

export const processName = rule({
  id: 'process-name',
  severity: 'error',
  severities: Object.fromEntries(
    [
      ...['wildcard', 'pattern', 'bundle', 'without-exe', 'exe-elsewhere'],
      ...['description', 'several', 'domain', 'identifier'],
    ].map((kind) => [`process-name/${kind}`, 'warning']),
  ),
  title: 'A name that no process has',
  rationale:
    'Exact definitions are names of processes, separated by commas, without paths and without quotes. [doc] The tenant takes whatever is written: a client looks for an executable of that very name, and what it never finds is neither blocked nor bypassed, although the console and a plan say so. On Windows the names of executables end in `.exe`, the kernel’s `system` [doc] and few others excepted; elsewhere they do not, and the process of a Mac app has the name of the app without `.app`. [community] Administrators paste what vendors print: `name.exe: description`, several names in one, domains in the field of processes. [community] That clients on Android and iOS compare the names of packages and bundles, such as `com.whatsapp`, is our reading. [assumed]',
  source: '[doc], [community], [assumed]; the executables without `.exe`: the catalogue',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "telegram" {
  name    = "Telegram"
  windows = { processes = ["Telegram", "Telegram*.exe"] }
  mac_os  = { processes = ["Telegram.app"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "telegram" {
  name    = "Telegram"
  windows = { processes = ["Telegram.exe"] }
  mac_os  = { processes = ["Telegram"] }
}`,
  },
  messages: {
    'process-name': ({ app, platform, problem }: { app: string; platform: string; problem: string }) =>
      `${capitalized(app)} on ${platform}: ${problem}`,
    'process-name/wildcard': (args: MistakenNames) =>
      `${subject(args)}, but * and ? and brackets stand for themselves in an exact name: no process is called so. Write the name of each executable, or set match to "regex" and write ${quoted(args.instead)}.`,
    'process-name/pattern': (args: MistakenNames) =>
      `${subject(args)}, which reads as a regular expression, but is compared as an exact name: no process is called so. Write ${args.instead.length > 0 ? quoted(args.instead) : 'the name of each executable'}, or set match to "regex".`,
    'process-name/bundle': (args: MistakenNames) =>
      `${subject(args)}: the file in which the app comes, not its process, whose name has no such ending. ${write(args, 'Write the name of the executable.')}`,
    'process-name/without-exe': (args: MistakenNames) =>
      `${subject(args)}, but on Windows the names of executables end in ".exe": no process is called so. ${write(args, 'Write the name of the executable.')}`,
    'process-name/exe-elsewhere': (args: MistakenNames) =>
      `${subject(args)}, but ".exe" is the ending of executables on Windows: no process of ${args.platform} is called so. ${write(args, 'Write the name of the executable there.')}`,
    'process-name/description': (args: MistakenNames) =>
      `${subject(args)}: a name together with its description, and the client looks for all of it. ${write(args, 'Write the name alone.')}`,
    'process-name/several': (args: MistakenNames) =>
      `${subject(args)}: several names in one, and the client looks for all of it. Write one element per name: ${quoted(args.instead)}.`,
    'process-name/domain': (args: MistakenNames) =>
      `${subject(args)}, which looks like a host and not like a process. ${write(args, 'Write the name of the executable.')} Hosts stand in the custom app domains of the exception.`,
    'process-name/identifier': (args: MistakenNames) =>
      `${subject(args)}, but apps on ${args.platform} have identifiers of letters, digits and dots: nothing there is called so. ${write(args, 'Write the identifier of the app.')}`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'exact')) {
      const of = { app: titleOf(app), platform: platformTitle(platform) };
      const attribute = [platform, 'processes'];
      const others: string[] = [];
      for (const item of definition.processes.items) {
        const complaint = complainAboutProcessName(item);
        if (complaint === undefined) others.push(item);
        else yield say('process-name', app, { ...of, problem: complaint.detail }, { attribute, value: item });
      }
      if (!isWritten(app)) continue;
      const found = others.flatMap((name) => {
        const read = misread(name, platform);
        return read === undefined ? [] : [{ name, ...read }];
      });
      for (const [kind, alike] of groupBy(found, (one) => one.kind)) {
        const names = alike.map(({ name }) => name);
        const instead = [...new Set(alike.flatMap((one) => one.instead))];
        const args = { ...of, names, instead, example: identifierOn(platform) };
        yield say(`process-name/${kind}`, app, args, { attribute, value: names.join(', ') });
      }
    }
  },
});
