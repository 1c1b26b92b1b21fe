/** Stacks as companies of many kinds write them. No guardrail warns of any. */
import { NEAR } from './near';
import { ORGANIZED } from './organized';
import { PLATFORMS } from '../../../../steering/domain/vocabulary';
import { app, block, configuration, domains, everyone, exception, known, pinned, port, ports, resource } from './write';

const DESKTOP = ['windows', 'mac_os'] as const;
const ALL = PLATFORMS.map(({ name }) => name);

/** Messengers, and other apps that everybody is to be kept from. */
const BLOCKS = {
  signal: [everyone(), known('signal', ...DESKTOP), block('default', 'signal', ...DESKTOP)],
  viber: [everyone(), known('viber', ...DESKTOP), block('default', 'viber', ...DESKTOP), ports('default', 'viber')],
  whatsappOnMacs: [known('whatsapp', 'mac_os'), block('0', 'whatsapp', 'mac_os'), ports('0', 'whatsapp')],
  discord: [
    everyone(),
    known('discord', ...DESKTOP, 'linux'),
    block('default', 'discord', ...DESKTOP, 'linux'),
    domains('default', 'meetings', 'meet.corp.example', '*.meet.corp.example'),
  ],
  messengersOfOldAndNew: [
    everyone(),
    ...(['wechat', 'line', 'kakaoTalk'] as const).flatMap((one) => [
      known(one, ...DESKTOP),
      block('default', one, ...DESKTOP),
    ]),
    known('qq', 'windows'),
    block('default', 'qq', 'windows'),
  ],
  spotify: [
    everyone(),
    known('spotify', ...DESKTOP),
    block('default', 'spotify', ...DESKTOP),
    ports('default', 'spotify'),
  ],
  aiDesktopApps: [
    everyone(),
    ...(['chatGpt', 'claude'] as const).flatMap((one) => [known(one, ...DESKTOP), block('default', one, ...DESKTOP)]),
    known('cursor', ...DESKTOP, 'linux'),
    block('default', 'cursor', ...DESKTOP, 'linux'),
    domains('default', 'models', 'llm.corp.example'),
  ],
  localModels: [
    everyone(),
    known('ollama', ...DESKTOP),
    block('default', 'ollama', ...DESKTOP),
    known('lmStudio', ...DESKTOP),
    block('default', 'lmStudio', ...DESKTOP),
  ],
  remoteAccess: [
    everyone(),
    known('supremo', 'windows'),
    block('default', 'supremo', 'windows'),
    known('ultraViewer', 'windows'),
    block('default', 'ultraViewer', 'windows'),
    known('hopToDesk', 'windows'),
    block('default', 'hopToDesk', 'windows'),
  ],
  noMachine: [
    everyone(),
    known('noMachine', ...DESKTOP),
    block('default', 'noMachine', ...DESKTOP),
    ports('default', 'noMachine'),
  ],
  radmin: [everyone(), known('radmin', 'windows'), block('default', 'radmin', 'windows'), ports('default', 'radmin')],
  vpnClients: [
    everyone({ traffic_mode: 'all' }),
    known('nordVpn', ...DESKTOP),
    block('default', 'nordVpn', ...DESKTOP),
    known('surfshark', 'windows'),
    block('default', 'surfshark', 'windows'),
    known('psiphon', 'windows'),
    block('default', 'psiphon', 'windows'),
  ],
  games: [
    everyone(),
    known('steam', ...DESKTOP),
    block('default', 'steam', ...DESKTOP),
    known('epicGames', ...DESKTOP),
    block('default', 'epicGames', ...DESKTOP),
    known('battleNet', 'windows'),
    block('default', 'battleNet', 'windows'),
  ],
  fileSync: [
    everyone(),
    known('mega', ...DESKTOP),
    block('default', 'mega', ...DESKTOP),
    known('nextcloud', ...DESKTOP),
    block('default', 'nextcloud', ...DESKTOP),
    exception('category', 'default', { categories: ['Financial Services', 'Health & Nutrition'] }),
  ],
  fileTransfer: [
    everyone({ traffic_mode: 'all' }),
    known('fileZilla', 'windows', 'linux'),
    block('default', 'fileZilla', 'windows', 'linux'),
    known('rclone', 'windows'),
    block('default', 'rclone', 'windows'),
    known('winScp', 'windows'),
    block('default', 'winScp', 'windows'),
  ],
  phones: [
    everyone(),
    app('chat', 'Chat of the competitor', {
      android: ['com.competitor.chat'],
      ios: ['com.competitor.chat'],
      chrome_os: ['com.competitor.chat'],
    }),
    block('default', 'chat', 'android', 'ios', 'chrome_os'),
  ],
  everyPlatform: [
    everyone(),
    app('tracker', 'Time tracker', {
      windows: ['TimeTracker.exe'],
      mac_os: ['Time Tracker', 'Time Tracker Helper'],
      linux: ['timetracker'],
      ...Object.fromEntries(['ios', 'android', 'chrome_os'].map((one) => [one, ['com.corp.timetracker']])),
    }),
    block('default', 'tracker', ...ALL),
  ],
  zoom: [
    everyone(),
    known('zoom', ...DESKTOP, 'linux'),
    block('default', 'zoom', ...DESKTOP, 'linux'),
    ports('default', 'zoom'),
  ],
  wholeTrafficOfServers: [
    configuration('servers', 'Servers', { traffic_mode: 'all', device_tags: ['server'] }),
    known('parsec', ...DESKTOP),
    block('servers', 'parsec', ...DESKTOP),
    known('expressVpn', ...DESKTOP),
    block('servers', 'expressVpn', ...DESKTOP),
  ],
};

