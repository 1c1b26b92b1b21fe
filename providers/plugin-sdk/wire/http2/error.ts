/**
 * Why a stream or a connection ends, RFC 9113 section 7. The client learns the code; the words are for logs and tests.
 */
export const ErrorCode = {
  NO_ERROR: 0x0,
  PROTOCOL_ERROR: 0x1,
  FLOW_CONTROL_ERROR: 0x3,
  STREAM_CLOSED: 0x5,
  FRAME_SIZE_ERROR: 0x6,
  REFUSED_STREAM: 0x7,
  COMPRESSION_ERROR: 0x9,
  ENHANCE_YOUR_CALM: 0xb,
} as const;

export class Http2Error extends Error {
  /** @param stream the one that ends; without it the whole connection does */
  constructor(
    readonly code: (typeof ErrorCode)[keyof typeof ErrorCode],
    message: string,
    readonly stream?: number,
  ) {
    super(message);
    this.name = 'Http2Error';
  }
}
