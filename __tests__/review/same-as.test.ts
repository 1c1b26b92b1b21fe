/** Whether a plan is what was reviewed: for each thing that acts, or decides where something acts, a change that is noticed. */
import { differencesFrom } from '../../review';
import {
  BASE,
  changed,
  changeOf,
  exception,
  FOREIGN,
  HERE,
  hook,
  providers,
  reportOf,
  reviewed,
  root,
  type Plan,
} from './support/acting-plan';

const WITHHELD = 'Values that a review does not show are others than were reviewed';

const REVIEWED = reviewed(BASE);

/** What differs in a changed plan from the one that was reviewed. */
const differences = (now: Plan): string => differencesFrom(REVIEWED, reportOf(now)).join('\n');

it('is the same where nothing differs, whatever else the tenant or the file has', () => {
  expect(differences(structuredClone(BASE))).toBe('');
  expect(
    differences(
      changed((plan) => {
        plan.timestamp = '2027-01-01T00:00:00Z';
        plan.resource_changes.reverse();
        plan.variables = { token: plan.variables.token, region: plan.variables.region };
        plan.output_changes.same.after = 'an output that is not changed';
        plan.prior_state.values.root_module.resources.at(-1).values.result.today = 'Tuesday';
      }),
    ),
  ).toBe('');
});

