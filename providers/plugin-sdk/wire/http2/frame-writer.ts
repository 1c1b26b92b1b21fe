/** How frames leave: those of one turn of the event loop in one write, of which TLS makes one record. */
import type { Duplex } from 'node:stream';
import { Flag, frameHeader, FrameType, type FrameTypeCode } from './frames';

/** The most bytes that are copied to be sent in one piece; a copy of more is not worth it. */
const LARGEST_COPY_BYTES = 64 * 1024;
/** The unread bytes beyond which bodies wait until the client has read. */
const ENOUGH_BYTES = 512 * 1024;
/** The unread bytes beyond which a client is given up: answers that cannot wait, such as those to its pings. */
const TOO_MUCH_BYTES = 2 * 1024 * 1024;
/** The byte by which HPACK says that the table is forgotten. RFC 7541 section 6.3 */
const EMPTY_TABLE = Buffer.from([0x20]);

export class FrameWriter {
  private waiting: Uint8Array[] = [];
  private bytes = 0;
  private emptiesTable = false;

  constructor(private readonly socket: Duplex) {}

  /** Whether the client is behind with reading. The socket's 'drain' tells when it has caught up. */
  get isFull(): boolean {
    return this.unread > ENOUGH_BYTES;
  }

  /** Whether the client goes on asking, and does not read. */
  get isOverfull(): boolean {
    return this.unread > TOO_MUCH_BYTES;
  }

  write(type: FrameTypeCode, flags: number, stream: number, ...payload: readonly Uint8Array[]): void {
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    const length = payload.reduce((sum, part) => sum + part.length, 0);
    const header = frameHeader(length, type, flags, stream);
    this.waiting.push(header, ...payload);
    this.bytes += header.length + length;
  }

  headers(stream: number, block: Uint8Array, flags = 0): void {
    const parts = this.emptiesTable ? [EMPTY_TABLE, block] : [block];
    this.emptiesTable = false;
    this.write(FrameType.HEADERS, Flag.END_HEADERS | flags, stream, ...parts);
  }

  /**
   * Says with the next headers that the table is empty. A client that sets a smaller table must be told so, though no
   * table is used here.
   */
  emptyTable(): void {
    this.emptiesTable = true;
  }

  windowUpdate(stream: number, bytes: number): void {
    if (bytes > 0) this.write(FrameType.WINDOW_UPDATE, 0, stream, uint32(bytes));
  }

  reset(stream: number, code: number): void {
    this.write(FrameType.RST_STREAM, 0, stream, uint32(code));
  }

  goAway(lastStream: number, code: number): void {
    this.write(FrameType.GOAWAY, 0, 0, uint32(lastStream), uint32(code));
  }

  flush(): void {
    const { waiting, bytes } = this;
    this.waiting = [];
    this.bytes = 0;
    if (waiting.length === 0 || !this.socket.writable) return;
    if (bytes <= LARGEST_COPY_BYTES) return void this.socket.write(Buffer.concat(waiting, bytes));
    this.socket.cork();
    for (const part of waiting) this.socket.write(part);
    this.socket.uncork();
  }

  private get unread(): number {
    return this.bytes + this.socket.writableLength;
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
