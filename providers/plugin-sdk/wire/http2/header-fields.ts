/**
 * How headers come in, and which of them make a request. A header block is a HEADERS frame and the CONTINUATION frames
 * after it (RFC 9113 section 4.3). A request that breaks a rule of sections 8.1 to 8.3 is malformed, whatever it asks
 * for.
 */
import { ErrorCode, Http2Error } from './error';
import { Flag, type Frame, FrameType, contentOf } from './frames';
import type { Header } from './hpack';

/** A whole header block. */
export interface HeaderBlock {
  readonly stream: number;
  readonly bytes: Buffer;
  /** Whether the request ends with these headers. */
  readonly last: boolean;
}

/**
 * The most bytes of a block. Real ones have a few hundred in one frame; without limits a block could go on for ever.
 */
export const MAX_BLOCK_BYTES = 64 * 1024;
const MAX_BLOCK_FRAMES = 64;

export class HeaderBlockReader {
  private open:
    { readonly stream: number; readonly last: boolean; readonly parts: Buffer[]; bytes: number } | undefined;

  /**
   * Gives the block that ends with this frame; undefined where a block goes on, and for every other frame.
   * @throws Http2Error for a block that is interrupted, continued without a beginning, or too large
   */
  push(frame: Frame): HeaderBlock | undefined {
    const { type, stream, flags } = frame;
    if ((this.open !== undefined) !== (type === FrameType.CONTINUATION) || (this.open?.stream ?? stream) !== stream) {
      const why = this.open === undefined ? 'no header block is to be continued' : 'a header block was interrupted';
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, why);
    }
    if (type !== FrameType.HEADERS && type !== FrameType.CONTINUATION) return undefined;
    const part = type === FrameType.HEADERS ? contentOf(frame) : frame.payload;
    const block = (this.open ??= { stream, last: (flags & Flag.END_STREAM) !== 0, parts: [], bytes: 0 });
    block.parts.push(part);
    block.bytes += part.length;
    if (block.bytes > MAX_BLOCK_BYTES || block.parts.length > MAX_BLOCK_FRAMES) {
      throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the headers are too large');
    }
    if ((flags & Flag.END_HEADERS) === 0) return undefined;
    this.open = undefined;
    return { stream, last: block.last, bytes: block.parts.length === 1 ? part : Buffer.concat(block.parts) };
  }
}

/** The legal names. A colon may only stand at the beginning, where it makes a pseudo-header. */
const NAME = /^:?[!-9;-@[-~]+$/;
const OF_A_CONNECTION = new Set(['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'upgrade']);
/** The pseudo-headers, each with a bit by which it is found twice or missing. */
const PSEUDO = new Map([
  [':method', 1],
  [':scheme', 2],
  [':path', 4],
  [':authority', 8],
]);
const REQUIRED = 1 | 2 | 4;

/**
 * The headers that were found legal. A client repeats most of its headers out of HPACK's table, where each is one
 * object.
 */
const legal = new WeakSet<Header>();

/** Says why these cannot be the headers of a request; undefined where they can. */
export function malformedRequest(headers: readonly Header[]): string | undefined {
  let found = 0;
  let regular = false;
  for (const header of headers) {
    const why = malformedField(header);
    if (why !== undefined) return why;
    const [name, value] = header;
    if (name[0] !== ':') {
      regular = true;
      continue;
    }
    const bit = PSEUDO.get(name) ?? 0;
    if (bit === 0 || (found & bit) !== 0 || regular) return `${name} stands where it may not`;
    if (value === '' && (bit & REQUIRED) !== 0) return `${name} is empty`;
    found |= bit;
  }
  return (found & REQUIRED) === REQUIRED ? undefined : ':method, :scheme or :path is missing';
}

/** Says why these cannot be trailers; undefined where they can. */
export function malformedTrailers(headers: readonly Header[]): string | undefined {
  for (const header of headers) {
    const why = header[0].startsWith(':') ? `${header[0]} among trailers` : malformedField(header);
    if (why !== undefined) return why;
  }
  return undefined;
}

/**
 * Gives the length that the request says it has; undefined where it says none, and NaN, which no request has, for
 * nonsense.
 */
export function contentLength(headers: readonly Header[]): number | undefined {
  const said = headers.find(([name]) => name === 'content-length')?.[1];
  return said === undefined ? undefined : /^\d{1,15}$/.test(said) ? Number(said) : NaN;
}

function malformedField(header: Header): string | undefined {
  if (legal.has(header)) return undefined;
  const [name, value] = header;
  if (!NAME.test(name)) return 'a header has no legal name';
  if (OF_A_CONNECTION.has(name) || (name === 'te' && value !== 'trailers')) return `${name} speaks of the connection`;
  if (value.includes('\0') || value.includes('\r') || value.includes('\n')) return `${name} holds no legal value`;
  if (isBlank(value, 0) || isBlank(value, value.length - 1)) return `${name} begins or ends with a blank`;
  legal.add(header);
  return undefined;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
