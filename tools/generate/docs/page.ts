/** What all pages share: front matter, title, quoted examples, and the legend of the marks that stand in them. */

export interface Page {
  /** The registry's title in its navigation. */
  readonly pageTitle: string;
  readonly title: string;
  /** One line of plain text would do; Markdown is taken apart. */
  readonly summary: string;
  /** Sections in Markdown; empty ones are left out. */
  readonly sections: readonly string[];
}

/** How strong a statement is, by the word of its mark: `{ doc: 'the documentation of …' }` explains `[doc]`. */
export type Marks = Readonly<Record<string, string>>;

export function renderPage({ pageTitle, title, summary, sections }: Page, marks: Marks): string {
  const body = [`# ${title}`, ...sections].filter((section) => section !== '').join('\n\n');
  const legend = Object.entries(marks).filter(([mark]) => new RegExp(`\\[${mark}\\b[^\\]]*\\](?!\\()`).test(body));
  const explained = legend.map(([mark, meaning]) => `- [${mark}] ${meaning}`).join('\n');
  const frontMatter = [
    '---',
    `page_title: ${JSON.stringify(pageTitle)}`,
    'subcategory: ""',
    'description: |-',
    `  ${plainText(summary)}`,
    '---',
  ].join('\n');
  return [frontMatter, body, ...(legend.length === 0 ? [] : ['## Marks', explained])].join('\n\n') + '\n';
}

export function exampleSection(hcl: string, title = '## Example Usage'): string {
  return `${title}\n\n${fenced('terraform', hcl)}`;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** The first sentence, for lists of pages. */
export function firstSentence(markdown: string): string {
  return /^[^]*?\.(?=\s|$)/.exec(markdown)?.[0] ?? markdown;
}

function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '').replace(/\s+/g, ' ');
}
