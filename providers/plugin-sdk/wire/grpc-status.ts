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
