/** Stacks of companies that give parts of their people a configuration of their own. */
import {
  block,
  blockBoth,
  configuration,
  domains,
  dynamic,
  everyone,
  exception,
  known,
  pinned,
  app,
  ports,
  resource,
} from './write';

const DESKTOP = ['windows', 'mac_os'] as const;

/** Several configurations, each with its place, and dynamic steering. */
export const ORGANIZED = {
  itAndOthers: [
    everyone(),
    configuration('it', 'IT', { user_groups: ['IT'], traffic_mode: 'all' }),
    known('signal', ...DESKTOP),
    ...['it', 'default'].map((one) => block(one, 'signal', ...DESKTOP)),
  ],
  threeDepartments: [
    everyone(),
    configuration('board', 'Board', { user_groups: ['Board'] }),
    configuration('sales', 'Sales', { user_groups: ['Sales', 'Presales'] }, 'board'),
    configuration('plant', 'Plant', { user_groups: ['Plant'] }, 'sales', 'board'),
    known('viber', ...DESKTOP),
    ...['board', 'sales', 'plant', 'default'].flatMap((one) => [block(one, 'viber', ...DESKTOP), ports(one, 'viber')]),
  ],
  unitsOfCountries: [
    everyone(),
    configuration('france', 'France', { organization_units: ['OU=FR'] }),
    configuration('japan', 'Japan', { organization_units: ['OU=JP'] }),
    known('line', ...DESKTOP),
    ...['france', 'japan', 'default'].map((one) => block(one, 'line', ...DESKTOP)),
    domains('japan', 'japan', 'portal.corp.example', '*.portal.corp.example'),
  ],
  systems: [
    everyone(),
    configuration('macs', 'Macs', { os_families: ['mac_os'] }),
    configuration('phones', 'Phones', { os_families: ['ios', 'android'] }),
    known('chatGpt', ...DESKTOP),
    block('macs', 'chatGpt', 'mac_os'),
    block('default', 'chatGpt', ...DESKTOP),
  ],
  contractors: [
    configuration('contractors', 'Contractors', { user_groups: ['Contractors'] }),
    known('element', ...DESKTOP),
    block('contractors', 'element', ...DESKTOP),
    known('rocketChat', ...DESKTOP),
    block('contractors', 'rocketChat', ...DESKTOP),
  ],
  kiosks: [
    configuration('kiosks', 'Kiosks', { device_tags: ['kiosk'], os_families: ['windows'] }),
    app('kiosk', 'Kiosk shell', { windows: ['KioskShell.exe'] }),
    pinned('kiosks', 'kiosk', ['kiosk.corp.example'], { windows: 'bypass_direct' }),
  ],
  branches: [
    configuration('branches', 'Branches', { user_groups: ['Branches'], ...dynamic('web', 'all') }),
    known('claude', ...DESKTOP),
    blockBoth('branches', 'claude', ...DESKTOP),
    known('windsurf', ...DESKTOP, 'linux'),
    blockBoth('branches', 'windsurf', ...DESKTOP, 'linux'),
  ],
  headOffice: [
    everyone(dynamic('web', 'web')),
    known('viber', ...DESKTOP),
    blockBoth('default', 'viber', ...DESKTOP),
    ports('default', 'viber'),
    ...['on_premises', 'off_premises'].map((location) =>
      resource('domain_exception', `updates_${location}`, {
        configuration_id: 'netskopesteering_default_configuration.default.id',
        location,
        domains: ['update.example.com'],
      }),
    ),
  ],
  travellers: [
    configuration('travellers', 'Travellers', {
      user_groups: ['Travellers'],
      steer_dns: true,
      ...dynamic('cloud_apps', 'all'),
    }),
    exception('dns', 'travellers', {
      location: 'off_premises',
      questions: [{ domain: 'corp.example', record_type: 'all' }],
    }),
  ],
  privateApps: [
    configuration('partners', 'Partners', {
      user_groups: ['Partners'],
      steer_private_apps: 'specific',
      private_apps: ['Wiki', 'Tickets'],
    }),
    domains('partners', 'partners', 'partner.example', '*.partner.example'),
  ],
  trial: [
    resource('configuration', 'trial', { name: 'Trial of mode All', traffic_mode: 'all', user_groups: ['Pilots'] }),
    everyone({ traffic_mode: 'cloud_apps' }),
    domains('default', 'corporate', 'corp.example'),
  ],
  twoLocations: [
    configuration('office', 'Office', { user_groups: ['Office'], ...dynamic('web', 'all') }),
    known('steam', ...DESKTOP),
    resource('certificate_pinned_app_exception', 'steam', {
      for_each: 'toset(["on_premises", "off_premises"])',
      configuration_id: 'netskopesteering_configuration.office.id',
      location: 'each.key',
      app_id: 'netskopesteering_certificate_pinned_app.steam.id',
      custom_app_domains: ['*'],
      windows: 'block',
      mac_os: 'block',
    }),
  ],
};
