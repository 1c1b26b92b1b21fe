/** Mistakes that the rules of configurations and of ports have to find, whatever the severity. */
import type { Mistake } from './mistakes';
import { block, configuration, dynamic, known, port, ports } from './write';

const DESKTOP = ['windows', 'mac_os'] as const;

export const MISTAKES_OF_CONFIGURATIONS_AND_PORTS: Readonly<Record<string, readonly Mistake[]>> = {
  'block-not-everywhere': [
    ['signal', '', configuration('vip', 'VIP', { user_groups: ['VIP'] })],
    ['itAndOthers', /resource "\w+" "signal_it" \{\n[^}]*\n\}\n/, ''],
    ['threeDepartments', /resource "\w+" "viber_plant" \{\n[^}]*\n\}\n/, ''],
    ['threeDepartments', /resource "\w+" "viber_board" \{\n[^}]*\n\}\n/, ''],
    ['systems', /resource "\w+" "chatGpt_macs" \{\n[^}]*\n\}\n/, ''],
    ['unitsOfCountries', /resource "\w+" "line_japan" \{\n[^}]*\n\}\n/, ''],
    ['otherwiseForSome', /resource "\w+" "viber_press" \{\n[^}]*\n\}\n/, ''],
    ['disabledAbove', 'name = "Draft"', 'name = "Draft"\n  enabled = true'],
    ['discord', '', configuration('linux', 'Linux', { os_families: ['linux'] })],
    ['itAndEverybody', /resource "\w+" "telegram_it" \{\n[^}]*\n\}\n/, ''],
    ['headOffice', '', configuration('vip', 'VIP', { user_groups: ['VIP'], ...dynamic('web', 'all') })],
    ['phones', '', configuration('tablets', 'Tablets', { os_families: ['android', 'ios'] })],
    ['itAndEverybody', /resource "\w+" "whatsapp_default" \{\n[^}]*\n\}\n/, ''],
    ['threeDepartments', /resource "\w+" "viber_default" \{\n[^}]*\n\}\n/, ''],
  ],
  'unreached-configuration': [
    ['threeDepartments', '  user_groups = ["Board"]\n', ''],
    ['narrowAboveWide', '  os_families = ["mac_os"]\n', ''],
    ['threeDepartments', '["Plant"]', '["Presales"]'],
    ['narrowAboveWide', '["Sales", "Presales"]', '["Sales"]'],
    ['itAndOthers', '', configuration('late', 'Late', { user_groups: ['IT'], os_families: ['windows'] }, 'it')],
    ['systems', '', configuration('ipads', 'iPads', { os_families: ['ios'] }, 'phones', 'macs')],
    [
      'contractors',
      '  user_groups = ["Contractors"]\n}\n',
      `}\n${configuration('sales', 'Sales', { user_groups: ['Sales'] }, 'contractors')}`,
    ],
  ],
  'traffic-mode-none': [
    ['signal', 'traffic_mode = "web"', 'traffic_mode = "none"'],
    ['branches', 'off_premises_traffic_mode = "all"', 'off_premises_traffic_mode = "none"'],
    ['updates', 'traffic_mode = "web"', 'traffic_mode = "none"'],
    ['namesAsked', 'traffic_mode = "all"', 'traffic_mode = "none"'],
    ['headOffice', 'off_premises_traffic_mode = "web"', 'off_premises_traffic_mode = "none"'],
    ['guestsOfOneSite', 'on_premises_traffic_mode = "web", ', 'on_premises_traffic_mode = "none", '],
    ['branches', 'on_premises_traffic_mode = "web"', 'on_premises_traffic_mode = "none"'],
    ['contractors', 'traffic_mode = "web"', 'traffic_mode = "none"'],
  ],
  'forgotten-platform': [
    ['signal', '  mac_os = "block"\n', ''],
    ['boxDrive', '  windows = "bypass_direct"\n', ''],
    ['discord', '  linux = "block"\n', ''],
    ['backup', '  linux = "bypass"\n', ''],
    ['phones', '  ios = "block"\n', ''],
    ['everyPlatform', '  android = "block"\n', ''],
    ['fieldTool', '  android = "bypass"\n', ''],
    ['platformsInTwoExceptions', /resource "\w+" "macs" \{\n[^}]*\n\}\n/, ''],
    ['twoLocations', '  mac_os = "block"\n', ''],
    ['figma', '["Figma", "Figma Helper"] }', '["Figma", "Figma Helper"] }\n  linux = { processes = ["figma-linux"] }'],
  ],
  'non-web-port': [
    ['acmeAgent', 'port = 8443', 'port = 22'],
    ['developers', 'port = 8080', 'port = 25'],
    ['fieldTool', 'port = 9443', 'port = 53'],
    ['contractorsWithoutzulip', 'port = 8000', 'port = 3389'],
    ['contractorsWithoutkiro', 'port = 8006', 'port = 445'],
    ['contractorsWithoutsession', 'port = 8002', 'port = 993'],
    ['contractorsWithoutwire', 'port = 8007', 'port = 389'],
    ['fieldTool', 'port = 9444', 'port = 21'],
  ],
  'duplicate-name': [
    ['fieldTool', 'port = 9444', 'port = 9443'],
    ['acmeAgent', '', port('default', 8443, 'acme.example', 'acme.test').replace('port_8443_default', 'again')],
    ['developers', '', port('developers', 8080, 'git.corp.example').replace('port_8080_developers', 'two')],
  ],
  'idle-in-mode': [
    ['developers', 'traffic_mode = "web"', 'traffic_mode = "all"'],
    ['contractorsWithoutzulip', 'traffic_mode = "web"', 'traffic_mode = "all"'],
    ['wholeTrafficOfServers', '', port('servers', 8443, 'corp.example')],
    ['linuxAgents', '', port('linux', 9443, 'fleet.corp.example')],
  ],
  'udp-port': [
    ['signal', '', known('rustDesk', 'mac_os') + block('default', 'rustDesk', 'mac_os') + ports('default', 'rustDesk')],
    ['contractors', '', known('parsec', 'mac_os') + block('contractors', 'parsec', 'mac_os')],
    ['vpnClients', '', known('wireGuard', 'windows') + block('default', 'wireGuard', 'windows')],
    ['games', '', known('qq', 'windows') + block('default', 'qq', 'windows')],
  ],
  'group-spelling': [
    ['threeDepartments', '"Presales"', '"Presales", "board"'],
    ['narrowAboveWide', '["Sales", "Presales"]', '["sales", "Presales"]'],
    ['unitsOfCountries', '["OU=JP"]', '["OU=JP", "ou=fr"]'],
    ['developers', '"SRE"', '"SRE", "developers"'],
    ['contractors', '["Contractors"]', '["Contractors "]'],
  ],
  'predefined-app-blocked': [
    ['signal', '', known('dropbox', ...DESKTOP) + block('default', 'dropbox', ...DESKTOP)],
    ['discord', '', known('skype', 'windows') + block('default', 'skype', 'windows')],
    ['games', '', known('zoom', 'mac_os') + block('default', 'zoom', 'mac_os') + ports('default', 'zoom')],
  ],
};
