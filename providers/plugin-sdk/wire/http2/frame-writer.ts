/** Frames on their way out. Those of one turn of the event loop leave in one write, which TLS makes one record. */
import type { Duplex } from 'node:stream';
import { frameHeader, FrameType, type FrameTypeCode } from './frames';

/** What is larger is not worth a copy. */
const LARGEST_COPY_BYTES = 64 * 1024;

export class FrameWriter {
  private waiting: Uint8Array[] = [];
  private bytes = 0;

  constructor(private readonly socket: Duplex) {}

  write(type: FrameTypeCode, flags: number, stream: number, ...payload: readonly Uint8Array[]): void {
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    const length = payload.reduce((sum, part) => sum + part.length, 0);
    const header = frameHeader(length, type, flags, stream);
    this.waiting.push(header, ...payload);
    this.bytes += header.length + length;
  }

  /** Settings by their number. RFC 9113 section 6.5.1 */
  settings(settings: readonly (readonly [setting: number, value: number])[]): void {
    this.write(FrameType.SETTINGS, 0, 0, ...settings.flatMap(([setting, value]) => [uint16(setting), uint32(value)]));
  }

  windowUpdate(stream: number, bytes: number): void {
    this.write(FrameType.WINDOW_UPDATE, 0, stream, uint32(bytes));
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
}

function uint16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
