import { inspect } from 'node:util';
import { ApiError } from '../../../providers/netskope/client';
import { cleanerFor } from '../../../providers/netskope/client/clean';
import { app, errorOf, failure, one, page, scene, TOKEN, type Reaction } from './support/stub-tenant';

const INPUT = { app_name: 'A', platforms: {} };
const update = async (reaction: Reaction) => {
  const { client, stub } = await scene(() => reaction, { maxRetryWaitSeconds: 0 });
  return { error: await errorOf(client.apps.update('app-1', INPUT)), stub };
};

describe('what an error says', () => {
  it.each([
    [401, 'unauthorized', /NETSKOPE_API_KEY/],
    [403, 'forbidden', /role.*Inline CASB or SWG.*PUT \/steering\/apps\/certpinned\/app-1/],
    [404, 'not_found', /no such certificate pinned app/],
    [409, 'conflict', /taken/],
    [412, 'precondition_failed', /changed since it was read.*Plan again/],
    [422, 'invalid', /refuses a value/],
    [405, 'no_such_route', /No public API/],
    [501, 'not_implemented', /does not implement/],
    [500, 'unavailable', /failed to answer/],
    [418, 'rejected', /rejected/],
  ])('%i is %s', async (status, code, text) => {
    const { error } = await update(failure(status, { message: 'In my own words.' }, { 'X-Request-Id': 'req-7' }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code, status, requestId: 'req-7' });
    expect(error.operation).toEqual({ method: 'PUT', route: '/steering/apps/certpinned/app-1' });
    expect(error.message).toMatch(text);
    expect(error.message).toMatch(/The tenant says: In my own words\..*HTTP \d+, request req-7/);
  });

  it('names the paths setting and the contract where a collection is not there', async () => {
    const { client } = await scene(() => failure(404));
    for (const call of [client.apps.list(), client.apps.create(INPUT), client.configurations.list()]) {
      const error = await errorOf(call);
      expect(error).toMatchObject({ code: 'no_such_route', status: 404 });
      expect(error.message).toMatch(/No public API of the vendor writes these objects.*paths/);
    }
  });

  it('keeps the errors of fields, also those of REST v1, which are plain texts', async () => {
    const { error } = await update(
      failure(400, { errors: [{ field: 'app_name', message: 'is taken' }, 'plain', 7, null] }),
    );
    expect(error.fieldErrors).toEqual([
      { field: 'app_name', message: 'is taken' },
      { field: '', message: 'plain' },
    ]);
  });

  it('never follows a redirect, and names the setting without showing the path', async () => {
    const { error, stub } = await update({ status: 302, headers: { Location: `https://other.example/x?t=${TOKEN}` } });
    expect(error).toMatchObject({ code: 'redirected', status: 302 });
    expect(error.message).toMatch(/https:\/\/other\.example\. .*server_url/);
    expect(error.message).not.toContain('x?t=');
    expect(stub.asked).toHaveLength(1);
  });
});

describe('HTTP 200 with an error', () => {
  it.each([
    [{ code: 404 }, 'not_found'],
    [{ error_code: '409' }, 'conflict'],
    [{ status_code: 412 }, 'precondition_failed'],
    [{ code: 'E17' }, 'rejected'],
    [{ message: 'object not found' }, 'rejected'],
  ])('is told by its fields, never by its text: %j is %s', async (body, code) => {
    const { error } = await update(failure(200, body));
    expect(error).toMatchObject({ code, status: 200 });
  });

  it('is an error for every method', async () => {
    const { client } = await scene(() => failure(200, { message: 'No.' }));
    for (const call of [client.apps.list(), client.apps.create(INPUT), client.apps.update('app-1', INPUT)])
      expect(await errorOf(call)).toMatchObject({ code: 'rejected', message: expect.stringContaining('No.') });
  });
});

describe('an answer that is not of the contract', () => {
  it.each([
    ['a web page', '<!DOCTYPE html><title>Log in</title>', /a web page instead of JSON/],
    ['JSON that is cut off', '{"status":"success","data":{"id":"a', /broken or cut off/],
    ['a list', '[]', /not an object/],
    ['nothing', '', /not an object/],
    ['no data', '{"status":"success"}', /not an object/],
    ['data without an id', '{"status":"success","data":{"app_name":"A"}}', /id is missing/],
    ['an id that JSON cannot hold', '{"status":"success","data":{"id":12345678901234567890}}', /id is missing/],
  ])('is malformed: %s', async (_, body, text) => {
    const { error } = await update({ body });
    expect(error).toMatchObject({ code: 'malformed' });
    expect(error.message).toMatch(text);
  });

  it('is malformed where data is no list', async () => {
    const { client } = await scene(() => one({}));
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'malformed' });
  });

  it('is not read to its end when it is huge', async () => {
    const { error } = await update({ body: `{"status":"success","data":"${'x'.repeat(17 * 1024 * 1024)}"}` });
    expect(error).toMatchObject({ code: 'malformed', message: expect.stringContaining('16 MiB') });
  });
});

