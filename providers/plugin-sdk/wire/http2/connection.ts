/**
 * The server's end of one HTTP/2 connection, RFC 9113, as far as gRPC clients go. This file speaks of streams, header
 * blocks and bytes. `node:http2` does more and costs more: docs/decisions/0002-the-wire-is-our-own.md of the repository
 * has the figures.
 *
 * A client that breaks a rule loses its stream or its connection, as the RFC says for that rule. What a client may ask
 * for is limited, and each limit stands where it is counted: header blocks, streams, requests under way, windows,
 * answers not read.
 */
import type { Duplex } from 'node:stream';
import { Answers } from './answers';
import { ErrorCode, Http2Error } from './error';
import { Flag, type Frame, FrameSplitter, FrameType, checkFrame, contentOf } from './frames';
import { FrameWriter } from './frame-writer';
import {
  type HeaderBlock,
  HeaderBlockReader,
  MAX_BLOCK_BYTES,
  contentLength,
  malformedRequest,
  malformedTrailers,
} from './header-fields';
import { HpackDecoder, TABLE_BYTES, type Header } from './hpack';
import {
  DEFAULT_WINDOW_BYTES,
  ReceiveWindow,
  Setting,
  readSettings,
  readWindowUpdate,
  writeSettings,
} from './settings';
import { MAX_STREAMS, type Reply, ServerStream, type StreamHandler, Streams, WINDOW_BYTES } from './streams';

export interface ConnectionOptions {
  /**
   * Learns that a client has opened a stream. `reply` answers it, once, and does nothing when the client is gone. A
   * handler that was told the end of its request must reply in any case, since its work counts until then.
   */
  readonly accept: (headers: readonly Header[], reply: (reply: Reply) => void) => StreamHandler;
  readonly onClose: () => void;
}

/** The bytes that every client sends first. RFC 9113 section 3.4 */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const OURS = writeSettings([
  [Setting.MAX_CONCURRENT_STREAMS, MAX_STREAMS],
  [Setting.INITIAL_WINDOW_SIZE, WINDOW_BYTES],
  [Setting.MAX_HEADER_LIST_SIZE, MAX_BLOCK_BYTES],
]);
/** The time that a client that broke a rule has to read which one. */
const GRACE_MS = 1_000;

export class Connection {
  private readonly splitter = new FrameSplitter();
  private readonly blocks = new HeaderBlockReader();
  private readonly hpack = new HpackDecoder(MAX_BLOCK_BYTES);
  private readonly streams = new Streams();
  private readonly receiveWindow = new ReceiveWindow(WINDOW_BYTES);
  private readonly writer: FrameWriter;
  private readonly answers: Answers;
  private awaitedPreface: Buffer = PREFACE;
  private knowsSettings = false;
  /** Whether no more streams are taken. */
  private closing = false;
  /** Whether a rule was broken, so that nothing more is read. */
  private failed = false;

  constructor(
    private readonly socket: Duplex,
    private readonly options: ConnectionOptions,
  ) {
    this.writer = new FrameWriter(socket);
    this.answers = new Answers(this.writer, this.streams, (stream) => this.finish(stream));
    this.writer.write(FrameType.SETTINGS, 0, 0, OURS);
    this.writer.windowUpdate(0, WINDOW_BYTES - DEFAULT_WINDOW_BYTES);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('drain', () => this.answers.sendAll());
    // A client that ends its half takes no more answers. Left half open, a socket with unsent bytes would never close.
    socket.once('end', () => socket.destroy());
    socket.on('error', () => undefined); // 'close' follows
    socket.once('close', () => {
      for (const { id } of [...this.streams]) this.streams.drop(id, 'whole');
      options.onClose();
    });
  }

  /** Takes no more streams, and ends the connection when the open ones are answered. */
  close(): void {
    if (this.closing) return;
    this.closing = true;
    this.writer.goAway(this.streams.last, ErrorCode.NO_ERROR);
    this.endWhenAnswered();
  }

  private receive(chunk: Buffer): void {
    if (this.failed) return;
    try {
      for (const frame of this.splitter.push(this.afterPreface(chunk))) this.takeOrReset(frame);
    } catch (cause) {
      if (!(cause instanceof Http2Error)) throw cause;
      this.fail(cause);
    }
  }

  private fail({ code }: Http2Error): void {
    this.failed = true;
    this.writer.goAway(this.streams.last, code);
    this.writer.flush();
    this.socket.end(() => this.socket.destroy());
    setTimeout(() => this.socket.destroy(), GRACE_MS).unref();
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

  private takeOrReset(frame: Frame): void {
    try {
      this.take(frame);
    } catch (cause) {
      // A stream that was never opened cannot be reset.
      if (!(cause instanceof Http2Error) || cause.stream === undefined || this.streams.isIdle(cause.stream))
        throw cause;
      this.reset(cause.stream, cause.code);
    }
    if (this.writer.isOverfull) throw new Http2Error(ErrorCode.ENHANCE_YOUR_CALM, 'the client does not read');
  }

  private take(frame: Frame): void {
    if (!this.knowsSettings && (frame.type !== FrameType.SETTINGS || (frame.flags & Flag.ACK) !== 0)) {
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'the client does not begin with its settings');
    }
    const block = this.blocks.push(frame);
    checkFrame(frame, this.streams.isIdle(frame.stream));
    switch (frame.type) {
      case FrameType.DATA:
        return this.takeData(frame);
      case FrameType.HEADERS:
      case FrameType.CONTINUATION:
        return block && this.takeHeaders(block);
      case FrameType.PRIORITY:
        return checkPriority(frame);
      case FrameType.RST_STREAM:
        return this.takeReset(frame);
      case FrameType.SETTINGS:
        return this.takeSettings(frame);
      case FrameType.PING:
        return this.takePing(frame);
      case FrameType.WINDOW_UPDATE:
        return this.takeWindowUpdate(frame);
      default: // GOAWAY, and types that nobody knows yet, ask for nothing
        return;
    }
  }