it.each<[what: string, change: (plan: Plan) => void, says: string]>([
  ['an output has another value', (plan) => (plan.output_changes.ids.after = 'y'), 'not reviewed: output "ids"'],
  ['an output is added', (plan) => (plan.output_changes.more = plan.output_changes.ids), 'not reviewed: output "more"'],
  ['an output is gone', (plan) => delete plan.output_changes.ids, 'no longer has what was reviewed: output "ids"'],
  ['a sensitive output has another value', (plan) => (plan.output_changes.hidden.after = 'secret-2'), WITHHELD],
  ['an output is only known after the apply', (plan) => (plan.output_changes.ids.after_unknown = true), 'output "ids"'],
  ['a variable has another value', (plan) => (plan.variables.region.value = 'apac'), WITHHELD],
  ['a variable has another type', (plan) => (plan.variables.region.value = ['emea']), WITHHELD],
  ['a sensitive variable has another value', (plan) => (plan.variables.token.value = 'other'), WITHHELD],
  [
    'two variables change places',
    (plan) => ([plan.variables.region, plan.variables.token] = [plan.variables.token, plan.variables.region]),
    WITHHELD,
  ],
  ['a variable is added', (plan) => (plan.variables.more = { value: 1 }), 'not reviewed: variable "more"'],
  [
    'a provider’s setting is added',
    (plan) => (providers(plan).netskopesteering.expressions.ca_certificate_file = { constant_value: '/ca.pem' }),
    'not reviewed: provider "netskopesteering"',
  ],
  [
    'a provider acts at another address',
    (plan) =>
      (providers(plan).netskopesteering.expressions.server_url = { constant_value: 'https://evil.example/api/v2' }),
    `It was reviewed for ${HERE}, and now it is for https://evil.example/api/v2`,
  ],
  [
    'a provider’s token is another',
    (plan) => (providers(plan).netskopesteering.expressions.api_key.constant_value = 'other'),
    WITHHELD,
  ],
  [
    'a provider’s setting refers to something',
    (plan) => (providers(plan).netskopesteering.expressions.requests_per_second = { references: ['var.rate'] }),
    'not reviewed: provider "netskopesteering"',
  ],
  [
    'another provider’s setting has another value',
    (plan) => (providers(plan).random.expressions.seed.constant_value = 'other'),
    WITHHELD,
  ],
  [
    'a provider is of another address',
    (plan) => (providers(plan).random.full_name = 'evil.example/hashicorp/random'),
    'provider "random"',
  ],
  [
    'a provider may be of another version',
    (plan) => (providers(plan).random.version_constraint = '>= 3'),
    'provider "random"',
  ],
  [
    'an alias of a provider is added',
    (plan) => (providers(plan)['netskopesteering.two'] = { ...providers(plan).netskopesteering, alias: 'two' }),
    'not reviewed: provider "netskopesteering.two"',
  ],
  ['a provider is gone', (plan) => delete providers(plan).random, 'no longer has what was reviewed: provider "random"'],
  [
    'a resource uses another alias',
    (plan) => (root(plan).resources[1].provider_config_key = 'netskopesteering.two'),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'a resource is of another provider',
    (plan) => (changeOf(plan, 'terraform_data.hook').provider_name = FOREIGN),
    'create "terraform_data.hook"',
  ],
  [
    'a resource refers to something else',
    (plan) => (root(plan).resources[1].expressions.configuration_id.references = ['var.id']),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'a resource waits for another',
    (plan) => (hook(plan).depends_on = ['netskopesteering_certificate_pinned_app_exception.e']),
    'create "terraform_data.hook"',
  ],
  [
    'a provisioner is added',
    (plan) =>
      hook(plan).provisioners.push({ type: 'local-exec', expressions: { command: { constant_value: 'curl evil' } } }),
    'not reviewed: provisioner "local-exec of terraform_data.hook (2)"',
  ],
  [
    'a provisioner runs something else',
    (plan) => (hook(plan).provisioners[0].expressions.command.constant_value = 'curl evil'),
    WITHHELD,
  ],
  [
    'a provisioner gets an environment',
    (plan) => (hook(plan).provisioners[0].expressions.environment = { constant_value: { A: 'b' } }),
    'provisioner "local-exec of terraform_data.hook"',
  ],
  [
    'a provisioner is gone',
    (plan) => delete hook(plan).provisioners,
    'no longer has what was reviewed: provisioner "local-exec of terraform_data.hook"',
  ],
  [
    'a provisioner in a module runs something else',
    (plan) =>
      (root(plan).module_calls.rows.module.resources[0].provisioners[0].expressions.command.constant_value =
        'curl evil'),
    WITHHELD,
  ],
  [
    'a provisioner is added to a resource of ours',
    (plan) => (root(plan).resources[1].provisioners = hook(plan).provisioners),
    'provisioner "local-exec of netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'a module is of another source',
    (plan) => (root(plan).module_calls.rows.source = 'git::https://evil.example/rows'),
    'not reviewed: module "module.rows"',
  ],
  [
    'a module may be of another version',
    (plan) => (root(plan).module_calls.rows.version_constraint = '~> 2'),
    'module "module.rows"',
  ],
  [
    'a module is given something else',
    (plan) => (root(plan).module_calls.rows.expressions.secret.constant_value = 'other'),
    WITHHELD,
  ],
  [
    'a module is added',
    (plan) => (root(plan).module_calls.more = { source: './rows', module: {} }),
    'not reviewed: module "module.more"',
  ],
  [
    'a module is gone',
    (plan) => delete root(plan).module_calls.rows,
    'no longer has what was reviewed: module "module.rows"',
  ],
  [
    'a data source of another provider is added',
    (plan) =>
      root(plan).resources.push({
        address: 'data.http.x',
        mode: 'data',
        type: 'http',
        name: 'x',
        expressions: { url: { constant_value: 'https://evil.example' } },
      }),
    'not reviewed: data source "data.http.x"',
  ],
  [
    'a data source asks something else',
    (plan) => (plan.prior_state.values.root_module.resources.at(-1).values.program = ['sh', '-c', 'curl evil']),
    WITHHELD,
  ],
  [
    'a data source is gone',
    (plan) => root(plan).resources.pop(),
    'no longer has what was reviewed: data source "data.external.asked"',
  ],
  [
    'a resource of another provider is added',
    (plan) => plan.resource_changes.push({ ...changeOf(plan, 'terraform_data.hook'), address: 'terraform_data.more' }),
    'create "terraform_data.more"',
  ],
  [
    'a resource of another provider has another value',
    (plan) => (changeOf(plan, 'terraform_data.hook').change.after.input = 'y'),
    'create "terraform_data.hook"',
  ],
  [
    'another object is deposed',
    (plan) => (changeOf(plan, 'netskopesteering_certificate_pinned_app_exception.old').deposed = 'ffffffff'),
    'delete "netskopesteering_certificate_pinned_app_exception.old"',
  ],
  [
    'a deposed object is the current one',
    (plan) => delete changeOf(plan, 'netskopesteering_certificate_pinned_app_exception.old').deposed,
    'delete "netskopesteering_certificate_pinned_app_exception.old"',
  ],
  [
    'what is changed was otherwise before',
    (plan) => (exception(plan).before.notes = 'by hand'),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'what is destroyed was otherwise before',
    (plan) => (changeOf(plan, 'netskopesteering_certificate_pinned_app_exception.old').change.before.notes = 'by hand'),
    'delete "netskopesteering_certificate_pinned_app_exception.old"',
  ],
  [
    'a value is only known after the apply',
    (plan) => (exception(plan).after_unknown = { notes: true }),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'it is replaced, created first',
    (plan) => (exception(plan).actions = ['create', 'delete']),
    'create, delete "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'it is replaced, destroyed first',
    (plan) => (exception(plan).actions = ['delete', 'create']),
    'delete, create "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'it is imported',
    (plan) => (exception(plan).importing = { id: '0/e' }),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  [
    'it is moved',
    (plan) =>
      (changeOf(plan, 'netskopesteering_certificate_pinned_app_exception.e').previous_address =
        'netskopesteering_certificate_pinned_app_exception.f'),
    'update "netskopesteering_certificate_pinned_app_exception.e"',
  ],
  ['a check fails', (plan) => (plan.checks[0].status = 'fail'), 'check "check.c"'],
  [
    'a condition is added',
    (plan) => plan.checks.push({ address: { to_display: 'output.ids' }, status: 'pass' }),
    'check "output.ids"',
  ],
  ['a condition is gone', (plan) => plan.checks.pop(), 'no longer has what was reviewed: check "terraform_data.hook"'],
  [
    'an action is run',
    (plan) => (plan.action_invocations = [{ address: 'action.local_command.x', config_values: { command: 'curl' } }]),
    'not reviewed: action "action.local_command.x"',
  ],
  [
    'a change is deferred',
    (plan) => (plan.deferred_changes = [{ reason: 'x', resource_change: { address: 'terraform_data.z' } }]),
    'not reviewed: deferred change "terraform_data.z"',
  ],
  [
    'an ephemeral resource is opened',
    (plan) =>
      root(plan).resources.push({
        address: 'ephemeral.random_password.p',
        mode: 'ephemeral',
        type: 'random_password',
        name: 'p',
      }),
    'not reviewed: ephemeral resource "ephemeral.random_password.p"',
  ],
])('is not the same where %s', (_what, change, says) => {
  const said = differences(changed(change));
  expect(said).toContain(says);
  expect(said).not.toMatch(SECRETS);
});

const SECRETS = /sekret|in-clear|sown|handed-over|secret-[12]|echo done/;

it('writes down no value that may be secret', () => {
  expect(JSON.stringify(JSON.parse(REVIEWED).plans[0].does)).not.toMatch(SECRETS);
});
