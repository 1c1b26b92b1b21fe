/** Which tenant each object of a plan is on. */
import { partsOfPlan, type PlanJson } from '../../../steering';

const OURS = 'netskopesteering_certificate_pinned_app';
const source = 'terraform.local/community/netskopesteering';
const provider = (url?: object, more: object = {}) => ({
  name: 'netskopesteering',
  full_name: source,
  ...(url !== undefined && { expressions: { server_url: url } }),
  ...more,
});
const url = (name: string) => ({ constant_value: `https://${name}.goskope.com/api/v2` });
const written = (name: string, key: string) => ({ address: `${OURS}.${name}`, provider_config_key: key });
const change = (address: string, actions: readonly string[] = ['update'], id = address) => ({
  address,
  mode: 'managed',
  type: OURS,
  name: 'x',
  change: { actions, before: { id }, after: { id } },
});

function plan(providers: object, modules: object, ...changes: readonly object[]): PlanJson {
  return {
    format_version: '1.2',
    variables: { url: { value: 'https://three.goskope.com/api/v2' } },
    configuration: { provider_config: providers, root_module: modules },
    resource_changes: changes,
  } as PlanJson;
}

const told = (json: PlanJson, environment?: string) =>
  partsOfPlan(json, environment).map(
    ({ plan: { resource_changes: changes = [] }, providers, serverUrl, notJudged }) => ({
      providers: providers.join(),
      url: serverUrl?.replace(/^https:..(\w+).*/, '$1'),
      has: changes.map(({ address }) => address.replace(`${OURS}.`, '')).join(),
      judged: notJudged.length === 0,
    }),
  );

const TWO = { netskopesteering: provider(url('one')), 'netskopesteering.two': provider(url('two')) };
const RESOURCES = { resources: [written('a', 'netskopesteering'), written('b', 'netskopesteering.two')] };
const both = [change(`${OURS}.a`), change(`${OURS}.b["x"]`)];

test.each<[what: string, json: PlanJson, environment: string | undefined, parts: readonly object[]]>([
  [
    'one provider configuration',
    plan({ netskopesteering: provider() }, { resources: [written('a', 'netskopesteering')] }, both[0]!),
    undefined,
    [{ providers: 'netskopesteering', url: undefined, has: 'a', judged: true }],
  ],
  [
    'no configuration at all',
    plan({}, {}, ...both),
    undefined,
    [{ providers: 'netskopesteering', url: undefined, has: 'a,b["x"]', judged: true }],
  ],
  [
    'two tenants',
    plan(TWO, RESOURCES, ...both),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: true },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"]', judged: true },
    ],
  ],
  [
    'two provider configurations of one tenant',
    plan(
      { ...TWO, 'netskopesteering.two': provider({ constant_value: 'https://ONE.goskope.com/api/v2/' }) },
      RESOURCES,
      ...both,
    ),
    undefined,
    [{ providers: 'netskopesteering,netskopesteering.two', url: 'one', has: 'a,b["x"]', judged: true }],
  ],
  [
    'an address from the environment, which is not known',
    plan({ ...TWO, netskopesteering: provider() }, RESOURCES, ...both),
    undefined,
    [
      { providers: 'netskopesteering', url: undefined, has: 'a', judged: false },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"]', judged: false },
    ],
  ],
  [
    'an address from the environment',
    plan({ ...TWO, netskopesteering: provider() }, RESOURCES, ...both),
    'https://one.goskope.com/api/v2',
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: true },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"]', judged: true },
    ],
  ],
  [
    'the environment names the second tenant',
    plan({ ...TWO, netskopesteering: provider() }, RESOURCES, ...both),
    'https://two.goskope.com/api/v2',
    [{ providers: 'netskopesteering,netskopesteering.two', url: 'two', has: 'a,b["x"]', judged: true }],
  ],
  [
    'an address in a variable',
    plan({ ...TWO, 'netskopesteering.two': provider({ references: ['var.url'] }) }, RESOURCES, ...both),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: true },
      { providers: 'netskopesteering.two', url: 'three', has: 'b["x"]', judged: true },
    ],
  ],
  [
    'an address that only terraform knows',
    plan({ ...TWO, 'netskopesteering.two': provider({ references: ['local.url'] }) }, RESOURCES, ...both),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: false },
      { providers: 'netskopesteering.two', url: undefined, has: 'b["x"]', judged: false },
    ],
  ],
  [
    'modules in modules',
    plan(
      TWO,
      {
        resources: [written('a', 'netskopesteering')],
        module_calls: {
          m: { module: { module_calls: { n: { module: { resources: [written('b', 'netskopesteering.two')] } } } } },
        },
      },
      both[0]!,
      change(`module.m[0].module.n["x.y"].${OURS}.b[3]`),
    ),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: true },
      { providers: 'netskopesteering.two', url: 'two', has: 'module.m[0].module.n["x.y"].b[3]', judged: true },
    ],
  ],
  [
    'what is no longer written may be on either',
    plan(TWO, RESOURCES, ...both, change(`${OURS}.c`, ['delete'])),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a,c', judged: false },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"],c', judged: false },
    ],
  ],
  [
    'what is no longer written and stays is no doubt',
    plan(TWO, RESOURCES, ...both, change(`${OURS}.c`, ['no-op'])),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a,c', judged: true },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"],c', judged: true },
    ],
  ],
  [
    'an id that one tenant has under another address tells',
    plan(TWO, RESOURCES, ...both, change(`${OURS}.c`, ['delete'], `${OURS}.a`)),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a', judged: true },
      { providers: 'netskopesteering.two', url: 'two', has: 'b["x"],c', judged: true },
    ],
  ],
  [
    'a provider configuration of a module serves what is in it',
    plan(
      {
        netskopesteering: provider(url('one')),
        'module.m:netskopesteering': provider(url('two'), { module_address: 'module.m' }),
      },
      {
        resources: [written('a', 'netskopesteering')],
        module_calls: { m: { module: { resources: [written('b', 'module.m:netskopesteering')] } } },
      },
      both[0]!,
      change(`module.m.${OURS}.b`),
      change(`${OURS}.c`, ['delete']),
    ),
    undefined,
    [
      { providers: 'netskopesteering', url: 'one', has: 'a,c', judged: true },
      { providers: 'module.m:netskopesteering', url: 'two', has: 'module.m.b', judged: true },
    ],
  ],
])('%s', (_what, json, environment, parts) => {
  expect(told(json, environment)).toEqual(parts);
});
