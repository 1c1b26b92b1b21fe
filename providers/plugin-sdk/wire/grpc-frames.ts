/**
 * gRPC's framing, and how a call ends. A message travels behind five bytes, of which the first says whether it is
 * compressed and the others how long it is. A unary call has exactly one message each way; HTTP/2 cuts it into chunks
 * wherever it likes. A call ends with a code and, where it failed, with a message in a header:
 * https://grpc.github.io/grpc/core/md_doc_statuscodes.html
 */

/** The codes with which this server ends calls. */
export const Status = { OK: 0, CANCELLED: 1, RESOURCE_EXHAUSTED: 8, UNIMPLEMENTED: 12, INTERNAL: 13 } as const;

export type StatusCode = (typeof Status)[keyof typeof Status];

/** The exception that ends a call with a code. Its message reaches the client, so it must hold nothing secret. */
export class GrpcError extends Error {
  constructor(
    readonly code: StatusCode,
    message: string,
  ) {
    super(message);
    this.name = 'GrpcError';
  }
}

/** The most characters of a message: client and server set small limits to headers. */
const MAX_MESSAGE = 1_000;

/**
 * Encodes a message for the header `grpc-message`: UTF-8 bytes outside printable ASCII, and `%`, are percent-encoded.
 */
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

/** Makes the five bytes before a message. They are sent on their own, so that a large message is never copied. */
export function frameHeader(message: Uint8Array): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(message.length, 1);
  return header;
}

/**
 * Collects the chunks of one message. Every method throws a {@link GrpcError} where the chunks are not one uncompressed
 * message.
 */
export class FrameReader {
  /** The bytes that were received, and room for more. */
  private bytes: Uint8Array = new Uint8Array();
  private received = 0;
  private expected: number | undefined;

  /**
   * @param maxBytes the size beyond which a message is refused as soon as its header is there, before memory is taken
   */
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

  /** Gives the message, once the client has sent all of it. */
  finish(): Uint8Array {
    if (this.expected === undefined || this.received !== HEADER_BYTES + this.expected) {
      throw new GrpcError(Status.INTERNAL, 'The request ended in the middle of its message.');
    }
    return this.bytes.subarray(HEADER_BYTES, this.received);
  }

  /** Adds a chunk. Chunks are copied and not kept, since each may have a single byte. */
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
