// A client that writes HTTP/2 frames by hand, and a server that says what it hears.
import { once } from 'node:events';
import * as net from 'node:net';
import { Connection } from '../../../../providers/plugin-sdk/wire/http2/connection';
import { frameHeader, FrameSplitter, FrameType, type Frame } from '../../../../providers/plugin-sdk/wire/http2/frames';
import { encodeHeaders } from '../../../../providers/plugin-sdk/wire/http2/hpack';
import type { Reply } from '../../../../providers/plugin-sdk/wire/http2/streams';
import { listenOnAnyPort } from '../grpc-client';

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
export const HEADERS = encodeHeaders([
  [':path', '/x'],
  [':method', 'POST'],
  [':scheme', 'https'],
]);
export const STATUS = encodeHeaders([[':status', '200']]);
export const TRAILERS = encodeHeaders([['done', '1']]);

export const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A frame as it is sent. Its type may be one that nobody knows. */
export const frame = (type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([frameHeader(payload.length, type as 0, flags, stream), payload]);

/** One setting, as a SETTINGS frame holds it. */
export const setting = (id: number, value: number): Buffer => Buffer.concat([Buffer.from([0, id]), uint32(value)]);

/** A server of connections that notes what their handlers hear, and leaves it to the test to reply. */
export class Range {
  readonly events: string[] = [];
  readonly replies: ((reply: Reply) => void)[] = [];
  /** The server's ends of the connections. */
  readonly sockets: net.Socket[] = [];
  private port = 0;
  private readonly server = net.createServer((socket) => {
    this.sockets.push(socket);
    new Connection(socket, {
      accept: (headers, reply) => {
        this.replies.push(reply);
        this.events.push(`open ${headers[0]?.[1]}`);
        return {
          data: (chunk) => void this.events.push(`data ${chunk.length}`),
          end: () => void this.events.push('end'),
          reset: () => void this.events.push('reset'),
        };
      },
      onClose: () => void this.events.push('closed'),
    });
  });

  async start(): Promise<void> {
    this.port = await listenOnAnyPort(this.server);
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** A client that has said what every client says first. */
  connect(): Peer {
    const peer = new Peer(net.connect(this.port, '127.0.0.1'), () => this.events.includes('closed'));
    peer.socket.write(PREFACE);
    return peer.send(FrameType.SETTINGS, 0, 0);
  }

  /** A client that has said nothing. */
  connectSilent(): Peer {
    return new Peer(net.connect(this.port, '127.0.0.1'), () => this.events.includes('closed'));
  }
}

export class Peer {
  readonly frames: Frame[] = [];
  private readonly splitter = new FrameSplitter();

  constructor(
    readonly socket: net.Socket,
    private readonly isGone: () => boolean,
  ) {
    socket.on('data', (chunk: Buffer) => this.frames.push(...this.splitter.push(chunk)));
    socket.on('error', () => undefined);
  }

  send(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): this {
    this.socket.write(frame(type, flags, stream, payload));
    return this;
  }

  /** Resolves once the server has handled all that was sent. */
  async settled(): Promise<this> {
    const count = this.pings();
    this.send(FrameType.PING, 0, 0, Buffer.alloc(8));
    while (this.pings() === count) {
      if (this.socket.closed) throw new Error(`the server ended the connection with ${this.goAway()}`);
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]);
    }
    return this;
  }

  /** The error code with which the server ends the connection. */
  async ended(): Promise<number | undefined> {
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
    return this.goAway();
  }

  received(type: number, stream: number): Frame[] {
    return this.frames.filter((frame) => frame.type === type && frame.stream === stream);
  }

  async close(): Promise<void> {
    this.socket.destroy();
    while (!this.isGone()) await new Promise(setImmediate);
  }

  private goAway(): number | undefined {
    return this.frames.find(({ type }) => type === FrameType.GOAWAY)?.payload.readUInt32BE(4);
  }

  private pings(): number {
    return this.frames.filter(({ type }) => type === FrameType.PING).length;
  }
}