  private takeHeaders({ stream: id, bytes, last }: HeaderBlock): void {
    // A block is decoded even where nobody looks at it, since each may change the table.
    const headers = this.hpack.decode(bytes);
    const stream = this.streams.get(id);
    if (stream === undefined) return this.open(id, headers, last);
    if (stream.ended) throw new Http2Error(ErrorCode.STREAM_CLOSED, `stream ${id} has ended`, id);
    const why = last ? malformedTrailers(headers) : 'trailers that are not the end';
    if (why !== undefined) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, why, id);
    this.endRequest(stream);
  }

  private open(id: number, headers: readonly Header[], last: boolean): void {
    if (id <= this.streams.last && this.streams.endingOf(id) !== undefined) return this.streams.checkLate(id, last);
    if (id <= this.streams.last || id % 2 === 0) {
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, `a client cannot open stream ${id} now`);
    }
    this.streams.last = id;
    const length = contentLength(headers);
    const stream = new ServerStream(id, this.answers.windowOfNewStreams, length);
    stream.ended = last;
    if (this.closing || this.streams.isFull) {
      throw new Http2Error(ErrorCode.REFUSED_STREAM, 'no more streams are taken', id);
    }
    const why = malformedRequest(headers) ?? (last && (length ?? 0) !== 0 ? 'a body of another length' : undefined);
    if (why !== undefined) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, why, id);
    this.streams.add(stream);
    stream.handler = this.options.accept(headers, (reply) => this.reply(stream, reply));
    if (last) stream.handler.end();
  }

  private takeData(frame: Frame): void {
    const { length } = frame.payload;
    const content = contentOf(frame);
    const last = (frame.flags & Flag.END_STREAM) !== 0;
    this.receiveWindow.take(length);
    this.writer.windowUpdate(0, this.receiveWindow.credit());
    const stream = this.streams.get(frame.stream);
    if (stream === undefined) return this.streams.checkLate(frame.stream, last);
    if (stream.ended) throw new Http2Error(ErrorCode.STREAM_CLOSED, `stream ${stream.id} has ended`, stream.id);
    stream.receiveWindow.take(length, stream.id);
    if (!last) this.writer.windowUpdate(stream.id, stream.receiveWindow.credit());
    this.streams.hold(stream, content.length);
    if (content.length > 0) stream.handler?.data(content);
    if (last) this.endRequest(stream);
  }

  private endRequest(stream: ServerStream): void {
    if (stream.length !== undefined && stream.length !== stream.received) {
      throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a body of another length', stream.id);
    }
    stream.ended = true;
    stream.handler?.end();
  }

  private reply(stream: ServerStream, reply: Reply): void {
    this.streams.settle(stream);
    if (stream.handler === undefined || !this.streams.has(stream)) return;
    stream.handler = undefined;
    this.answers.begin(stream, reply);
  }

  private finish(stream: ServerStream): void {
    this.streams.finish(stream);
    // The answer is complete: the client need not send the rest of its request. RFC 9113 section 8.1
    if (!stream.ended) this.writer.reset(stream.id, ErrorCode.NO_ERROR);
    this.endWhenAnswered();
  }

  private endWhenAnswered(): void {
    if (!this.closing || this.streams.count > 0) return;
    this.writer.flush();
    this.socket.end();
  }

  private reset(id: number, code: Http2Error['code']): void {
    this.writer.reset(id, code);
    this.streams.drop(id, 'early');
    this.endWhenAnswered();
  }

  private takeReset({ stream }: Frame): void {
    this.streams.drop(stream, 'whole');
    this.endWhenAnswered();
  }

  private takePing({ flags, payload }: Frame): void {
    if ((flags & Flag.ACK) === 0) this.writer.write(FrameType.PING, Flag.ACK, 0, payload);
  }

  private takeSettings({ flags, payload }: Frame): void {
    this.knowsSettings = true;
    if ((flags & Flag.ACK) !== 0) {
      if (payload.length === 0) return;
      throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, 'settings in an acknowledgement');
    }
    for (const [setting, value] of readSettings(payload)) {
      if (setting === Setting.INITIAL_WINDOW_SIZE) this.answers.setInitialWindow(value);
      if (setting === Setting.HEADER_TABLE_SIZE && value < TABLE_BYTES) this.writer.emptyTable();
    }
    this.writer.write(FrameType.SETTINGS, Flag.ACK, 0);
    this.answers.sendAll();
  }

  private takeWindowUpdate({ stream: id, payload }: Frame): void {
    if (id === 0) return this.answers.grow(readWindowUpdate(payload));
    const bytes = readWindowUpdate(payload, id);
    const stream = this.streams.get(id);
    if (stream !== undefined) this.answers.growStream(stream, bytes);
  }
}

/**
 * Checks a priority, which has no other effect here. RFC 7540, section 5.3.1, forbids that a stream depends on itself.
 */
function checkPriority({ stream, payload }: Frame): void {
  if ((payload.readUInt32BE(0) & 0x7fff_ffff) !== stream) return;
  throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a stream that depends on itself', stream);
}
