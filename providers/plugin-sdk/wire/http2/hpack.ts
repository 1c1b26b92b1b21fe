/**
 * How headers are written and read in HPACK, RFC 7541. The decoder keeps the table that the client builds up; the
 * encoder writes every header as a literal, so it has nothing to keep.
 *
 *     1.......  a header of the table        01......  a literal, to be added to the table
 *     001.....  the table's size changes     000[01]...  a literal
 */
import { ErrorCode, Http2Error } from './error';
import { decodeHuffman } from './huffman';
import { STATIC_TABLE } from './static-table';

export type Header = readonly [name: string, value: string];

/** The size of the table that each end may use unless it is told otherwise. */
export const TABLE_BYTES = 4_096;
/** The bytes that an entry of the table counts for beside its text. RFC 7541 section 4.1 */
const ENTRY_BYTES = 32;

export class HpackDecoder {
  /** The headers of the table, the newest first. */
  private readonly table: Header[] = [];
  private used = 0;
  private limit = TABLE_BYTES;

  /**
   * @param maxBytes the most bytes of one block's headers: a few bytes can repeat a long header of the table many times
   */
  constructor(private readonly maxBytes = Infinity) {}

  /**
   * Reads a header block.
   * @throws Http2Error for what is none; the connection cannot go on then, since the table is lost
   */
  decode(block: Uint8Array): Header[] {
    const input = new Input(block);
    const headers: Header[] = [];
    let bytes = 0;
    while (!input.done) {
      const header = this.next(input);
      if (header !== undefined) {
        headers.push(header);
        bytes += sizeOf(header);
      } else if (headers.length > 0) throw malformed('the size of the table changes among headers');
      if (bytes > this.maxBytes) throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the headers are too large');
    }
    return headers;
  }

  /** Reads one header; undefined for a change of the table's size, which comes before all headers. */
  private next(input: Input): Header | undefined {
    const first = input.peek();
    if (first >= 0x80) return this.entry(input.integer(7));
    if (first >= 0x40) return this.add(this.literal(input, 6));
    if (first < 0x20) return this.literal(input, 4);
    this.resize(input.integer(5));
    return undefined;
  }

  private entry(index: number): Header {
    const entry = STATIC_TABLE[index - 1] ?? this.table[index - 1 - STATIC_TABLE.length];
    if (entry === undefined) throw malformed(`no header has the number ${index}`);
    return entry;
  }

  private literal(input: Input, prefixBits: number): Header {
    const index = input.integer(prefixBits);
    const name = index === 0 ? input.string() : this.entry(index)[0];
    return [name, input.string()];
  }

  private add(header: Header): Header {
    this.table.unshift(header);
    this.used += sizeOf(header);
    this.evict();
    return header;
  }

  private resize(limit: number): void {
    if (limit > TABLE_BYTES) throw malformed(`a table of ${limit} bytes`);
    this.limit = limit;
    this.evict();
  }

  private evict(): void {
    while (this.used > this.limit) {
      const oldest = this.table.pop();
      if (oldest !== undefined) this.used -= sizeOf(oldest);
    }
  }
}

function sizeOf([name, value]: Header): number {
  return name.length + value.length + ENTRY_BYTES;
}

/** Makes a header block of literals. Names and values are ASCII. */
export function encodeHeaders(headers: readonly Header[]): Buffer {
  return Buffer.concat(headers.flatMap(([name, value]) => [Buffer.from([0]), encodeString(name), encodeString(value)]));
}

function encodeString(text: string): Buffer {
  return Buffer.concat([encodeLength(text.length), Buffer.from(text, 'latin1')]);
}

/** Writes an integer behind a bit that says "no Huffman code". RFC 7541 section 5.1 */
function encodeLength(length: number): Buffer {
  if (length < 127) return Buffer.from([length]);
  const bytes = [127];
  let rest = length - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return Buffer.from([...bytes, rest]);
}

/** The bytes of a header block, read one after another. */
class Input {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  peek(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw malformed('a header ends too early');
    return byte;
  }

  integer(prefixBits: number): number {
    const max = 2 ** prefixBits - 1;
    let value = this.next() & max;
    if (value < max) return value;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.next();
      value += (byte % 128) * shift;
      if (byte < 128) return value;
      if (shift > 2 ** 21) throw malformed('a number is too large');
    }
  }

  string(): string {
    const huffman = this.peek() >= 0x80;
    const length = this.integer(7);
    const end = this.at + length;
    if (end > this.bytes.length) throw malformed('a header ends too early');
    const bytes = this.bytes.subarray(this.at, end);
    this.at = end;
    return huffman ? decodeHuffman(bytes) : Buffer.from(bytes).toString('latin1');
  }

  private next(): number {
    const byte = this.peek();
    this.at++;
    return byte;
  }
}

function malformed(why: string): Http2Error {
  return new Http2Error(ErrorCode.COMPRESSION_ERROR, why);
}
