/** One request and its answer. */

/** Learns what a client sends; hears nothing more once the stream is answered. */
export interface StreamHandler {
  data(chunk: Uint8Array): void;
  end(): void;
  /** The client gave up, or is gone. */
  reset(): void;
}

/** An answer; its headers and trailers are header blocks. Without a body the headers are all. */
export interface Reply {
  readonly headers: Uint8Array;
  readonly body?: readonly Uint8Array[];
  readonly trailers?: Uint8Array;
}

export class ServerStream {
  handler: StreamHandler | undefined;
  /** Bytes that came in and are not yet credited to the client. */
  uncredited = 0;
  /** The client has sent all of its request. */
  ended = false;
  /** What of the answer still waits for the client to take more. */
  unsent: { body: Uint8Array[]; readonly trailers: Uint8Array } | undefined;

  /** @param window bytes that the client will take at present */
  constructor(
    readonly id: number,
    public window: number,
  ) {}
}
