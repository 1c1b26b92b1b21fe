/** Kinds of plans in which several resources own one object, and in which one plan is about several tenants. */
import type { Here } from './here';
import type { Kind } from './kind';
import { action, app, blocked, configuration, defaults, domains, port, PROVIDER, type Files } from './words';

const BASE = PROVIDER + defaults();
const DEFAULT_ID = 'netskopesteering_default_configuration';

/** Beside what there is, a second resource that takes over the object of another. */
const twin =
  (has: string, type: string, name: string, copy: string) =>
  async (here: Here): Promise<string> =>
    `${has}${copy}import {\n  to = netskopesteering_${type}.twin\n  id = "${await here.idOf(`netskopesteering_${type}.${name}`)}"\n}\n`;
const renamed = (resource: string, name: string) => resource.replace(`" "${name}" {`, '" "twin" {');

const withModule = (text: string): Files => ({
  'main.tf': `${blocked}module "m" {\n  source = "./m"\n}\n`,
  'm/main.tf': text,
});

/** What a module owned is no longer written; the resource in the root stays. */
const withoutModule: Files = { 'main.tf': blocked, 'm/main.tf': '' };
const lettingGo: Files = {
  'main.tf': `${blocked}removed {\n  from = module.m\n  lifecycle {\n    destroy = false\n  }\n}\n`,
  'm/main.tf': '',
};

const provider = (alias: string, url: string) =>
  `provider "netskopesteering" {\n  alias               = "${alias}"\n  server_url          = ${url}\n  requests_per_second = 1000\n}\n`;
