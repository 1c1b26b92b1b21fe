import { platformTitle } from '../domain/vocabulary';
import { groupBy } from '../collections';
import { withoutEscapes } from './pattern-text';
import { definitionsOf, isWritten, titleOf } from './pinned';
import { patternOf } from './process-text';
import { listed, quote, rule } from './rule';

/** Patterns of one kind on one platform, with what was probably meant. */
interface NameLikePatterns {
  readonly app: string;
  readonly platform: string;
  readonly patterns: readonly string[];
  readonly instead: readonly string[];
}

const quoted = (texts: readonly string[]) => listed(texts.map(quote));
const subject = ({ app, platform, patterns: { length }, patterns }: NameLikePatterns) =>
  `The ${length === 1 ? 'pattern' : 'patterns'} ${quoted(patterns)} of ${app} on ${platform} ${length === 1 ? 'reads' : 'read'} as`;

export const patternLikeName = rule({
  id: 'pattern-like-name',
  severity: 'warning',
  severities: { 'pattern-like-name/dot': 'info' },
  title: 'A pattern that is written like a name',
  rationale:
    'Patterns are PCRE. [doc] There a dot is any character, and `*` repeats the character before it: `python*.exe`, which the vendor’s own text gives as an example, does not match `python3.exe` [doc]. That a pattern is found anywhere in a name, so that `WhatsApp.exe` matches `MyWhatsApp-exe.tmp` as well, is our reading [assumed].',
  source: '[doc], [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "python" {
  name    = "Python"
  windows = { match = "regex", processes = ["python*.exe"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "python" {
  name    = "Python"
  windows = { match = "regex", processes = ["^python[0-9.]*\\\\.exe$"] }
}`,
  },
  messages: {
    'pattern-like-name': (args: NameLikePatterns) =>
      `${subject(args)} a name, but a dot is any character there, and without ^ and $ a pattern is found anywhere in a name. Write ${quoted(args.instead)}, or set match to "exact".`,
    'pattern-like-name/wildcard': (args: NameLikePatterns) =>
      `${subject(args)} a name with wildcards, but in a pattern * repeats the character before it, and does not stand for any text. Write ${quoted(args.instead)}.`,
    'pattern-like-name/dot': (args: NameLikePatterns) =>
      `${subject(args)} a name with a dot, but a dot is any character there. Write ${quoted(args.instead)}.`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'regex')) {
      if (!isWritten(app)) continue;
      const found = definition.processes.items.flatMap((pattern) => {
        const kind = KINDS.find(({ isSo }) => isSo(pattern));
        return kind === undefined ? [] : [{ pattern, ...kind }];
      });
      for (const [code, alike] of groupBy(found, (one) => one.code)) {
        const patterns = alike.map(({ pattern }) => pattern);
        const instead = alike.map(({ pattern, meant }) => meant(pattern));
        const args = { app: titleOf(app), platform: platformTitle(platform), patterns, instead };
        yield say(code, app, args, { attribute: [platform, 'processes'], value: patterns.join(', ') });
      }
    }
  },
});

/** Whether a text has nothing of a pattern but wildcards, one of which repeats no dot. */
const isGlob = (pattern: string): boolean =>
  /^[\w .@*?-]+$/.test(pattern) && /^\*|[^.]\*/.test(pattern) && /[A-Za-z]/.test(pattern);

/** Looks for the kinds in this order. */
const KINDS = [
  {
    code: 'pattern-like-name/wildcard',
    // A star behind two letters repeats the second of them, which is not what anybody wants of a name.
    isSo: (pattern: string) => isGlob(pattern) || /[A-Za-z\d]{2}\*/.test(withoutEscapes(pattern)),
    meant: (pattern: string) =>
      isGlob(pattern)
        ? patternOf(pattern.replace(/\.\*/g, '*'))
        : pattern.replace(/(?<=[A-Za-z\d]{2})\*/g, '.*').replace(/(?<![\\.])\.(?=exe\b)/gi, '\\.'),
  },
  {
    code: 'pattern-like-name',
    isSo: (pattern: string) => /^[\w ?@-]+(?:\.[\w ?@-]+)+$/.test(pattern) && /[A-Za-z]/.test(pattern),
    meant: (pattern: string) => `^${pattern.replace(/\./g, '\\.')}$`,
  },
  {
    code: 'pattern-like-name/dot',
    isSo: (pattern: string) =>
      /^\^[\w @-]+(?:\.[\w @-]+)+\$$/.test(pattern) || /\.exe(?=\$|\)|$)/i.test(withoutEscapes(pattern)),
    meant: (pattern: string) =>
      /^\^[\w @-]+(?:\.[\w @-]+)+\$$/.test(pattern)
        ? pattern.replace(/\./g, '\\.')
        : pattern.replace(/(?<!\\)\.(?=exe(?:\$|\)|$))/gi, '\\.'),
  },
] as const;
