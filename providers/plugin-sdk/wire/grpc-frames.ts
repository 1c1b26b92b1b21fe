/**
 * gRPC's framing: a message travels behind five bytes, of which the first says whether it is compressed and the others how
 * long it is. A unary call has exactly one message each way; HTTP/2 cuts it into chunks wherever it likes.
 */
import { GrpcError, Status } from './grpc-status';

const HEADER_BYTES = 5;
const SMALLEST_ROOM_BYTES = 1024;

/** The five bytes before a message; sent on their own, so that a large message is never copied. */
export function frameHeader(message: Uint8Array): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(message.length, 1);
  return header;
}

/** Collects the chunks of one message. Every method throws {@link GrpcError} for what is no single, uncompressed message. */
export class FrameReader {
  /** What was received, and room for more. */
  private bytes: Uint8Array = new Uint8Array();
  private received = 0;
  private expected: number | undefined;

  /** @param maxBytes refused beyond it as soon as the header is there, before memory is taken */
  constructor(private readonly maxBytes: number) {}

  push(chunk: Uint8Array): void {
    // Most messages arrive in one piece, which needs no copy.
    if (this.received === 0) this.bytes = chunk;
    else this.append(chunk);
    this.received += chunk.length;
    if (this.expected === undefined && this.received >= HEADER_BYTES) this.expected = this.readHeader();
    if (this.expected !== undefined && this.received > HEADER_BYTES + this.expected) {
      throw new GrpcError(Status.INTERNAL, 'The request holds more than the one message that a unary call has.');
    }
  }

  /** The message, once the client has ended its side. */
  finish(): Uint8Array {
    if (this.expected === undefined || this.received !== HEADER_BYTES + this.expected) {
      throw new GrpcError(Status.INTERNAL, 'The request ended in the middle of its message.');
    }
    return this.bytes.subarray(HEADER_BYTES, this.received);
  }

  /** Chunks may have a byte each, so they are copied and not kept. */
  private append(chunk: Uint8Array): void {
    const needed = this.received + chunk.length;
    if (needed > this.bytes.length) {
      const room = Math.max(needed, SMALLEST_ROOM_BYTES, Math.min(2 * needed, HEADER_BYTES + (this.expected ?? 0)));
      const larger = Buffer.allocUnsafe(room);
      larger.set(this.bytes.subarray(0, this.received));
      this.bytes = larger;
    }
    this.bytes.set(chunk, this.received);
  }

  private readHeader(): number {
    const header = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, HEADER_BYTES);
    if (header[0] !== 0) throw new GrpcError(Status.UNIMPLEMENTED, 'Compressed messages are not supported.');
    const length = header.readUInt32BE(1);
    if (length > this.maxBytes) {
      throw new GrpcError(
        Status.RESOURCE_EXHAUSTED,
        `The message has ${length} bytes; this server takes ${this.maxBytes} at most.`,
      );
    }
    return length;
  }
}