const on = (alias: string, resource: string) =>
  resource.replace(/^(resource .*\{\n)/, `$1  provider = netskopesteering.${alias}\n`);
const secondDefault = (settings = '') => on('two', defaults(settings, 'second'));
const secondBlock = (name: string, more = '') =>
  on('two', app(name)) + on('two', action(name, 'block', { at: `${DEFAULT_ID}.second.id`, more }));
/** After another, so that its id is one that the first tenant does not have. */
const AFTER_B = '  depends_on = [netskopesteering_certificate_pinned_app_exception.b]\n';
const TWO = blocked + provider('two', '"$TWO"') + secondDefault();

const PASSED = (child: string): Files => ({
  'main.tf': `${blocked}${provider('two', '"$TWO"')}module "m" {\n  source    = "./m"\n  providers = { netskopesteering = netskopesteering.two }\n}\n`,
  'm/main.tf': 'module "inner" {\n  source = "./inner"\n}\n',
  'm/inner/main.tf': child,
});
const OWN = (child: string): Files => ({
  'main.tf': `${blocked}module "m" {\n  source = "./m"\n}\n`,
  'm/main.tf': `provider "netskopesteering" {\n  server_url          = "$TWO"\n  requests_per_second = 1000\n}\n${child}`,
});
const VARIABLE = 'variable "url" {\n  default = "$TWO"\n}\n';

const VIP = configuration('vip', '  traffic_mode = "web"\n  enabled = true\n  user_groups = ["VIP"]');
const VIP_ID = 'netskopesteering_configuration.vip.id';
const inVip = BASE + VIP + app('a') + action('a', 'block', { at: VIP_ID });

export const OWNERS: readonly Kind[] = [
  {
    name: 'a module owns the default configuration too, and turns steering off',
    has: withModule(defaults()),
    then: withModule(defaults('traffic_mode = "none"')),
    verdict: 'broadening',
  },
  {
    name: 'a module owns the default configuration too, and no longer does, so that steering is turned on again',
    has: withModule(defaults('traffic_mode = "none"')),
    then: withoutModule,
    verdict: 'narrowing',
  },
  {
    name: 'one of two owners of the default configuration lets it go',
    has: withModule(defaults('traffic_mode = "none"')),
    then: lettingGo,
    verdict: 'no_traffic_change',
  },
  {
    name: 'two owners of the default configuration that change nothing',
    has: withModule(defaults()),
    verdict: 'nothing',
  },
  {
    name: 'two owners of a custom configuration, one of which disables it',
    has: inVip,
    then: twin(inVip, 'configuration', 'vip', renamed(VIP, 'vip').replace('enabled = true', 'enabled = false')),
    verdict: 'broadening',
  },
  {
    name: 'two owners of an app, one of which gives it another executable',
    has: blocked,
    then: twin(blocked, 'certificate_pinned_app', 'a', renamed(app('a'), 'a').replace('a.exe', 'b.exe')),
    verdict: 'broadening',
  },
  {
    name: 'two owners of an exception, one of which bypasses',
    has: blocked,
    then: twin(blocked, 'certificate_pinned_app_exception', 'a', renamed(action('a', 'bypass_direct'), 'a')),
    verdict: 'broadening',
  },
  {
    name: 'two owners of a non-standard port, one of which takes a domain out',
    has: BASE + port('p', 5222, ['example.net', 'example.com']),
    then: twin(
      BASE + port('p', 5222, ['example.net', 'example.com']),
      'non_standard_port',
      'p',
      renamed(port('p', 5222, ['example.net']), 'p'),
    ),
    verdict: 'broadening',
  },
  {
    name: 'two owners of an app that agree',
    has: blocked,
    then: twin(blocked, 'certificate_pinned_app', 'a', renamed(app('a'), 'a')),
    verdict: 'no_traffic_change',
  },
  {
    name: 'two tenants, and steering of the second is turned off',
    has: TWO + secondBlock('b'),
    then: TWO.replace(secondDefault(), secondDefault('traffic_mode = "none"')) + secondBlock('b'),
    verdict: 'broadening',
  },
  {
    name: 'two tenants, and a block on the second is removed whose id the first has, too',
    has: TWO + secondBlock('a2'),
    then: TWO,
    verdict: 'broadening',
  },
  {
    name: 'two tenants, and a block is removed that may have been on either',
    has: TWO + secondBlock('b') + secondBlock('c', AFTER_B),
    then: TWO + secondBlock('b'),
    verdict: 'broadening',
    unjudged: true,
  },
  {
    name: 'two tenants, and the second default configuration is no longer managed',
    has: TWO,
    then: blocked + provider('two', '"$TWO"'),
    verdict: 'no_traffic_change',
  },
  { name: 'two tenants, and a block on the second', has: TWO, then: TWO + secondBlock('b'), verdict: 'narrowing' },
  {
    name: 'two tenants, of which all is destroyed',
    has: TWO + secondBlock('b'),
    plan: ['-destroy'],
    verdict: 'broadening',
  },
  {
    name: 'two tenants, and -target of a bypass on the second',
    has: TWO + secondBlock('b'),
    then: TWO + secondBlock('b') + on('two', domains('d', ['example.com'], '"0"')),
    plan: ['-target=netskopesteering_domain_exception.d'],
    verdict: 'broadening',
    unjudged: true,
  },
  { name: 'two tenants, and nothing to do', has: TWO + secondBlock('b'), verdict: 'nothing' },
  {
    name: 'two provider configurations of one tenant, the second of which bypasses',
    has: blocked + provider('two', '"$ONE"') + on('two', domains('d', ['example.org'])),
    then: blocked + provider('two', '"$ONE"') + on('two', domains('d', ['example.org', 'example.com'])),
    verdict: 'broadening',
  },
  {
    name: 'a provider configuration that is passed on to a module in a module',
    has: PASSED(defaults() + app('b') + action('b', 'block')),
    then: PASSED(defaults() + app('b') + action('b', 'bypass_direct')),
    verdict: 'broadening',
  },
  {
    name: 'a module with a provider configuration of its own',
    has: OWN(defaults() + app('b') + action('b', 'block')),
    then: OWN(defaults('traffic_mode = "none"') + app('b') + action('b', 'block')),
    verdict: 'broadening',
  },
  {
    name: 'a second tenant whose address is a variable',
    has: blocked + VARIABLE + provider('two', 'var.url') + secondDefault() + secondBlock('b'),
    then: blocked + VARIABLE + provider('two', 'var.url') + secondDefault('traffic_mode = "none"') + secondBlock('b'),
    verdict: 'broadening',
  },
];
