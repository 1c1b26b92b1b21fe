/** Kinds of plans that do not show everything, or do nothing; and tenants on which something else happened. */
import type { Here } from './here';
import type { Kind } from './kind';
import { action, app, blocked, configuration, defaults, domains, port, PROVIDER } from './words';

const BASE = PROVIDER + defaults();
const vip = (enabled: boolean) =>
  configuration('vip', `  traffic_mode = "web"\n  enabled = ${enabled}\n  user_groups = ["VIP"]`);
const VIP = 'netskopesteering_configuration.vip.id';
/** A configuration in which things are bypassed; it is disabled at first. */
const withVip = (enabled: boolean) =>
  blocked +
  vip(enabled) +
  domains('partner', ['*.example.com', 'pastebin.com'], VIP) +
  app('slack') +
  action('slack', 'bypass_direct', { at: VIP });
const TARGETS = [
  '-target=netskopesteering_configuration.vip',
  '-target=netskopesteering_default_configuration.default',
];
const EXCEPTION = '/steering/configurations/0/exceptions';
const exceptionId = async (here: Here, name = 'a') =>
  (await here.idOf(`netskopesteering_certificate_pinned_app_exception.${name}`)).split('/')[1];

/** Somebody bypasses on the console what is blocked here. */
const bypassByHand = async (here: Here) =>
  here.byHand('PUT', `${EXCEPTION}/${await exceptionId(here)}`, {
    type: 'certificate_pinned_app',
    certificate_pinned_app: {
      app_id: await here.idOf('netskopesteering_certificate_pinned_app.a'),
      custom_app_domains: ['*'],
      windows: { action: 'bypass' },
    },
  });

/** An exception that is replaced by one elsewhere, whose destroy fails, so that the old one stays as a deposed object. */
const replaced = (at: string, does: string) =>
  BASE +
  configuration('all', '  traffic_mode = "web"\n  enabled = true\n  user_groups = ["IT"]') +
  app('a') +
  action('a', does, { at, more: '  lifecycle {\n    create_before_destroy = true\n  }\n' });
const ALL = 'netskopesteering_configuration.all.id';
const depose = (then: string) => async (here: Here) => {
  const { conditions } = here.tenants[0];
  conditions.change({ faults: [{ operation: 'deleteException', calls: 'every', answer: { status: 403 } }] });
  await here.write(then);
  await here.run('apply', '-auto-approve');
  conditions.change({ faults: [] });
};
const DEFAULT = 'netskopesteering_default_configuration.default.id';

/** An apply that stops half way. */
const halfApplied = (then: string) => async (here: Here) => {
  const { conditions } = here.tenants[0];
  conditions.change({ faults: [{ operation: 'createException', calls: 'every', answer: { status: 400 } }] });
  await here.write(then);
  await here.run('apply', '-auto-approve');
  conditions.change({ faults: [] });
};

