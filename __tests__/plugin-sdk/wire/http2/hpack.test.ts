import * as http2 from 'node:http2';
import * as net from 'node:net';
import { once } from 'node:events';
import { Http2Error } from '../../../../providers/plugin-sdk/wire/http2/error';
import { encodeHeaders, HpackDecoder, type Header } from '../../../../providers/plugin-sdk/wire/http2/hpack';
import { Connection } from '../../../../providers/plugin-sdk/wire/http2/connection';
import { listenOnAnyPort } from '../grpc-client';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

describe('the examples of RFC 7541, appendix C', () => {
  const FIRST: Header[] = [
    [':method', 'GET'],
    [':scheme', 'http'],
    [':path', '/'],
    [':authority', 'www.example.com'],
  ];
  const SECOND: Header[] = [...FIRST, ['cache-control', 'no-cache']];
  const THIRD: Header[] = [
    [':method', 'GET'],
    [':scheme', 'https'],
    [':path', '/index.html'],
    [':authority', 'www.example.com'],
    ['custom-key', 'custom-value'],
  ];

  it('are read in plain text (C.3), each with the table that the others left', () => {
    const decoder = new HpackDecoder();
    expect(decoder.decode(hex('8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d'))).toEqual(FIRST);
    expect(decoder.decode(hex('8286 84be 5808 6e6f 2d63 6163 6865'))).toEqual(SECOND);
    expect(decoder.decode(hex('8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65'))).toEqual(
      THIRD,
    );
  });

  it('are read in Huffman code (C.4)', () => {
    const decoder = new HpackDecoder();
    expect(decoder.decode(hex('8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff'))).toEqual(FIRST);
    expect(decoder.decode(hex('8286 84be 5886 a8eb 1064 9cbf'))).toEqual(SECOND);
    expect(decoder.decode(hex('8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf'))).toEqual(THIRD);
  });

  it('are read as literals that enter no table (C.2)', () => {
    const decoder = new HpackDecoder();
    expect(decoder.decode(hex('040c 2f73 616d 706c 652f 7061 7468'))).toEqual([[':path', '/sample/path']]);
    expect(decoder.decode(hex('1008 7061 7373 776f 7264 0673 6563 7265 74'))).toEqual([['password', 'secret']]);
    expect(() => decoder.decode(hex('be'))).toThrow(Http2Error);
  });
});

describe('the table', () => {
  const literal = (name: string, value: string): Buffer =>
    Buffer.concat([
      hex('40'),
      Buffer.from([name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]);

  it('forgets the oldest header when it is full', () => {
    const decoder = new HpackDecoder();
    // 4,096 bytes hold 39 headers of 32 + 1 + 70 bytes.
    for (let index = 0; index < 40; index++) decoder.decode(literal('n', String(index).padEnd(70)));
    expect(decoder.decode(Buffer.from([0x80 | 62]))[0]?.[1]).toBe('39'.padEnd(70));
    expect(decoder.decode(Buffer.from([0x80 | (62 + 38)]))[0]?.[1]).toBe('1'.padEnd(70));
    expect(() => decoder.decode(Buffer.from([0x80 | (62 + 39)]))).toThrow(Http2Error);
  });

  it('shrinks when the client says so, and does not grow beyond what was agreed', () => {
    const decoder = new HpackDecoder();
    decoder.decode(literal('a', 'b'));
    expect(decoder.decode(hex('be'))).toEqual([['a', 'b']]);
    expect(decoder.decode(hex('20'))).toEqual([]);
    expect(() => decoder.decode(hex('be'))).toThrow(Http2Error);
    expect(() => decoder.decode(hex('3f e2 1f'))).toThrow('a table of 4097 bytes');
  });

  it('takes no header larger than itself', () => {
    const decoder = new HpackDecoder();
    decoder.decode(hex('3f 09')); // 40 bytes
    decoder.decode(literal('name', 'value'));
    expect(() => decoder.decode(hex('be'))).toThrow(Http2Error);
  });
});

describe('a malformed block', () => {
  it.each([
    ['with the number 0', '80'],
    ['with a number beyond the tables', 'ff 80 01'],
    ['with a number without an end', 'ff ff ff ff ff ff ff ff ff'],
    ['that ends in a name', '40 05 61'],
    ['that ends before a value', '40 01 61'],
    ['that ends in a value', '40 01 61 7f'],
    ['with padding that is not all ones', '00 81 00 00'],
    ['with more than seven bits of padding', '00 82 ff ff 00'],
    ['with the end of a string inside a string', '00 84 ff ff ff ff 00'],
  ])('%s is refused', (_, block) => {
    expect(() => new HpackDecoder().decode(hex(block))).toThrow(Http2Error);
  });
});

describe('against Node’s own HTTP/2', () => {
  it('every byte that a header may hold is read as it was written, in Huffman code or not', async () => {
    const received: (readonly Header[])[] = [];
    const server = net.createServer((socket) => {
      new Connection(socket, {
        accept(headers, reply) {
          received.push(headers);
          const handler = { data: () => undefined, reset: () => undefined };
          return { ...handler, end: () => reply({ headers: encodeHeaders([[':status', '200']]) }) };
        },
        onClose: () => undefined,
      });
    });
    const client = http2.connect(`http://127.0.0.1:${await listenOnAnyPort(server)}`);
    // Node’s encoder picks the shorter form, so long runs of one byte see its code, and mixtures see the plain text.
    const bytes = [...Array(256).keys()].filter((byte) => byte >= 0x20 && byte !== 0x7f);
    const values = [
      ...bytes.map((byte) => `x${String.fromCharCode(byte).repeat(9)}x`),
      '',
      'a',
      `x${String.fromCharCode(...bytes)}x`,
    ];
    for (const value of values) {
      const stream = client.request({ ':path': '/', 'x-text': value }).resume();
      await once(stream, 'close');
    }
    client.close();
    server.close();
    await once(client, 'close');
    expect(received.map((headers) => headers.find(([name]) => name === 'x-text')?.[1])).toEqual(values);
  });

  it('an answer of literals is read by a client, long texts included', async () => {
    const text = 'x'.repeat(20_000);
    const block = encodeHeaders([
      [':status', '200'],
      ['x-short', 'y'.repeat(127)],
      ['x-long', text.slice(0, 5_000)],
    ]);
    const server = net.createServer((socket) => {
      new Connection(socket, {
        accept: (_headers, reply) => ({
          data: () => undefined,
          reset: () => undefined,
          end: () => reply({ headers: block }),
        }),
        onClose: () => undefined,
      });
    });
    const client = http2.connect(`http://127.0.0.1:${await listenOnAnyPort(server)}`);
    const stream = client.request({ ':path': '/' }).resume();
    const [headers] = (await once(stream, 'response')) as [http2.IncomingHttpHeaders];
    client.close();
    server.close();
    await once(client, 'close');
    expect(headers).toMatchObject({ 'x-short': 'y'.repeat(127), 'x-long': text.slice(0, 5_000) });
  });
});
