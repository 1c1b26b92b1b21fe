import { once } from 'node:events';
import * as http2 from 'node:http2';
import * as net from 'node:net';
import { GrpcError, Status } from '../../../providers/plugin-sdk/wire/grpc-frames';
import {
  createGrpcServer,
  type CallContext,
  type GrpcServer,
  type GrpcServerOptions,
} from '../../../providers/plugin-sdk/wire/grpc-server';
import { call, frame, listenOnAnyPort, open } from './grpc-client';

let server: GrpcServer;
let port: number;
let client: http2.ClientHttp2Session;
const bugs: string[] = [];
const waiting: CallContext['signal'][] = [];
const wake: (() => void)[] = [];

const methods: GrpcServerOptions['methods'] = {
  '/test/Echo': async (request) => request,
  '/test/Empty': async () => new Uint8Array(),
  '/test/Throw': async () => {
    throw new Error('secret-token-123');
  },
  '/test/Refuse': async () => {
    throw new GrpcError(Status.UNIMPLEMENTED, 'nö: 100 % of “it”\nis refused');
  },
  '/test/Wait': (_request, { signal }) =>
    new Promise((resolve) => {
      waiting.push(signal);
      wake.splice(0).forEach((notify) => notify());
      signal.addEventListener('abort', () => resolve(new Uint8Array()));
    }),
};

beforeEach(async () => {
  bugs.length = waiting.length = 0;
  server = createGrpcServer({
    methods,
    maxRequestBytes: 32 * 1024 * 1024,
    onBug: (error, path) => bugs.push(`${path} ${(error as Error).message}`),
  });
  port = await listenOnAnyPort(server.listener);
  client = connect();
  await once(client, 'remoteSettings');
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

function connect(): http2.ClientHttp2Session {
  const session = http2.connect(`http://127.0.0.1:${port}`, { maxSessionMemory: 1_000 });
  session.on('error', () => undefined);
  return session;
}

describe('a call', () => {
  it('is answered with one framed message and status 0', async () => {
    expect(await call(client, '/test/Echo', Buffer.from('hello'))).toEqual({
      status: 200,
      code: '0',
      message: '',
      body: frame(Buffer.from('hello')),
    });
  });

  it('may be empty both ways', async () => {
    expect((await call(client, '/test/Empty', Buffer.alloc(0))).body).toEqual(frame(Buffer.alloc(0)));
  });

  it('may arrive one byte at a time', async () => {
    const { stream, answer } = open(client, '/test/Echo');
    for (const byte of frame(Buffer.from('slowly'))) stream.write(Buffer.from([byte]));
    stream.end();
    expect((await answer).body).toEqual(frame(Buffer.from('slowly')));
  });

  it('carries 20 MB both ways, several at once', async () => {
    const message = Buffer.alloc(20 * 1024 * 1024, 'payload');
    const answers = await Promise.all([1, 2, 3].map(() => call(client, '/test/Echo', message)));
    for (const { code, body } of answers) {
      expect(code).toBe('0');
      expect(body.subarray(5).equals(message)).toBe(true);
    }
  });

  it('can be one of a thousand in flight, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => call(client, '/test/Echo', Buffer.from(`call ${index}`))),
    );
    expect(answers.map(({ body }) => body.subarray(5).toString())).toEqual(answers.map((_, index) => `call ${index}`));
  });
});

describe('a refusal', () => {
  it('of an unknown method is UNIMPLEMENTED and names it', async () => {
    expect(await call(client, '/test/Nope', Buffer.from('x'))).toMatchObject({
      status: 200,
      code: '12',
      message: 'This provider does not serve /test/Nope.',
    });
  });

  it('of an unknown method does not wait for a large request, and leaves the connection usable', async () => {
    const refused = await call(client, '/test/Nope', Buffer.alloc(30 * 1024 * 1024));
    expect(refused.code).toBe('12');
    expect((await call(client, '/test/Echo', Buffer.alloc(30 * 1024 * 1024))).code).toBe('0');
  });

  it('carries any text, line breaks and all', async () => {
    const { code, message } = await call(client, '/test/Refuse', Buffer.alloc(0));
    expect([code, message]).toEqual(['12', 'nö: 100 % of “it”\nis refused']);
  });

  it('of a method that throws is INTERNAL, tells the log and not the client, and the next call works', async () => {
    const { code, message } = await call(client, '/test/Throw', Buffer.alloc(0));
    expect(code).toBe('13');
    expect(message).toContain('Throw failed: this is a bug in the provider');
    expect(message).not.toContain('secret');
    expect(bugs).toEqual(['/test/Throw secret-token-123']);
    expect((await call(client, '/test/Empty', Buffer.alloc(0))).code).toBe('0');
  });

  it('of what is not gRPC is HTTP 415', async () => {
    const { stream, answer } = open(client, '/test/Echo', 'application/json');
    stream.end('{}');
    expect((await answer).status).toBe(415);
  });
});

