/** Ephemeral resources and write-only attributes, over the wire. */
import { attribute, ephemeralResource, provider, schema, UNKNOWN, warning } from 'terraform-plugin-sdk-ts';
import type { DiagnosticError } from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { methodsOf } from '../../providers/plugin-sdk/server';
import { complete, encode } from '../../providers/plugin-sdk/testing/objects';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { tokenProvider, type TokenDefinition } from './support/token-provider';

const TOKEN = 'x_token';
const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

async function start(changes: Partial<TokenDefinition> = {}) {
  const tokens = tokenProvider(changes);
  const driver = await ProviderDriver.start(tokens.served);
  drivers.push(driver);
  return { ...tokens, driver };
}

describe('an ephemeral resource', () => {
  it('is opened, renewed as long as it asks for it, and closed', async () => {
    const { driver, did } = await start();
    const before = Date.now();
    const opened = await driver.openEphemeral(TOKEN, { user: 'ada' });
    expect(opened.result).toEqual({ user: 'ada', scope: 'all', secret: 'ada-secret', timeouts: null });
    expect(opened.renewAt?.getTime()).toBeGreaterThan(before);
    await opened.renew();
    expect(opened.renewAt).toBeUndefined();
    await opened.close();
    expect(did).toEqual(['open ada', 'renew ada', 'close ada']);
  });

  it('is not opened before all that it asks for is known', async () => {
    const { driver, did } = await start();
    const opened = await driver.openEphemeral(TOKEN, { user: UNKNOWN, scope: 'one' });
    expect(opened.result).toMatchObject({ user: UNKNOWN, scope: 'one', secret: UNKNOWN });
    await opened.renew();
    await opened.close();
    expect(did).toEqual([]);
  });

  it('fails with what the author says, and with what he did not mean to say', async () => {
    const { driver } = await start({
      renew: () => Promise.reject(new TypeError('x is undefined')),
      close: async ({ warn }) => warn(warning('Left open', 'It was not closed.')),
    });
    await expect(driver.openEphemeral(TOKEN, { user: 'nobody' })).rejects.toMatchObject({
      diagnostics: [{ summary: 'No such user', path: [{ name: 'user' }] }],
    });
    const opened = await driver.openEphemeral(TOKEN, { user: 'ada' });
    await expect(opened.renew()).rejects.toThrow('The provider failed unexpectedly: TypeError: x is undefined');
    await opened.close();
  });

  it('must not answer with something else than it was asked for', async () => {
    const { driver } = await start({
      open: async ({ config }) => ({ ...config, user: 'eve', secret: 's' }),
    });
    const failed = await driver.openEphemeral(TOKEN, { user: 'ada' }).catch((cause: unknown) => cause);
    expect((failed as DiagnosticError).diagnostics).toMatchObject([
      { summary: 'Provider produced invalid ephemeral resource instance', path: [{ name: 'user' }] },
    ]);
  });

  it('is validated, and announced', async () => {
    const { driver } = await start({
      validate: () => [warning('Odd name', 'It is odd.', 'user')],
    });
    expect(await driver.validateEphemeral(TOKEN, {})).toMatchObject([{ summary: 'Missing required argument' }]);
    expect(await driver.validateEphemeral(TOKEN, { user: 'ada' })).toMatchObject([{ severity: 'warning' }]);
    const client = await ProviderClient.start(tokenProvider().served);
    const metadata = await client.call('GetMetadata', {});
    expect(metadata.ephemeralResources).toEqual([{ typeName: TOKEN }]);
    const { ephemeralResourceSchemas } = await client.call('GetProviderSchema', {});
    expect(Object.keys(ephemeralResourceSchemas)).toEqual([TOKEN]);
    await client.close();
  });

  it('without renew or close has nothing to do there', async () => {
    const {
      name,
      schema: declared,
      open,
    } = {
      name: 'x_bare',
      schema: schema({ description: 'd', attributes: {} }),
      open: async () => ({}),
    };
    const bare = provider({
      ...tokenProvider().served,
      ephemeralResources: [ephemeralResource({ name, schema: declared, open })],
    });
    const driver = await ProviderDriver.start(bare);
    drivers.push(driver);
    const opened = await driver.openEphemeral('x_bare');
    await opened.renew();
    await opened.close();
    expect(opened).toMatchObject({ result: {}, renewAt: undefined });
  });

  it('cannot have what is never read back', () => {
    const secret = attribute.string({ description: 'd', optional: true, writeOnly: true });
    const declared = schema({ description: 'd', attributes: { secret } });
    expect(() => ephemeralResource({ name: 'x', schema: declared, open: async () => ({ secret: null }) })).toThrow(
      'attribute secret of an ephemeral resource cannot be write-only',
    );
  });
});

it('what is write-only reaches operations by their configuration, and nothing else', async () => {
  const { driver, vaults } = await start();
  const config = { name: 'v', secret: 's', secret_version: 1, inner: { pin: 7 } };
  const plan = await driver.plan('x_vault', config);
  expect(plan.planned).toMatchObject({ secret: null, inner: { pin: null } });
  const created = await driver.applyPlan('x_vault', config, null, plan);
  expect(created?.state).toMatchObject({ secret: null, secret_version: 1, inner: { pin: null } });
  expect((await driver.plan('x_vault', { ...config, secret: 'other' }, created)).action).toBe('no-op');
  await driver.apply('x_vault', { ...config, secret: 't', secret_version: 2 }, created);
  expect(vaults.get('v')).toBe('"t" {"pin":7}');
});

describe('write-only attributes, which Terraform before 1.11 would store in clear,', () => {
  const said = async (config: object, clientCapabilities?: object) => {
    const { served } = tokenProvider();
    const client = ProviderClient.inProcess(methodsOf(served));
    const [vault] = served.resources;
    const answer = await client.call('ValidateResourceConfig', {
      typeName: 'x_vault',
      config: encode(vault!.schema, complete(vault!.schema, { name: 'n', ...config })),
      clientCapabilities: clientCapabilities as never,
    });
    return answer.diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`);
  };
  const knows = { deferralAllowed: false, writeOnlyAttributesAllowed: true };

  it.each([undefined, { deferralAllowed: true, writeOnlyAttributesAllowed: false }])(
    'are refused with the version that they need, for a client that says %j of itself',
    async (capabilities) => {
      const refused = /^Write-only attribute not supported: .*Use Terraform 1\.11, OpenTofu 1\.11, or later/;
      const found = await said({ secret: 's3cret', inner: { pin: UNKNOWN } }, capabilities);
      expect(found).toEqual([expect.stringMatching(refused), expect.stringMatching(refused)]);
      expect(found[1]).toContain('At inner.pin.');
      expect(found.join()).not.toContain('s3cret');
      expect(await said({ secret: null, inner: { pin: null } }, capabilities)).toEqual([]);
    },
  );

  it('are taken from a client that knows them', async () => {
    expect(await said({ secret: 's3cret', inner: { pin: 1 } }, knows)).toEqual([]);
  });
});
