import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { run } from './support/run';
import {
  BLOCKED,
  DIALECT,
  FRESH,
  pinned,
  removeSnapshots,
  root,
  shown,
  steering,
  withDialect,
} from './support/snapshots';
import { STACK, stackFolders } from './support/stack';

const stacks = stackFolders();
afterAll(() => {
  stacks.remove();
  removeSnapshots();
});

const stack = stacks.make({ stack: STACK, steering });

const FLOW = ['--process', 'WhatsApp.exe', '--host', 'g.whatsapp.net'];

describe('decide on a snapshot', () => {
  it('answers what is observed, and names how it was read', async () => {
    const { code, stdout, stderr } = await run('decide', [...FLOW, '--port', '443', ...withDialect(BLOCKED)]);
    expect(stdout).toMatch(
      /^Decided on the tenant https:\/\/acme\.goskope\.com, as it was observed at 2026-11-30T06:00:00Z\./,
    );
    expect(stdout).toContain('TCP port 443: block.');
    expect(stdout).toContain('rest-v1-as-read');
    expect(stderr).toMatch(/not observed, and so not known: .*DNS exceptions/);
    expect(code).toBe(0);
  });

  it('is unknown for a code that no dialect names, and at a port that is not observed', async () => {
    const unnamed = await run('decide', [...FLOW, '--port', '443', '--snapshot', BLOCKED, '--expect', 'block']);
    expect(unnamed.stdout).toMatch(
      /unknown: block or bypass[^\n]*\n(.*\n)*.*the code "3" for action, which its dialect does not name/,
    );
    expect(unnamed.stderr).toContain('what 1 code of the tenant means');
    expect(unnamed.code).toBe(1);
    const port = await run('decide', [...FLOW, '--port', '5222', ...withDialect(BLOCKED)]);
    expect(port.stdout).toContain('unknown: block or direct');
    expect(port.stdout).toContain('REST v1 does not show non-standard ports');
  });

  it('says in JSON what was looked at', async () => {
    const { stdout } = await run('decide', [...FLOW, '--port', '443', ...withDialect(BLOCKED), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'block',
      source: { kind: 'snapshot', tenant: 'https://acme.goskope.com', observed_at: '2026-11-30T06:00:00Z' },
    });
  });

  it.each([
    ['a plan', ['--plan', 'plan.json', '--snapshot', FRESH], 2, /--plan says what a plan leaves behind/],
    ['a before', ['--before', '--snapshot', FRESH], 2, /Only a plan has a before/],
    ['both', ['--live', '--snapshot', FRESH], 2, /Leave one of the two out/],
    ['a provider of no stack', ['--provider', 'x', '--snapshot', FRESH], 2, /Name the stack with --stack/],
    ['a dialect alone', ['--dialect', DIALECT], 2, /--dialect belongs to --live or --snapshot/],
    ['no variables', ['--live'], 2, /NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN are not set/],
    ['no file', ['--snapshot', join(root, 'none.json')], 3, /no such file/],
    ['another file', ['--snapshot', DIALECT], 3, /is no snapshot/],
  ])('refuses %s', async (_what, args, expected, message) => {
    const { code, stdout, stderr } = await run('decide', [...FLOW, '--port', '443', ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('decide on a live tenant', () => {
  it('reads it by REST v1 now', async () => {
    const server = createServer((request, response) => {
      const isList = request.url?.startsWith('/api/v1/steeringconfiglist') === true;
      const data = isList ? [{ config_id: 0, config_name: 'Default tenant config' }] : [shown(pinned('WhatsApp', '3'))];
      request
        .resume()
        .on('end', () =>
          response
            .setHeader('content-type', 'application/json')
            .end(JSON.stringify({ status: 'success', msg: '', data })),
        );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const args = [...FLOW, '--port', '443', '--live', '--dialect', DIALECT, '--json'];
      const { code, stdout } = await run('decide', args, {
        NETSKOPE_TENANT_URL: url,
        NETSKOPE_REST_V1_TOKEN: 'secret',
      });
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'block', source: { kind: 'live', tenant: url } });
      expect(code).toBe(0);
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });
});

describe('check on a snapshot', () => {
  it('finds the mistakes on the tenant', async () => {
    const { code, stdout } = await run('check', withDialect(BLOCKED));
    expect(stdout).toMatch(/^Checked the tenant https:\/\/acme\.goskope\.com, as it was observed/);
    expect(stdout).toContain('missing-executable');
    expect(stdout).not.toContain('traffic test');
    expect(code).toBe(0);
  });

  it('judges the traffic tests of a stack on it', async () => {
    const done = await run('check', ['--stack', stack, ...withDialect(BLOCKED)]);
    expect(done.stdout).toContain(`by the demands of the stack ${stack}`);
    expect(done.stdout).toContain('1 of 1 traffic test passed');
    // What the tenant has of the code is told by its construct.
    expect(done.stdout).toContain('tenant/WhatsApp/Exception');
    const before = await run('check', ['--stack', stack, ...withDialect(FRESH)]);
    expect(before.stdout).toContain('Expected block, but it is steer.');
    expect(before.code).toBe(1);
    const unnamed = await run('check', ['--stack', stack, '--snapshot', BLOCKED]);
    expect(unnamed.stdout).toContain('nobody can say what becomes of it');
    expect(unnamed.code).toBe(1);
  });
});