describe('a malformed request', () => {
  it.each<[string, Buffer, string, string]>([
    ['without a message', Buffer.alloc(0), '13', 'ended in the middle'],
    ['with half a header', Buffer.from([0, 0, 0]), '13', 'ended in the middle'],
    ['with a truncated message', frame(Buffer.from('hello')).subarray(0, 8), '13', 'ended in the middle'],
    ['with two messages', Buffer.concat([frame(Buffer.from('a')), frame(Buffer.from('b'))]), '13', 'more than the one'],
    ['that is compressed', frame(Buffer.from('a'), 1), '12', 'Compressed'],
    ['that claims 4 GiB', Buffer.from([0, 255, 255, 255, 255, 1]), '8', 'has 4294967295 bytes'],
  ])('%s gets a status of its own', async (_, bytes, code, message) => {
    const { stream, answer } = open(client, '/test/Echo');
    stream.end(bytes);
    expect(await answer).toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(bugs).toEqual([]);
    expect((await call(client, '/test/Empty', Buffer.alloc(0))).code).toBe('0');
  });

  it('that is no HTTP/2 at all loses its connection and nobody else does', async () => {
    const socket = net.connect(port, '127.0.0.1').resume();
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'close');
    expect((await call(client, '/test/Empty', Buffer.alloc(0))).code).toBe('0');
  });
});

describe('cancellation', () => {
  const started = (): Promise<void> => new Promise((resolve) => wake.push(resolve));
  const aborted = (signal: AbortSignal): Promise<unknown> =>
    signal.aborted ? Promise.resolve() : once(signal, 'abort');

  it('of a call reaches its method, and only that one', async () => {
    const first = open(client, '/test/Wait');
    let arrival = started();
    first.stream.end(frame(Buffer.alloc(0)));
    await arrival;
    arrival = started();
    const second = open(client, '/test/Wait');
    second.stream.end(frame(Buffer.alloc(0)));
    await arrival;
    const settled = Promise.allSettled([first.answer, second.answer]);
    first.stream.close(http2.constants.NGHTTP2_CANCEL);
    await aborted(waiting[0]!);
    expect(waiting[1]!.aborted).toBe(false);
    second.stream.close(http2.constants.NGHTTP2_CANCEL);
    await settled;
  });

  it('comes from a lost connection too', async () => {
    const other = connect();
    const { stream, answer } = open(other, '/test/Wait');
    answer.catch(() => undefined);
    const arrival = started();
    stream.end(frame(Buffer.alloc(0)));
    await arrival;
    other.destroy();
    await aborted(waiting[0]!);
    expect((await call(client, '/test/Empty', Buffer.alloc(0))).code).toBe('0');
  });

  it('does not happen to a call that was answered', async () => {
    let signal: AbortSignal | undefined;
    const local = createGrpcServer({
      methods: { '/test/Keep': async (_request, context) => ((signal = context.signal), new Uint8Array()) },
    });
    const session = http2.connect(`http://127.0.0.1:${await listenOnAnyPort(local.listener)}`);
    await call(session, '/test/Keep', Buffer.alloc(0));
    session.close();
    await local.close();
    expect(signal?.aborted).toBe(false);
  });
});

describe('closing', () => {
  it('answers the calls in flight and ends every connection', async () => {
    const { stream, answer } = open(client, '/test/Echo');
    stream.write(frame(Buffer.from('late')).subarray(0, 6));
    await call(client, '/test/Empty', Buffer.alloc(0));
    const gone = once(client, 'close');
    const closed = server.close();
    await once(client, 'goaway');
    stream.end(frame(Buffer.from('late')).subarray(6));
    expect((await answer).body).toEqual(frame(Buffer.from('late')));
    await Promise.all([closed, gone]);
  });
});
