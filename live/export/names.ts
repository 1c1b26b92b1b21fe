/**
 * This file makes names for code from the names that administrators gave. A name is made from one object alone, so that
 * it stays when something else is added; only where two objects would get the same name does the later one get its id
 * in addition. "Later" is the order of ids, because a tenant gives them in ascending order. [assumed]
 */

/** The words of a name: letters and digits, without the marks on Latin letters. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss');
  // Letters outside the basic plane are left out, because not every language takes them in a name.
  return (
    plain
      .match(/[\p{L}\p{Nd}]+/gu)
      ?.map((word) => word.replace(/[^\u0000-\uffff]/gu, ''))
      .filter(Boolean) ?? []
  );
}

const MOST_CHARACTERS = 60;

/** `whatsapp_desktop`, for Terraform. */
export function snakeCase(...parts: readonly string[]): string {
  return parts
    .flatMap(wordsOf)
    .map((word) => word.toLowerCase())
    .join('_')
    .slice(0, MOST_CHARACTERS)
    .replace(/_$/, '');
}

/** `WhatsAppDesktop`, for constructs. */
export function pascalCase(...parts: readonly string[]): string {
  return parts
    .flatMap(wordsOf)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, MOST_CHARACTERS);
}

/** `whatsAppDesktop`, for variables: what is already capitals at its beginning becomes small as a whole. */
export function camelCase(...parts: readonly string[]): string {
  return pascalCase(...parts).replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());
}

/** What asks for a name. */
export interface Nameable {
  /** What the name is made of, the most telling part first. */
  readonly parts: readonly string[];
  /** A word for its kind. It is used where no letter is left of the name, and before a digit. */
  readonly kind: string;
  /** What tells it from others of the same name: its id on the tenant. */
  readonly id: string;
}

type Style = (...parts: readonly string[]) => string;

/** Gives each object a name of its own. Names that differ in case only count as the same. */
export class Namespace {
  private readonly taken: Set<string>;

  /** @param reserved names that mean something already */
  constructor(
    private readonly style: Style,
    reserved: readonly string[] = [],
  ) {
    this.taken = new Set(reserved.map((name) => name.toLowerCase()));
  }

  give({ parts, kind, id }: Nameable): string {
    for (const candidate of this.candidates(parts, kind, id)) {
      const key = candidate.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return candidate;
    }
    throw new Error('there are endless candidates');
  }

  private *candidates(parts: readonly string[], kind: string, id: string): Generator<string> {
    const own = this.style(...parts);
    // A name can neither be nothing nor begin with a digit.
    const begun = (words: readonly string[]) => (/^\p{Nd}|^$/u.test(this.style(...words)) ? [kind, ...words] : words);
    if (own !== '') {
      yield this.style(...begun(parts));
      yield this.style(...begun([...parts, kind]));
    }
    yield this.style(...begun(own === '' ? [id] : [...parts, id]));
    for (let n = 2; ; n++) yield this.style(kind, id, String(n));
  }
}

/** Compares ids as people count: `exc-9` comes before `exc-10`. */
export function byId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : a > b ? 1 : 0);
}
