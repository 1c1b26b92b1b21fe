/** Users' free text on its way into Terraform JSON, where every string is a template. */
import { Token } from 'cdktf';

/** How cdktf marks the place of a value that is resolved at synth. */
const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;

/**
 * Escapes what Terraform would read as a template (`${`, `%{`), so that the text arrives as it was written. Tokens of
 * cdktf keep working. To write an expression on purpose, use `Fn`, an attribute of a construct or the L1.
 */
export function escapeText(text: string): string {
  const pieces = text.split(TOKEN);
  if (pieces.length === 1) return text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : escapeBesideTokens(piece))).join('');
}

/**
 * Beside a token, `$${` would not do: cdktf takes any `${` for an expression that is already open, and a dollar sign
 * right before the token's own expression would escape that. So the dollar signs become an expression themselves.
 */
function escapeBesideTokens(literal: string): string {
  return literal.replace(/%\{/g, '%%{').replace(/\$+(?=\{|$)/g, (dollars) => `\${"${dollars}"}`);
}

/** Escapes each text of a list; a list that is itself a token stays as it is. */
export function escapeTexts(texts: readonly string[]): string[] {
  return Token.isUnresolved(texts) ? (texts as string[]) : texts.map(escapeText);
}
