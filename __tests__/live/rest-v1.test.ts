import { observeTenant } from '../../live/rest-v1';
import { snapshotText } from '../../live/snapshot';
import { cleanerFor } from '../../providers/netskope/client';
import { Evidence, makeSecret } from '../support/evidence';
import { exceptionBodies } from '../support/samples';
import { openTenant } from '../tenant/support/tenant-client';
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

const pages = (asked: readonly AskedV1[]) => asked.filter(({ query }) => query['skip'] !== undefined);
const byId = (asked: readonly AskedV1[]) => asked.filter(({ query }) => query['config_id'] !== undefined);
const whole = (count: number) => {
  return listedV1(count).map((one) => ({ id: one.config_id, name: one.config_name, shown: shownV1(one) }));
};

describe('a tenant that answers as documented', () => {
  it('is read with two requests, the token in the URL of the list alone', async () => {
    const { observe, asked, url, clock } = await serve(documentedV1(listedV1(3)));
    expect(await observe()).toEqual({
      tenant: url,
      observedAt: '2026-11-30T00:00:00.000Z',
      configurations: whole(3),
    });
    expect(asked.map(({ method, url: path, body }) => [method, path, body])).toEqual([
      ['GET', `/api/v1/steeringconfiglist?token=${TOKEN}`, ''],
      ['POST', '/api/v1/steeringconfig?limit=50&skip=0', JSON.stringify({ token: TOKEN })],
    ]);
    expect(clock.waits).toEqual([]);
  });

  it('is read page by page, within 24 requests in 5 seconds', async () => {
    const times: number[] = [];
    const all = listedV1(1_630);
    const { observe, asked, clock } = await serve((one) => {
      times.push(clock.now());
      return documentedV1(all)(one);
    });
    const phases: string[] = [];
    expect((await observe({ progress: (phase) => phases.push(phase) })).configurations).toHaveLength(1_630);
    expect(pages(asked).map(({ query }) => query['skip'])).toEqual(
      Array.from({ length: 33 }, (_, n) => String(50 * n)),
    );
    times.slice(24).forEach((time, index) => expect(time - times[index]!).toBeGreaterThanOrEqual(5_000));
    expect(phases.at(-1)).toBe('reading configurations, 1600 of 1630');
  });

  it('is the local tenant, too', async () => {
    const { tenant, post, close } = { ...(await openTenant({ token: TOKEN })), close: () => tenant.close() };
    const created = await post('/steering/configurations', { config_name: 'Sides', location_based_steering: true });
    const path = `/steering/configurations/${created.body.data.config_id}/exceptions`;
    await post(path, { ...exceptionBodies.domains, location: 'on_prem', notes: 'why' });
    const { configurations } = await observeTenant({ url: new URL(tenant.serverUrl).origin, token: TOKEN });
    await close();
    expect(configurations.map(({ id, name }) => [id, name])).toEqual([
      [0, 'Default tenant config'],
      [1, 'Sides'],
    ]);
    expect(configurations[1]!.shown).toMatchObject({
      on_prem: { exceptions: { domains: { data: [{ domains: ['*.example.com', 'example.org'], notes: 'why' }] } } },
    });
  });
});

