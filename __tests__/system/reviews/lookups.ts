/** Kinds of plans by what is found rather than made: lookups, values that wait for the apply, the default configuration, what is let go. */
import type { Kind } from './kind';
import { action, app, blocked, configuration, defaults, domains, PROVIDER } from './words';

const BASE = PROVIDER + defaults();
const OURS = 'netskopesteering_';
const VIP = configuration('vip', '  traffic_mode = "web"\n  enabled = true\n  user_groups = ["VIP"]');
const VIP_ID = `${OURS}configuration.vip.id`;
const lookup = (kind: string, body: string) => `data "${OURS}${kind}" "found" {\n${body}\n}\n`;
const BY_NAME = lookup('configuration', '  name = "Byhand"');
const byHand = { config_name: 'Byhand', enabled: true, traffic_type: 'web' };
const letGo = (from: string) => `removed {\n  from = ${from}\n  lifecycle {\n    destroy = false\n  }\n}\n`;
const stored = (text: string) => `resource "terraform_data" "it" {\n  input = ${text}\n}\n`;
const DECISION = `data "${OURS}decision" "it" {\n  platform = "windows"\n  process  = "a.exe"\n  host     = "example.com"\n  port     = 443\n}\n`;

export const LOOKED_UP: readonly Kind[] = [
  {
    name: 'a configuration that is looked up, without a change',
    has: BASE,
    prepare: (here) => here.byHand('POST', '/steering/configurations', byHand),
    then: BASE + BY_NAME,
    verdict: 'nothing',
  },
  {
    name: 'a block in a configuration that is looked up',
    has: BASE + app('a'),
    prepare: (here) => here.byHand('POST', '/steering/configurations', byHand),
    then: BASE + BY_NAME + app('a') + action('a', 'block', { at: `data.${OURS}configuration.found.id` }),
    verdict: 'narrowing',
  },
  {
    name: 'a bypass beside lookups of all that there is',
    has: BASE + VIP + app('a'),
    then: BASE + VIP + app('a') + lookup('configurations', '') + domains('d', ['example.com'], VIP_ID),
    verdict: 'broadening',
  },
  {
    name: 'an app that is looked up by its name, and managed, too',
    has: blocked,
    then: blocked + lookup('certificate_pinned_app', '  name = "a"'),
    verdict: 'nothing',
  },
  {
    name: 'a lookup that waits for the apply',
    has: BASE + VIP + app('a'),
    then:
      BASE +
      VIP +
      app('a') +
      `data "${OURS}configuration" "found" {\n  name       = ${OURS}configuration.vip.name\n  depends_on = [${OURS}domain_exception.d]\n}\n` +
      domains('d', ['example.org']) +
      action('a', 'bypass_direct', { at: `data.${OURS}configuration.found.id` }),
    verdict: 'broadening',
  },
  {
    name: 'a configuration with its exceptions is let go',
    has: BASE + VIP + app('a') + action('a', 'block', { at: VIP_ID }),
    then: BASE + app('a') + letGo(`${OURS}certificate_pinned_app_exception.a`) + letGo(`${OURS}configuration.vip`),
    verdict: 'no_traffic_change',
  },
  {
    name: 'the default configuration is let go',
    has: PROVIDER + defaults('traffic_mode = "all"'),
    then: PROVIDER + letGo(`${OURS}default_configuration.default`),
    verdict: 'no_traffic_change',
  },
  {
    name: 'the default configuration is destroyed',
    has: PROVIDER + defaults('traffic_mode = "none"'),
    then: PROVIDER,
    verdict: 'narrowing',
  },
  {
    name: 'the default configuration is adopted and changed',
    has: PROVIDER,
    then: PROVIDER + defaults('traffic_mode = "none"'),
    verdict: 'broadening',
  },
  {
    name: 'the default configuration is imported and changed',
    has: PROVIDER,
    then:
      PROVIDER +
      defaults('traffic_mode = "none"') +
      `import {\n  to = ${OURS}default_configuration.default\n  id = "0"\n}\n`,
    verdict: 'broadening',
  },
  {
    name: 'a domain that is known after the apply',
    has: BASE + stored('"example.com"'),
    then:
      BASE +
      stored('"pastebin.com"') +
      `resource "${OURS}domain_exception" "d" {\n  configuration_id = "0"\n  domains          = [terraform_data.it.output]\n}\n`,
    verdict: 'broadening',
  },
  {
    name: 'a configuration that is known after the apply',
    has: BASE + VIP + app('a'),
    then: BASE + VIP + app('a') + stored(VIP_ID) + action('a', 'bypass_direct', { at: 'terraform_data.it.output' }),
    verdict: 'broadening',
  },
  {
    name: 'the default configuration is tainted, so that it is put back and written again',
    has: PROVIDER + defaults('traffic_mode = "all"'),
    prepare: (here) => here.terraform('taint', `${OURS}default_configuration.default`),
    verdict: 'no_traffic_change',
  },
  {
    name: 'a decision that is looked up beside what changes it',
    has: blocked,
    then: BASE + app('a') + DECISION,
    verdict: 'broadening',
  },
];
