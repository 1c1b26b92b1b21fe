/** Makes doc comments from descriptions. They have no marks of sources, for an editor shows no legend. */
import { inPlainWords } from '../../../steering/words/marks';
import type { Member } from './model';

const WIDTH = 110;

/** A doc comment of these paragraphs; an empty text where no paragraph has words. */
export function docComment(...paragraphs: readonly (string | undefined)[]): string {
  const lines = paragraphs
    .filter((paragraph): paragraph is string => paragraph !== undefined && paragraph !== '')
    .flatMap((paragraph, index) => [...(index > 0 && !paragraph.startsWith('@param') ? [''] : []), ...wrap(paragraph)]);
  if (lines.length === 0) return '';
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

export function memberComment(member: Member): string {
  return docComment(
    member.description,
    member.deprecated === undefined ? undefined : `@deprecated ${member.deprecated}`,
    member.defaultText === undefined ? undefined : `@default ${member.defaultText}`,
  );
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of inPlainWords(text).replaceAll('*/', '*\\/').split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