describe('a tenant whose pages are odd', () => {
  const all = listedV1(120);
  const honest = documentedV1(all);
  const page = (skip: number, limit: number) => success(all.slice(skip, skip + limit).map(shownV1));

  test.each<[string, (skip: number, limit: number) => AnswerV1]>([
    ['ignores skip', (_skip, limit) => page(0, limit)],
    ['ignores limit', (skip) => page(skip, 120)],
    ['ignores both', () => page(0, 120)],
    ['caps its pages', (skip, limit) => page(skip, Math.min(limit, 7))],
    ['begins each page with the end of the one before', (skip, limit) => page(Math.max(0, skip - 3), limit)],
    ['leaves some out between pages', (skip, limit) => page(skip === 0 ? 0 : skip + 3, limit)],
    ['shows nothing in pages', () => success([])],
  ])('is read as a whole where it %s', async (_name, answer) => {
    const { observe } = await serve((one) =>
      one.query['skip'] === undefined ? honest(one) : answer(Number(one.query['skip']), Number(one.query['limit'])),
    );
    expect((await observe()).configurations).toEqual(whole(120));
  });

  it('is asked by id where a name is in the list twice, even where the id 0 counts as none', async () => {
    const twins = [
      { config_id: 0, config_name: 'Twin' },
      { config_id: 4, config_name: 'Twin' },
    ];
    const { observe, asked } = await serve((one) => {
      if (isList(one)) return success(twins);
      return one.query['config_id'] === '4' ? success([shownV1(twins[1]!)]) : success(twins.map(shownV1));
    });
    // Which of the two is the default one cannot be told, so it is not observed.
    expect((await observe()).configurations).toEqual([
      { id: 0, name: 'Twin' },
      { id: 4, name: 'Twin', shown: shownV1(twins[1]!) },
    ]);
    expect(byId(asked).map(({ query }) => query['config_id'])).toEqual(['0', '4']);
  });

  it('takes no configuration for another one, and keeps what the list does not name', async () => {
    const [first, second, third] = listedV1(3) as [ReturnType<typeof listedV1>[0], ...ReturnType<typeof listedV1>];
    const { observe } = await serve((one) => {
      if (isList(one)) return success([first, second]);
      return success([first, third].map((named) => shownV1(named!)));
    });
    expect((await observe()).configurations).toEqual([
      { id: 0, name: first.config_name, shown: shownV1(first) },
      { id: 1, name: second!.config_name },
      { id: null, name: third!.config_name, shown: shownV1(third!) },
    ]);
  });

  it('is read by smaller pages where one is too large', async () => {
    const notes = 'x'.repeat(9 * 2 ** 20);
    const large = listedV1(2).map((one) => ({ ...shownV1(one), notes }));
    const { observe, asked } = await serve((one) =>
      isList(one)
        ? success(listedV1(2))
        : success(large.slice(Number(one.query['skip']), Number(one.query['skip']) + Number(one.query['limit']))),
    );
    expect((await observe()).configurations.map(({ shown }) => shown?.['notes'] === notes)).toEqual([true, true]);
    expect(pages(asked).map(({ query }) => query['limit'])).toEqual(['50', '1', '1', '1']);
  });

  it('shows the same, whatever the order of what it answers', async () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed).reverse();
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, one]) => [name, reversed(one)]),
      );
    };
    const texts = [];
    for (const change of [(value: unknown) => value, reversed]) {
      const { observe } = await serve((one) => ({ body: change(documentedV1(listedV1(4))(one).body) }));
      texts.push(snapshotText({ ...(await observe()), tenant: 'https://acme.goskope.com' }));
    }
    expect(texts[1]).toBe(texts[0]);
  });
});

describe('the token', () => {
  it('stands in no error and in no snapshot, whatever a tenant echoes', async () => {
    const secret = makeSecret();
    const { value: token } = secret;
    const evidence = new Evidence();
    const forms = [
      token,
      encodeURIComponent(token),
      Buffer.from(token).toString('base64'),
      token.replaceAll('/', '\\/'),
    ];
    const echo = forms.join(' ');
    const json = (body: object) => JSON.stringify(body).replaceAll('ECHO', echo.replaceAll('"', ''));
    const entry = { ...shownV1(listedV1(1)[0]!), notes: 'ECHO', ECHO: 1 };
    const answers: (AnswerV1 | 'lost')[] = [
      { body: json({ status: 'success', msg: 'ECHO', data: [{ config_id: 0, config_name: 'ECHO' }] }) },
      { body: json({ status: 'error', errorCode: 'ECHO', errors: ['ECHO'], message: 'ECHO' }) },
      { status: 403, body: json({ errors: ['no such token ECHO'] }) },
      { status: 302, headers: { location: `https://${secret.value.slice(7, 39)}.example/${token}` }, body: echo },
      { status: 500, body: echo },
      { status: 400, body: `<p>${echo}` },
      'lost',
    ];
    for (const first of answers) {
      const { observe } = await serve((one) =>
        isList(one) ? first : { body: json({ status: 'success', data: [entry, { steering_config: 'ECHO' }] }) },
      );
      const told = await observe({ token, clean: cleanerFor(token) }).then(snapshotText, (error: Error) => {
        return `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
      });
      evidence.add('what is told', told);
    }
    expect(evidence.textOf('what is told')).toContain('[redacted]');
    expect(evidence.leaksOf(secret)).toEqual([]);
  });

  it('goes to no other server', async () => {
    const other = await serve(() => success([]));
    const { failure } = await serve(() => ({ status: 307, headers: { location: `${other.url}/api/v1/x` }, body: '' }));
    expect((await failure()).kind).toBe('redirected');
    expect(other.asked).toEqual([]);
  });
});
