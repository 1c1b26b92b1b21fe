/**
 * The streams of a connection: those that are open, those whose work goes on, and what is known of those that are over.
 */
import { ErrorCode, Http2Error } from './error';
import { ReceiveWindow } from './settings';

/** What learns of a request as the client sends it. It hears nothing more once the stream is answered. */
export interface StreamHandler {
  data(chunk: Uint8Array): void;
  end(): void;
  /** Learns that the client gave up, or is gone. */
  reset(): void;
}

/** An answer. Its headers and trailers are header blocks; without a body there are only headers. */
export interface Reply {
  readonly headers: Uint8Array;
  readonly body?: readonly Uint8Array[];
  readonly trailers?: Uint8Array;
}

/** The window for requests. HTTP/2's default of 64 KiB would make a large state wait for a round trip every 64 KiB. */
export const WINDOW_BYTES = 16 * 1024 * 1024;

/** One request and its answer. */
export class ServerStream {
  handler: StreamHandler | undefined;
  readonly receiveWindow = new ReceiveWindow(WINDOW_BYTES);
  /** The bytes of the request that came in. */
  received = 0;
  /** Whether the client has sent all of its request. */
  ended = false;
  /** The rest of the answer, which waits for the client to take more. */
  unsent: { body: Uint8Array[]; readonly trailers: Uint8Array } | undefined;

  /**
   * @param window the bytes that the client takes at present
   * @param length the length that the request says it has, if it says so
   */
  constructor(
    readonly id: number,
    public window: number,
    readonly length: number | undefined,
  ) {}
}

/**
 * The most open streams: far above terraform's -parallelism, which is 10 by default. Clients keep further calls back.
 */
export const MAX_STREAMS = 1_024;
/** The most bytes of all requests under way. Terraform itself takes no schema above 64 MiB. */
const MAX_HELD_BYTES = 512 * 1024 * 1024;
/** The number of streams that are over and still remembered. */
const REMEMBERED = 256;

/**
 * How a stream ended. With `early`, the server ended it while the client may still send, so that late frames are no
 * fault of the client. With `whole`, both ended it, or the client gave it up.
 */
type Ending = 'early' | 'whole';

export class Streams {
  /** The highest number of a stream that the client has opened. */
  last = 0;
  private readonly open = new Map<number, ServerStream>();
  /** The streams that the client gave up while their calls still run. Each counts until its call is done. */
  private readonly abandoned = new Set<ServerStream>();
  private readonly over = new Map<number, Ending>();
  /** The numbers of `over` in the order in which the streams ended, as a ring. */
  private readonly ended: number[] = [];
  private oldest = 0;
  private held = 0;

  get count(): number {
    return this.open.size;
  }

  get isFull(): boolean {
    return this.open.size + this.abandoned.size >= MAX_STREAMS;
  }

  /**
   * Whether a stream was never opened, or is not the client's to open: even numbers are the server's, which opens none.
   */
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

  /** Counts bytes of a request. @throws Http2Error where all requests together would hold too many */
  hold(stream: ServerStream, bytes: number): void {
    if (this.held + bytes > MAX_HELD_BYTES) {
      throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the requests under way are too large', stream.id);
    }
    this.held += bytes;
    stream.received += bytes;
  }

  /** Closes a stream that is answered. */
  finish(stream: ServerStream): void {
    this.open.delete(stream.id);
    this.held -= stream.received;
    this.remember(stream.id, stream.ended ? 'whole' : 'early');
  }

  /** Closes a stream without an answer. Its handler learns so, and may still reply. */
  drop(id: number, ending: Ending): void {
    const stream = this.open.get(id);
    this.open.delete(id);
    this.remember(id, ending);
    if (stream === undefined) return;
    if (stream.handler !== undefined && stream.ended) this.abandoned.add(stream);
    else this.held -= stream.received;
    stream.handler?.reset();
  }

  /** Notes that the call of a stream is done, whether anybody waits for it or not. */
  settle(stream: ServerStream): void {
    if (this.abandoned.delete(stream)) this.held -= stream.received;
  }

  /** Says how a stream ended that is not open; undefined for one that was never opened, or is long forgotten. */
  endingOf(id: number): Ending | undefined {
    return this.over.get(id);
  }

  /** Checks a frame on a stream that is not open. @throws Http2Error unless the frame may be late */
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
