/**
 * Emits code that passes on only the attributes that a user has written. cdktf resolves the key of every attribute
 * twice before it finds that the attribute has no value. Where a user writes one attribute in ten, that takes most of
 * the time of a synth.
 */

/** An expression for an object without its undefined properties. */
export function onlyWritten(properties: readonly string[]): string {
  return `onlyWritten({ ${properties.join(',\n')} })`;
}

/** The function that these expressions call. Each generated file has its own copy. */
export function emitOnlyWritten(): string {
  return `
    function onlyWritten(attributes: { [name: string]: unknown }): { [name: string]: unknown } {
      const written: { [name: string]: unknown } = {};
      for (const name of Object.keys(attributes)) if (attributes[name] !== undefined) written[name] = attributes[name];
      return written;
    }
  `;
}
