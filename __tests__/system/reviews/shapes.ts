/** Kinds of plans by the shapes that teams make: repetition, modules, moves, imports, replacements, destroys, other syntax. */
import type { Kind } from './kind';
import { action, app, blocked, configuration, defaults, domains, PROVIDER, REQUIRED_PROVIDERS } from './words';

const BASE = PROVIDER + defaults();
const OURS = 'netskopesteering_';
const VIP = configuration('vip', '  traffic_mode = "web"\n  enabled = true\n  user_groups = ["VIP"]');
const VIP_ID = `${OURS}configuration.vip.id`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const eachOf = (names: readonly string[]) =>
  app('a')
    .replace('{\n', `{\n  for_each = toset(${JSON.stringify(names)})\n`)
    .replace('"a"\n', 'each.key\n')
    .replace('"a.exe"', '"${each.key}.exe"') +
  action('a', 'block', { of: `${OURS}certificate_pinned_app.a[each.key].id` }).replace(
    '{\n',
    `{\n  for_each = toset(${JSON.stringify(names)})\n`,
  );
const counted = (list: readonly (readonly string[])[]) =>
  `locals {\n  lists = ${JSON.stringify(list)}\n}\nresource "${OURS}domain_exception" "d" {\n  count            = length(local.lists)\n  configuration_id = "0"\n  domains          = local.lists[count.index]\n}\n`;
const inModule = (child: string, more = '') => ({
  'main.tf': `${BASE}module "m" {\n  source = "./m"\n${more}}\n`,
  'm/main.tf': 'module "inner" {\n  source = "./inner"\n}\n',
  'm/inner/main.tf': child,
});
const child = (does: string) => app('a') + action('a', does, { at: '"0"' });
const stored = (text: string) => `resource "terraform_data" "it" {\n  input = ${text}\n}\n`;
const TRIGGERED = '  lifecycle {\n    replace_triggered_by = [terraform_data.it]\n  }\n';
const CBD = '  lifecycle {\n    create_before_destroy = true\n  }\n';

