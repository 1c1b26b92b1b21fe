/** ci/check-stack.mjs: what a stack may do before terraform is let at it, and what of it is refused. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FINE, PLAN, type Stack } from './support/fine-stack';
import { Job } from './support/job';

let job: Job;
beforeEach(() => (job = new Job(['emea'])));
afterEach(() => job.remove());

async function check(stack: Stack, name = 'emea') {
  job.write(`cdktf.out/stacks/${name}/cdk.tf.json`, typeof stack === 'string' ? stack : JSON.stringify(stack));
  return job.run('check-stack.mjs', name, { NETSKOPE_API_KEY: 'the-token' });
}
const changed = (base: Stack, change: (stack: Stack) => void): Stack => {
  const stack = structuredClone(base);
  change(stack);
  return stack;
};
const house = (stack: Stack) => stack.resource.netskopesteering_default_configuration.d;

it.each<[what: string, stack: Stack, name: string]>([
  ['what the example synthesizes', FINE, 'emea'],
  [
    'blocks in lists, at every level',
    { ...FINE, resource: [{ netskopesteering_domain_exception: [{ e: [{}] }] }] },
    'emea',
  ],
  [
    'a state whose name may have no "-"',
    changed(FINE, ({ terraform }) => (terraform.backend.pg.schema_name = 'netskope_steering_us_east')),
    'us-east',
  ],
])('lets pass %s', async (_what, stack, name) => {
  expect(await check(stack, name)).toEqual({ exitCode: 0, output: '' });
});

it.each<[what: string, change: (stack: Stack) => void, says: string]>([
  [
    'a program beside a resource',
    (stack) => (house(stack).provisioner = { 'local-exec': { command: 'env' } }),
    'a "provisioner" is not allowed',
  ],
  [
    'a program that runs when something is let go',
    (stack) => (stack.removed = [{ from: 'x.y', provisioner: [{ 'local-exec': {} }] }]),
    'a "provisioner"',
  ],
  ['a connection', (stack) => (house(stack).connection = { host: 'evil.example' }), 'a "connection"'],
  [
    'a data source that runs a program',
    (stack) => (stack.data.external = { x: { program: ['env'] } }),
    'a data source of type "external"',
  ],
  [
    'a data source that asks a server',
    (stack) => (stack.data.http = { x: { url: 'https://evil.example' } }),
    'a data source of type "http"',
  ],
  [
    'a data source among a list',
    (stack) => (stack.data = [stack.data, { http: { x: {} } }]),
    'a data source of type "http"',
  ],
  [
    'another provider’s resource',
    (stack) => (stack.resource.null_resource = { x: {} }),
    'a resource of type "null_resource"',
  ],
  [
    'terraform’s own resource',
    (stack) => (stack.resource.terraform_data = { x: {} }),
    'a resource of type "terraform_data"',
  ],
  ['a type that begins alike', (stack) => (stack.resource.netskopesteeringx_y = { x: {} }), '"netskopesteeringx_y"'],
  ['a module', (stack) => (stack.module = { m: { source: './m' } }), 'the module "m" of "./m"'],
  [
    'an unknown provider',
    (stack) => (stack.terraform.required_providers.evil = { source: 'evil/evil' }),
    'the provider "evil" of "evil/evil"',
  ],
  [
    'our provider from elsewhere',
    (stack) => (stack.terraform.required_providers.netskopesteering.source = 'evil/netskopesteering'),
    'the provider "netskopesteering" of "evil/netskopesteering"',
  ],
  [
    'our provider without a source',
    (stack) => (stack.terraform.required_providers.netskopesteering = '0.1.0'),
    'of "an unknown source"',
  ],
  ['a provider that is not required', (stack) => (stack.provider.aws = [{}]), 'the provider "aws" is not among'],
  [
    'a provider’s name that every object has',
    (stack) => (stack.provider.constructor = [{}]),
    'the provider "constructor" is not among',
  ],
  [
    'another address of the tenant',
    (stack) => (stack.provider.netskopesteering[0].server_url = 'https://evil.example'),
    'has "server_url"',
  ],
  [
    'another address of the tenant, by an alias',
    (stack) => stack.provider.netskopesteering.push({ alias: 'two', server_url: 'x' }),
    'has "alias"',
  ],
  [
    'whom the provider trusts',
    (stack) => (stack.provider.netskopesteering[0].ca_certificate_file = '/tmp/ca.pem'),
    'has "ca_certificate_file"',
  ],
  [
    'another kind of state',
    (stack) => (stack.terraform.backend = { http: { address: 'https://evil.example' } }),
    'its state is kept at {"http"',
  ],
  [
    'the state of another stack',
    (stack) => (stack.terraform.backend.pg.schema_name = 'netskope_steering_apac'),
    'its state is kept at',
  ],
  [
    'another server of the state',
    (stack) => (stack.terraform.backend.pg.conn_str = 'postgres://evil.example'),
    'its state is kept at',
  ],
  ['no state', (stack) => delete stack.terraform.backend, 'its state is kept at 0 places'],
  ['two states', (stack) => (stack.terraform.cloud = { organization: 'x' }), 'its state is kept at 2 places'],
  ['two blocks about state', (stack) => (stack.terraform = [stack.terraform, { backend: {} }]), 'or several'],
  [
    'something else of terraform',
    (stack) => (stack.terraform.provider_meta = { x: {} }),
    '"provider_meta" in the block "terraform"',
  ],
  ['a check that asks', (stack) => (stack.check = { c: { data: { http: { x: {} } } } }), 'a block "check"'],
  ['an ephemeral resource', (stack) => (stack.ephemeral = {}), 'a block "ephemeral"'],
  ['a block of a later terraform', (stack) => (stack.action = {}), 'a block "action"'],
  ['a file of the runner', (stack) => (house(stack).notes = '${file("/proc/self/environ")}'), 'the function "file"'],
  [
    'a file of the runner, with a space',
    (stack) => (house(stack).notes = '${file ("/proc/self/environ")}'),
    'the function "file"',
  ],
  [
    'a file of the runner, in a text in a text',
    (stack) => (house(stack).notes = '${join("", ["${base64encode(file("/x"))}"])}'),
    'the function "file"',
  ],
  [
    'a file of the runner, by its whole name',
    (stack) => (house(stack).notes = '${core::file("/x")}'),
    'the function "core::file"',
  ],
  [
    'a file of the runner, in a directive',
    (stack) => (house(stack).notes = '%{ if fileexists("/x") }a%{ endif }'),
    'the function "fileexists"',
  ],
  [
    'a file of the runner, as the name of something',
    (stack) => (stack.locals = { x: { '${file("/x")}': 1 } }),
    'the function "file"',
  ],
  [
    'a template of a template',
    (stack) => (house(stack).notes = '${templatestring(local.x, {})}'),
    'the function "templatestring"',
  ],
  [
    'another provider’s function',
    (stack) => (house(stack).notes = '${provider::evil::run("x")}'),
    'the function "provider::evil::run"',
  ],
  [
    'a comment that hides code',
    (stack) => (house(stack).notes = '${ /* " */ file("/x") /* " */ }'),
    'cannot be read with certainty',
  ],
  ['a text that is not closed', (stack) => (house(stack).notes = '${"a'), 'cannot be read with certainty'],
])('refuses %s', async (_what, change, says) => {
  const { exitCode, output } = await check(changed(FINE, change));
  expect([exitCode, output]).toEqual([20, expect.stringContaining(says)]);
  expect(output).toContain('What is meant is named in ci/allowed.json');
  expect(output).not.toContain('the-token');
});

