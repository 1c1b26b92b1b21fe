/** Stacks with what looks like a mistake at first sight, and is none. */
import {
  app,
  block,
  configuration,
  domains,
  dynamic,
  everyone,
  exception,
  known,
  pinned,
  port,
  resource,
} from './write';

const DESKTOP = ['windows', 'mac_os'] as const;

export const NEAR = {
  namesWithDots: [
    everyone(),
    known('rocketChat', ...DESKTOP),
    block('default', 'rocketChat', ...DESKTOP),
    known('battleNet', 'windows'),
    block('default', 'battleNet', 'windows'),
    app('lite', 'Lite', { windows: ['Lite.Host.exe', 'Lite 2.0.exe'], mac_os: ['lite.io'], linux: ['lite-2.0'] }),
    block('default', 'lite', ...DESKTOP, 'linux'),
  ],
  namesOfOtherScripts: [
    everyone(),
    app('books', 'Бухгалтерия', { windows: ['Бухгалтерия.exe'] }),
    pinned('default', 'books', ['books.example'], { windows: 'bypass_direct' }),
    app('office', 'Büroverwaltung', { windows: ['Büro.exe'], mac_os: ['Büro'] }),
    pinned('default', 'office', ['buero.example'], { windows: 'bypass_direct', mac_os: 'bypass_direct' }),
  ],
  anchoredPatterns: [
    everyone(),
    app('suite', 'Corp suite', {
      windows: { regex: ['^Corp(Mail|Calendar)\\.exe$', '(?i)^corp-sync-\\d+\\.exe$'] },
      mac_os: { regex: ['^Corp (Mail|Calendar)( Helper( \\(Renderer\\))?)?$'] },
      linux: { regex: ['^corp-(mail|calendar)$'] },
    }),
    pinned('default', 'suite', ['mail.corp.example'], {
      windows: 'bypass_direct',
      mac_os: 'bypass_direct',
      linux: 'bypass',
    }),
  ],
  androidByBoth: [
    everyone(),
    resource('certificate_pinned_app', 'crew', {
      name: 'Crew',
      android: { processes: ['com.crew.app'], domains: ['crew.example'] },
      ios: { domains: ['crew.example'] },
    }),
    pinned('default', 'crew', ['crew.example'], { android: 'bypass', ios: 'bypass' }),
  ],
  domainsOfCountries: [
    everyone(),
    domains(
      'default',
      'countries',
      'corp.co.uk',
      '*.corp.co.uk',
      'corp.com.br',
      '*.corp.com.br',
      'corp.de',
      '*.corp.de',
    ),
    domains('default', 'pages', 'corp.github.io', 'files.corp.example'),
  ],
  namesOfTheNetwork: [
    everyone({ traffic_mode: 'web' }),
    exception('dns', 'default', {
      questions: [
        { domain: '*.local', record_type: 'all' },
        { domain: '*.lan', record_type: 'A' },
      ],
    }),
  ],
  otherwiseForSome: [
    everyone(),
    configuration('press', 'Press office', { user_groups: ['Press office'] }),
    known('viber', 'mac_os'),
    block('default', 'viber', 'mac_os'),
    pinned('press', 'viber', ['viber.com'], { mac_os: 'steer_and_decrypt' }),
    ...['default', 'press'].flatMap((of) =>
      [4244, 5242, 5243, 7985].map((one) => port(of, one, 'viber.com', 'vbcdn.net')),
    ),
  ],
  narrowAboveWide: [
    everyone(),
    configuration('macs', 'Macs of sales', { user_groups: ['Sales'], os_families: ['mac_os'] }),
    configuration('sales', 'Sales', { user_groups: ['Sales'] }, 'macs'),
    configuration('all', 'Sales and presales', { user_groups: ['Sales', 'Presales'] }, 'sales', 'macs'),
    domains('macs', 'macs', 'macs.corp.example'),
  ],
  disabledAbove: [
    everyone(),
    resource('configuration', 'draft', { name: 'Draft', user_groups: ['Pilots'] }),
    known('signal', ...DESKTOP),
    block('default', 'signal', ...DESKTOP),
  ],
  platformsInTwoExceptions: [
    everyone(),
    known('element', ...DESKTOP),
    block('default', 'element', 'windows'),
    pinned('default', 'element', ['matrix.corp.example'], { mac_os: 'bypass_direct' }).replace(
      '"element_default"',
      '"macs"',
    ),
  ],
  guestsOfOneSite: [
    everyone(dynamic('web', 'web')),
    resource('source_location_exception', 'guests', {
      configuration_id: 'netskopesteering_default_configuration.default.id',
      location: 'on_premises',
      network_locations: ['Guests of any site in Berlin'],
    }),
  ],
  someApplications: [
    everyone({ traffic_mode: 'all' }),
    exception('application', 'default', { applications: ['Webex', 'RingCentral'], action: 'bypass' }),
  ],
};
