/** Whether a plan is what was reviewed, by what stands around it: code that says what no plan shows, and the tenant of the environment. */
import { codeOf, differencesFrom, UnreadableReview } from '../../review';
import { checkServerUrl } from '../../providers/netskope/client';
import { settings } from '../../providers/netskope/settings';
import { normalAddress } from '../../steering';
import {
  BASE,
  between,
  changed,
  changeOf,
  HERE,
  hook,
  providers,
  reportOf,
  reviewed,
  root,
  type Plan,
} from './support/acting-plan';

describe('what no plan shows', () => {
  const opaque: readonly (readonly [what: string, named: string, change: (plan: Plan) => void])[] = [
    [
      'a command that is put together',
      'provisioner local-exec of terraform_data.hook',
      (plan) => (hook(plan).provisioners[0].expressions.command = { references: ['self.id', 'self'] }),
    ],
    [
      'a connection',
      'provisioner remote-exec of terraform_data.hook',
      (plan) =>
        (hook(plan).provisioners[0] = { type: 'remote-exec', expressions: { inline: { constant_value: ['x'] } } }),
    ],
    [
      'a setting that refers to something',
      'provider random',
      (plan) => (providers(plan).random.expressions.seed = { references: ['local.seed'] }),
    ],
    [
      'an address that refers to something',
      'provider netskopesteering',
      (plan) => (providers(plan).netskopesteering.expressions.server_url = { references: ['local.url'] }),
    ],
    [
      'what a resource of another provider is given after the apply',
      'create terraform_data.hook',
      (plan) => {
        changeOf(plan, 'terraform_data.hook').change.after_unknown.input = true;
        hook(plan).expressions.input = { references: ['netskopesteering_certificate_pinned_app_exception.e.id'] };
      },
    ],
    [
      'a provisioner of a module that is put together',
      'provisioner local-exec of module.rows.terraform_data.inner',
      (plan) =>
        (root(plan).module_calls.rows.module.resources[0].provisioners[0].expressions.command = {
          references: ['var.x'],
        }),
    ],
  ];
  const code = (text: string, modules = ['', 'rows']) => codeOf({ 'main.tf': text }, modules);

  it.each(opaque)('%s cannot be compared by the plan alone', (_what, named, change) => {
    const said = between(changed(change), {}, changed(change), {});
    expect(said).toContain(`the plan does not show the whole of this: "${named}"`);
    expect(said).toContain('Name the folder that holds plan.json and the files of the configuration');
  });

  it.each(opaque)('%s is the same where the code is the same', (_what, _named, change) => {
    expect(between(changed(change), { code: code('a') }, changed(change), { code: code('a') })).toBe('');
    expect(between(changed(change), { code: code('a') }, changed(change), { code: code('b') })).toBe(
      'The files of its configuration are not those that were reviewed.',
    );
  });

  it('a module is not shown by the code of others', () => {
    const [, , change] = opaque.at(-1)!;
    const around = { code: code('a', ['']) };
    expect(between(changed(change), around, changed(change), around)).toContain('cannot be compared');
  });

  it('a token that comes from a variable is no reason to refuse', () => {
    const plan = changed(
      (one) => (providers(one).netskopesteering.expressions.api_key = { references: ['var.token'] }),
    );
    expect(between(plan, {}, plan, {})).toBe('');
  });

  it.each([
    ['without', 'with', undefined, code('a')],
    ['with', 'without', code('a'), undefined],
  ])('a plan that was reviewed %s its code is not compared %s it', (_then, _now, old, now) => {
    expect(between(BASE, old ? { code: old } : {}, BASE, now ? { code: now } : {})).toContain('Name the same folder');
  });

  it('code is the same whatever a stack says of itself, and on whatever machine it was initialised', () => {
    const stack = (more: object, path: string) =>
      JSON.stringify({
        '//': more,
        resource: { x: { y: { '//': more, z: 1 } } },
        terraform: { backend: { local: { path } } },
      });
    const lock = (hash: string, version: string) =>
      `# comment\n\nprovider "registry.terraform.io/x/y" {\n  version     = "${version}"\n  constraints = "1"\n  hashes = [\n    "${hash}",\n  ]\n}\n`;
    const files = (more: object, path: string, hash: string, version = '1.0.0') =>
      codeOf({ 'cdk.tf.json': stack(more, path), '.terraform.lock.hcl': lock(hash, version) }, ['']).files;
    const one = files({ at: '/home/ann' }, '/home/ann/terraform.emea.tfstate', 'h1:a');
    expect(files({ at: '/home/bob' }, '/home/bob/terraform.emea.tfstate', 'h1:b')).toEqual(one);
    expect(files({}, '/home/bob/terraform.apac.tfstate', 'h1:b')).not.toEqual(one);
    expect(files({}, '/home/bob/terraform.emea.tfstate', 'h1:b', '1.0.1')).not.toEqual(one);
    const twice = '{"resource":{"x":1},"\\u0072esource":{}}';
    expect(codeOf({ 'cdk.tf.json': twice }, ['']).files).toEqual({ 'cdk.tf.json': twice });
    expect(codeOf({ 'cdk.tf.json': '{' }, ['']).files).toEqual({ 'cdk.tf.json': '{' });
  });
});

