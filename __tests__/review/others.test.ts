/** What a review says of a plan beside steering, in every format: programs, others' resources and providers, the tenant. */
import { FORMATS, render } from '../../review';
import { BASE, changed, HERE, hook, providers, reportOf, root, type Plan } from './support/acting-plan';

const others = (plan: Plan, serverUrl = HERE): string[] =>
  reportOf(plan, { serverUrl }).plans[0]!.others.map(({ name, says, values = [] }) =>
    `${name} ${says} ${values.join(', ')}`.trim(),
  );

it('tells what acts, and where, most dangerous first', () => {
  expect(others(BASE)).toEqual([
    'terraform_data.hook runs a program here, when it is created or destroyed, by the provisioner local-exec',
    'module.rows.terraform_data.inner runs a program here, when it is created or destroyed, by the provisioner local-exec',
    'data.external.asked runs a program, already when it is planned',
    'terraform_data is of another provider; create terraform_data.hook',
    `netskopesteering acts on the tenant of NETSKOPE_SERVER_URL, ${HERE}`,
    'random is another provider, from registry.terraform.io/hashicorp/random 3.7.2',
    'outputs change: hidden, ids',
  ]);
});

it.each<[what: string, change: (plan: Plan) => void, says: string]>([
  [
    'an address in the code, without what it may carry',
    (plan) =>
      (providers(plan).netskopesteering.expressions.server_url = {
        constant_value: 'https://user:password@evil.example/api/v2?x=y',
      }),
    'netskopesteering acts on the tenant of its server_url, https://evil.example/api/v2',
  ],
  [
    'an address that the plan does not show',
    (plan) => (providers(plan).netskopesteering.expressions.server_url = { references: ['local.url'] }),
    'netskopesteering acts on a tenant that the plan does not show: its address refers to local.url',
  ],
  [
    'whom the provider trusts',
    (plan) => (providers(plan).netskopesteering.expressions.ca_certificate_file = { constant_value: '/tmp/ca.pem' }),
    'netskopesteering has ca_certificate_file "/tmp/ca.pem"',
  ],
  [
    'a module from elsewhere',
    (plan) => (root(plan).module_calls.rows = { source: 'acme/rows/net', version_constraint: '~> 1' }),
    'module.rows is code from acme/rows/net ~> 1',
  ],
  [
    'what runs on another machine',
    (plan) => (hook(plan).provisioners[0].type = 'remote-exec'),
    'terraform_data.hook runs something on another machine, when it is created or destroyed, by the provisioner remote-exec',
  ],
  [
    'an action',
    (plan) => (plan.action_invocations = [{ address: 'action.local_command.x' }]),
    'action.local_command.x is an action, which is run',
  ],
])('tells %s', (_what, change, says) => {
  expect(others(changed(change))).toContain(says);
});

it('says nothing of a tenant that nobody knows', () => {
  expect(others(BASE, '').join('\n')).not.toContain('acts on');
});

it.each(FORMATS)('stands in %s, and shows no secret', (format) => {
  const text = render(reportOf(BASE), format, { version: '0' });
  expect(text).toMatch(/terraform_data\.hook/);
  expect(text).toMatch(/runs a program here|1 more/);
  expect(text).not.toMatch(/sekret|in-clear|sown|handed-over|secret-[12]|echo done/);
});
