/** A header block on its way in: a HEADERS frame and the CONTINUATION frames after it, RFC 9113 section 4.3. */
import { ErrorCode, Http2Error } from './error';
import { contentOf, Flag, FrameType, type Frame } from './frames';

export interface HeaderBlock {
  readonly stream: number;
  readonly bytes: Buffer;
  /** The request ends with these headers. */
  readonly last: boolean;
}

/** What a block may have. Real ones have a few hundred bytes in one frame; without bounds a block could go on for ever. */
export const MAX_BLOCK_BYTES = 64 * 1024;
const MAX_BLOCK_FRAMES = 64;

export class HeaderBlockReader {
  private open:
    { readonly stream: number; readonly last: boolean; readonly parts: Buffer[]; bytes: number } | undefined;

  /**
   * The block that ends with this frame. Undefined for a block that goes on, and for every other frame.
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