describe('the tenant', () => {
  const written = (url: unknown) =>
    changed((plan) => (providers(plan).netskopesteering.expressions.server_url = { constant_value: url }));
  const APAC = 'https://apac.goskope.com/api/v2';

  it.each<[what: string, old: Plan, then: string, now: Plan, here: string]>([
    ['of the environment, spelled otherwise', BASE, HERE, BASE, ' HTTPS://EMEA.goskope.com:443/api/v2/ '],
    ['of the code, whatever the environment says', written(HERE), HERE, written(HERE), APAC],
    ['of neither, since nobody knows it', BASE, '', BASE, ''],
    ['of the environment, where the code says null', written(null), HERE, written(null), HERE],
  ])('is the same: %s', (_what, old, then, now, here) => {
    expect(between(old, { serverUrl: then }, now, { serverUrl: here })).toBe('');
  });

  it.each<[what: string, then: string, now: Plan, here: string, says: string]>([
    ['the environment names another', HERE, BASE, APAC, `reviewed for ${HERE}, and now it is for ${APAC}`],
    [
      'the environment names none any more',
      HERE,
      BASE,
      '',
      `reviewed for ${HERE}, and now it is for a tenant that is not known`,
    ],
    [
      'the environment names one only now',
      '',
      BASE,
      HERE,
      `reviewed for a tenant that was not known, and now it is for ${HERE}`,
    ],
    ['the code names another', HERE, written(APAC), HERE, `reviewed for ${HERE}, and now it is for ${APAC}`],
  ])('is not the same: %s', (_what, then, now, here, says) => {
    expect(between(BASE, { serverUrl: then }, now, { serverUrl: here })).toContain(says);
  });
});

it.each([
  'https://emea.goskope.com/api/v2',
  'HTTPS://EMEA.Goskope.com:443/api/v2//',
  'http://127.0.0.1:80',
  'https://a.b:8443/X/',
])('the address %s has the form in which the provider stores it', (address) => {
  expect(normalAddress(` ${address} `)).toBe(checkServerUrl(address, 'server_url'));
});

it('a review of an older version is refused, since it does not say all', () => {
  const old = JSON.parse(reviewed(BASE));
  old.formatVersion = '1.0';
  for (const field of ['acts', 'unseen', 'tenants', 'withheld']) delete old.plans[0].does[field];
  const compare = () => differencesFrom(JSON.stringify(old), reportOf(BASE));
  expect(compare).toThrow(UnreadableReview);
  expect(compare).toThrow(/Review the plan again with this version/);
});

it.each(Object.entries(settings.attributes))(
  'the setting %s of the provider stands in clear in a digest unless its schema marks it as sensitive',
  (name, { options: { sensitive = false } }: { readonly options: { readonly sensitive?: boolean } }) => {
    const given = (value: string) =>
      reportOf(changed((plan) => (providers(plan).netskopesteering.expressions[name] = { constant_value: value })))
        .plans[0]!.does;
    const digestOf = (value: string) =>
      given(value).acts.find((one) => one.kind === 'provider' && one.name === 'netskopesteering')?.digest;
    expect(digestOf('one') === digestOf('two')).toBe(sensitive);
    expect(given('one').withheld === given('two').withheld).toBe(!sensitive);
  },
);
