import { groupBy } from '../collections';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import { endsOf, type PatternEnd } from './pattern-text';
import { definitionsOf, isWritten, titleOf } from './pinned';
import { identifierOn, isOnWindows, mayEndOnWindows, misread } from './process-text';
import { listed, quote, rule } from './rule';

type Misfit = 'path' | 'bundle' | 'without-exe' | 'exe-elsewhere' | 'identifier';

/** Why a pattern of each kind matches nothing, and what to write. */
const WHY: Readonly<Record<Misfit, (platform: string, instead: string | undefined, example?: string) => string>> = {
  path: () =>
    'it asks for a path or for quotes, which no name of a process has. Write a pattern for the bare name of the executable.',
  bundle: (_, instead) =>
    `it asks for a name that ends in ".app", as the file of a Mac app does and no process. ${write(instead)}`,
  'without-exe': (_, instead) =>
    `the names of executables end in ".exe" there, and it asks for another end. ${write(instead)}`,
  'exe-elsewhere': (_, instead) => `it asks for ".exe", the ending of executables on Windows. ${write(instead)}`,
  identifier: (_, _instead, example = '') =>
    `apps have identifiers there, and no name of another kind. Write a pattern for the identifier, such as ${quote(example)}.`,
};

function write(instead: string | undefined): string {
  return instead === undefined ? 'Write a pattern for the name of the executable.' : `Write ${instead}.`;
}

export const patternWithoutMatch = rule({
  id: 'pattern-without-match',
  severity: 'warning',
  title: 'A pattern that matches no process of its platform',
  rationale:
    'A client compares patterns with the bare name of a process. [doc] On Windows nearly every name ends in `.exe`, so that `^Telegram$` matches none of them, and elsewhere none does. [community] Nothing tells so: the definition is accepted, and what it never matches is neither blocked nor bypassed. Only patterns are told whose text leaves no doubt.',
  source: '[doc], [community]; the executables without `.exe`: the catalogue',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "telegram" {
  name    = "Telegram"
  windows = { match = "regex", processes = ["^Telegram$"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "telegram" {
  name    = "Telegram"
  windows = { match = "regex", processes = ["^Telegram\\\\.exe$"] }
}`,
  },
  messages: {
    'pattern-without-match': ({
      app,
      platform,
      patterns,
      why,
    }: Record<'app' | 'platform' | 'patterns' | 'why', string>) =>
      `The pattern ${patterns} of ${app} matches no process on ${platform}: ${why}`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'regex')) {
      if (!isWritten(app)) continue;
      const found = definition.processes.items.flatMap((pattern) => {
        const kind = misfit(pattern, platform);
        return kind === undefined ? [] : [{ pattern, kind }];
      });
      for (const [kind, alike] of groupBy(found, (one) => one.kind)) {
        const patterns = alike.map(({ pattern }) => pattern);
        const corrected = patterns.map((pattern) => CORRECTED[kind](pattern, platform));
        const isClear = corrected.every((pattern, index) => pattern !== patterns[index]);
        const instead = isClear ? listed(corrected.map(quote)) : undefined;
        const example = identifierOn(platform);
        const why = WHY[kind](platform, instead, example && `^${example.replace(/\./g, '\\.')}$`);
        const of = { app: titleOf(app), platform: platformTitle(platform) };
        const args = { ...of, patterns: listed(patterns.map(quote)), why };
        yield say('pattern-without-match', app, args, {
          attribute: [platform, 'processes'],
          value: patterns.join(', '),
        });
      }
    }
  },
});

/** Returns why no process of a platform has a name that the pattern matches; undefined where one may. */
function misfit(pattern: string, platform: PlatformName): Misfit | undefined {
  const kinds = endsOf(pattern).map((end) => misfitOf(end, platform));
  return kinds.includes(undefined) ? undefined : kinds[0];
}

function misfitOf({ text, isAnchored, isWhole }: PatternEnd, platform: PlatformName): Misfit | undefined {
  if (text === '') return undefined;
  if (/[\\/"]/.test(text)) return 'path';
  if (platform === 'windows') {
    if (!isAnchored || (isWhole ? isOnWindows(text) : mayEndOnWindows(text))) return undefined;
    return /\.app$/i.test(text) ? 'bundle' : 'without-exe';
  }
  if (/\.exe(?![a-z\d])/i.test(text)) return 'exe-elsewhere';
  if (!isAnchored) return undefined;
  const kind = misread(text, platform)?.kind;
  // An identifier may end in anything, so that a part of one says nothing.
  const isAll = isWhole || identifierOn(platform) === undefined;
  if (kind === 'bundle' && isAll) return /\.app$/i.test(text) ? kind : undefined;
  return kind === 'identifier' && isWhole ? kind : undefined;
}

/** A dot with something before it: without an end, nothing at all would be left of the pattern. */
const DOT = String.raw`(?<=[^(|^])(?:\\\.|\[\.\])`;

/** Corrects a pattern of each kind; it stays as it is where what was meant is not clear. */
const CORRECTED: Readonly<Record<Misfit, (pattern: string, platform: PlatformName) => string>> = {
  path: (pattern) => pattern,
  bundle: (pattern, platform) =>
    pattern.replace(new RegExp(`${DOT}app(?=\\$)`, 'gi'), platform === 'windows' ? '\\.exe' : ''),
  'without-exe': (pattern) => pattern.replace(/\$(?=\||\)|$)/g, '\\.exe$'),
  'exe-elsewhere': (pattern) => pattern.replace(new RegExp(`${DOT}exe`, 'gi'), ''),
  identifier: (pattern) => pattern,
};

/** Returns what was probably meant by a pattern that matches no process; any other pattern stays as it is. */
export function correctedPattern(pattern: string, platform: PlatformName): string {
  const kind = misfit(pattern, platform);
  return kind === undefined ? pattern : CORRECTED[kind](pattern, platform);
}
