/** A diff on a terminal, in an issue, and for programs. */
import { diffJson, diffMarkdown, diffText } from '../../live/diff-formats';
import { diffOf, type ObservedTenant } from '../../live/diff';
import { type StackJson } from '../../steering';
import { desktop, pinned, withPinned, type Json } from '../steering/model/support/rest-v1';
import {
  CHAT,
  DEFAULT,
  LEARNT,
  app,
  blocked,
  chat,
  on,
  stackOf,
  tenantOf,
  wantedOf,
  withApps,
  type Block,
} from './support/stacks';

describe('the first line counts the blocks whose action was not seen', () => {
  const first = (stack: StackJson, tenant: ObservedTenant) =>
    diffText(diffOf(wantedOf(stack), tenant), { columns: 1000 }).split('\n')[0];
  const UNLEARNT = { ...LEARNT, action: { '1': 'bypass' } };
  const two = stackOf(DEFAULT, app('Chat'), blocked('Chat'), app('Mail'), blocked('Mail'));
  test.each([
    [
      stackOf(),
      tenantOf(),
      'The tenant is as the code wants it, as far as it is observed. None of its blocks is there yet, or it has none.',
    ],
    [
      stackOf(...CHAT),
      withApps(chat()),
      'The tenant is as the code wants it, as far as it is observed. The action of all its blocks that are there (1) was seen.',
    ],
    [
      two,
      tenantOf(
        withPinned(
          chat(),
          pinned('Mail', { windows: desktop({ enabled: true, action: '1', processes: ['Mail.exe'] }) }),
        ),
        [],
        UNLEARNT,
      ),
      'The tenant is not as the code wants it: 1 differs. The action of 1 of 2 blocks could not be seen: "netskope-steering live calibrate" learns what its code means.',
    ],
    [
      two,
      tenantOf(withPinned(chat()), [], UNLEARNT),
      'The tenant is not as the code wants it: 1 missing. The action of 1 of 1 blocks could not be seen: "netskope-steering live calibrate" learns what its code means.',
    ],
  ])('%#', (stack, tenant, expected) => {
    expect(first(stack, tenant)).toBe(expected);
  });
});

const HOSTILE = '`x`\u001b[31m</details>\u202e | <b>@all</b> ${{ x }}\n# no';
const many = (count: number, name = 'Some rather long name of an app that nobody can remember') =>
  withPinned(...Array.from({ length: count }, (_, index) => pinned(`${name} ${index}`, { windows: on('3') })));

describe('formats', () => {
  const hostile = diffOf(
    wantedOf(stackOf(DEFAULT, app(HOSTILE), blocked(HOSTILE, { notes: HOSTILE, windows: 'block' })), HOSTILE),
    withApps(pinned(HOSTILE, { windows: on('1') })),
  );

  test('names cannot do anything', () => {
    expect(diffText(hostile)).not.toMatch(/[\u001b\u202e]/);
    const markdown = diffMarkdown(hostile);
    expect(markdown).not.toMatch(/[\u001b\u202e]|^# no|^<\/details>\S/m);
    // Whatever is active stands between backticks that no name closes.
    expect(markdown.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gs, '')).not.toMatch(/<b>|@all|\$\{\{/);
    expect((JSON.parse(diffJson(hostile)) as { name: string }).name).toBe(HOSTILE);
  });

  test.each([2_000, 101, 1])('an issue takes %i differences', (count) => {
    const diff = diffOf(wantedOf(stackOf()), tenantOf(many(count, 'ä'.repeat(400))));
    const text = diffMarkdown(diff);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toContain(`${count * 2} not in the code`);
  });

  test('an issue and a terminal show both values of entries that differ in everything', () => {
    const names = Array.from({ length: 300 }, (_, index) => `App ${index}`);
    const long = 'p'.repeat(300);
    const code = names.flatMap((name): Block[] => [
      app(name, {
        windows: { processes: [`${long}.exe`] },
        mac_os: { processes: [long] },
        android: { processes: [long], domains: ['a.example'] },
      }),
      blocked(name, { windows: 'block', mac_os: 'block', android: 'block', notes: long }),
    ]);
    const tenant = withPinned(
      ...names.map((name) => pinned(name, { windows: on('1', { processes: ['ñ'.repeat(300)] }) })),
    );
    const diff = diffOf(wantedOf(stackOf(DEFAULT, ...code)), tenantOf(tenant));
    expect(Buffer.byteLength(diffMarkdown(diff))).toBeLessThan(60_000);
    for (const text of [diffMarkdown(diff), diffText(diff)]) expect(text).toMatch(/ññ….*pp…|pp….*ññ…/);
  });

  test.each([20, 60, 100])('sentences fit into %i columns', (columns) => {
    const text = diffText(diffOf(wantedOf(stackOf(...CHAT)), withApps(chat())), { columns });
    for (const line of text.split('\n')) expect(line.length <= columns || !line.trim().includes(' ')).toBe(true);
  });

  test('JSON tells everything, and the same as the text', () => {
    const json = JSON.parse(diffJson(diffOf(wantedOf(stackOf(...CHAT)), withApps(chat({ windows: on('1') }))))) as Json;
    expect(json).toMatchObject({
      format_version: '1.0',
      tenant: 'https://acme.goskope.com',
      observed_at: '2026-11-30T06:00:00Z',
      result: 'differs',
      blocks: { there: 1, unseen: 0 },
    });
    expect(json['entries']).toContainEqual({
      kind: 'exception',
      name: 'Chat',
      configuration: 'Default tenant config',
      address: 'netskopesteering_certificate_pinned_app_exception.Chat',
      standing: 'differs',
      attributes: [
        { name: 'windows', wanted: 'block', observed: 'bypass', standing: 'differs' },
        { name: 'linux', wanted: 'none', observed: 'not observed', standing: 'not_observed' },
        { name: 'chrome_os', wanted: 'none', observed: 'not observed', standing: 'not_observed' },
        expect.objectContaining({ name: 'custom_app_domains', standing: 'not_observed' }),
      ],
    });
  });
});
