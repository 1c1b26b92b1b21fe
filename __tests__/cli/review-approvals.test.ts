/** What a person accepts of a review: how it is picked, how it gets into the file of approvals, and what a gate says of it. */
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../review';
import { app, blocked, DEFAULT, planOf, port } from '../review/support/plan';
import { temporaryFolder } from '../tenant/support/temporary-folder';
import { run, type Ran } from './support/run';
import { STEERING } from './support/stack';

const { path: folder, remove } = temporaryFolder('review-approvals');
afterAll(remove);

const EMEA = 'https://emea.goskope.com/api/v2';
const DAY = '2026-11-24';
const TYPE = 'netskopesteering_certificate_pinned_app_exception';
const APPS = ['A', 'B'].map((name) => app(name, [`${name}.exe`]));
const opens = (name: string, id: unknown) => ({
  name,
  after: blocked(name, id as string, 'bypass_direct', [`${name}.example`]),
});
/** Two bypasses, one of an instance, and a port entry that reaches what nobody named. */
const PLAN = planOf(
  DEFAULT,
  ...APPS.map((one, index) => ({ type: 'certificate_pinned_app', name: `a${index}`, before: one, after: one })),
  opens('first', APPS[0]!.id),
  opens('second', APPS[1]!.id),
  { type: 'non_standard_port', name: 'p', after: port(5222, []) },
);

/** A new folder with the plan of a stack, and with the paths of constructs. */
function stack(): string {
  const made = join(mkdtempSync(join(folder, 'stack-')), 'emea');
  mkdirSync(made);
  const at = (path: string) => ({ '//': { metadata: { path: `emea/${path}/Resource`, uniqueId: 'x' } } });
  const resource = { [TYPE]: { first: at('House/One/Exception'), second: at('House/Two/Exception') } };
  writeFileSync(join(made, 'plan.json'), JSON.stringify(PLAN));
  writeFileSync(join(made, 'cdk.tf.json'), JSON.stringify({ resource }));
  writeFileSync(join(made, 'steering.json'), JSON.stringify(STEERING));
  return made;
}

const WHY = ['--reason', 'CHG-1', '--expires', '2026-12-31'];
const review = (args: readonly string[], url: string | undefined = EMEA): Promise<Ran> =>
  run('review', [...args, '--date', DAY], url === '' ? {} : { NETSKOPE_SERVER_URL: url });
async function reported(...args: string[]): Promise<Report['plans'][number]> {
  return (JSON.parse((await review([...args, '--format', 'json', '--fail-on', 'never'])).stdout) as Report).plans[0]!;
}
type Entry = Readonly<Record<'change' | 'reason' | 'expires', string>>;
const entriesOf = (path: string) => (JSON.parse(readFileSync(path, 'utf8')) as { approvals: Entry[] }).approvals;

it('accepts all that the gates stop at, in a new file, and then nothing stops', async () => {
  const made = stack();
  const file = join(made, '..', 'approvals.json');
  const stopped = await review([made]);
  expect(stopped.code).toBe(10);
  const { traffic, findings } = await reported(made);
  const accepted = await review([made, '--write-approvals', file, ...WHY, '--format', 'json']);
  const ids = traffic
    .filter(({ effect, collateral }) => effect === 'broadening' || collateral.length > 0)
    .map(({ id }) => id)
    .concat(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id));
  expect(
    entriesOf(file)
      .map(({ change }) => change)
      .sort(),
  ).toEqual(ids.sort());
  expect(entriesOf(file)[0]).toEqual({
    change: expect.any(String) as unknown,
    stack: 'emea',
    tenant: EMEA,
    reason: 'CHG-1',
    expires: '2026-12-31',
  });
  expect([accepted.code, accepted.stderr]).toEqual([
    0,
    expect.stringContaining(`${ids.length} approvals for emea on ${EMEA} in ${file}: ${ids.length} new.`),
  ]);
  // What is printed is what a review with that file prints.
  expect(accepted.stdout).toBe((await review([made, '--approvals', file, '--format', 'json'])).stdout);
  expect(JSON.parse(accepted.stdout).plans[0].approvals).toHaveLength(ids.length);
  expect(readdirSync(join(made, '..')).sort()).toEqual(['approvals.json', 'emea']);
});

