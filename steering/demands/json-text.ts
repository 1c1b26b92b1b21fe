/**
 * Where does what stand in a JSON text? The text is read strictly, as `JSON.parse` reads it, but each value keeps its
 * place, and a mistake says its line and column and shows the line. The messages of `JSON.parse` differ from one
 * release of Node to the next, and most have no place.
 */
import { inert } from '../inert';
import { isSecretName, type JsonKeys, type PlaceOf } from './shape';

/** A value with its place in the text, and with the values inside it. */
interface JsonNode {
  readonly value: unknown;
  readonly offset: number;
  /** The place of its name, where it is a member of an object. */
  readonly nameOffset?: number;
  readonly inside?: ReadonlyMap<string | number, JsonNode>;
}

/** A document with the places of what is in it. */
export interface JsonText {
  readonly value: unknown;
  /** The names that an object has more than once. Only the last of each counts, as everywhere. */
  readonly repeated: readonly JsonKeys[];
  /** The place of each value. Where there is no such value, it is the place of what would hold it. */
  readonly placeOf: PlaceOf;
}

/** The error for a text that is not JSON. */
export class JsonMistake extends Error {
  override readonly name = 'JsonMistake';

  /** @param excerpt the line with the mistake, and below it a caret; nothing where the line may hold a secret */
  constructor(
    readonly why: string,
    readonly place: string,
    readonly excerpt: readonly string[],
  ) {
    super(`${place}: ${why}`);
  }
}

/** Reads a text; a byte order mark, which editors on Windows write, counts for nothing. @throws JsonMistake */
export function readJsonText(json: string): JsonText {
  const text = json.replace(/^\uFEFF/, '');
  const reader = new Reader(text);
  const root = reader.document();
  return {
    value: root.value,
    repeated: reader.repeated,
    placeOf: (keys, part) => {
      let node = root;
      for (const key of keys) {
        const next = node.inside?.get(key);
        if (next === undefined) return placeAt(text, node.offset);
        node = next;
      }
      return placeAt(text, part === 'name' ? (node.nameOffset ?? node.offset) : node.offset);
    },
  };
}

