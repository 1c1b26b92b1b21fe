/** The streams of a connection: those that are open, those whose work goes on, and what is known of those that are over. */
import { ReceiveWindow } from './settings';
import { ErrorCode, Http2Error } from './error';

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

/** Far above what terraform's -parallelism asks for, which is 10 by default. Clients keep calls back that would be more. */
export const MAX_STREAMS = 1_024;
/** What the requests under way may hold together. Terraform itself takes no message above 64 MiB. */
const MAX_HELD_BYTES = 512 * 1024 * 1024;
/** Streams that are over and still remembered. */
const REMEMBERED = 256;

/** How a stream ended: by us while the client still sends, which is not its fault, or by both. */
type Ending = 'early' | 'whole';

export class Streams {
  /** The highest that the client has opened. */
  last = 0;
  private readonly open = new Map<number, ServerStream>();
  /** Given up by the client, while the call that it began still runs: such a stream counts until its call is done. */
  private readonly abandoned = new Set<ServerStream>();
  private readonly over = new Map<number, Ending>();
  /** Those of `over` in the order in which they ended, as a ring. */
  private readonly ended: number[] = [];
  private oldest = 0;
  private held = 0;

  get count(): number {
    return this.open.size;
  }

  get isFull(): boolean {
    return this.open.size + this.abandoned.size >= MAX_STREAMS;
  }

  /** Never opened, or not the client's to open: even numbers are the server's, and this one opens none. */
  isIdle(id: number): boolean {
    return id !== 0 && (id > this.last || id % 2 === 0);
  }

  [Symbol.iterator](): IterableIterator<ServerStream> {
    return this.open.values();
  }

  get(id: number): ServerStream | undefined {
    return this.open.get(id);
  }

  add(stream: ServerStream): void {
    this.open.set(stream.id, stream);
  }

  has(stream: ServerStream): boolean {
    return this.open.has(stream.id);
  }

  /** Counts bytes of a request. @throws Http2Error where all requests together would hold too much */
  hold(stream: ServerStream, bytes: number): void {
    if (this.held + bytes > MAX_HELD_BYTES) {
      throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the requests under way are too large', stream.id);
    }
    this.held += bytes;
    stream.received += bytes;
  }

  /** The stream is answered. */
  finish(stream: ServerStream): void {
    this.open.delete(stream.id);
    this.held -= stream.received;
    this.remember(stream.id, stream.ended ? 'whole' : 'early');
  }

  /** The stream is over without an answer. Its handler learns so, and may still reply. */
  drop(id: number, ending: Ending): void {
    const stream = this.open.get(id);
    this.open.delete(id);
    this.remember(id, ending);
    if (stream === undefined) return;
    if (stream.handler !== undefined && stream.ended) this.abandoned.add(stream);
    else this.held -= stream.received;
    stream.handler?.reset();
  }

  /** The call behind a stream is done, whether anybody waits for it or not. */
  settle(stream: ServerStream): void {
    if (this.abandoned.delete(stream)) this.held -= stream.received;
  }

  /** How a stream ended that is not open; undefined for one that was never opened, or is long forgotten. */
  endingOf(id: number): Ending | undefined {
    return this.over.get(id);
  }

  /** @throws Http2Error for a frame that belongs to an open stream, on one that is not open, unless it may be late */
  checkLate(id: number, isLast: boolean): void {
    if (this.over.get(id) !== 'early') throw new Http2Error(ErrorCode.STREAM_CLOSED, `stream ${id} is closed`, id);
    if (isLast) this.over.set(id, 'whole');
  }

  private remember(id: number, ending: Ending): void {
    const isKnown = this.over.has(id);
    this.over.set(id, ending);
    if (isKnown) return;
    const forgotten = this.ended[this.oldest];
    if (forgotten !== undefined) this.over.delete(forgotten);
    this.ended[this.oldest] = id;
    this.oldest = (this.oldest + 1) % REMEMBERED;
  }
}
