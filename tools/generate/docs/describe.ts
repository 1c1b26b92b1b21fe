/** What a page says of an attribute: its description, and what only the schema knows. */
import type { Attribute } from '../../../providers/plugin-sdk/schema';
import { spellValue } from '../spell-value';
import { planSentences } from './plan-behaviour';

/** Sentences in Markdown, on one line. Only resources are planned: elsewhere nobody runs plan modifiers. */
export function describe(attribute: Attribute, isPlanned: boolean): string {
  const { description, deprecated, optional, computed, writeOnly } = attribute.options;
  const defaultValue = defaultOf(attribute);
  const sentences = [
    description,
    defaultValue !== undefined && defaultInProse(description) === undefined && `Default: \`${defaultValue}\`.`,
    defaultValue === undefined && optional && computed && 'Left out, it is what the provider finds or decides.',
    writeOnly && 'It is never stored, and needs Terraform 1.11 or later.',
    ...(isPlanned ? planSentences(attribute) : []),
    deprecated !== undefined && `**Deprecated:** ${deprecated}`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

/** The default that the schema declares, as HCL would write it; text without its quotes. */
export function defaultOf({ options }: Attribute): string | undefined {
  const value = options.default;
  if (value === undefined) return undefined;
  return typeof value === 'string' && value !== '' ? value : spellValue(value);
}

/** The default that a description names: "Default `x`", "the default is `x`". */
export function defaultInProse(description: string): string | undefined {
  return /\bdefault(?:s to| is|:)? `([^`]+)`/i.exec(description)?.[1];
}
