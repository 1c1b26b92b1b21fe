/**
 * The server's side of one HTTP/2 connection, RFC 9113, as far as gRPC clients go. It speaks of streams, header blocks and
 * bytes. `node:http2` does more and costs more: docs/decisions/0002-the-wire-is-our-own.md has the figures.
 */
import type { Duplex } from 'node:stream';
import { ErrorCode, Http2Error } from './error';
import { FrameWriter } from './frame-writer';
import { contentOf, Flag, FrameSplitter, FrameType, MAX_FRAME_BYTES, type Frame } from './frames';
import { HpackDecoder, type Header } from './hpack';
import { ServerStream, type Reply, type StreamHandler } from './stream';

export interface ConnectionOptions {
  /** A client has opened a stream. `reply` answers it, once; it does nothing when the client is gone. */
  readonly accept: (headers: readonly Header[], reply: (reply: Reply) => void) => StreamHandler;
  readonly onClose: () => void;
}

/** What every client says first. RFC 9113 section 3.4 */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
/** HTTP/2's default of 64 KiB makes a large schema or state wait for a round trip every 64 KiB. */
const WINDOW_BYTES = 16 * 1024 * 1024;
const DEFAULT_WINDOW_BYTES = 65_535;
const LARGEST_WINDOW_BYTES = 2 ** 31 - 1;
const MAX_HEADER_BYTES = 64 * 1024;
const Setting = { INITIAL_WINDOW_SIZE: 4, MAX_FRAME_SIZE: 5 } as const;
const SETTING_BYTES = 6;

export class Connection {
  private readonly splitter = new FrameSplitter();
  private readonly hpack = new HpackDecoder();
  private readonly writer: FrameWriter;
  /** Those that are not answered in full. */
  private readonly streams = new Map<number, ServerStream>();
  private lastStream = 0;
  private awaitedPreface: Buffer = PREFACE;
  /** A header block that goes on in CONTINUATION frames; until it ends no other frame may come. */
  private block: { readonly stream: number; readonly flags: number; readonly parts: readonly Buffer[] } | undefined;
  private uncredited = 0;
  /** What the client takes at present, over all streams, and on a new one. */
  private window = DEFAULT_WINDOW_BYTES;
  private initialWindow = DEFAULT_WINDOW_BYTES;
  private maxFrame = MAX_FRAME_BYTES;
  private closing = false;

  constructor(
    private readonly socket: Duplex,
    private readonly options: ConnectionOptions,
  ) {
    this.writer = new FrameWriter(socket);
    this.writer.settings([[Setting.INITIAL_WINDOW_SIZE, WINDOW_BYTES]]);
    this.writer.windowUpdate(0, WINDOW_BYTES - DEFAULT_WINDOW_BYTES);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    // Whoever ends its side takes no answer any more. Left half open, a socket with unsent bytes would never close.
    socket.once('end', () => socket.destroy());
    socket.on('error', () => undefined); // 'close' follows
    socket.once('close', () => {
      for (const { handler } of this.streams.values()) handler?.reset();
      this.streams.clear();
      options.onClose();
    });
  }

