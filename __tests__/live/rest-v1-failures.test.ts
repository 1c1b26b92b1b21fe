import {
  type AnswerV1,
  type AskedV1,
  TOKEN,
  documentedV1,
  isList,
  listedV1,
  servesRestV1,
  shownV1,
  success,
} from './support/scripted-rest-v1';

const serve = servesRestV1();

describe('a tenant that fails for a while', () => {
  const failing = (times: number, answer: AnswerV1 | 'lost') => {
    let left = times;
    return (one: AskedV1) => ((left -= 1) >= 0 ? answer : documentedV1(listedV1(1))(one));
  };
  const limited = (headers: Record<string, string> = {}): AnswerV1 => ({ status: 429, headers, body: '' });
  const date = new Date(Date.UTC(2026, 10, 30, 0, 0, 7)).toUTCString();

  test.each<[string, AnswerV1 | 'lost', number, number[]]>([
    ['429 with seconds', limited({ 'retry-after': '3' }), 2, [3_000, 3_000]],
    ['429 with a date', limited({ 'retry-after': date }), 1, [7_000]],
    ['429 with 0', limited({ 'retry-after': '0' }), 1, [1_000]],
    ['429 with junk', limited({ 'retry-after': 'soon' }), 1, [5_000]],
    ['429 alone', limited(), 1, [5_000]],
    ['500', { status: 500, body: 'oops' }, 3, [500, 1_000, 2_000]],
    ['503', { status: 503, body: '<html>' }, 1, [500]],
    ['a lost connection', 'lost', 2, [500, 1_000]],
  ])('is waited for: %s', async (_name, answer, times, waits) => {
    const { observe, clock } = await serve(failing(times, answer));
    expect((await observe()).configurations).toHaveLength(1);
    expect(clock.waits).toEqual(waits);
  });

  test.each<[string, AnswerV1 | 'lost', string, RegExp]>([
    ['a long wait', limited({ 'retry-after': '1740' }), 'rate_limited', /asks to wait 1740 s.*30 s in all/],
    ['429 for ever', limited({ 'retry-after': '9' }), 'rate_limited', /asks to wait 9 s.*Look what else uses REST v1/],
    ['500 for ever', { status: 500, body: '' }, 'unavailable', /several times\. Try again later.*HTTP 500/],
    ['lost for ever', 'lost', 'unreachable', /cannot be reached \(ECONNRESET\).*HTTPS_PROXY/],
  ])('is given up: %s', async (_name, answer, kind, text) => {
    const { failure, clock } = await serve(failing(Infinity, answer));
    const error = await failure();
    expect([error.name, error.kind]).toEqual(['TenantNotRead', kind]);
    expect(error.message).toMatch(text);
    expect(clock.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30_000);
  });

  it('is not waited for where it never answers', async () => {
    const { failure } = await serve(() => ({ body: '', headers: { 'content-length': '5' } }));
    const error = await failure({ attemptMs: 20 });
    expect(error.message).toContain('did not answer within 1 s. Try again later');
  });
});

