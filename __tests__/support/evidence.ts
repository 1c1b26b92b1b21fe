/** Everything that runs of terraform leave behind, and whether a secret is in it: whole, in part, or encoded. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readZip } from './zip';

/** Long enough that no piece of it occurs by chance. */
const PIECE = 12;

export interface Secret {
  /** With characters that encodings change. */
  readonly value: string;
  /** The bytes that must be found nowhere. */
  readonly traces: readonly Buffer[];
}

export function makeSecret(): Secret {
  const core = randomBytes(16).toString('hex');
  const value = `to+ken/${core}==`;
  const pieces = Array.from({ length: core.length / 4 - 2 }, (_, index) => core.slice(4 * index, 4 * index + PIECE));
  // Base64 of the same bytes looks different at each of three offsets; the ends depend on the neighbours.
  const encoded = [0, 1, 2].map((offset) =>
    Buffer.from(core.slice(offset, offset + 3 * Math.floor((core.length - offset) / 3))).toString('base64'),
  );
  const hex = Buffer.from(core).toString('hex');
  return { value, traces: [...pieces, ...encoded, hex].map((text) => Buffer.from(text)) };
}

export class Evidence {
  private readonly items = new Map<string, Buffer>();

  add(name: string, content: string | Buffer): void {
    this.items.set(`${this.items.size}: ${name}`, Buffer.from(content));
  }

  /** Every file below a folder, the entries of archives one by one. Links (to the provider itself) are not followed. */
  async addFolder(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name));
      this.add(entry.name, content);
      if (content.subarray(0, 2).toString() !== 'PK') continue;
      for (const [name, inner] of readZip(content)) this.add(`${entry.name}/${name}`, inner);
    }
  }

  /** The names of what holds a trace of the secret. */
  leaksOf({ traces }: Secret): string[] {
    return [...this.items]
      .filter(([, content]) => traces.some((trace) => content.includes(trace)))
      .map(([name]) => name);
  }

  /** The text of what was added under a name, all of it. */
  textOf(name: string): string {
    return [...this.items]
      .filter(([key]) => key.endsWith(`: ${name}`))
      .map(([, content]) => content.toString('utf8'))
      .join('\n');
  }
}
