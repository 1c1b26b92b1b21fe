/** White space in names: refused where it is written, and no obstacle where a tenant has it already. */
import { netskope } from '../../providers/netskope/provider';
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { leavesOf, valueAt } from '../support/every-attribute';
import { WHOLES, WHOLES_WITH_UNITS, type Whole } from '../support/samples';
import { one, page, startStub, TOKEN } from './client/support/stub-tenant';
import { closeLater, Stage, startDriver } from './support/drive';

/** Free text, which may have several lines and end as a heredoc ends. */
const FREE_TEXT = ['notes'];
const LINE_BREAK = '\n';

/** Every text that a sample writes: a leaf, or what stands in one. */
const texts = [...WHOLES, ...WHOLES_WITH_UNITS].flatMap((sample) =>
  leavesOf(sample)
    .filter((leaf) => !FREE_TEXT.includes(leaf) && /"/.test(JSON.stringify(valueAt(sample.config, leaf))))
    .map((leaf): [string, Whole, string] => [`${sample.type}.${sample.name}: ${leaf}`, sample, leaf]),
);

/** The same with a line break at the end of each text there. */
function broken(value: unknown): unknown {
  if (typeof value === 'string') return value + LINE_BREAK;
  if (Array.isArray(value)) return value.map(broken);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, broken(part)]));
}

function withChange(object: unknown, [name = '', ...rest]: readonly string[], value: unknown): Configuration {
  const record = object as Readonly<Record<string, unknown>>;
  return { ...record, [name]: rest.length === 0 ? value : withChange(record[name], rest, value) };
}

describe('a line break at the end', () => {
  it.each(texts)('is refused in %s', async (_, { type, config }, leaf) => {
    const driver = await startDriver({ server_url: 'http://127.0.0.1:1/api/v2', api_key: 'token' }, netskope);
    const plain = JSON.parse(JSON.stringify(config).replace(/\$\{[^}]*\}/g, '0')) as Configuration;
    const changed = withChange(plain, leaf.split('.'), broken(valueAt(plain, leaf)));
    const errors = (await driver.validate(type, changed)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path: [step] = [] }) => step)).toContainEqual({
      kind: 'attribute',
      name: leaf.split('.')[0],
    });
  });

  it('is the end of free text', async () => {
    const { driver } = await Stage.start();
    const config = { configuration_id: '0', domains: ['a.example'], notes: 'first\nsecond\n' };
    expect(await driver.validate('netskopesteering_domain_exception', config)).toEqual([]);
  });
});

describe('an object whose names have white space on the tenant', () => {
  const groups = [' sales\n', 'presales '];

  async function odd() {
    const object = {
      config_id: 7,
      config_name: ' Sales\t',
      enabled: true,
      priority: 1,
      traffic_type: 'web',
      user_groups: groups,
      etag: 'e',
    };
    const stub = closeLater(
      await startStub((asked) =>
        asked.method === 'PATCH' ? one({ ...object, ...(asked.body as object) }) : page(asked, [object]),
      ),
    );
    const driver = await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
    return { stub, driver };
  }

  const type = 'netskopesteering_configuration';
  const config = { name: 'Sales', enabled: true, traffic_mode: 'web', user_groups: ['presales', 'sales'] };

  it('is imported without it, and plans empty with what may be written', async () => {
    const { driver } = await odd();
    const imported = await driver.importResource(type, '7');
    expect(imported?.state).toMatchObject({ name: 'Sales', user_groups: ['sales', 'presales'] });
    expect(await driver.validate(type, config)).toEqual([]);
    expect((await driver.plan(type, config, imported)).action).toBe('no-op');
    expect((await driver.plan(type, config, await driver.read(type, imported!))).action).toBe('no-op');
  });

  it('is changed like any other', async () => {
    const { driver, stub } = await odd();
    const imported = await driver.importResource(type, '7');
    await driver.apply(type, { ...config, steer_dns: true }, imported);
    expect(stub.asked.at(-1)?.body).toMatchObject({ config_name: 'Sales', steer_dns: true });
  });
});
