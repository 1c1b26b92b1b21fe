/**
 * cdktf resolves the key of every attribute, twice, before it finds that nothing was written: with ten attributes to one that
 * is used, that is most of the time of a synth. So generated code hands over only what was written.
 */

/** Expression of an object without what is undefined. */
export function onlyWritten(properties: readonly string[]): string {
  return `onlyWritten({ ${properties.join(',\n')} })`;
}

/** The function that such expressions call; each file has its own. */
export function emitOnlyWritten(): string {
  return `
    function onlyWritten(attributes: { [name: string]: unknown }): { [name: string]: unknown } {
      const written: { [name: string]: unknown } = {};
      for (const name of Object.keys(attributes)) if (attributes[name] !== undefined) written[name] = attributes[name];
      return written;
    }
  `;
}