it('refuses a block that JSON.parse would not see, and what is no stack', async () => {
  const text = JSON.stringify(FINE).replace('"resource":', '"resource":{"null_resource":{"x":{}}},"resource":');
  expect(await check(text)).toMatchObject({ exitCode: 20, output: expect.stringContaining('"resource" stands twice') });
  const spelled = text.replace('"resource"', '"\\u0072esource"');
  expect(await check(spelled)).toMatchObject({ exitCode: 20 });
  for (const none of ['', '[]', 'null', '{"terraform":7}']) expect(await check(none)).toMatchObject({ exitCode: 20 });
});

it.each(['more.tf', 'override.tf.json', 'terraform.tfvars', '.terraform/modules/modules.json', 'errored.tfstate'])(
  'refuses %s beside the stack',
  async (name) => {
    job.write(`cdktf.out/stacks/emea/${name}`, '{}');
    const said = `${JSON.stringify(name.split('/')[0])} in cdktf.out/stacks/emea is nothing that synth writes there.`;
    expect(await check(FINE)).toMatchObject({ exitCode: 20, output: expect.stringContaining(said) });
  },
);

it('refuses a stack that is a link to somewhere else', async () => {
  job.write('cdktf.out/stacks/emea/steering.json', '{}');
  job.write('elsewhere.json', JSON.stringify(FINE));
  symlinkSync(join(job.folder, 'elsewhere.json'), join(job.folder, 'cdktf.out/stacks/emea/cdk.tf.json'));
  const { exitCode } = await job.run('check-stack.mjs', 'emea', {});
  expect(exitCode).toBe(20);
});