/** Apps that a company trusts, and bypasses for what they need. */
const BYPASSES = {
  boxDrive: [
    everyone(),
    app('box', 'Box Drive', { windows: ['Box.exe', 'Box.UI.exe'], mac_os: ['Box', 'Box UI'] }),
    pinned('default', 'box', ['box.com', 'boxcloud.com'], { windows: 'bypass_direct', mac_os: 'bypass_direct' }),
    domains('default', 'corporate', 'corp.example', '*.corp.example'),
  ],
  acmeAgent: [
    everyone(),
    app('acme', 'Acme agent', { windows: { regex: ['^acme-[a-z]+\\.exe$'] } }),
    pinned('default', 'acme', ['acme.example'], { windows: 'bypass_direct' }),
    port('default', 8443, 'acme.example'),
  ],
  backup: [
    everyone(),
    app('backup', 'Corp Backup', { windows: ['CorpBackup.exe'], mac_os: ['CorpBackup'], linux: ['corp-backup'] }),
    pinned('default', 'backup', ['backup.corp.example'], {
      windows: 'bypass_tunnel',
      mac_os: 'bypass_tunnel',
      linux: 'bypass',
    }),
  ],
  payroll: [
    everyone(),
    app('payroll', 'Payroll', { windows: { regex: ['^Payroll(Agent|Updater)?\\.exe$', '^PayrollHelper\\d+\\.exe$'] } }),
    pinned('default', 'payroll', ['payroll.example.com', 'payroll.example.net'], { windows: 'bypass' }),
  ],
  bankClient: [
    everyone(),
    app('bank', 'Bank client', { windows: ['BankClient.exe', 'BankClient Updater.exe'] }),
    pinned('default', 'bank', ['ebics.bank.example'], {
      windows: 'bypass_direct',
      notes: 'Pinned; asked for by treasury.',
    }),
    exception('category', 'default', { categories: ['Financial Services'] }),
  ],
  slackInspected: [
    everyone(),
    known('slack', ...DESKTOP, 'linux'),
    pinned('default', 'slack', ['slack.com'], {
      windows: 'steer_and_decrypt',
      mac_os: 'steer_and_decrypt',
      linux: 'bypass',
    }),
  ],
  figma: [
    everyone(),
    known('figma', ...DESKTOP),
    pinned('default', 'figma', ['figma.com'], { windows: 'bypass_tunnel', mac_os: 'bypass_tunnel' }),
  ],
  fieldTool: [
    configuration('field', 'Field service', { user_groups: ['Field service'] }),
    app('field', 'Field tool', { windows: ['FieldTool.exe', 'FieldToolUpdater.exe'], android: ['com.corp.fieldtool'] }),
    pinned('field', 'field', ['fieldtool.corp.example'], { windows: 'bypass_direct', android: 'bypass' }),
    port('field', 9443, 'fieldtool.corp.example'),
    port('field', 9444, 'mqtt.corp.example'),
  ],
  developers: [
    configuration('developers', 'Developers', { user_groups: ['Developers', 'SRE'] }),
    known('dockerDesktop', 'mac_os'),
    pinned('developers', 'dockerDesktop', ['registry.corp.example'], { mac_os: 'bypass_direct' }),
    domains('developers', 'registries', 'git.corp.example', 'registry.corp.example', '*.registry.corp.example'),
    port('developers', 8080, 'registry.corp.example'),
  ],
  linuxAgents: [
    configuration('linux', 'Linux', { os_families: ['linux'], traffic_mode: 'all' }),
    app('fleet', 'Fleet agent', { linux: { regex: ['^fleet-(agent|helper)$'] } }),
    pinned('linux', 'fleet', ['fleet.corp.example'], { linux: 'bypass' }),
  ],
  meetingRooms: [
    configuration('rooms', 'Meeting rooms', { user_groups: ['Rooms'] }),
    known('webex', ...DESKTOP),
    pinned('rooms', 'webex', ['webex.com', 'webexcontent.com'], { windows: 'bypass_direct', mac_os: 'bypass_direct' }),
    exception('application', 'rooms', { applications: ['Webex'], action: 'bypass_except_dns' }),
  ],
  printers: [
    everyone(),
    domains('default', 'printers', 'print.corp.example', '*.print.corp.example'),
    resource('network_location', 'printers', { name: 'Printers', addresses: ['192.0.2.0/24'] }),
    exception('destination_location', 'default', {
      network_locations: ['netskopesteering_network_location.printers.name'],
      treat_like_local_ip: true,
    }),
  ],
  updates: [
    everyone(),
    domains('default', 'updates', 'update.example.com', '*.update.example.com', 'time.example.com'),
  ],
  namesAsked: [
    everyone({ traffic_mode: 'all', steer_dns: true }),
    exception('dns', 'default', {
      questions: [
        { domain: '*.corp.example', record_type: 'all' },
        { domain: 'ldap.corp.example', record_type: 'SRV' },
        { domain: '192.0.2.10', record_type: 'PTR' },
      ],
    }),
  ],
  travel: [everyone(), exception('source_country', 'default', { countries: ['DE', 'FR', 'CH'], notes: 'Local law.' })],
  guests: [
    everyone(),
    resource('network_location', 'guests', { name: 'Guest network Berlin', addresses: ['198.51.100.0/24'] }),
    exception('source_location', 'default', {
      network_locations: ['netskopesteering_network_location.guests.name'],
    }),
  ],
};

/** More apps of the catalogue, each blocked for the contractors of a company that has its own domains and port. */
const APPS = ['zulip', 'mattermost', 'session', 'tidal', 'notion', 'insomnia', 'kiro', 'wire'] as const;
const BLOCKED = Object.fromEntries(
  APPS.map((one, index) => [
    `contractorsWithout${one}`,
    [
      configuration('contractors', 'Contractors', { user_groups: ['Contractors', `Agency ${index + 1}`] }),
      known(one, ...(one === 'wire' ? (['windows'] as const) : DESKTOP)),
      block('contractors', one, ...(one === 'wire' ? ['windows'] : DESKTOP)),
      domains('contractors', 'tools', `tools${index}.corp.example`, `*.tools${index}.corp.example`),
      port('contractors', 8000 + index, `tools${index}.corp.example`),
    ],
  ]),
);

const written: Readonly<Record<string, readonly string[]>> = {
  ...BLOCKS,
  ...BYPASSES,
  ...ORGANIZED,
  ...BLOCKED,
  ...NEAR,
};

/** The stacks in HCL, by name. */
export const REALISTIC: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(written).map(([name, resources]) => [name, resources.join('\n')]),
);
