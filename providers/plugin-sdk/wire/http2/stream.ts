/** One request and its answer. */
import { ReceiveWindow } from './windows';

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

/** HTTP/2's default of 64 KiB makes a large state wait for a round trip every 64 KiB. */
export const WINDOW_BYTES = 16 * 1024 * 1024;

export class ServerStream {
  handler: StreamHandler | undefined;
  readonly receiveWindow = new ReceiveWindow(WINDOW_BYTES);
  /** Bytes of the request that came in. */
  received = 0;
  /** The client has sent all of its request. */
  ended = false;
  /** What of the answer still waits for the client to take more. */
  unsent: { body: Uint8Array[]; readonly trailers: Uint8Array } | undefined;

  /**
   * @param window bytes that the client will take at present
   * @param length bytes that the request says it has, if it says so
   */
  constructor(
    readonly id: number,
    public window: number,
    readonly length: number | undefined,
  ) {}
}
