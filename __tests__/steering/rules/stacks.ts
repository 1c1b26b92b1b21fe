/** Stacks in order, of the kinds that administrators write. Each call gives a new one to change. */
import { CATALOGUE } from '../../../steering/catalogue';
import type { CatalogueEntry } from '../../../steering/catalogue/native-app';
import type { PlatformName } from '../../../steering/domain/vocabulary';
import type { AppDeclaration, Stack } from './stack';

/** An app as a preset defines it, everything included that is known. */
export function preset({ name, executables }: CatalogueEntry, ...platforms: PlatformName[]): AppDeclaration {
  const own = platforms.map((platform) => [platform, (executables[platform] ?? []).map(({ value }) => value)] as const);
  return { name, ...Object.fromEntries(own) };
}

export const hosts = ({ hosts: list = [] }: CatalogueEntry): string[] => list.map(({ value }) => value);

/** One group of users, some apps of theirs blocked and one of ours bypassed, on a port of its own. */
export function contractors(): Stack {
  return {
    configurations: { contractors: { name: 'Contractors', groups: ['Contractors'] } },
    apps: {
      signal: preset(CATALOGUE.signal, 'windows', 'mac_os'),
      chatgpt: preset(CATALOGUE.chatGpt, 'windows', 'mac_os'),
      fieldtool: { name: 'Field tool', windows: ['FieldTool.exe', 'FieldToolUpdater.exe'], mac_os: ['FieldTool'] },
    },
    exceptions: {
      noSignal: { in: 'contractors', app: 'signal', windows: 'block', mac_os: 'block' },
      noChatgpt: { in: 'contractors', app: 'chatgpt', windows: 'block', mac_os: 'block' },
      fieldtool: {
        in: 'contractors',
        app: 'fieldtool',
        domains: ['fieldtool.example.com'],
        windows: 'bypass_direct',
        mac_os: 'bypass_direct',
      },
    },
    ports: [{ in: 'contractors', port: 8443, domains: ['fieldtool.example.com'] }],
  };
}

/** The tenant's default configuration, with apps that use ports of their own. */
export function everybody(): Stack {
  const viber = hosts(CATALOGUE.viber);
  return {
    configurations: { default: { name: 'Default tenant config', isDefault: true } },
    apps: {
      viber: preset(CATALOGUE.viber, 'windows', 'mac_os'),
      spotify: preset(CATALOGUE.spotify, 'windows'),
      payroll: { name: 'Payroll', windows: { regex: ['^Payroll(Agent)?\\.exe$'] } },
    },
    exceptions: {
      noViber: { in: 'default', app: 'viber', windows: 'block', mac_os: 'block' },
      noSpotify: { in: 'default', app: 'spotify', windows: 'block' },
      payroll: { in: 'default', app: 'payroll', domains: ['payroll.example.com'], windows: 'bypass_tunnel' },
      updates: { in: 'default', domains: ['*.update.example.com', 'update.example.com', 'time.example.com'] },
    },
    ports: [
      ...[4244, 5242, 5243, 7985].map((port) => ({ in: 'default', port, domains: viber })),
      { in: 'default', port: 4070, domains: hosts(CATALOGUE.spotify) },
    ],
  };
}

/** Branches with dynamic steering, AI desktop apps blocked on both sides. */
export function branches(): Stack {
  const both = { windows: 'block', mac_os: 'block' } as const;
  return {
    configurations: { branches: { name: 'Branches', dynamic: { on_premises: 'web', off_premises: 'all' } } },
    apps: {
      claude: preset(CATALOGUE.claude, 'windows', 'mac_os'),
      cursor: preset(CATALOGUE.cursor, 'windows', 'mac_os'),
    },
    exceptions: {
      noClaudeOn: { in: 'branches', app: 'claude', side: 'on_premises', ...both },
      noClaudeOff: { in: 'branches', app: 'claude', side: 'off_premises', ...both },
      noCursorOn: { in: 'branches', app: 'cursor', side: 'on_premises', ...both },
      noCursorOff: { in: 'branches', app: 'cursor', side: 'off_premises', ...both },
      updates: { in: 'branches', domains: ['*.update.example.com', 'update.example.com'], side: 'off_premises' },
    },
    ports: [],
  };
}

/** Remote access tools and a VPN blocked for servers, where all traffic is steered. */
export function servers(): Stack {
  return {
    configurations: { servers: { name: 'Servers', mode: 'all' } },
    apps: {
      parsec: preset(CATALOGUE.parsec, 'windows', 'mac_os'),
      supremo: preset(CATALOGUE.supremo, 'windows'),
      nordvpn: preset(CATALOGUE.nordVpn, 'windows', 'mac_os'),
      agent: { name: 'Fleet agent', linux: { regex: ['^fleet-(agent|helper)$'] } },
    },
    exceptions: {
      noParsec: { in: 'servers', app: 'parsec', windows: 'block', mac_os: 'block' },
      noSupremo: { in: 'servers', app: 'supremo', windows: 'block' },
      noNordvpn: { in: 'servers', app: 'nordvpn', windows: 'block', mac_os: 'block' },
      agent: { in: 'servers', app: 'agent', domains: ['fleet.example.com'], linux: 'bypass' },
    },
    ports: [],
  };
}

/** The article's stack: its executables, its port, its star. */
export function article(): Stack {
  return {
    configurations: { default: { name: 'Default tenant config', isDefault: true } },
    apps: { whatsapp: { name: 'WhatsApp', windows: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] } },
    exceptions: { noWhatsapp: { in: 'default', app: 'whatsapp', windows: 'block' } },
    ports: [{ in: 'default', port: 5222, domains: ['whatsapp.com', 'whatsapp.net'] }],
  };
}
