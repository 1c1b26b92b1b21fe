/**
 * gRPC's framing: a message travels behind five bytes, of which the first says whether it is compressed and the others how
 * long it is. A unary call has exactly one message each way; HTTP/2 cuts it into chunks wherever it likes.
 */

/** How a call ends in gRPC: a code, and for failures a message in a header. https://grpc.github.io/grpc/core/md_doc_statuscodes.html */

/** The codes that this server gives. */
export const Status = { OK: 0, CANCELLED: 1, RESOURCE_EXHAUSTED: 8, UNIMPLEMENTED: 12, INTERNAL: 13 } as const;

export type StatusCode = (typeof Status)[keyof typeof Status];

/** Ends a call with a code; the message reaches the client, so it must hold nothing secret. */
export class GrpcError extends Error {
  constructor(
    readonly code: StatusCode,
    message: string,
  ) {
    super(message);
    this.name = 'GrpcError';
  }
}

/** Headers are counted against small limits on both sides. */
const MAX_MESSAGE = 1_000;

/** A message as the value of `grpc-message`: UTF-8 bytes outside printable ASCII, and `%`, percent-encoded. */
export function encodeMessage(message: string): string {
  const shown = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
  return Array.from(Buffer.from(shown), encodeByte).join('');
}

function encodeByte(byte: number): string {
  const printable = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
  return printable ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

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
