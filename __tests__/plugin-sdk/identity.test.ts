/** The identities of objects through their life, as Terraform 1.12 and later keep them. */
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { DiagnosticError } from 'terraform-plugin-sdk-ts';
import type { ApplyError } from 'terraform-plugin-sdk-ts/testing';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { boxes, EU, TYPE, type BoxDefinition } from './support/box-provider';

const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

async function start(changes: Partial<BoxDefinition> = {}) {
  const { stored, served } = boxes(changes);
  const driver = await ProviderDriver.start(served);
  drivers.push(driver);
  return { driver, stored };
}

const refusal = (run: Promise<unknown>): Promise<DiagnosticError> =>
  run.then(
    () => {
      throw new Error('it was not refused');
    },
    (cause: unknown) => cause as DiagnosticError,
  );
describe('the identity of an object', () => {
  it('comes with its creation, stays in reads, plans and updates, and goes with it', async () => {
    const { driver } = await start();
    expect((await driver.plan(TYPE, { region: 'eu' })).identity).toBeUndefined();
    const made = await driver.apply(TYPE, { region: 'eu' });
    expect(made?.identity).toEqual(EU);
    const read = await driver.read(TYPE, made!);
    expect(read?.identity).toEqual(EU);
    expect((await driver.plan(TYPE, { region: 'eu', text: 'a' }, read)).identity).toEqual(EU);
    const updated = await driver.apply(TYPE, { region: 'eu', text: 'a' }, read);
    expect(updated).toMatchObject({ state: { text: 'a' }, identity: EU });
    expect((await driver.plan(TYPE, null, updated)).identity).toEqual(EU);
    expect(await driver.apply(TYPE, null, updated)).toBeNull();
  });

  it('is found out for an object that was stored without one, as by an older version', async () => {
    const { driver } = await start();
    const { identity: _, ...older } = (await driver.apply(TYPE, { region: 'eu' }))!;
    expect((await driver.plan(TYPE, { region: 'eu', text: 'a' }, older)).identity).toBeUndefined();
    expect((await driver.read(TYPE, older))?.identity).toEqual(EU);
    expect((await driver.apply(TYPE, { region: 'eu', text: 'a' }, older))?.identity).toEqual(EU);
  });

  it('must not change while the object lives; then the object and its new identity are kept beside the error', async () => {
    const { driver, stored } = await start();
    const made = await driver.apply(TYPE, { region: 'eu' });
    const failed = (await refusal(driver.apply(TYPE, { region: 'us', text: 'a' }, made))) as ApplyError;
    expect(failed.message).toContain('the identity of an object has changed, in region');
    expect(failed.instance).toMatchObject({ state: { text: 'a' }, identity: { ...EU, region: 'us' } });
    stored.set(1, { id: 1, region: 'eu', text: null });
    expect((await refusal(driver.read(TYPE, failed.instance!))).message).toContain('has changed, in region');
  });

  it('is kept where an operation fails', async () => {
    const fail = () => Promise.reject(new Error('no'));
    const saving: BoxDefinition['update'] = async ({ saveState, planned, prior }) => {
      saveState({ ...planned, id: prior.id });
      return fail();
    };
    const { driver } = await start({ read: fail, update: fail, delete: fail });
    const made = await driver.apply(TYPE, { region: 'eu' });
    const instance = async (run: Promise<unknown>) => ((await refusal(run)) as ApplyError).instance;
    expect(await instance(driver.apply(TYPE, { region: 'eu', text: 'a' }, made))).toEqual(made);
    expect(await instance(driver.apply(TYPE, null, made))).toEqual(made);
    const { driver: other } = await start({ update: saving });
    const half = await instance(other.apply(TYPE, { region: 'eu', text: 'a' }, made));
    expect(half).toMatchObject({ state: { text: 'a' }, identity: EU });
    const { driver: third } = await start({
      create: async ({ saveState, planned }) => {
        saveState({ ...planned, id: 1 });
        return fail();
      },
    });
    expect(await instance(third.apply(TYPE, { region: 'eu' }))).toMatchObject({ state: { id: 1 }, identity: EU });
  });

  it.each<[string, NonNullable<BoxDefinition['identityOf']>, string]>([
    ['throws', () => JSON.parse('{') as never, 'SyntaxError'],
    ['returns nothing', () => null as never, 'its root'],
    ['leaves out what must be there', () => ({ region: 'eu' }) as never, 'identityOf of x_box leaves id null'],
    ['leaves a part unknown', () => ({ ...EU, id: UNKNOWN }) as never, 'leaves id unknown'],
    ['gives another type', () => ({ ...EU, id: '1' }) as never, 'at id, not a number'],
    [
      'gives what was not declared',
      () => ({ ...EU, colour: 'red' }) as never,
      'colour, which the schema does not know',
    ],
  ])('of an identityOf that %s is a bug, and the object is not lost', async (_, identityOf, why) => {
    const { driver } = await start({ identityOf });
    const failed = (await refusal(driver.apply(TYPE, { region: 'eu' }))) as ApplyError;
    expect(failed.diagnostics).toMatchObject([{ detail: expect.stringContaining(why) }]);
    expect(failed.instance).toMatchObject({ state: { id: 1 } });
    expect(failed.instance?.identity).toBeUndefined();
    expect((await refusal(driver.read(TYPE, { ...failed.instance!, identity: EU }))).message).toContain(why);
  });
});