describe('a tenant that cannot be read', () => {
  const list = success(listedV1(1));
  const error = (more: object) => ({ body: { status: 'error', ...more } });
  const shown = (change: object) => success([{ ...shownV1(listedV1(1)[0]!), ...change }]);
  const nested = JSON.stringify(shown({ deep: 0 }).body).replace(
    '"deep":0',
    `"deep":${'['.repeat(99)}${']'.repeat(99)}`,
  );

  test.each<[string, AnswerV1, AnswerV1, string, RegExp]>([
    ['403', { status: 403, body: '' }, list, 'refused', /wrong, expired or revoked.*NETSKOPE_REST_V1_TOKEN.*HTTP 403/],
    ['401', { status: 401, body: '' }, list, 'refused', /REST v1 is switched off/],
    [
      'an error about the token',
      error({ errorCode: 'Authorization Error', errors: ['Expired'] }),
      list,
      'refused',
      /The tenant says: Authorization Error\. Expired\. \[GET/,
    ],
    ['another error', error({ msg: 'Bad limit' }), list, 'rejected', /The tenant says: Bad limit\./],
    ['404', { status: 404, body: '<html>' }, list, 'not_there', /switched off/],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://login.example/a?b' }, body: '' },
      list,
      'redirected',
      /redirect to https:\/\/login\.example\. It is not followed/,
    ],
    [
      'a login page',
      { headers: { 'content-type': 'text/html' }, body: ' <!DOCTYPE html><p>Sign in' },
      list,
      'page',
      /web page/,
    ],
    ['no JSON', { body: 'ok' }, list, 'malformed', /no JSON object/],
    ['a list', { body: [] }, list, 'malformed', /no JSON object/],
    ['no status', { body: { data: [] } }, list, 'malformed', /no "status" of "success"/],
    ['no data', { body: { status: 'success' } }, list, 'malformed', /list of "data"/],
    ['data that is no list', success({}), list, 'malformed', /list of "data"/],
    ['an entry that is no object', success([7]), list, 'malformed', /steeringconfiglist.*data\[0\] is no object/],
    ['an id that is none', success([{ config_id: null, config_name: 'x' }]), list, 'malformed', /data\[0\]\.config_id/],
    ['a name that is none', success([{ config_id: 1, config_name: '' }]), list, 'malformed', /data\[0\]\.config_name/],
    [
      'one id for two',
      success([
        { config_id: 1, config_name: 'a' },
        { config_id: 1, config_name: 'b' },
      ]),
      list,
      'malformed',
      /config_id 1 stands there twice/,
    ],
    ['nothing at all', success([]), success([]), 'empty', /Every tenant has at least the default one/],
    [
      'POST switched off',
      list,
      { status: 405, body: '' },
      'no_post',
      /does not take POST.*out of the URL.*\[POST \/api\/v1\/steeringconfig, HTTP 405\]/,
    ],
    ['POST not there', list, { status: 404, body: '' }, 'no_post', /does not take POST/],
    ['a configuration without a name', list, success([{}]), 'malformed', /data\[0\]\.steering_config is no name/],
    ['more brackets than make sense', list, { body: nested }, 'malformed', /more than 64 brackets/],
    [
      'an unlisted name in two ways',
      success([]),
      success([{ steering_config: 'a', x: 1 }, { steering_config: 'a' }]),
      'malformed',
      /shows "a" 2 times in different ways/,
    ],
    ['more than is read', success(listedV1(5_001)), list, 'too_many', /more than 5000 configurations/],
  ])('says what happened and what to do: %s', async (_name, first, second, kind, text) => {
    const { failure } = await serve((one) => (isList(one) ? first : second));
    const error = await failure();
    expect([error.name, error.kind]).toEqual(['TenantNotRead', kind]);
    expect(error.message).toMatch(text);
    expect(error.message).not.toMatch(/[\n\u001b]|\.\./);
  });

  it('says which configuration is too large', async () => {
    const body = JSON.stringify(shown({ notes: 'x'.repeat(17 * 2 ** 20) }).body);
    const { failure } = await serve((one) => (isList(one) ? list : { body }));
    expect((await failure()).message).toMatch(/^One configuration alone is too large\. No answer of more than 16 MiB/);
  });

  test.each([
    ['http://acme.goskope.com', /plain http/],
    ['https://acme.goskope.com/api/v2', /it has a path/],
    [`https://acme.goskope.com?token=${TOKEN}`, /query/],
    [`https://${TOKEN}@acme.goskope.com`, /credentials/],
    ['acme.goskope.com', /no URL/],
    ['ftp://acme.goskope.com', /neither https nor http/],
  ])('refuses the address %s before anything is sent', async (url, text) => {
    const { failure, asked } = await serve(() => list);
    const error = await failure({ url });
    expect([error.kind, asked]).toEqual(['address', []]);
    expect(error.message).toMatch(text);
    expect(error.message).not.toContain(TOKEN);
  });

  it('sends no token where there is no secure connection', async () => {
    const { failure, asked, url } = await serve(() => list);
    const error = await failure({ url: url.replace('http:', 'https:') });
    expect([error.kind, asked]).toEqual(['untrusted', []]);
    expect(error.message).toMatch(/No secure connection.*this is no TLS port.*NODE_EXTRA_CA_CERTS/);
  });

  it('refuses a token that is none', async () => {
    const { failure, asked } = await serve(() => list);
    for (const token of ['', 'two\nlines', 'ümlaut']) expect((await failure({ token })).kind).toBe('token');
    expect(asked).toEqual([]);
  });
});
