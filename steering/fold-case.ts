/**
 * Case of process names: two names are the same when each of their characters has the same small letter. Character by
 * character, unlike `toLowerCase` of the whole, which looks at what follows a sigma.
 */
export function foldCase(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  return [...text].map(foldCharacter).join('');
}

/** A character whose small letter would be several characters stays as it is. */
export function foldCharacter(character: string): string {
  const small = character.toLowerCase();
  return [...small].length === 1 ? small : character;
}