export const SHAPES: readonly Kind[] = [
  {
    name: 'an element of a for_each goes',
    has: BASE + eachOf(['a', 'b']),
    then: BASE + eachOf(['b']),
    verdict: 'broadening',
  },
  {
    name: 'an element of a for_each comes',
    has: BASE + eachOf(['a']),
    then: BASE + eachOf(['a', 'b']),
    verdict: 'narrowing',
  },
  {
    name: 'a count shrinks',
    has: BASE + counted([['example.com'], ['example.org']]),
    then: BASE + counted([['example.com']]),
    verdict: 'narrowing',
  },
  {
    name: 'a count shifts',
    has: BASE + counted([['example.com'], ['example.org'], ['pastebin.com']]),
    then: BASE + counted([['example.org'], ['pastebin.com']]),
    verdict: 'narrowing',
  },
  {
    name: 'a resource is moved',
    has: BASE + domains('d', ['example.com']),
    then:
      BASE + domains('other', ['example.com']) + moved(`${OURS}domain_exception.d`, `${OURS}domain_exception.other`),
    verdict: 'no_traffic_change',
  },
  {
    name: 'a resource is renamed without a move',
    has: BASE + domains('d', ['example.com']),
    then: BASE + domains('other', ['example.com']),
    verdict: 'no_traffic_change',
  },
  {
    name: 'a resource is moved into a module in a module, and changed',
    has: BASE + child('block'),
    then: {
      ...inModule(child('bypass_direct')),
      'moved.tf':
        moved(
          `${OURS}certificate_pinned_app_exception.a`,
          `module.m.module.inner.${OURS}certificate_pinned_app_exception.a`,
        ) + moved(`${OURS}certificate_pinned_app.a`, `module.m.module.inner.${OURS}certificate_pinned_app.a`),
    },
    verdict: 'broadening',
  },
  { name: 'a module in a module blocks', has: inModule(''), then: inModule(child('block')), verdict: 'narrowing' },
  {
    name: 'a module that is counted goes',
    has: inModule(child('block'), '  count = 1\n'),
    then: inModule(child('block'), '  count = 0\n'),
    verdict: 'broadening',
  },
  {
    name: 'an exception is imported as it is',
    has: BASE,
    prepare: (here) =>
      here.byHand('POST', '/steering/configurations/0/exceptions', {
        type: 'domains',
        domains: { domains: ['example.com'] },
      }),
    then: async (here) =>
      BASE +
      domains('d', ['example.com']) +
      `import {\n  to = ${OURS}domain_exception.d\n  id = "0/${await domainsMadeByHand(here)}"\n}\n`,
    verdict: 'no_traffic_change',
  },
  {
    name: 'an exception is imported and widened',
    has: BASE,
    prepare: (here) =>
      here.byHand('POST', '/steering/configurations/0/exceptions', {
        type: 'domains',
        domains: { domains: ['example.com'] },
      }),
    then: async (here) =>
      BASE +
      domains('d', ['example.com', 'example.org']) +
      `import {\n  to = ${OURS}domain_exception.d\n  id = "0/${await domainsMadeByHand(here)}"\n}\n`,
    verdict: 'broadening',
  },
  {
    name: '-replace of a block',
    has: blocked,
    plan: [`-replace=${OURS}certificate_pinned_app_exception.a`],
    verdict: 'no_traffic_change',
  },
  {
    name: '-replace of an app that a block uses, which the tenant refuses',
    has: blocked,
    plan: [`-replace=${OURS}certificate_pinned_app.a`],
    verdict: 'no_traffic_change',
    fails: true,
  },
  {
    name: 'a tainted block',
    has: blocked,
    prepare: (here) => here.terraform('taint', `${OURS}certificate_pinned_app_exception.a`),
    verdict: 'no_traffic_change',
  },
  {
    name: 'a block becomes a bypass of another configuration, created before it is destroyed',
    has: BASE + VIP + app('a') + action('a', 'block', { more: CBD }),
    then: BASE + VIP + app('a') + action('a', 'bypass_direct', { at: VIP_ID, more: CBD }),
    verdict: 'broadening',
  },
  {
    name: 'a change that is ignored',
    has: BASE + domains('d', ['example.com'], '"0"', '  lifecycle {\n    ignore_changes = [domains]\n  }\n'),
    then: BASE + domains('d', ['example.org'], '"0"', '  lifecycle {\n    ignore_changes = [domains]\n  }\n'),
    verdict: 'nothing',
  },
  {
    name: '-destroy',
    has: blocked + VIP + domains('d', ['example.com'], VIP_ID),
    plan: ['-destroy'],
    verdict: 'broadening',
  },
  {
    name: '-destroy with -target',
    has: blocked + domains('d', ['example.com']),
    plan: ['-destroy', `-target=${OURS}domain_exception.d`],
    verdict: 'broadening',
    unjudged: true,
  },
  { name: 'a resource of another provider alone', has: BASE, then: BASE + stored('"x"'), verdict: 'no_traffic_change' },
  {
    name: 'JSON syntax',
    has: { 'main.tf.json': json('block') },
    then: { 'main.tf.json': json('bypass_direct') },
    verdict: 'broadening',
  },
  {
    name: 'a block is replaced because something else changes',
    has: blocked.replace(action('a', 'block'), action('a', 'block', { more: TRIGGERED })) + stored('"x"'),
    then: blocked.replace(action('a', 'block'), action('a', 'block', { more: TRIGGERED })) + stored('"y"'),
    verdict: 'no_traffic_change',
  },
  {
    name: 'nothing of this provider',
    has: REQUIRED_PROVIDERS + stored('"x"'),
    then: REQUIRED_PROVIDERS + stored('"y"'),
    verdict: 'no_traffic_change',
  },
];

async function domainsMadeByHand(here: { byHand<T>(method: string, path: string): Promise<T> }): Promise<string> {
  const all = await here.byHand<readonly { readonly id: string; readonly type: string }[]>(
    'GET',
    '/steering/configurations/0/exceptions',
  );
  return all.find(({ type }) => type === 'domains')?.id ?? '';
}

function json(does: string): string {
  return JSON.stringify({
    terraform: { required_providers: { netskopesteering: { source: 'terraform.local/community/netskopesteering' } } },
    provider: { netskopesteering: { requests_per_second: 1000 } },
    resource: {
      netskopesteering_default_configuration: { default: {} },
      netskopesteering_certificate_pinned_app: { a: { name: 'a', windows: { processes: ['a.exe'] } } },
      netskopesteering_certificate_pinned_app_exception: {
        a: {
          configuration_id: '${netskopesteering_default_configuration.default.id}',
          app_id: '${netskopesteering_certificate_pinned_app.a.id}',
          custom_app_domains: ['*'],
          windows: does,
        },
      },
    },
  });
}
