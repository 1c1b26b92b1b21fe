/** Mistakes that the rules of names and of domains have to find, and stacks of apps that cannot be blocked in full. */
import type { Mistake } from './mistakes';
import { block, blockBoth, configuration, dynamic, everyone, exception, known, pinned, ports, resource } from './write';

const DESKTOP = ['windows', 'mac_os'] as const;

/** Realistic stacks of apps with pages in WebView2, of which no guardrail warns either. */
export const MORE_REALISTIC = {
  whatsapp: [
    everyone(),
    known('whatsapp', ...DESKTOP),
    block('default', 'whatsapp', ...DESKTOP),
    ports('default', 'whatsapp'),
  ],
  whatsappEverywhere: [
    everyone(dynamic('web', 'web')),
    known('whatsapp', ...DESKTOP),
    blockBoth('default', 'whatsapp', ...DESKTOP),
    ports('default', 'whatsapp'),
  ],
  teams: [everyone(), known('teams', ...DESKTOP), block('default', 'teams', ...DESKTOP)],
};

/** Stacks in which warnings that a person can act on stay, each code once: the rules, and in words of the action. */
export const TOLD_ONCE: Readonly<
  Record<string, { readonly stack: readonly string[]; readonly rules: readonly string[] }>
> = {
  /** Apps that dial literal addresses: clean, if literal-addresses becomes a note. */
  itAndEverybody: {
    stack: [
      everyone(),
      configuration('it', 'IT', { traffic_mode: 'all', user_groups: ['IT'] }),
      known('whatsapp', ...DESKTOP),
      known('telegram', ...DESKTOP),
      ...['default', 'it'].flatMap((one) => [block(one, 'whatsapp', ...DESKTOP), block(one, 'telegram', ...DESKTOP)]),
      ports('default', 'whatsapp'),
    ],
    rules: ['literal-addresses'],
  },
  telegramOnLinux: {
    stack: [everyone(), known('telegram', 'linux'), block('default', 'telegram', 'linux')],
    rules: ['literal-addresses'],
  },
  torrents: {
    stack: [
      everyone({ traffic_mode: 'all' }),
      known('qBittorrent', ...DESKTOP),
      block('default', 'qBittorrent', ...DESKTOP),
    ],
    rules: ['literal-addresses'],
  },
  slackOfManagedDevices: {
    stack: [
      everyone(),
      known('slack', 'windows'),
      pinned('default', 'slack', ['slack.com'], { windows: 'bypass_managed_tunnel' }),
    ],
    rules: ['ignored-domains', 'managed-only-bypass'],
  },
};

