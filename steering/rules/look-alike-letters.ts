import { groupBy } from '../collections';
import { platformTitle, PLATFORMS } from '../domain/vocabulary';
import type { Model, Names, Value } from '../model/model';
import { isWritten, titleOf, titleOfConfiguration } from './pinned';
import { type FindingSubject, listed, quote, rule } from './rule';

export const lookAlikeLetters = rule({
  id: 'look-alike-letters',
  severity: 'warning',
  title: 'Letters of another script that look alike',
  rationale:
    'The Cyrillic `а` and the Latin `a` look the same, and are different letters: an app, a group or a process whose name has one of them in place of the other is another one, and what is written for it never holds. Such letters come with text that is copied from a web page or a mail, and full-width letters from keyboards for Chinese, Japanese and Korean. Which letters look alike is our choice from the lists of the Unicode Consortium. [doc] That a tenant and its clients compare names letter by letter is our reading. [assumed]',
  source: '[doc] for the letters (Unicode Technical Standard 39), [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["Wh\\u0430tsApp.exe"] } # a Cyrillic letter
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe"] }
}`,
  },
  messages: {
    'look-alike-letters': ({
      what,
      of,
      found,
      instead,
    }: Record<'what' | 'of' | 'instead', string> & { found: Foreign }) =>
      `${what} ${quote(found.text)}${of} has ${letters(found)}, which ${found.letters.length === 1 ? 'looks' : 'look'} like ${listed(found.letters.map(({ plain }) => quote(plain)))}: it is another name than ${quote(instead)}. Write ${quote(instead)}, unless the name really is spelled so.`,
  },
  *check(model, say) {
    for (const { subject, what, of, attribute, texts, isPattern = false } of written(model)) {
      for (const text of texts) {
        const found = foreignIn(text, isPattern);
        if (found === undefined) continue;
        const args = { what, of, found, instead: found.instead };
        yield say('look-alike-letters', subject, args, { attribute, value: text });
      }
    }
  },
});

/** A letter that stands in place of another one. */
interface LookAlike {
  readonly letter: string;
  /** The letter that it looks like. */
  readonly plain: string;
  readonly script: string;
}

interface Foreign {
  readonly text: string;
  readonly letters: readonly LookAlike[];
  /** The text with the letters that were meant. */
  readonly instead: string;
}

/** Names letters with their scripts: `the Cyrillic letters "а" and "о"`. */
function letters({ letters: all }: Foreign): string {
  const scripts = [...groupBy(all, ({ script }) => script)].map(
    ([script, some]) =>
      `the ${script} ${some.length === 1 ? 'letter' : 'letters'} ${listed(some.map(({ letter }) => quote(letter)))}`,
  );
  return listed(scripts);
}

/** The letters that look like Latin ones, by script: each letter, and behind it the Latin one. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  Cyrillic: 'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlкkтtмmнhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSӀIԀDԚQԜWҮYґrєeѵvѴV',
  Greek: 'οoαaνvρpιiκkυuχxτtγyηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϳjϲcϹC',
  Armenian: 'օoոnսuհhցgքpզqյjլlՕOՍUՏSԼLՈnԻhՑg',
  Cherokee: 'ᎪAᏴBᏟCᎠDᎬEᎶGᎻHᎫJᏦKᏞLᎷMᏢPᎡRᏚSᎢTᏙVᎳWᏃZᎥi',
  Lisu: 'ꓮAꓐBꓚCꓓDꓰEꓝFꓖGꓧHꓲIꓙJꓗKꓡLꓟMꓠNꓳOꓑPꓣRꓢSꓔTꓴUꓦVꓪWꓫXꓬYꓜZ',
};

const BY_LETTER = new Map<string, LookAlike>(
  Object.entries(LOOK_ALIKES).flatMap(([script, text]) =>
    [...text.matchAll(/(.)(.)/gu)].map(([, letter = '', plain = '']) => [letter, { letter, plain, script }] as const),
  ),
);
/** The Latin letters that look like Cyrillic ones. */
const CYRILLIC_OF = new Map(
  [...BY_LETTER.values()]
    .filter(({ script }) => script === 'Cyrillic')
    .reverse()
    .map(({ letter, plain }) => [plain, { letter: plain, plain: letter, script: 'Latin' }] as const),
);

/** Full-width forms, and letters of formulas: both have a plain form, which Unicode names. */
const FORMS = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Finds the letters of a text that look like others; a text of one script in each word has none. */
export function foreignIn(text: string, isPattern: boolean): Foreign | undefined {
  if (/^[\u0000-\u007f]*$/.test(text)) return undefined;
  const found = new Map<string, LookAlike>();
  const note = (letter: LookAlike) => {
    found.set(letter.letter, letter);
    return letter.plain;
  };
  // A set such as [а-яa-z] and an escape such as \w are no words of a pattern.
  const kept = isPattern ? text.split(/(\\[^]|\[(?:\\[^]|[^\]\\])*\])/u) : [text];
  const isEastAsian = EAST_ASIAN.test(text);
  const instead = kept
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const plain = isEastAsian
        ? part
        : part.replace(FORMS, (form) =>
            note({
              letter: form,
              plain: form.normalize('NFKC'),
              script: /[\uff01-\uff5e]/.test(form) ? 'full-width' : 'mathematical',
            }),
          );
      return plain.replace(WORD, (word) => inOneScript(word, note));
    })
    .join('');
  return found.size === 0 ? undefined : { text, letters: [...found.values()], instead };
}

/** Returns a word with its foreign letters replaced. */
function inOneScript(word: string, note: (letter: LookAlike) => string): string {
  const all = [...word].filter((letter) => /\p{L}/u.test(letter));
  const latin = all.filter((letter) => /\p{Script=Latin}/u.test(letter));
  const others = all.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (latin.length === 0 || others.length === 0) return word;
  const replaced = (by: ReadonlyMap<string, LookAlike>) =>
    [...word]
      .map((letter) => {
        const foreign = by.get(letter);
        return foreign === undefined ? letter : note(foreign);
      })
      .join('');
  const [only] = latin;
  const isCyrillic = others.length > 2 && others.every((letter) => /\p{Script=Cyrillic}/u.test(letter));
  if (latin.length === 1 && only !== undefined && isCyrillic && CYRILLIC_OF.has(only)) return replaced(CYRILLIC_OF);
  // Two words that meet, such as гостVPN, are no mistake, even where all letters of one look like Latin ones.
  const runs = word.match(/\p{Script=Latin}+|(?:(?!\p{Script=Latin})\p{L})+/gu) ?? [];
  const isMeeting = runs.length === 2 && runs.every((run) => [...run].length > 2);
  return !isMeeting && others.every((letter) => BY_LETTER.has(letter)) ? replaced(BY_LETTER) : word;
}

/** The texts of an attribute of an object. */
interface WrittenNames {
  readonly subject: FindingSubject;
  readonly what: string;
  readonly of: string;
  readonly attribute: readonly string[];
  readonly texts: readonly string[];
  readonly isPattern?: boolean;
}

/** Returns all names that administrators write. */
function* written({ apps, configurations }: Model): Iterable<WrittenNames> {
  for (const app of apps.filter(isWritten)) {
    yield { subject: app, what: 'The app', of: '', attribute: ['name'], texts: textsOf(app.name) };
    for (const { name: platform } of PLATFORMS) {
      const definition = app.platforms[platform];
      if (definition?.known !== true) continue;
      const { match, processes } = definition.value;
      const isPattern = match.known && match.value === 'regex';
      const what = isPattern ? 'The pattern' : 'The process';
      const of = ` of ${titleOf(app)} on ${platformTitle(platform)}`;
      yield { subject: app, what, of, attribute: [platform, 'processes'], texts: processes.items, isPattern };
    }
  }
  for (const configuration of configurations) {
    const list = (what: string, attribute: string, { items }: Names): WrittenNames => {
      const of = ` of ${titleOfConfiguration(configuration)}`;
      return { subject: configuration, what, of, attribute: [attribute], texts: items };
    };
    const texts = configuration.isDefault ? [] : textsOf(configuration.name);
    yield { subject: configuration, what: 'The configuration', of: '', attribute: ['name'], texts };
    yield list('The user group', 'user_groups', configuration.userGroups);
    yield list('The organizational unit', 'organization_units', configuration.organizationUnits);
    yield list('The device tag', 'device_tags', configuration.deviceTags);
  }
}

function textsOf(value: Value<string>): readonly string[] {
  return value.known ? [value.value] : [];
}
