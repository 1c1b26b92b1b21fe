import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../../tenant/emulator/clock';
import { Conditions } from '../../../tenant/emulator/conditions/conditions';
import { createServer } from '../../../tenant/emulator/http/server';
import { Journal } from '../../../tenant/emulator/journal';
import { createStore } from '../../../tenant/emulator/state/memory-store';
import { seedPredefined } from '../../../tenant/emulator/state/predefined';
import { openTenant, type TenantClient } from '../support/tenant-client';

const rows = '/api/v2/steering/configurations/0/nonstandardports';

describe('a connection', () => {
  const within = { headers: 200, request: 400, idle: 300, still: 500 };
  const conditions = new Conditions({}, Math.random);
  let server: FastifyInstance;
  let sockets: Socket[] = [];

  beforeAll(async () => {
    const store = createStore();
    seedPredefined(store, 'all');
    for (let index = 1; index <= 100; index++) {
      const id = `row-${index}`;
      store.nonStandardPorts.put(id, { id, config_id: 0, port: index, domains: ['x'.repeat(2_000)], etag: 'v' });
    }
    const options = {
      token: 'T',
      consoleToken: 'C',
      store,
      journal: new Journal(),
      conditions,
      clock: systemClock,
      random: Math.random,
    };
    server = createServer(options, within);
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    conditions.reset();
  });
  afterAll(() => server.close());

  async function open(): Promise<Socket> {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket.on('error', () => undefined));
    await once(socket, 'connect');
    return socket;
  }

  const get = `GET ${rows} HTTP/1.1\r\nHost: localhost\r\nNetskope-Api-Token: T\r\n\r\n`;
  const post = `POST ${rows} HTTP/1.1\r\nHost: localhost\r\nNetskope-Api-Token: T\r\nContent-Length: 90\r\n\r\n`;

  it.each([
    ['says nothing', ''],
    ['sends half of its headers', get.slice(0, -2)],
    ['sends half of its body', `${post}{"port":`],
    ['sends nothing after an answer', get],
  ])('that %s is closed', async (_, sent) => {
    const all = await Promise.all(Array.from({ length: 20 }, open));
    await Promise.all(
      all.map((socket) => {
        socket.write(sent);
        return once(socket.resume(), 'close');
      }),
    );
  });

  it('that sends its headers byte by byte is closed', async () => {
    const socket = await open();
    const timer = setInterval(() => socket.write('a'), 20);
    socket.write('GET / HTTP/1.1\r\nX: ');
    await once(socket.resume(), 'close');
    clearInterval(timer);
  });

  it('that reads nothing of its answers is closed', async () => {
    const socket = await open();
    socket.write(get.repeat(100));
    // Its own end does not show it: it would have to read.
    await new Promise((resolve) => {
      const timer = setInterval(() => {
        server.server.getConnections((_, count) => {
          if (count > 0) return;
          clearInterval(timer);
          resolve(undefined);
        });
      }, 50);
    });
  });

  it('that waits for a delay that was asked for is not closed', async () => {
    conditions.change({ faults: [{ operation: 'listNonStandardPorts', answer: { status: 503 }, delayMs: 1_500 }] });
    const socket = await open();
    socket.write(get);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 503 /);
  });
});

describe('who asks, and whom', () => {
  let client: TenantClient;
  beforeAll(async () => {
    client = await openTenant({ token: 'T' });
  });
  afterAll(() => client.tenant.close());

  async function ask(path: string, headers: Record<string, string>): Promise<[number | undefined, string]> {
    const url = new URL(path, client.tenant.serverUrl);
    const asking = request(url, { headers: { 'netskope-api-token': 'T', ...headers } }).end();
    const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage];
    return [response.statusCode, await text(response)];
  }

  const paths = [rows, '/__local/journal', '/__local/conditions', '/api/v1/steeringconfiglist?token=T', '/nothing'];

  it.each(['127.0.0.1', '127.0.0.1:80', 'localhost', 'LOCALHOST:65535', '[::1]', '[::1]:8080'])(
    'is answered to as %s',
    async (host) => {
      expect(await ask(rows, { host })).toEqual([200, expect.stringContaining('"data"')]);
    },
  );

  it.each([
    'evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example#localhost',
    'localhost@evil.example',
    'localhost:80:80',
    'localhost:',
    '10.0.0.1',
    '0.0.0.0',
    '[::2]',
  ])('is not answered to as "%s", on any route and before the token is looked at', async (host) => {
    for (const path of paths) {
      for (const token of ['T', 'wrong']) {
        const [status, body] = await ask(path, { host, 'netskope-api-token': token });
        expect([path, status]).toEqual([path, 421]);
        expect(body).toContain('The local tenant answers to 127.0.0.1, localhost and [::1] only.');
      }
    }
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'https://[::1]:1'])(
    'is answered to a page of %s',
    async (origin) => {
      expect((await ask(rows, { origin }))[0]).toBe(200);
    },
  );

  it.each(['http://evil.example', 'http://localhost.evil.example', 'null', 'file://', ''])(
    'is not answered to a page of "%s"',
    async (origin) => {
      for (const path of paths) {
        const [status, body] = await ask(path, { origin });
        expect([path, status]).toEqual([path, 403]);
        expect(body).toContain('does not answer to pages of other machines');
      }
    },
  );
});
