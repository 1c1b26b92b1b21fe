/** Strings of Terraform's JSON syntax, each of which is a template: plain text, one reference, or an expression. */
import { Unresolved } from '../resources';

/** A template that is a single reference to an attribute of a resource: `${type.name.attribute}`. */
export class Reference {
  constructor(
    readonly address: string,
    readonly attribute: string,
  ) {}
}

const REFERENCE = /^\$\{((?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*)\.(\w+)\}$/;
/** `${"$"}`, as constructs write a dollar sign beside an expression. */
const QUOTED = /\$\{"((?:[^"\\$%]|\$(?!\{)|%(?!\{))*)"\}/g;
const LONGEST_SHOWN = 80;

export function parseTemplate(text: string): string | Reference | Unresolved {
  if (!/[$%]\{/.test(text)) return text;
  const reference = REFERENCE.exec(text);
  if (reference !== null) return new Reference(reference[1] ?? '', reference[2] ?? '');
  // Text is left, once literals and escapes are out of the way.
  const pieces = text.split(/((?:\$\$|%%)\{)/);
  const plain = pieces.map((piece, index) => (index % 2 === 1 ? piece.slice(1) : piece.replace(QUOTED, '$1')));
  const isPlain = plain.every((piece, index) => index % 2 === 1 || !/[$%]\{/.test(piece));
  if (isPlain) return plain.join('');
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return new Unresolved(`it is an expression that only Terraform evaluates: ${shown}`);
}
