/** Kinds of plans by what they change: criteria, modes, actions, names. */
import type { Kind } from './kind';
import { action, app, blocked, configuration, defaults, domains, port, PROVIDER } from './words';

const BASE = PROVIDER + defaults();
const OURS = 'netskopesteering_';
const VIP = configuration('vip', '  traffic_mode = "web"\n  enabled = true\n  user_groups = ["VIP"]');
const VIP_ID = `${OURS}configuration.vip.id`;
const SECRET = 'variable "secret" {\n  default   = "pastebin.com"\n  sensitive = true\n}\n';

export const CHANGES: readonly Kind[] = [
  {
    name: 'a configuration is enabled that steers less',
    has: BASE + configuration('it', '  traffic_mode = "none"'),
    then: BASE + configuration('it', '  traffic_mode = "none"\n  enabled = true'),
    verdict: 'broadening',
  },
  {
    name: 'a configuration loses its criteria',
    has: BASE + VIP + domains('d', ['example.com'], VIP_ID),
    then: BASE + VIP.replace('  user_groups = ["VIP"]', '') + domains('d', ['example.com'], VIP_ID),
    verdict: 'broadening',
  },
  {
    name: 'a configuration is destroyed with its block',
    has: BASE + VIP + app('a') + action('a', 'block', { at: VIP_ID }),
    then: BASE + app('a'),
    verdict: 'broadening',
  },
  {
    name: 'an action of a platform goes',
    has: BASE + app('a', '  mac_os = { processes = ["a"] }\n') + action('a', 'block', { more: '  mac_os = "block"\n' }),
    then: BASE + app('a', '  mac_os = { processes = ["a"] }\n') + action('a', 'block'),
    verdict: 'broadening',
  },
  {
    name: 'the traffic mode of many blocks',
    has: blocked,
    then: blocked.replace(defaults(), defaults('traffic_mode = "cloud_apps"')),
    verdict: 'broadening',
  },
  {
    name: 'dynamic steering is turned on',
    has: BASE + port('p', 5222, ['example.net']),
    then:
      PROVIDER +
      defaults(
        'dynamic_steering = {\n  enabled = true\n  on_premises_traffic_mode = "none"\n  off_premises_traffic_mode = "web"\n}',
      ) +
      port('p', 5222, ['example.net']),
    verdict: 'broadening',
  },
  {
    name: 'a name in letters of its own, and its punycode',
    has: BASE + domains('d', ['xn--bcher-kva.example']),
    then: BASE + domains('d', ['xn--bcher-kva.example', 'bücher.example.com']),
    verdict: 'broadening',
  },
  {
    name: 'a pattern with a comma',
    has: BASE + app('a').replace('processes = ["a.exe"]', 'match = "regex", processes = ["^a{1,2}\\\\.exe$"]'),
    then:
      BASE +
      app('a').replace('processes = ["a.exe"]', 'match = "regex", processes = ["^a{1,2}\\\\.exe$"]') +
      action('a', 'bypass_direct'),
    verdict: 'broadening',
  },
  {
    name: 'two exceptions that disagree swap their actions',
    has: BASE + app('a') + action('a', 'block') + action('a', 'bypass_direct').replace('"a" {', '"other" {'),
    then: BASE + app('a') + action('a', 'bypass_direct') + action('a', 'block').replace('"a" {', '"other" {'),
    verdict: 'broadening',
  },
  {
    name: 'a sensitive domain',
    has: BASE + SECRET,
    then: BASE + SECRET + domains('d', ['example.org']).replace('"example.org"', 'var.secret'),
    verdict: 'broadening',
  },
];
