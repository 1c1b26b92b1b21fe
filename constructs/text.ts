/** Users' free text on its way into Terraform JSON, where every string is a template. */
import { Token } from 'cdktf';

/** How cdktf marks the place of a value that is resolved at synth. */
const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;

/**
 * Escapes what Terraform would read as a template (`${`, `%{`), so that the text arrives as it was written. Tokens of
 * cdktf keep working. To write a template on purpose, use a token (`Token.asString('${…}')`, `Fn`) or the L1.
 */
export function escapeText(text: string): string {
  const pieces = text.split(TOKEN);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : escapeLiteral(piece, index + 1 < pieces.length)))
    .join('');
}

function escapeLiteral(literal: string, beforeToken: boolean): string {
  const escaped = literal.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
  // A dollar sign right before the expression that replaces the token would escape that expression.
  return beforeToken ? escaped.replace(/\$+$/, (dollars) => `\${"${dollars}"}`) : escaped;
}

/** Escapes each text of a list; a list that is itself a token stays as it is. */
export function escapeTexts(texts: readonly string[]): string[] {
  return Token.isUnresolved(texts) ? (texts as string[]) : texts.map(escapeText);
}