/** What stands where a value is expected, and what to do about it. */
const STRANGE: readonly (readonly [begins: RegExp, why: string])[] = [
  [/['‘’`“”„]/, 'a text stands between straight double quotes, such as "web".'],
  [/,/, 'there is nothing before this comma: a value is missing, or there is a comma too many.'],
  [/[\]}]/, 'a value is missing before this bracket.'],
  [/:/, 'a value is missing before this colon, which stands between a name and its value only.'],
  [/[\p{L}_$]/u, 'this word has no quotes. Write a text as "text"; only true, false and null go without.'],
  [/[-+.\d]/, 'this is no number as JSON writes them, such as 443: no sign "+", no zero in front, nothing behind it.'],
  [/#/, 'a comment begins here, and JSON has none. Take it out.'],
];

/** The most brackets that may be open at once. A document of ours has eight. */
const DEEPEST = 64;

class Reader {
  private at = 0;
  readonly repeated: JsonKeys[] = [];

  constructor(private readonly text: string) {}

  document(): JsonNode {
    this.skip();
    if (this.isAtEnd()) this.stop('there is nothing in it.');
    const root = this.value([]);
    this.skip();
    if (!this.isAtEnd()) this.stop('the document has ended before this: a bracket too many, or a second document.');
    return root;
  }

  private value(keys: JsonKeys): JsonNode {
    const offset = this.at;
    if (keys.length > DEEPEST) this.stop(`more than ${DEEPEST} brackets are open here.`);
    if (this.text[offset] === '{') return this.object(keys);
    if (this.text[offset] === '[') return this.list(keys);
    if (this.text[offset] === '"') return { value: this.string(), offset };
    const word = this.take(/(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\p{L}\d_$.+-])/uy);
    return word === undefined ? this.stop(this.strange()) : { value: JSON.parse(word) as unknown, offset };
  }

  private list(keys: JsonKeys): JsonNode {
    const offset = this.at;
    const items: JsonNode[] = [];
    this.eachUntil(']', () => items.push(this.value([...keys, items.length])));
    return { value: items.map(({ value }) => value), offset, inside: new Map(items.entries()) };
  }

  private object(keys: JsonKeys): JsonNode {
    const offset = this.at;
    const members = new Map<string, JsonNode>();
    this.eachUntil('}', () => {
      const nameOffset = this.at;
      if (this.text[nameOffset] !== '"') this.stop(`a name in double quotes is missing: ${this.strange()}`);
      const name = this.string();
      const end = this.at;
      this.skip();
      if (this.take(/:/y) === undefined) this.stop('a colon is missing between this name and its value.', end);
      this.skip();
      if (members.has(name)) this.repeated.push([...keys, name]);
      members.set(name, { ...this.value([...keys, name]), nameOffset });
    });
    return {
      value: Object.fromEntries([...members].map(([name, { value }]) => [name, value])),
      offset,
      inside: members,
    };
  }

  /** Reads what is between two brackets, separated by commas. */
  private eachUntil(bracket: '}' | ']', readOne: () => void): void {
    const opened = this.at;
    const closed = bracket === '}' ? /\}/y : /\]/y;
    const mayEnd = (): void => {
      if (!this.isAtEnd()) return;
      this.stop(`the file ends, but the bracket of ${placeAt(this.text, opened)} is not closed.`);
    };
    this.at += 1;
    this.skip();
    mayEnd();
    if (this.take(closed) !== undefined) return;
    for (;;) {
      readOne();
      const end = this.at;
      this.skip();
      mayEnd();
      if (this.take(closed) !== undefined) return;
      const comma = this.at;
      if (this.take(/,/y) === undefined) this.stop(this.insteadOfComma(opened), end);
      this.skip();
      mayEnd();
      if (this.text[this.at] === bracket)
        this.stop('this comma is too many: the list ends after it. Remove it.', comma);
    }
  }

  private insteadOfComma(opened: number): string {
    if (/[\]}]/.test(this.text[this.at] ?? '')) {
      return `the next bracket does not close the one that is open, of ${placeAt(this.text, opened)}.`;
    }
    return this.text[this.at] === ':'
      ? 'a colon follows, but names with values stand between { and } only.'
      : 'a comma is missing here, or a quote before it.';
  }

  private string(): string {
    const opened = this.at;
    this.at += 1;
    for (;;) {
      this.take(/[^"\\\u0000-\u001f]+/y);
      if (this.take(/"/y) !== undefined) return JSON.parse(this.text.slice(opened, this.at)) as string;
      if (this.take(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y) !== undefined) continue;
      if (this.text[this.at] === '\\') this.stop('a backslash in a text is written twice: "\\\\".');
      if (/[^\r\n]/.test(this.text[this.at] ?? ''))
        this.stop('a text may hold no such character. Write a tab as "\\t".');
      this.stop('this text has no closing quote in its line.', opened);
    }
  }

  /** Skips white space, and refuses comments, which may stand wherever white space may. */
  private skip(): void {
    this.take(/[ \t\r\n]+/y);
    if (/\/[/*]/y.test(this.text.slice(this.at, this.at + 2))) {
      this.stop('a comment begins here, and JSON has none. Take it out.');
    }
  }

  private strange(): string {
    const [, why] = STRANGE.find(([begins]) => begins.test(this.text[this.at] ?? '')) ?? [];
    if (this.isAtEnd()) return 'the file ends here.';
    return why ?? 'this character means nothing here.';
  }

  private isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private stop(why: string, offset = this.at): never {
    throw new JsonMistake(why, placeAt(this.text, offset), excerptOf(this.text, offset));
  }
}

const LINE_END = /\r\n|\r|\n/;

function placeAt(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(LINE_END);
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** How much of a long line is shown on each side of the caret. */
const AROUND = 60;

/**
 * Shows the line of a place with a caret below it. A line near a name under which somebody would keep a secret is not
 * shown, and what looks like a token is starred out: the text ends in logs that others read.
 */
function excerptOf(text: string, offset: number): readonly string[] {
  const before = text.slice(0, offset).split(LINE_END);
  const start = before.at(-1) ?? '';
  const line = start + (text.slice(offset).split(LINE_END)[0] ?? '');
  const above = before.slice(0, -1).filter((one) => one.trim() !== '');
  if (isSecretName([...above.slice(-2), line].join('\n'))) return [];
  const from = Math.max(0, start.length - AROUND);
  const starred = line.replace(/(?=[\w+/=-]*\d)[\w+/=-]{20,}/g, (token) => '*'.repeat(token.length));
  const [left, right] = [starred.slice(from, start.length), starred.slice(start.length, start.length + AROUND)].map(
    (part) => inert(part.replaceAll('\t', ' ')),
  );
  const number = `${before.length}`;
  const cut = from > 0 ? '…' : '';
  const ends = line.length > start.length + AROUND ? '…' : '';
  return [
    `${number} | ${cut}${left}${right}${ends}`,
    `${' '.repeat(number.length)} | ${' '.repeat(cut.length + (left?.length ?? 0))}^`,
  ];
}