it.each<[what: string, pick: (id: string) => string[], causes: string[]]>([
  ['a resource', () => [`${TYPE}.first`], ['first']],
  ['a construct', () => ['emea/House/One/Exception'], ['first']],
  ['a construct with others in it', () => ['emea/House'], ['first', 'second']],
  ['several', () => [`${TYPE}.second`, 'emea/House/One'], ['first', 'second']],
  ['the beginning of an id', (id) => [id.slice(0, 8).toUpperCase()], []],
  ['an id', (id) => [id], []],
])('accepts what %s causes', async (_what, pick, causes) => {
  const made = stack();
  const file = join(made, '..', 'a.json');
  const { traffic, findings } = await reported(made);
  const [{ id } = { id: '' }] = traffic;
  const code = (await review([made, '--write-approvals', file, ...WHY, '--approve', ...pick(id)])).code;
  const isOf = ({ address = '' }: { address?: string }) => causes.some((name) => address === `${TYPE}.${name}`);
  const expected =
    causes.length === 0
      ? [id]
      : [...traffic.filter((one) => one.causes.some(isOf)), ...findings.filter(({ at }) => at.some(isOf))].map(
          (one) => one.id,
        );
  expect(expected.length).toBeGreaterThan(0);
  expect(
    entriesOf(file)
      .map(({ change }) => change)
      .sort(),
  ).toEqual(expected.sort());
  expect(code).toBe(10);
});

it('leaves what is in the file as it is written, and renews what it accepts again', async () => {
  const made = stack();
  const file = join(made, '..', 'a.json');
  const [line] = (await reported(made)).traffic;
  const there = (change: string, reason: string, expires: string) =>
    `{"change":"${change}",   "stack": "emea", "tenant": "HTTPS://EMEA.goskope.com/api/v2/", "reason": ${reason}, "expires": "${expires}"}`;
  const expired = there('0'.repeat(32), '"\\u00e9, \\"]}"', '2020-01-01');
  const elsewhere = there(line!.id, '"x"', '2026-12-01').replace('EMEA', 'apac').replace('"emea"', '"apac"');
  const old = there(line!.id, '"old"', '2026-11-01');
  const text = (list: string) => `\uFEFF{ "approvals":\r\n\t[${list}] }`;
  writeFileSync(file, text([expired, old, elsewhere].join(',\r\n')));
  chmodSync(file, 0o640);
  const renewed = await review([made, '--approvals', file, '--write-approvals', file, ...WHY, '--approve', line!.id]);
  expect(renewed.stderr).toContain(`1 approval for emea on ${EMEA} in ${file}: 1 with another reason or day.`);
  const entry = { change: line!.id, stack: 'emea', tenant: EMEA, reason: 'CHG-1', expires: '2026-12-31' };
  const written = JSON.stringify(entry, undefined, 2).replaceAll('\n', '\r\n    ');
  expect(readFileSync(file, 'utf8')).toBe(text([expired, written, elsewhere].join(',\r\n')));
  expect(statSync(file).mode & 0o777).toBe(0o640);

  const before = readFileSync(file, 'utf8');
  const again = await review([made, '--write-approvals', file, ...WHY, '--approve', line!.id]);
  expect(again.stderr).toContain(': 1 there already.');
  expect(readFileSync(file, 'utf8')).toBe(before);

  await review([made, '--write-approvals', file, ...WHY]);
  const start = before.slice(0, before.lastIndexOf(']'));
  expect(readFileSync(file, 'utf8').startsWith(`${start},\r\n    {\r\n      "change"`)).toBe(true);
  expect((await review([made, '--approvals', file])).code).toBe(0);
});

it('keeps a link, and follows it', async () => {
  const made = stack();
  const file = join(made, '..', 'real.json');
  const link = join(made, '..', 'link.json');
  writeFileSync(file, '{"approvals":[]}');
  symlinkSync('real.json', link);
  expect((await review([made, '--write-approvals', link, ...WHY])).code).toBe(0);
  expect([realpathSync(link), entriesOf(file).length > 0]).toEqual([realpathSync(file), true]);
});

