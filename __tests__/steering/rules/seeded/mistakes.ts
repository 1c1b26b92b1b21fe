/** Mistakes of every kind, each made by one small change of a realistic stack. */
import { block, configuration, domains, everyone, exception, known, pinned, app, resource } from './write';

/** The stack that is changed, what is replaced in it, and by what. Nothing is replaced by what is added at the end. */
export type Mistake = readonly [stack: string, replaced: string | RegExp, by: string];

/** The exception or entry that begins with a label. */
const whole = (label: string): RegExp => new RegExp(`resource "\\w+" "${label}" \\{\\n[^}]*\\n\\}\\n`);
const LISTED = (port: number): RegExp => new RegExp(`(?<=port = ${port}\\n {2}domains = )\\[.*\\]`);
const FIRST_DOMAINS = /(?<=custom_app_domains = )\[.*\](?=\n)(?![^]*custom_app_domains)/;
const LONG = 'Contractors of the agencies in all countries and regions';
const numbered = (count: number): string =>
  Array.from({ length: count }, (_, index) => `h${index}.example.com`).join('", "');

/** The mistakes that each rule has to find. */
export const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'port-without-domains': [
    ['viber', LISTED(4244), '[]'],
    ['noMachine', LISTED(4000), '[]'],
    ['acmeAgent', LISTED(8443), '[]'],
    ['developers', LISTED(8080), '[]'],
    ['contractorsWithoutzulip', LISTED(8000), '[]'],
  ],
  'literal-addresses': [
    ['signal', '', known('telegram', 'windows') + block('default', 'telegram', 'windows')],
    ['threeDepartments', '', known('telegram', 'mac_os') + block('board', 'telegram', 'mac_os')],
    ['fileSync', '', known('qBittorrent', 'mac_os') + block('default', 'qBittorrent', 'mac_os')],
    ['discord', '', known('transmission', 'linux') + block('default', 'transmission', 'linux')],
  ],
  'helper-process': [
    ['discord', '"Discord", "Discord Helper"', '"Discord"'],
    ['signal', '"Signal", "Signal Helper"', '"Signal"'],
    ['aiDesktopApps', '"Claude", "Claude Helper"', '"Claude"'],
    ['branches', '"Windsurf", "Windsurf Helper"', '"Windsurf"'],
    ['contractorsWithoutnotion', '"Notion", "Notion Helper"', '"Notion"'],
  ],
  'windows-service': [
    ['remoteAccess', '', known('anyDesk', 'windows') + block('default', 'anyDesk', 'windows')],
    ['wholeTrafficOfServers', '', known('mullvad', 'windows') + block('servers', 'mullvad', 'windows')],
    ['vpnClients', '', known('tailscale', 'windows') + block('default', 'tailscale', 'windows')],
    ['contractors', '', known('screenConnect', 'windows') + block('contractors', 'screenConnect', 'windows')],
  ],
  'wildcard-with-bypass': [
    ['boxDrive', '["box.com", "boxcloud.com"]', '["*"]'],
    ['acmeAgent', FIRST_DOMAINS, '["*"]'],
    ['backup', '["backup.corp.example"]', '["backup.corp.example", "*"]'],
    ['bankClient', '["ebics.bank.example"]', '["*"]'],
    ['linuxAgents', '["fleet.corp.example"]', '["*"]'],
    ['fieldTool', FIRST_DOMAINS, '["*"]'],
    ['kiosks', '["kiosk.corp.example"]', '["*"]'],
  ],
  'ignored-domains': [
    ['signal', '["*"]', '["signal.org"]'],
    ['discord', '["*"]', '["discord.com", "discord.gg"]'],
    ['zoom', '["*"]', '["zoom.us"]'],
    ['contractorsWithoutkiro', '["*"]', '["kiro.dev"]'],
    ['kiosks', '"bypass_direct"', '"bypass_managed_direct"'],
    ['acmeAgent', '"bypass_direct"', '"block"'],
  ],
  'wildcard-in-custom-app-domains': [
    ['boxDrive', '"box.com"', '"*.box.com"'],
    ['payroll', '"payroll.example.net"', '"*.payroll.example.net"'],
    ['figma', '"figma.com"', '"*.figma.com"'],
    ['fieldTool', FIRST_DOMAINS, '["*.fieldtool.corp.example"]'],
    ['meetingRooms', '"webex.com"', '"*webex.com"'],
  ],
  'repeated-domain': [
    ['boxDrive', '"box.com"', '"box.com", "Box.com"'],
    ['updates', '"time.example.com"', '"time.example.com", "TIME.example.com"'],
    ['acmeAgent', LISTED(8443), '["acme.example", "ACME.example"]'],
    ['privateApps', '"partner.example"', '"bücher.example", "xn--bcher-kva.example"'],
  ],
  'process-name': [
    ['signal', '"Signal.exe"', '"C:\\\\Program Files\\\\Signal\\\\Signal.exe"'],
    ['signal', '"Signal", ', '"/Applications/Signal.app/Contents/MacOS/Signal", '],
    ['discord', '"Discord", "DiscordPTB"', '"/usr/bin/Discord", "DiscordPTB"'],
    ['viber', '"Viber.exe"', '"\\"Viber.exe\\""'],
    ['remoteAccess', '"UltraViewer_Desktop.exe", ', '"UltraViewer_Desktop.exe, UltraViewer.exe", '],
    ['phones', 'android = { processes = ["com.competitor.chat"]', 'android = { processes = ["com.competitor.chat "]'],
    ['kiosks', '"KioskShell.exe"', '""'],
  ],
  'pattern-hits-others': [
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '".*"'],
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '"\\\\.exe$"'],
    ['acmeAgent', '"^acme-[a-z]+\\\\.exe$"', '"(acme|edge)"'],
    ['payroll', '"^PayrollHelper\\\\d+\\\\.exe$"', '"er\\\\.exe$"'],
    ['linuxAgents', '"^fleet-(agent|helper)$"', '"^f"'],
  ],
  'pattern-with-comma': [
    ['acmeAgent', '[a-z]+', '[a-z]{2,9}'],
    ['payroll', '\\\\d+', '\\\\d{1,2}'],
    ['linuxAgents', '$"', '$,^fleet$"'],
  ],
  'missing-executable': [
    ['signal', '"Signal.exe"', '"SignalDesktop.exe"'],
    ['messengersOfOldAndNew', '"WeChat.exe", ', ''],
    ['discord', '"DiscordPTB.exe", ', ''],
    ['discord', '"Discord", "DiscordPTB"', '"Discord"'],
    ['noMachine', '"NoMachine"]', '"NoMachlne"]'],
    ['vpnClients', '"nordvpn-service.exe"', '"nordvpn_service.exe"'],
  ],
  'undefined-platform': [
    ['signal', 'mac_os = "block"', 'mac_os = "block"\n  linux = "block"'],
    ['radmin', 'windows = "block"', 'mac_os = "block"'],
    ['boxDrive', 'mac_os = "bypass_direct"', 'mac_os = "bypass_direct"\n  ios = "bypass"'],
    ['phones', 'ios = "block"', 'windows = "block"'],
    ['contractorsWithoutwire', 'windows = "block"', 'windows = "block"\n  mac_os = "block"'],
    ['linuxAgents', 'linux = "bypass"', 'chrome_os = "bypass"'],
  ],
  'block-without-effect': [
    ['viber', whole('port_5243_default'), ''],
    ['spotify', whole('port_4070_default'), ''],
    ['radmin', '"radmin.com"', '"radrnin.com"'],
    ['whatsappOnMacs', '["whatsapp.com", "whatsapp.net"]', '["whatsap.com"]'],
    ['threeDepartments', whole('port_7985_plant'), ''],
    ['games', 'traffic_mode = "web"', 'traffic_mode = "cloud_apps"'],
    ['headOffice', 'on_premises_traffic_mode = "web", ', 'on_premises_traffic_mode = "cloud_apps", '],
    ['zoom', whole('port_8802_default'), ''],
  ],
  'managed-only-bypass': [
    ['figma', 'windows = "bypass_tunnel"', 'windows = "bypass_managed_tunnel"'],
    ['boxDrive', 'mac_os = "bypass_direct"', 'mac_os = "bypass_managed_direct"'],
    [
      'backup',
      'windows = "bypass_tunnel"',
      'windows = "bypass_managed_tunnel"\n  windows_device_classifications = ["Company laptop"]',
    ],
  ],
  'configuration-name-length': [
    ['contractors', '"Contractors"\n', `"${LONG}"\n`],
    ['branches', '"Branches"\n', `"${'Ä'.repeat(41)}"\n`],
    ['trial', '"Trial of mode All"', '"Trial of the traffic mode All for the pilots"'],
  ],
  'shared-process': [
    ['signal', '"Signal.exe"', '"Signal.exe", "chrome.exe"'],
    ['boxDrive', '"Box.UI.exe"', '"Box.UI.exe", "msedgewebview2.exe"'],
    ['kiosks', '"KioskShell.exe"', '"KioskShell.exe", "SVCHOST.EXE"'],
    ['developers', '["Docker Desktop"]', '["Docker Desktop", "Google Chrome"]'],
    ['discord', '"DiscordCanary"]', '"DiscordCanary", "firefox"]'],
  ],
  'standard-port': [
    ['acmeAgent', 'port = 8443', 'port = 443'],
    ['developers', 'port = 8080', 'port = 80'],
    ['contractorsWithoutwire', 'port = 8007', 'port = 443'],
  ],
  'disabled-configuration': [
    ['contractors', 'enabled = true', 'enabled = false'],
    ['kiosks', '  enabled = true\n', ''],
    ['privateApps', 'enabled = true', 'enabled = false'],
    ['branches', '  enabled = true\n', ''],
    ['trial', '', domains('trial', 'pilots', 'pilot.corp.example')],
  ],
  'unused-app': [
    ['boxDrive', whole('box_default'), ''],
    ['fieldTool', whole('field_field'), ''],
    ['signal', '', app('wiki', 'Wiki', { windows: ['Wiki.exe'] })],
  ],
  'conflicting-exceptions': [
    ['signal', '', app('own', 'Own', { windows: ['signal.exe'] }) + block('default', 'own', 'windows')],
    ['backup', '', app('two', 'Two', { linux: ['corp-backup'] }) + block('default', 'two', 'linux')],
    ['signal', '', domains('default', 'chat', 'signal.org', '*.signal.org')],
    ['threeDepartments', '', domains('sales', 'media', 'media.viber.com')],
    ['aiDesktopApps', '"llm.corp.example"', '"llm.corp.example", "api.openai.com"'],
    ['slackInspected', '', domains('default', 'slack', 'slack.com')],
    [
      'boxDrive',
      '',
      app('old', 'Old Box', { mac_os: ['Box'] }) + pinned('default', 'old', ['box.com'], { mac_os: 'bypass' }),
    ],
  ],
  'dynamic-steering-toggle': [
    ['branches', whole('claude_branches_off_premises'), ''],
    ['branches', whole('windsurf_branches_on_premises'), ''],
    ['headOffice', whole('viber_default_on_premises'), ''],
    ['branches', '', domains('branches', 'printers', 'print.corp.example')],
    ['contractors', /(?=windows = "block")(?![^]*windows = "block"[^]*windows)/, 'location = "off_premises"\n  '],
    ['headOffice', '  location = "on_premises"\n  domains', '  domains'],
  ],
  'several-owners': [
    ['signal', '', resource('default_configuration', 'second', { steer_dns: false })],
    ['namesAsked', '', resource('default_configuration', 'again', { traffic_mode: 'web' })],
    ['headOffice', '', everyone({}).replace('"default"', '"other"')],
  ],
  'duplicate-name': [
    ['signal', '', app('second', 'Signal', { linux: ['signal-desktop'] })],
    ['threeDepartments', 'name = "Sales"', 'name = "Board"'],
    ['fieldTool', 'port = 9444', 'port = 9443'],
    ['guests', '', resource('network_location', 'two', { name: 'Guest network Berlin', addresses: ['203.0.113.9'] })],
    ['games', 'name = "Battle.net"', 'name = "Steam "'],
  ],
  'configuration-order': [
    ['threeDepartments', /\n {2}depends_on = \[netskopesteering_configuration.board\]/, ''],
    ['contractors', '', configuration('sales', 'Sales', { user_groups: ['Sales'] })],
    ['systems', '["ios", "android"]', '["ios", "mac_os"]'],
    ['unitsOfCountries', '["OU=JP"]', '["OU=JP", "OU=FR"]'],
    ['kiosks', '', configuration('tablets', 'Tablets', { os_families: ['windows', 'ios'] })],
  ],
  'steer-dns': [
    ['travellers', 'off_premises_traffic_mode = "all"', 'off_premises_traffic_mode = "none"'],
    ['travellers', 'off_premises_traffic_mode = "all"', 'off_premises_traffic_mode = "cloud_apps"'],
    ['contractors', 'traffic_mode = "web"', 'traffic_mode = "cloud_apps"\n  steer_dns = true'],
    ['kiosks', 'traffic_mode = "web"', 'traffic_mode = "none"\n  steer_dns = true'],
  ],
  'void-exception': [
    ['meetingRooms', 'traffic_mode = "web"', 'traffic_mode = "all"'],
    ['linuxAgents', '', exception('application', 'linux', { applications: ['Webex'], action: 'bypass' })],
    ['wholeTrafficOfServers', '', exception('destination_location', 'servers', { network_locations: ['Data center'] })],
  ],
  'many-domains': [
    ['updates', '"time.example.com"', `"${numbered(3_001)}"`],
    ['developers', '"git.corp.example"', `"${numbered(3_050)}"`],
  ],
  'country-code': [
    ['travel', '"FR"', '"UK"'],
    ['travel', '"CH"', '"EU"'],
    ['travel', '"DE"', '"XX"'],
  ],
};
