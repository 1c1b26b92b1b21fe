/** Patterns that clients run as PCRE: a tenant holds them all, a configuration all that some engine may compile. */
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Configuration, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { findingsOf, idOf, objectId, Stage } from '../support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
/** The vendor's own samples. */
const LOOKAHEAD = '^(?!.com\\.microsoft\\.emmx).*$';
const BROKEN = '^([a-zA-Z0-9_\\-\\]+).exe';

const windows = (...processes: readonly unknown[]) =>
  ({ name: 'A', windows: { match: 'regex', processes } }) as Configuration;

/** What a plan warns of: the way to it, and the patterns in its words. */
/** The warnings without those of guardrails, which have a test of their own. */
const unjudged = (warnings: ProviderDriver['warnings']) =>
  warnings.filter(({ summary }) => !summary.startsWith('Guardrail '));
const warned = ({ warnings }: ProviderDriver) =>
  unjudged(warnings.splice(0)).map(({ detail, path = [] }) => {
    const patterns = detail.split('. A tenant takes')[0]!.match(/"(?:[^"\\]|\\.)*"(?= \()/g) ?? [];
    return [
      ...path.map((step) => ('name' in step ? step.name : '?')),
      ...patterns.map((one) => JSON.parse(one) as string),
    ];
  });

describe.each([
  ['a lookahead', LOOKAHEAD],
  ['a lookbehind', '(?<=Whats)App'],
  ['a back-reference', '(a|b)\\1'],
  ['an atomic group', '(?>a+)b'],
  ['a possessive quantifier', 'a++b'],
  ['a condition', '(a)?(?(1)b|c)'],
  ['a recursion', '(a(?R)?b)'],
  ['a name in quotes', "(?'n'a)\\k'n'"],
  ['an escape of PCRE alone', 'a\\Kb\\R\\h'],
  ['a comment', '(?#a)b'],
  ['a verb', '(*UTF8)a'],
  ['a quantifier that RE2 takes for text', 'a{,3}'],
])('%s', (_, pattern) => {
  it('is created, read and imported, with nothing to change afterwards', async () => {
    const stage = await Stage.start();
    const app = await stage.settle(APP, windows(pattern));
    expect(stage.tenant.store.apps.get(objectId(app))?.platforms).toEqual({
      windows: { match: 'regex', processes: [pattern] },
    });
    expect(app.state).toMatchObject({ windows: { processes: [pattern] } });
  });

  it('is warned of by a plan at the pattern, and by no validation', async () => {
    const { driver } = await Stage.start();
    expect(await driver.validate(APP, windows(pattern))).toEqual([]);
    await driver.plan(APP, windows('a', pattern));
    const [warning] = driver.warnings;
    expect(warning?.severity).toBe('warning');
    expect(warning?.detail).toMatch(/Outside RE2.*no decision, traffic test or review can prove what it matches/);
    expect(warned(driver)).toEqual([['windows', 'processes', pattern]]);
  });
});

it('is warned of while it is new, and not where it is stored, read or imported', async () => {
  const stage = await Stage.start();
  const created = await stage.driver.apply(APP, windows(LOOKAHEAD));
  const driver = await stage.newDriver();
  const read = await driver.read(APP, created!);
  const imported = await driver.importResource(APP, idOf(created));
  await driver.plan(APP, windows(LOOKAHEAD), read);
  await driver.plan(APP, windows(LOOKAHEAD), imported);
  await driver.plan(APP, { ...windows(LOOKAHEAD), name: 'B' }, read);
  await driver.plan(APP, windows(LOOKAHEAD, 'b'), read);
  await driver.plan(APP, windows('b'), read);
  expect(warned(driver)).toEqual([]);
  await driver.plan(APP, windows(LOOKAHEAD, 'a(?=b)'), read);
  expect(warned(driver)).toEqual([['windows', 'processes', 'a(?=b)']]);
  await driver.plan(APP, { ...windows(LOOKAHEAD), linux: { match: 'regex', processes: [LOOKAHEAD] } }, read);
  expect(warned(driver)).toEqual([['linux', 'processes', LOOKAHEAD]]);
});

it('is warned of where exact names become patterns', async () => {
  const { driver } = await Stage.start();
  const config = (match: string) => ({ name: 'A', ios: { match, processes: ['a(?=b)'] } });
  const created = await driver.apply(APP, config('exact'));
  expect(warned(driver)).toEqual([]);
  await driver.plan(APP, config('regex'), created);
  expect(warned(driver)).toEqual([['ios', 'processes', 'a(?=b)']]);
});

it.each<[string, Configuration]>([
  ['the patterns', { name: 'A', windows: { match: 'regex', processes: UNKNOWN } }],
  ['a pattern', windows(UNKNOWN, 'a')],
  ['how they are matched', { name: 'A', windows: { match: UNKNOWN, processes: [LOOKAHEAD] } }],
  ['the platform', { name: 'A', windows: UNKNOWN }],
])('nothing is warned of while %s is not known', async (_, config) => {
  const { driver } = await Stage.start();
  await driver.plan(APP, config);
  expect(warned(driver)).toEqual([]);
});

describe('what no engine compiles', () => {
  it.each([BROKEN, '(', 'a)', '*', 'a|+', 'a**', '[z-a]', 'a{2,1}', 'a\\', '(?=a', '(?<=a'])(
    'is refused in a configuration, at the pattern: %s',
    async (pattern) => {
      const { driver } = await Stage.start();
      const found = await findingsOf(driver.plan(APP, windows('a', pattern)));
      const text = expect.stringContaining(`Broken process pattern: ${JSON.stringify(pattern)}`) as string;
      expect(found).toEqual([{ text, at: 'windows.processes' }]);
    },
  );

  /** By hand, on the tenant. */
  async function withBroken() {
    const stage = await Stage.start();
    const created = await stage.driver.apply(APP, windows('a'));
    const { apps } = stage.tenant.store;
    const stored = apps.get(objectId(created!))!;
    apps.put(stored.id, { ...stored, platforms: { windows: { match: 'regex', processes: ['(', BROKEN] } } });
    return { stage, id: idOf(created), created: created!, driver: await stage.newDriver() };
  }

  it('is read and imported where a tenant holds it, without a word', async () => {
    const { id, created, driver } = await withBroken();
    const held = { windows: { match: 'regex', processes: ['(', BROKEN] } };
    expect((await driver.read(APP, created))?.state).toMatchObject(held);
    expect((await driver.importResource(APP, id))?.state).toMatchObject(held);
    expect(await driver.readData(APP, { id })).toMatchObject(held);
    expect(driver.warnings).toEqual([]);
  });

  it('gives way to what is configured', async () => {
    const { stage, created, driver } = await withBroken();
    const read = await driver.read(APP, created);
    await driver.apply(APP, windows(LOOKAHEAD), read);
    expect(stage.tenant.store.apps.get(objectId(created))?.platforms).toEqual({
      windows: { match: 'regex', processes: [LOOKAHEAD] },
    });
  });
});