it('lets pass what its owners have allowed', async () => {
  const allowed = JSON.parse(job.read('ci/allowed.json')!);
  allowed.providers.random = { source: 'hashicorp/random', settings: ['alias'] };
  allowed.resources.push('random_pet');
  allowed.modules.push('acme/rows/net');
  job.write('ci/allowed.json', JSON.stringify(allowed));
  const stack = changed(FINE, (one) => {
    one.terraform.required_providers.random = { source: 'hashicorp/random' };
    one.provider.random = [{ alias: 'two' }];
    one.resource.random_pet = { x: {} };
    one.module = { rows: { source: 'acme/rows/net' } };
  });
  expect(await check(stack)).toEqual({ exitCode: 0, output: '' });
  job.write(
    'cdktf.out/stacks/emea/plan.json',
    JSON.stringify(
      changed(PLAN, ({ configuration }) => {
        const full_name = 'registry.terraform.io/hashicorp/random';
        configuration.provider_config.random = { name: 'random', full_name };
      }),
    ),
  );
  expect(await job.run('check-stack.mjs', ['emea', '--plan'], {})).toEqual({ exitCode: 0, output: '' });
});

it.each<[what: string, change: (plan: Stack) => void, says: string | undefined]>([
  ['only what is ours', () => undefined, undefined],
  [
    'something that the state still has',
    (plan) => plan.resource_changes.push({ mode: 'managed', type: 'null_resource' }),
    'a resource of type "null_resource"',
  ],
  [
    'a data source that waits',
    (plan) => plan.resource_changes.push({ mode: 'data', type: 'external' }),
    'a data source of type "external"',
  ],
  [
    'another provider',
    (plan) => (plan.configuration.provider_config.x = { name: 'x', full_name: 'evil.example/x/x' }),
    'the provider "x" of "evil.example/x/x"',
  ],
  [
    'a program in a module',
    (plan) =>
      (plan.configuration.root_module.module_calls = {
        m: {
          source: './m',
          module: { resources: [{ mode: 'managed', type: 'netskopesteering_domain_exception', provisioners: [{}] }] },
        },
      }),
    'a "provisioner" is not allowed',
  ],
  ['an action', (plan) => (plan.action_invocations = [{}]), 'an action is not allowed'],
  [
    'an ephemeral resource',
    (plan) => plan.configuration.root_module.resources.push({ mode: 'ephemeral', type: 'netskopesteering_x' }),
    'an "ephemeral" resource',
  ],
])('of a plan with %s', async (_what, change, says) => {
  job.write('cdktf.out/stacks/emea/plan.json', JSON.stringify(changed(PLAN, change)));
  const { exitCode, output } = await job.run('check-stack.mjs', ['emea', '--plan'], {});
  expect([exitCode, output]).toEqual(says === undefined ? [0, ''] : [20, expect.stringContaining(says)]);
});

it.each<[text: string, passes: boolean]>([
  ['no code (at all)', true],
  ['file("x")', true],
  ['$${file("x")} %%{file("x")}', true],
  ['${"file(\\"x\\")"}', true],
  ['${{ a = "}" }}file(x)', true],
  ['a ${b}file(x)%{ if c }file(x)%{ endif }', true],
  ['${(a.b)[0]}', true],
  ['${{ a = "}" }.a}${file("x")}', false],
  ['${{ a = {} , b = file("x") }.b}', false],
  ['$$${file("x")}', false],
  ['%%%{file("x")}', false],
  ['${"\\\\"}${file("x")}', false],
  ['${a # "\n}${file("x")}', false],
  ['${<<E\n"\nE\n}${file("x")}', false],
  ['${file\n::\nx("y")}', false],
])('reads the code in %j as terraform does', async (text, passes) => {
  const { exitCode } = await check(changed(FINE, (stack) => (house(stack).notes = text)));
  expect(exitCode).toBe(passes ? 0 : 20);
});
