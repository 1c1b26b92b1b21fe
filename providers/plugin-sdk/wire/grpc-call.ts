/**
 * The way of one unary call, from its headers to its answer. This file speaks of paths, bytes and status codes; its
 * callers decide what the bytes mean.
 *
 *     request   :path /package.Service/Method, content-type application/grpc, one framed message
 *     response  one framed message, then the trailer grpc-status: 0
 *     failure   headers only: grpc-status and grpc-message
 */
import { FrameReader, GrpcError, Status, encodeMessage, frameHeader } from './grpc-frames';
import { encodeHeaders, type Header } from './http2/hpack';
import type { Reply, StreamHandler } from './http2/streams';

export interface CallContext {
  /** The signal that aborts when the client cancels the call, or is gone before it was answered. */
  readonly signal: AbortSignal;
  /** Aborts the signal, as if the client had cancelled the call. */
  cancel(): void;
}

export type Method = (request: Uint8Array, context: CallContext) => Promise<Uint8Array>;

/** The methods that are served, by path: `/tfplugin6.Provider/GetProviderSchema`. */
export type Methods = Readonly<Record<string, Method>>;

export interface CallOptions {
  /** The methods, or a promise while they are still being loaded: calls wait for them. */
  readonly methods: Methods | Promise<Methods>;
  /** The size of the largest request that is taken, in bytes; default 256 MiB. */
  readonly maxRequestBytes?: number;
  /**
   * Learns of every exception of a method that is no {@link GrpcError}. The client is only told that there was an
   * exception.
   */
  readonly onBug?: (error: unknown, path: string) => void;
}

const MAX_REQUEST_BYTES = 256 * 1024 * 1024;
const HEADERS: readonly Header[] = [
  [':status', '200'],
  ['content-type', 'application/grpc'],
];
const ANSWER_HEADERS = encodeHeaders(HEADERS);
const ANSWER_TRAILERS = encodeHeaders([['grpc-status', String(Status.OK)]]);
const NOT_GRPC: Reply = { headers: encodeHeaders([[':status', '415']]) };

export class GrpcCall implements StreamHandler, CallContext {
  private readonly path: string;
  private readonly reader: FrameReader;
  /** The controller is only made when somebody asks for the signal: most calls need none, and signals are costly. */
  private controller: AbortController | undefined;
  private cancelled = false;

  constructor(
    headers: readonly Header[],
    private readonly reply: (reply: Reply) => void,
    private readonly options: CallOptions,
  ) {
    this.path = valueOf(headers, ':path');
    this.reader = new FrameReader(options.maxRequestBytes ?? MAX_REQUEST_BYTES);
    // The reply waits for the next turn, since the stream is still being opened.
    if (!valueOf(headers, 'content-type').startsWith('application/grpc')) process.nextTick(() => reply(NOT_GRPC));
  }

  get signal(): AbortSignal {
    if (this.controller === undefined) {
      this.controller = new AbortController();
      if (this.cancelled) this.controller.abort(cancelled());
    }
    return this.controller.signal;
  }

  cancel(): void {
    this.cancelled = true;
    this.controller?.abort(cancelled());
  }

  reset(): void {
    this.cancel();
  }

  data(chunk: Uint8Array): void {
    try {
      this.reader.push(chunk);
    } catch (error) {
      this.fail(error);
    }
  }

  end(): void {
    this.answer().catch((error: unknown) => this.fail(error));
  }

  private async answer(): Promise<void> {
    const request = this.reader.finish();
    const { methods } = this.options;
    const method = (methods instanceof Promise ? await methods : methods)[this.path];
    if (method === undefined) throw new GrpcError(Status.UNIMPLEMENTED, `This provider does not serve ${this.path}.`);
    const message = await method(request, this);
    this.reply({ headers: ANSWER_HEADERS, body: [frameHeader(message), message], trailers: ANSWER_TRAILERS });
  }

  private fail(error: unknown): void {
    const known = error instanceof GrpcError ? error : bug(this.path);
    if (known !== error) this.options.onBug?.(error, this.path);
    const status: Header[] = [
      ['grpc-status', String(known.code)],
      ['grpc-message', encodeMessage(known.message)],
    ];
    this.reply({ headers: encodeHeaders([...HEADERS, ...status]) });
  }
}

function valueOf(headers: readonly Header[], name: string): string {
  return headers.find((header) => header[0] === name)?.[1] ?? '';
}

function cancelled(): GrpcError {
  return new GrpcError(Status.CANCELLED, 'The client cancelled the call.');
}

function bug(path: string): GrpcError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new GrpcError(
    Status.INTERNAL,
    `${name} failed: this is a bug in the provider. Run again with TF_LOG=ERROR to see where, and report it.`,
  );
}
