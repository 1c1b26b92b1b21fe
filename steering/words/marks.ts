/**
 * The marks that stand behind statements about the tenant, and say how strong the source of each is. Reference pages
 * show them with a legend. Editors and Terraform show the same texts without one, and so in plain words.
 */
import type { Confidence } from '../catalogue/native-app';

/** What each mark means, for the legend of a page. */
export const MARKS: Readonly<Record<Confidence, string>> = {
  seed: 'the article on which this project is built: "How to Block WhatsApp Native Application Access - Windows OS"',
  doc: "the vendor's documentation",
  vendor: 'a repository that the vendor publishes',
  community: "the vendor's community, or third parties",
  assumed: 'our reading, confirmed by nobody',
};

/** The legend as Markdown: an element of a list for each mark that a text uses. */
export function legendOf(text: string, marks: Readonly<Record<string, string>> = MARKS): string {
  const used = Object.entries(marks).filter(([mark]) => new RegExp(`\\[${mark}\\b[^\\]]*\\](?!\\()`).test(text));
  return used.map(([mark, meaning]) => `- [${mark}] ${meaning}`).join('\n');
}

/** What plain words say of a source: nothing of one that may be relied on, so that an assumption stands out. */
const IN_WORDS: Readonly<Record<Confidence, string | undefined>> = {
  seed: undefined,
  doc: undefined,
  vendor: undefined,
  community: 'reported by third parties',
  assumed: 'assumed',
};

const MARK = new RegExp(`\\[(${Object.keys(MARKS).join('|')})\\b[^\\]]*\\]`, 'g');
const MARKED = new RegExp(`(\\.?)((?: ${MARK.source})+)`, 'g');

/** A text without marks: `It is so. [assumed]` becomes `It is so (assumed).`, and `It is so. [doc]` `It is so.` */
export function inPlainWords(text: string): string {
  return text.replace(MARKED, (_, dot: string, marks: string) => {
    const found = [...marks.matchAll(MARK)].flatMap(([, mark]) => IN_WORDS[mark as Confidence] ?? []);
    return (found.length === 0 ? '' : ` (${[...new Set(found)].join(', ')})`) + dot;
  });
}