/** The mistakes that each rule has to find, whatever the severity. */
export const MISTAKES_OF_NAMES_AND_DOMAINS: Readonly<Record<string, readonly Mistake[]>> = {
  'process-name': [
    ['whatsappOnMacs', '["WhatsApp"]', '["WhatsApp.app"]'],
    ['signal', '"Signal.exe"', '"Signal*.exe"'],
    ['viber', '"Viber.exe"', '"Viber?.exe"'],
    ['whatsappOnMacs', '["WhatsApp"]', '["WhatsApp*"]'],
    ['discord', '"Discord", "DiscordPTB"', '"Discord*", "DiscordPTB"'],
    ['phones', 'ios = { processes = ["com.competitor.chat"]', 'ios = { processes = ["com.competitor.*"]'],
    ['boxDrive', '"Box.exe"', '"Box*"'],
    ['signal', '["Signal", ', '["Signal.app", '],
    ['noMachine', '["NoMachine"]', '["NoMachine.app"]'],
    ['backup', '["CorpBackup"]', '["CorpBackup.app"]'],
    ['games', '"Battle.net.exe"', '"Battle.net Launcher"'],
    ['viber', '"Viber.exe"', '"Viber"'],
    ['boxDrive', '"Box.exe"', '"Box"'],
    ['kiosks', '"KioskShell.exe"', '"KioskShell"'],
    ['bankClient', '"BankClient Updater.exe"', '"BankClient Updater"'],
    ['signal', '["Signal", ', '["Signal.exe", '],
    ['backup', '"corp-backup"', '"corp-backup.exe"'],
    ['discord', '"DiscordCanary"]', '"DiscordCanary.exe"]'],
    ['fieldTool', '"com.corp.fieldtool"', '"FieldTool.exe"'],
    ['signal', '"Signal.exe"', '"Signal.exe: the messenger"'],
    ['remoteAccess', '"HopToDesk.exe"', '"HopToDesk.exe: remote control"'],
    ['boxDrive', '"Box.UI.exe"', '"boxcloud.com"'],
  ],
  'pattern-like-name': [
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '"acme-agent.exe"'],
    ['payroll', '"^PayrollHelper\\\\d+\\\\.exe$"', '"PayrollHelper.exe"'],
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '"acme*.exe"'],
    ['linuxAgents', '"^fleet-(agent|helper)$"', '"fleet-*"'],
    ['anchoredPatterns', '"(?i)^corp-sync-\\\\d+\\\\.exe$"', '"CorpSync*.exe"'],
  ],
  'pattern-without-match': [
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '"^acme-agent$"'],
    ['payroll', '"^PayrollHelper\\\\d+\\\\.exe$"', '"^PayrollHelper$"'],
    ['linuxAgents', '"^fleet-(agent|helper)$"', '"^fleet-(agent|helper)\\\\.exe$"'],
    ['anchoredPatterns', '"^corp-(mail|calendar)$"', '"^corp-mail\\\\.exe$"'],
  ],
  'look-alike-letters': [
    ['games', '["Steam.exe"]', '["Steаm.exe"]'],
    ['kiosks', '"KioskShell.exe"', '"KiоskShell.exe"'],
    ['boxDrive', '["Box", ', '["Вox", '],
    ['backup', '"corp-backup"', '"cоrp-backup"'],
    ['contractors', '["Contractors"]', '["Cоntractors"]'],
    ['fieldTool', '"com.corp.fieldtool"', '"com.сorp.fieldtool"'],
    ['bankClient', '"BankClient.exe"', '"ＢankClient.exe"'],
  ],
  'android-by-domain': [
    ['androidByBoth', 'processes = ["com.crew.app"], ', ''],
    [
      'phones',
      '',
      resource('certificate_pinned_app', 'old', { name: 'Old', android: { domains: ['whatsapp.net'] } }) +
        block('default', 'old', 'android'),
    ],
    [
      'signal',
      '',
      resource('certificate_pinned_app', 'old', { name: 'Old', android: { domains: ['chat.example', 'chat.test'] } }) +
        pinned('default', 'old', ['chat.example'], { android: 'bypass' }),
    ],
  ],
  'shared-process': [
    ['backup', '"corp-backup"', '"corp-backup", "curl"'],
    ['boxDrive', '"Box.UI.exe"', '"Box.UI.exe", "rundll32.exe"'],
    ['kiosks', '"KioskShell.exe"', '"KioskShell.exe", "System"'],
    ['fieldTool', '"com.corp.fieldtool"', '"com.android.chrome"'],
    ['developers', '["Docker Desktop"]', '["Docker Desktop", "curl"]'],
  ],
  'public-suffix': [
    ['updates', '"time.example.com"', '"*.com"'],
    ['boxDrive', '"*.corp.example"', '"*.co.uk"'],
    ['domainsOfCountries', '"*.corp.com.br"', '"*.com.br"'],
    ['domainsOfCountries', '"corp.github.io"', '"*.github.io"'],
    ['figma', '["figma.com"]', '["figma.com", "com"]'],
    ['backup', '["backup.corp.example"]', '["co.jp"]'],
    ['namesOfTheNetwork', '"*.lan"', '"*.org"'],
    ['acmeAgent', /(?<=port = 8443\n {2}domains = )\[.*\]/, '["net"]'],
    ['privateApps', '"*.partner.example"', '"*.azurewebsites.net"'],
  ],
  'transfer-site': [
    ['updates', '"time.example.com"', '"dropbox.com", "*.dropbox.com"'],
    ['boxDrive', '"*.corp.example"', '"*.corp.example", "pastebin.com"'],
    ['developers', '"git.corp.example"', '"git.corp.example", "transfer.sh"'],
    ['privateApps', '"partner.example"', '"wetransfer.com"'],
    ['bankClient', '["ebics.bank.example"]', '["ebics.bank.example", "mega.nz"]'],
    ['meetingRooms', '["Webex"]', '["Webex", "WeTransfer"]'],
  ],
  'vendor-domain': [
    ['updates', '"time.example.com"', '"*.goskope.com", "goskope.com"'],
    ['boxDrive', '"*.corp.example"', '"gateway-corp.goskope.com"'],
    ['backup', '["backup.corp.example"]', '["goskope.com"]'],
    ['privateApps', '"partner.example"', '"addon-corp.goskope.com"'],
    ['namesAsked', '"ldap.corp.example"', '"*.goskope.com"'],
  ],
  'bypass-of-suite': [
    ['meetingRooms', '["Webex"]', '["Microsoft Office 365"]'],
    ['someApplications', '"RingCentral"', '"Google Workspace"'],
    ['meetingRooms', '["Webex"]', '["Webex", "Microsoft 365"]'],
    [
      'signal',
      '',
      exception('application', 'default', { applications: ['Google Drive', 'Gmail', 'G Suite'], action: 'bypass' }),
    ],
    [
      'contractors',
      '',
      exception('application', 'contractors', { applications: ['Microsoft Office 365'], action: 'bypass_except_dns' }),
    ],
  ],
  'missing-apex': [
    ['boxDrive', '"corp.example", "*.corp.example"', '"*.corp.example"'],
    ['printers', '"print.corp.example", ', ''],
    ['domainsOfCountries', '"corp.com.br", ', ''],
    ['privateApps', '"partner.example", ', ''],
    ['contractorsWithouttidal', '"tools3.corp.example", "*', '"*'],
  ],
  'international-domain': [
    ['updates', '"time.example.com"', '"bücher.example"'],
    ['boxDrive', '"boxcloud.com"', '"bøx.example"'],
    ['acmeAgent', /(?<=port = 8443\n {2}domains = )\[.*\]/, '["äcme.example"]'],
    ['privateApps', '"*.partner.example"', '"*.парtner.example"'],
    ['namesAsked', '"ldap.corp.example"', '"ldap.größe.example"'],
    ['figma', '["figma.com"]', '["fіgma.com"]'],
  ],
  'domain-name': [
    ['updates', '"time.example.com"', '"Zoom.exe"'],
    ['boxDrive', '"boxcloud.com"', '"Box.exe"'],
    ['figma', '["figma.com"]', '["com.figma.desktop"]'],
    ['backup', '["backup.corp.example"]', '["192.0.2.7"]'],
  ],
  'any-source-location': [
    ['guests', '[netskopesteering_network_location.guests.name]', '["Any"]'],
    ['guestsOfOneSite', '["Guests of any site in Berlin"]', '["any"]'],
    ['signal', '', exception('source_location', 'default', { network_locations: ['All'] })],
    ['contractors', '', exception('source_location', 'contractors', { network_locations: ['HQ', '0.0.0.0/0'] })],
  ],
};