describe('an import by identity', () => {
  it('gives what the identity tells; the read that follows completes both', async () => {
    const { driver, stored } = await start();
    stored.set(7, { id: 7, region: 'eu', text: 'found' });
    const found = await driver.importResource(TYPE, { identity: { region: 'eu', id: 7 } });
    expect(found).toMatchObject({ state: { id: 7, text: 'found' }, identity: { ...EU, id: 7 } });
    expect(Buffer.from(found!.privateBytes).toString()).toBe('');
    expect((await driver.importResource(TYPE, '7'))?.identity).toEqual({ ...EU, id: 7 });
    expect(await driver.importResource(TYPE, { identity: { region: 'eu', id: 8 } })).toBeNull();
  });

  it('may name the object in another way than it names itself, once', async () => {
    const { driver, stored } = await start();
    stored.set(7, { id: 7, region: 'us', text: 'found' });
    const found = await driver.importResource(TYPE, { identity: { region: 'eu', id: 7, tenant: 'yours' } });
    expect(found?.identity).toEqual({ region: 'us', id: 7, tenant: 'mine' });
    stored.set(7, { id: 7, region: 'eu', text: 'found' });
    expect((await refusal(driver.read(TYPE, found!))).message).toContain('has changed, in region');
  });

  it('keeps private state that the author sets', async () => {
    const { driver, stored } = await start({
      importIdentity: async ({ identity: { id }, privateState }) => (privateState.set('etag', 'e'), { id }),
    });
    stored.set(7, { id: 7, region: 'eu', text: null });
    const found = await driver.importResource(TYPE, { identity: { region: 'eu', id: 7 } });
    expect(Buffer.from(found!.privateBytes).toString()).toBe('{"etag":"e"}');
  });

  it('says what is wrong with the identity', async () => {
    const { driver } = await start();
    const message = async (given: object) =>
      (await refusal(driver.importResource(TYPE, { identity: given as never }))).message;
    expect(await message({ region: 'eu' })).toContain('Missing required argument');
    expect(await message({ region: 'eu', id: 1.5 })).toContain('1.5 is not a whole number');
    expect(await message({ region: 'asia', id: 1 })).toContain('"asia" is not one of "eu", "us"');
    expect(await message({ region: 'eu', id: UNKNOWN })).toContain('must be known in the plan');
  });
});

describe('a stored identity', () => {
  it('is read as it is at the same version, upgraded from an older one, and refused where nobody can', async () => {
    const { driver } = await start();
    expect(await driver.upgradeIdentity(TYPE, 2, { region: 'eu', id: 7, gone: 1 })).toEqual({
      ...EU,
      id: 7,
      tenant: null,
    });
    expect(await driver.upgradeIdentity(TYPE, 0, { name: 'abc' })).toEqual({ region: 'eu', id: 3, tenant: null });
    expect((await refusal(driver.upgradeIdentity(TYPE, 1, {}))).diagnostics).toMatchObject([
      { summary: 'Identity cannot be upgraded', detail: expect.stringContaining('intermediate version') },
    ]);
    expect((await refusal(driver.upgradeIdentity(TYPE, 3, {}))).message).toContain('newer version');
    expect((await refusal(driver.upgradeIdentity(TYPE, 2, 'junk'))).message).toContain('not valid JSON');
  });

  it('that is not there stays so', async () => {
    const { driver } = await start();
    expect(await driver.upgradeIdentity(TYPE, 0, '')).toBeNull();
    expect(await driver.upgradeIdentity(TYPE, 0, 'null')).toBeNull();
  });
});