describe('is refused, and the file stays untouched', () => {
  const failing = () => {
    const made = stack();
    const flow = { platform: 'windows', process: 'A.exe', host: 'x.example', port: 443 };
    const trafficTests = [{ name: 'T', construct: 'emea/T', flow, expect: 'bypass' }];
    writeFileSync(
      join(made, 'plan.json'),
      JSON.stringify(
        planOf(
          DEFAULT,
          { type: 'certificate_pinned_app', name: 'a0', before: APPS[0]!, after: APPS[0]! },
          { name: 'e', after: blocked('e', 'app-A') },
        ),
      ),
    );
    writeFileSync(join(made, 'steering.json'), JSON.stringify({ ...STEERING, trafficTests }));
    return made;
  };
  const write = (made: string, file: string, ...more: string[]) => [made, '--write-approvals', file, ...WHY, ...more];
  it.each<[what: string, args: (made: string, file: string) => string[], says: RegExp | string, url?: string]>([
    [
      'no reason',
      (made, file) => [made, '--write-approvals', file, '--expires', '2026-12-31'],
      'needs a reason and a last day: --reason',
    ],
    ['no day', (made, file) => [made, '--write-approvals', file, '--reason', 'x'], 'needs a reason and a last day'],
    ['an empty reason', (made, file) => write(made, file, '--reason', ' '), 'needs a reason that others understand'],
    [
      'the reason of the form',
      (made, file) => write(made, file, '--reason', 'WHY'),
      'needs a reason that others understand',
    ],
    [
      'a day that no calendar has',
      (made, file) => write(made, file, '--expires', '2026-02-30'),
      'Write a day as 2026-12-31',
    ],
    [
      'a day that is over',
      (made, file) => write(made, file, '--expires', '2026-11-23'),
      'would not count on 2026-11-24',
    ],
    [
      'more than a year',
      (made, file) => write(made, file, '--expires', '2027-11-26'),
      'The latest day for --expires is 2027-11-25',
    ],
    ['several plans', (made, file) => write(made, file).concat(stack()), 'is for one plan, and these are 2: '],
    ['a comparison', (made, file) => write(made, file, '--same-as', file), '--same-as compares'],
    ['two files', (made, file) => write(made, file, '--approvals', `${file}x`), 'are two files'],
    [
      'one file for both',
      (made, file) => write(made, file, '--output', `${file}/../a.json`),
      '--output and --write-approvals are both',
    ],
    [
      'the plan',
      (made) => write(made, join(made, 'plan.json')),
      /would overwrite .*plan\.json, which is read for this review/,
    ],
    [
      'another name of the plan',
      (made) => (linkSync(join(made, 'plan.json'), `${made}.x`), write(made, `${made}.x`)),
      'would overwrite',
    ],
    ['a tenant that is not known', (made, file) => write(made, file), 'Set NETSKOPE_SERVER_URL to its address', ''],
    [
      'gates that never stop',
      (made, file) => write(made, file, '--fail-on', 'never'),
      '--fail-on never does not stop at anything',
    ],
    [
      'only a test that fails',
      (_, file) => write(failing(), file),
      /Nothing here can be approved: a traffic test that does not pass/,
    ],
    [
      'an id that is nowhere',
      (made, file) => write(made, file, '--approve', 'f'.repeat(32)),
      'No change and no finding has the id',
    ],
    [
      'a misspelt resource',
      (made, file) => write(made, file, '--approve', `${TYPE}.frist`),
      `Did you mean "${TYPE}.first"?`,
    ],
    [
      'a misspelt construct',
      (made, file) => write(made, file, '--approve', 'emea/House/On/Exception'),
      'Did you mean "emea/House/One/Exception"?',
    ],
    [
      'a type',
      (made, file) => write(made, file, '--approve', TYPE),
      /or name what causes something here: .*"emea\/House\/Two\/Exception"/,
    ],
    ['one of two that is unknown', (made, file) => write(made, file, '--approve', `${TYPE}.first`, 'x'), 'the id "x"'],
  ])('%s', async (_what, args, says, url = EMEA) => {
    const made = stack();
    const file = join(made, '..', 'a.json');
    writeFileSync(file, '{"approvals": []}');
    const planned = readFileSync(join(made, 'plan.json'), 'utf8');
    const { code, stdout, stderr } = await review(args(made, file), url);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toEqual(says instanceof RegExp ? expect.stringMatching(says) : expect.stringContaining(says));
    expect(readFileSync(file, 'utf8')).toBe('{"approvals": []}');
    expect(readFileSync(join(made, 'plan.json'), 'utf8')).toBe(planned);
  });

  it('a beginning that is too short, and says how many digits are enough', async () => {
    const made = stack();
    const [line] = (await reported(made)).traffic;
    const { code, stderr } = await review(write(made, `${made}.json`, '--approve', line!.id.slice(0, 7)));
    expect(stderr).toContain('is too short for an id: write 8 of its digits or more.');
    expect([code, existsSync(`${made}.json`)]).toEqual([2, false]);
  });

  it.each(['--reason', '--expires', '--approve'])('%s alone', async (option) => {
    const { code, stderr } = await review([stack(), option, '2026-12-31']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${option} belongs to an approval. Name the file`)]);
  });

  it.each([
    ['is no JSON', '{', 3, /The approvals are not JSON/],
    ['cannot be written', undefined, 2, /cannot be written: there is no folder .*none\. Make it first/],
  ])('a file that %s', async (_what, content, expected, says) => {
    const made = stack();
    const file = content === undefined ? join(made, 'none', 'a.json') : join(made, '..', 'a.json');
    if (content !== undefined) writeFileSync(file, content);
    const { code, stderr } = await review(write(made, file));
    expect([code, stderr]).toEqual([expected, expect.stringMatching(says)]);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(content);
  });
});