  /** Takes no more streams, and ends the connection when the open ones are answered. */
  close(): void {
    if (this.closing) return;
    this.closing = true;
    this.writer.goAway(this.lastStream, ErrorCode.NO_ERROR);
    this.endWhenAnswered();
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.splitter.push(this.afterPreface(chunk))) this.take(frame);
    } catch (cause) {
      if (!(cause instanceof Http2Error)) throw cause;
      this.writer.goAway(this.lastStream, cause.code);
      this.writer.flush();
      this.socket.destroy();
    }
  }

  private afterPreface(chunk: Buffer): Buffer {
    const awaited = this.awaitedPreface;
    if (awaited.length === 0) return chunk;
    const length = Math.min(awaited.length, chunk.length);
    if (!chunk.subarray(0, length).equals(awaited.subarray(0, length))) {
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'the client does not speak HTTP/2');
    }
    this.awaitedPreface = awaited.subarray(length);
    return chunk.subarray(length);
  }

  private take(frame: Frame): void {
    if (this.block !== undefined && frame.type !== FrameType.CONTINUATION) {
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a header block was interrupted');
    }
    switch (frame.type) {
      case FrameType.DATA:
        return this.takeData(frame);
      case FrameType.HEADERS:
        return this.takeHeaders(frame.stream, frame.flags, [contentOf(frame)]);
      case FrameType.CONTINUATION:
        return this.takeContinuation(frame);
      case FrameType.RST_STREAM:
        return this.takeReset(frame);
      case FrameType.SETTINGS:
        return this.takeSettings(frame);
      case FrameType.PING:
        return this.takePing(frame);
      case FrameType.WINDOW_UPDATE:
        return this.takeWindowUpdate(frame);
      case FrameType.PUSH_PROMISE:
        throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a client cannot push');
      default: // GOAWAY, PRIORITY, and types that nobody knows yet, ask nothing of us
        return;
    }
  }

  private takeHeaders(id: number, flags: number, parts: readonly Buffer[]): void {
    if (parts.reduce((sum, part) => sum + part.length, 0) > MAX_HEADER_BYTES) {
      throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the headers are too large');
    }
    const complete = (flags & Flag.END_HEADERS) !== 0;
    this.block = complete ? undefined : { stream: id, flags, parts };
    if (!complete) return;
    // Decoded even where nobody looks at it: each block may change the table.
    const headers = this.hpack.decode(Buffer.concat(parts));
    if (id > this.lastStream) this.open(id, headers);
    if ((flags & Flag.END_STREAM) !== 0) this.endRequest(this.streams.get(id));
  }

  private takeContinuation({ stream, flags, payload }: Frame): void {
    const { block } = this;
    if (block?.stream !== stream) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'no header block is to be continued');
    this.takeHeaders(stream, block.flags | flags, [...block.parts, payload]);
  }

  private open(id: number, headers: readonly Header[]): void {
    if (id % 2 === 0) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, `a client cannot open stream ${id}`);
    this.lastStream = id;
    if (this.closing) return; // GOAWAY has told the client that it will not be looked at
    const stream = new ServerStream(id, this.initialWindow);
    this.streams.set(id, stream);
    stream.handler = this.options.accept(headers, (reply) => this.reply(stream, reply));
  }

  private takeData(frame: Frame): void {
    this.checkOpened(frame);
    const { length } = frame.payload;
    this.uncredited = this.credit(0, this.uncredited + length);
    const stream = this.streams.get(frame.stream);
    if (stream === undefined || stream.ended) return; // answered before all of the request was there
    const last = (frame.flags & Flag.END_STREAM) !== 0;
    if (!last) stream.uncredited = this.credit(stream.id, stream.uncredited + length);
    stream.handler?.data(contentOf(frame));
    if (last) this.endRequest(stream);
  }

  private endRequest(stream: ServerStream | undefined): void {
    if (stream === undefined || stream.ended) return;
    stream.ended = true;
    stream.handler?.end();
  }

  private reply(stream: ServerStream, { headers, body, trailers }: Reply): void {
    if (stream.handler === undefined || !this.streams.has(stream.id)) return;
    stream.handler = undefined;
    const last = body === undefined ? Flag.END_STREAM : 0;
    this.writer.write(FrameType.HEADERS, Flag.END_HEADERS | last, stream.id, headers);
    if (body === undefined || trailers === undefined) return this.finish(stream);
    stream.unsent = { body: [...body], trailers };
    this.send(stream);
  }

  /** Sends what the client takes at present. */
  private send(stream: ServerStream): void {
    const { id, unsent } = stream;
    if (unsent === undefined) return;
    for (;;) {
      const parts = takeBytes(unsent.body, Math.min(this.maxFrame, this.window, stream.window));
      if (parts.length === 0) break;
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      this.window -= length;
      stream.window -= length;
      this.writer.write(FrameType.DATA, 0, id, ...parts);
    }
    if (unsent.body.length > 0) return;
    this.writer.write(FrameType.HEADERS, Flag.END_HEADERS | Flag.END_STREAM, id, unsent.trailers);
    this.finish(stream);
  }

  private finish(stream: ServerStream): void {
    this.streams.delete(stream.id);
    // The answer is complete: the client need not send the rest of its request. RFC 9113 section 8.1
    if (!stream.ended) this.writer.reset(stream.id, ErrorCode.NO_ERROR);
    this.endWhenAnswered();
  }

  private endWhenAnswered(): void {
    if (!this.closing || this.streams.size > 0) return;
    this.writer.flush();
    this.socket.end();
  }

  private takeReset(frame: Frame): void {
    checkSize(frame, 4);
    this.checkOpened(frame);
    const stream = this.streams.get(frame.stream);
    this.streams.delete(frame.stream);
    stream?.handler?.reset();
    this.endWhenAnswered();
  }

  private takePing(frame: Frame): void {
    checkSize(frame, 8);
    if ((frame.flags & Flag.ACK) === 0) this.writer.write(FrameType.PING, Flag.ACK, 0, frame.payload);
  }

  private takeSettings({ flags, payload }: Frame): void {
    if ((flags & Flag.ACK) !== 0) return;
    if (payload.length % SETTING_BYTES !== 0) throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, 'half a setting');
    for (let at = 0; at < payload.length; at += SETTING_BYTES) {
      const value = payload.readUInt32BE(at + 2);
      const setting = payload.readUInt16BE(at);
      if (setting === Setting.INITIAL_WINDOW_SIZE) this.setInitialWindow(value);
      if (setting === Setting.MAX_FRAME_SIZE) this.maxFrame = Math.max(MAX_FRAME_BYTES, value);
    }
    this.writer.write(FrameType.SETTINGS, Flag.ACK, 0);
    this.sendAll();
  }

  /** Counts for the open streams too, and may leave them with less than nothing. RFC 9113 section 6.9.2 */
  private setInitialWindow(bytes: number): void {
    if (bytes > LARGEST_WINDOW_BYTES) throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, `a window of ${bytes} bytes`);
    for (const stream of this.streams.values()) stream.window += bytes - this.initialWindow;
    this.initialWindow = bytes;
  }

  private takeWindowUpdate(frame: Frame): void {
    checkSize(frame, 4);
    const bytes = frame.payload.readUInt32BE(0) & LARGEST_WINDOW_BYTES;
    if (frame.stream === 0) {
      this.window = grown(this.window, bytes);
      return this.sendAll();
    }
    this.checkOpened(frame);
    const stream = this.streams.get(frame.stream);
    if (stream === undefined) return;
    stream.window = grown(stream.window, bytes);
    this.send(stream);
  }

  private sendAll(): void {
    for (const stream of [...this.streams.values()]) this.send(stream);
  }

  /** Lets the client send on when half of its window is used up. Returns what is still uncredited. */
  private credit(stream: number, uncredited: number): number {
    if (uncredited < WINDOW_BYTES / 2) return uncredited;
    this.writer.windowUpdate(stream, uncredited);
    return 0;
  }

  private checkOpened({ stream }: Frame): void {
    if (stream > 0 && stream <= this.lastStream) return;
    throw new Http2Error(ErrorCode.PROTOCOL_ERROR, `stream ${stream} is not open`);
  }
}

function checkSize({ payload, type }: Frame, bytes: number): void {
  if (payload.length === bytes) return;
  throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, `a frame of type ${type} with ${payload.length} bytes`);
}

function grown(window: number, bytes: number): number {
  if (bytes > 0 && window + bytes <= LARGEST_WINDOW_BYTES) return window + bytes;
  throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, `a window of ${window} bytes cannot grow by ${bytes}`);
}

/** Takes up to `limit` bytes from the front of `parts`. */
function takeBytes(parts: Uint8Array[], limit: number): Uint8Array[] {
  const taken: Uint8Array[] = [];
  let left = limit;
  for (let part = parts[0]; part !== undefined && left > 0; part = parts[0]) {
    if (part.length <= left) parts.shift();
    else parts[0] = part.subarray(left);
    taken.push(part.subarray(0, left));
    left -= Math.min(part.length, left);
  }
  return taken;
}
