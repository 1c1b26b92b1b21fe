/** Frames on their way out. Those of one turn of the event loop leave in one write, which TLS makes one record. */
import type { Duplex } from 'node:stream';
import { Flag, frameHeader, FrameType, type FrameTypeCode } from './frames';

/** What is larger is not worth a copy. */
const LARGEST_COPY_BYTES = 64 * 1024;
/** Beyond this, bodies wait until the client has read what was written. */
const ENOUGH_BYTES = 512 * 1024;
/** What a client may leave unread of answers that cannot wait, such as those to its pings. */
const TOO_MUCH_BYTES = 2 * 1024 * 1024;
/** HPACK for "forget the table". RFC 7541 section 6.3 */
const EMPTY_TABLE = Buffer.from([0x20]);

export class FrameWriter {
  private waiting: Uint8Array[] = [];
  private bytes = 0;
  private emptiesTable = false;

  constructor(private readonly socket: Duplex) {}

  /** The client is behind with reading; 'drain' of the socket tells when it has caught up. */
  get isFull(): boolean {
    return this.unread > ENOUGH_BYTES;
  }

  /** The client does not read, and goes on to ask. */
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

  /** A client that takes a smaller table wants to hear that the old one is gone, though we never use it. */
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
