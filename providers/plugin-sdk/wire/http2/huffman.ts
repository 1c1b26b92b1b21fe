/**
 * How texts are read from HPACK's Huffman code, RFC 7541 appendix B. The code is canonical: within a length, codes
 * ascend with their symbols, so the lengths say everything.
 */
import { ErrorCode, Http2Error } from './error';

/** The number of bits of the code of each byte from 0 to 255, in rows of 16, and last that of the end of a string. */
// prettier-ignore
const LENGTHS = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28,
  28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
   6, 10, 10, 12, 13,  6,  8, 11, 10, 10,  8, 11,  8,  6,  6,  6,
   5,  5,  5,  6,  6,  6,  6,  6,  6,  6,  7,  8, 15,  6, 12, 10,
  13,  6,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,
   7,  7,  7,  7,  7,  7,  7,  7,  8,  7,  8, 13, 19, 13, 14,  6,
  15,  5,  6,  5,  6,  5,  6,  6,  6,  5,  7,  7,  6,  6,  6,  5,
   6,  7,  6,  5,  5,  6,  7,  7,  7,  7,  7, 15, 11, 14, 13, 28,
  20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
  24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
  22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23,
  21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
  26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
  19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
  20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
  26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
  30,
];
const END_OF_STRING = 256;
const LONGEST = 30;

/** The codes of one length. */
interface HuffmanRow {
  /** The first code of this length. */
  readonly first: number;
  readonly symbols: readonly number[];
}

/** The codes by their length. They are made when the first string needs them. */
let rows: readonly HuffmanRow[] | undefined;

function makeRows(): readonly HuffmanRow[] {
  let first = 0;
  return Array.from({ length: LONGEST + 1 }, (_, bits) => {
    const symbols = LENGTHS.flatMap((length, symbol) => (length === bits ? [symbol] : []));
    const row = { first, symbols };
    first = (first + symbols.length) << 1;
    return row;
  });
}

/** Reads a text. @throws Http2Error where the bytes are no text in this code */
export function decodeHuffman(bytes: Uint8Array): string {
  rows ??= makeRows();
  let text = '';
  let code = 0;
  let bits = 0;
  for (const byte of bytes) {
    for (let shift = 7; shift >= 0; shift--) {
      code = (code << 1) | ((byte >> shift) & 1);
      bits++;
      const row = rows[bits];
      if (row === undefined) throw malformed();
      const symbol = row.symbols[code - row.first];
      if (symbol === undefined) continue;
      if (symbol === END_OF_STRING) throw malformed();
      text += String.fromCharCode(symbol);
      code = bits = 0;
    }
  }
  // The last byte is filled up with the beginning of the code of the end, which is all ones.
  if (bits > 7 || code !== (1 << bits) - 1) throw malformed();
  return text;
}

function malformed(): Http2Error {
  return new Http2Error(ErrorCode.COMPRESSION_ERROR, 'a header is not encoded as HPACK says');
}