export const PARTS: readonly Kind[] = [
  { name: 'no change', has: blocked, verdict: 'nothing' },
  { name: 'no change with much in it', has: withVip(true), verdict: 'nothing' },
  {
    name: '-target hides what an enabled configuration bypasses',
    has: withVip(false),
    then: withVip(true),
    plan: TARGETS,
    verdict: 'broadening',
    unjudged: true,
  },
  {
    name: '-target of a block',
    has: BASE + app('a'),
    then: blocked,
    plan: ['-target=netskopesteering_certificate_pinned_app_exception.a'],
    verdict: 'broadening',
    unjudged: true,
  },
  { name: '-target of a change that is not planned', has: withVip(true), plan: TARGETS, verdict: 'nothing' },
  {
    name: '-target of one thing while another changes',
    has: withVip(false),
    then: withVip(true),
    plan: ['-target=netskopesteering_certificate_pinned_app_exception.a'],
    verdict: 'nothing',
  },
  { name: '-refresh-only without drift', has: withVip(true), plan: ['-refresh-only'], verdict: 'nothing' },
  {
    name: '-refresh-only after somebody bypassed by hand',
    has: blocked,
    prepare: bypassByHand,
    plan: ['-refresh-only'],
    verdict: 'nothing',
  },
  { name: '-refresh=false without a change', has: withVip(true), plan: ['-refresh=false'], verdict: 'nothing' },
  {
    name: '-refresh=false with a bypass',
    has: blocked,
    then: blocked + domains('d', ['example.com']),
    plan: ['-refresh=false'],
    verdict: 'broadening',
  },
  {
    name: '-refresh=false after somebody bypassed by hand',
    has: blocked,
    prepare: bypassByHand,
    then: blocked + domains('d', ['example.com']),
    plan: ['-refresh=false'],
    verdict: 'broadening',
    byHand: true,
  },
  {
    name: 'what was bypassed by hand is blocked again',
    has: blocked,
    prepare: bypassByHand,
    verdict: 'narrowing',
  },
  {
    name: 'a block that was deleted by hand is made again',
    has: blocked,
    prepare: async (here) => {
      // Read once, so that it is no longer taken for one that is new and not visible yet.
      await here.terraform('apply', '-refresh-only', '-auto-approve');
      await here.byHand('DELETE', `${EXCEPTION}/${await exceptionId(here)}`);
    },
    verdict: 'narrowing',
  },
  {
    name: 'a new configuration moves the default one down, which nobody did',
    has: blocked,
    prepare: async (here) => here.byHand('POST', '/steering/configurations', { config_name: 'Byhand' }),
    verdict: 'nothing',
  },
  {
    name: 'a deposed block is destroyed, while the app is bypassed elsewhere',
    has: replaced(ALL, 'block'),
    prepare: depose(replaced(DEFAULT, 'bypass_direct')),
    verdict: 'broadening',
  },
  {
    name: 'a deposed bypass is destroyed, while the app is blocked elsewhere',
    has: replaced(ALL, 'bypass_direct'),
    prepare: depose(replaced(DEFAULT, 'block')),
    verdict: 'narrowing',
  },
  {
    name: 'a deposed block is destroyed beside a block of the same configuration',
    has: replaced(DEFAULT, 'block'),
    prepare: async (here) => {
      await depose(replaced(ALL, 'block'))(here);
      await here.write(replaced(ALL, 'block') + domains('d', ['example.org']));
    },
    verdict: 'broadening',
  },
  {
    name: 'an apply that stopped half way is finished',
    has: BASE,
    prepare: halfApplied(blocked + port('p', 5222, ['example.net'])),
    verdict: 'narrowing',
  },
  {
    name: 'an apply that stopped half way is undone',
    has: BASE,
    prepare: halfApplied(blocked + port('p', 5222, ['example.net'])),
    then: BASE,
    verdict: 'broadening',
  },
  {
    name: 'an apply that fails half way',
    has: blocked,
    prepare: (here) => {
      here.tenants[0].conditions.change({
        faults: [{ operation: 'createException', calls: 'every', answer: { status: 400 } }],
      });
      return Promise.resolve();
    },
    then: BASE + app('a') + domains('d', ['example.com']),
    verdict: 'broadening',
    fails: true,
  },
  {
    name: 'a configuration is destroyed in which somebody made a block by hand',
    has: BASE + app('a') + vip(true),
    prepare: async (here) => {
      const id = await here.idOf('netskopesteering_configuration.vip');
      await here.byHand('POST', `/steering/configurations/${id}/exceptions`, {
        type: 'certificate_pinned_app',
        certificate_pinned_app: {
          app_id: await here.idOf('netskopesteering_certificate_pinned_app.a'),
          windows: { action: 'block' },
        },
      });
    },
    then: BASE + app('a'),
    verdict: 'broadening',
    byHand: true,
  },
  {
    name: 'a bypass beside a block that somebody made by hand',
    has: BASE + app('a'),
    prepare: async (here) =>
      here.byHand('POST', EXCEPTION, {
        type: 'certificate_pinned_app',
        certificate_pinned_app: {
          app_id: await here.idOf('netskopesteering_certificate_pinned_app.a'),
          windows: { action: 'block' },
        },
      }),
    then: BASE + app('a') + domains('d', ['example.com']),
    verdict: 'broadening',
    byHand: true,
  },
];
