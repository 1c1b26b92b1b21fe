/**
 * Bytes as lines. Logs have hundreds of megabytes, so nothing here keeps more than one line, and a line without an end
 * is cut. The encoding is told by the first bytes, as Windows writes them: UTF-16 with a byte order mark, else UTF-8.
 */

/** The most characters that are kept of a line. Those that matter here have a few hundred. */
export const LONGEST_LINE = 8192;

const ENCODINGS = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
] as const;
/** The bytes that tell the encoding. */
const MARK_BYTES = 2;

/** Cuts chunks of bytes into lines without their ends. */
export class LineCutter {
  private head: Uint8Array | undefined = new Uint8Array();
  private decoder = new TextDecoder();
  private rest = '';
  /** Whether the line that is being read is longer than what is kept of it. */
  private isCut = false;

  /** Takes the next bytes, and returns the lines that end in them. */
  push(chunk: Uint8Array): string[] {
    return this.cut(this.decode(chunk));
  }

  /** Returns the last line, which has no end of its own; nothing where it is empty. */
  end(): string[] {
    const { head } = this;
    this.head = undefined;
    const text = (head === undefined ? '' : this.decoder.decode(head, { stream: true })) + this.decoder.decode();
    const lines = this.cut(`${text}\n`);
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  }

  private decode(chunk: Uint8Array): string {
    if (this.head === undefined) return this.decoder.decode(chunk, { stream: true });
    const bytes = Buffer.concat([this.head, chunk]);
    this.head = bytes.length < MARK_BYTES ? bytes : undefined;
    if (this.head !== undefined) return '';
    const found = ENCODINGS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
    if (found !== undefined) this.decoder = new TextDecoder(found.label);
    return this.decoder.decode(bytes, { stream: true });
  }

  private cut(text: string): string[] {
    const parts = text.split('\n');
    const lines: string[] = [];
    parts.forEach((part, index) => {
      this.keep(part);
      if (index === parts.length - 1) return;
      lines.push(this.rest.endsWith('\r') ? this.rest.slice(0, -1) : this.rest);
      this.rest = '';
      this.isCut = false;
    });
    return lines;
  }

  private keep(part: string): void {
    if (this.isCut) return;
    this.rest = this.rest === '' ? part : this.rest + part;
    if (this.rest.length <= LONGEST_LINE) return;
    this.rest = this.rest.slice(0, LONGEST_LINE);
    this.isCut = true;
  }
}

/** Decodes a whole file, whose size the caller bounds. */
export function textOf(bytes: Uint8Array): string {
  const found = ENCODINGS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return new TextDecoder(found?.label).decode(bytes);
}
