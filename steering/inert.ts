/**
 * Texts that others wrote, shown so that they do nothing: what moves a cursor, colours, hides or reorders text stands there
 * as its code point. Names come from tenants, plans and stacks, and end in terminals and logs. Whoever renders Markdown or
 * HTML escapes these as well: in plain text they do nothing.
 */

/** Controls, formats (bidirectional ones too), private, unassigned and lone code points, what is invisible, and all white space but the space. */
const ACTIVE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** The text without anything active. One that has nothing active stays what it is. */
export function inert(text: string): string {
  return text.replace(ACTIVE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** A name in quotation marks, without anything active; what looks like an escape in the name itself has its backslash doubled. */
export function quote(name: string): string {
  return inert(JSON.stringify(name));
}