describe('the token', () => {
  /** Everything that could be printed of an error, hidden properties and causes included. */
  const printed = (error: Error) =>
    [inspect(error, { depth: Infinity, showHidden: true }), error.stack, JSON.stringify(error)].join('\n');
  const HOST = TOKEN.replace(/[^a-z0-9]/g, '');
  const echo = `you sent ${TOKEN} and ${encodeURIComponent(TOKEN)}`;

  it.each<[string, Reaction]>([
    ['echoed in a message', failure(400, { message: echo, errors: [{ field: TOKEN, message: echo }, echo] })],
    ['echoed behind HTTP 200', failure(200, { message: echo })],
    ['echoed in headers', failure(403, {}, { 'X-Request-Id': TOKEN })],
    ['echoed in a redirect', { status: 301, headers: { Location: `https://${encodeURIComponent(TOKEN)}.example/` } }],
    [
      'echoed in the host of a redirect, where it is in lower case',
      { status: 302, headers: { Location: `https://${HOST}.example/` } },
    ],
    ['echoed in part', failure(403, { message: TOKEN.slice(0, 14) }, { 'X-Request-Id': HOST.slice(0, 12) })],
    ['echoed in base64', failure(403, { message: Buffer.from(`x:${TOKEN}`).toString('base64') })],
    ['echoed with zero-width spaces', failure(403, { message: [...TOKEN].join('\u200b') })],
    ['echoed in upper case', failure(200, { message: echo.toUpperCase() })],
    ['echoed in a web page', { body: `<html>${echo}` }],
    ['sent into a reset', 'drop'],
    ['sent into silence', 'hang'],
  ])('is in no error when it is %s', async (_, reaction) => {
    const { client } = await scene(() => reaction, { maxRetryWaitSeconds: 0 }, 100);
    for (const call of [client.apps.list(), client.apps.create({ app_name: 'hush', platforms: {} })]) {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(ApiError);
      for (const secret of [TOKEN, encodeURIComponent(TOKEN), 'hush']) expect(printed(error)).not.toContain(secret);
      const letters = printed(error)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      for (let at = 0; at + 8 <= HOST.length; at += 1) expect(letters).not.toContain(HOST.slice(at, at + 8));
      const encoded = Buffer.from(`x:${TOKEN}`).toString('base64').slice(4, 24);
      expect(printed(error)).not.toContain(encoded);
      expect(error.cause).toBeUndefined();
    }
  });

  it('is redacted before a long text is cut, so that no half of it is left', () => {
    const text = cleanerFor(TOKEN)(`${'x'.repeat(495)}${TOKEN}`);
    expect(text).not.toContain(TOKEN.slice(0, 4));
  });
});

it('takes control characters out of what the tenant says', async () => {
  const { error } = await update(failure(400, { message: 'a\u001b[31mred\u202e\nb' }));
  expect(error.message).toContain('The tenant says: a [31mred b');
});

it('reads numbers as strings, and the other way round', async () => {
  const rows = [
    { id: 7, port: '5222', domains: null, etag: 'e' },
    { id: 'r', port: null, domains: ['a'] },
  ];
  const { client } = await scene((asked) => page(asked, rows));
  expect(await client.nonStandardPorts('0').list()).toEqual([
    { id: '7', port: 5222, domains: [], etag: 'e' },
    { id: 'r', port: null, domains: ['a'], etag: '' },
  ]);
  const configuration = { config_id: '0', config_name: 'D', enabled: true, traffic_type: 'web', priority: 1 };
  const other = await scene((asked) => page(asked, [configuration]));
  expect(await other.client.configurations.find('0')).toMatchObject({ config_id: 0, priority: '1' });
  const exception = { id: 3, type: 'certificate_pinned_app', certificate_pinned_app: { app_id: 4, app_name: 'A' } };
  const third = await scene((asked) => page(asked, [exception, { id: 4, type: 'dns', dns: {} }]));
  expect(await third.client.exceptions('0').list()).toMatchObject([
    { id: '3', certificate_pinned_app: { app_id: '4' } },
    // Of a form that this version does not know.
    { id: '4', type: 'dns', dns: undefined },
  ]);
});

it('reads fields that were renamed, and the field itself where there are both', async () => {
  const { app_name: name, ...rest } = app(1);
  const { client } = await scene((asked) => page(asked, [{ ...rest, name }, app(2, { name: 'other' })]));
  expect(await client.apps.list()).toMatchObject([{ app_name: name }, { app_name: 'App 2' }]);
  const exception = { id: 'e', type: 'domains', domains: { domains: ['a.example'] }, comment: 'why' };
  const other = await scene((asked) => page(asked, [exception]));
  expect(await other.client.exceptions('0').list()).toMatchObject([{ notes: 'why' }]);
});

it('keeps fields that it does not know', async () => {
  const { client } = await scene((asked) => page(asked, [app(1, { new_field: { x: 1 } })]));
  expect(await client.apps.list()).toMatchObject([{ new_field: { x: 1 } }]);
});
