/**
 * A text that others wrote is made inert here, so that showing it does nothing: each character that moves a cursor,
 * colours, hides or reorders text becomes an escape with its code point, such as `\u202e`. Names come from tenants,
 * plans and stacks, and end in terminals and logs. The signs of Markdown and HTML are inert in plain text; whoever
 * renders those formats escapes them as well. Two more functions put such a text into a sentence.
 */

/**
 * Matches control and format characters (bidirectional ones as well), private, unassigned and lone code points,
 * invisible characters, and all white space but the space.
 */
const ACTIVE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** Returns the text with each active character as an escape; a text without any stays as it is. */
export function inert(text: string): string {
  return text.replace(ACTIVE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/**
 * The characters that `inert` replaces, except line ends: the line ends here are our own, and JSON escapes all others.
 */
const ACTIVE_IN_JSON = /[^\P{C}\n]|[\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** Escapes in JSON what would move, hide or reorder text, which does not change the meaning of the JSON. */
export function escapeActive(json: string): string {
  return json.replace(ACTIVE_IN_JSON, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/**
 * Returns a name in quotation marks, made inert. A backslash in the name is doubled, so that it cannot look like an
 * escape of ours.
 */
export function quote(name: string): string {
  return inert(JSON.stringify(name));
}

/** Returns a text that can begin a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
