/** This file has the entries of the catalogue for meeting apps, and for further messengers. */
import { facts, known, type CatalogueEntry } from './native-app';
import {
  AUTOMATION,
  bleachbit,
  domainList,
  electronApps,
  helperOf,
  homebrew,
  installomator,
  LATER_AUTOMATION,
  NDPI_HOSTS,
  onGitHub,
  page,
  readOn,
  scoop,
  predefined,
} from './sources';

const ZOOM_FIREWALL = page(
  'Zoom support, network firewall or proxy server settings',
  'https://support.zoom.com/hc/ja/article?id=zm_kb&sysparm_article=KB0060561',
  'doc',
);
/** The ports UDP 8801 to 8810. */
const ZOOM_MEDIA = Array.from({ length: 10 }, (_, index) => 8801 + index);

export const zoom: CatalogueEntry = {
  key: 'zoom',
  name: 'Zoom',
  kind: 'meeting',
  executables: {
    windows: facts(scoop('zoom'), 'Zoom.exe'),
    mac_os: facts(installomator('zoom'), 'zoom.us'),
    linux: facts(bleachbit('zoom'), 'zoom'),
  },
  tcp: facts(ZOOM_FIREWALL, 80, 443, 8801, 8802),
  udp: facts(ZOOM_FIREWALL, 443, 3478, 3479, ...ZOOM_MEDIA),
  hosts: facts(ZOOM_FIREWALL, 'zoom.us', 'zoom.com'),
  predefined: predefined(),
};

/** The source of the processes of the Teams client of before 2023. */
const FORMER_TEAMS = onGitHub(
  'Sigma, access to sensitive files of Teams',
  'SigmaHQ/sigma/blob/8eaafff1f2845a696050e05e72ba1140ee190698/rules/windows/file/file_access/file_access_win_teams_sensitive_files.yml',
  'community',
);

export const teams: CatalogueEntry = {
  key: 'microsoft-teams',
  name: 'Microsoft Teams',
  kind: 'meeting',
  executables: {
    windows: [...facts(AUTOMATION, 'ms-teams.exe'), ...facts(FORMER_TEAMS, 'Teams.exe')],
    mac_os: facts(
      installomator('microsoftteamsnew'),
      'MSTeams',
      'Microsoft Teams',
      'Microsoft Teams WebView',
      'Microsoft Teams Launcher',
    ),
  },
  hosts: facts(NDPI_HOSTS, 'teams.microsoft.com', 'teams.live.com', 'teams.office.com', 'teams.skype.com'),
  webView2: { value: 'ms-teams.exe', source: AUTOMATION },
};

export const webex: CatalogueEntry = {
  key: 'webex',
  name: 'Webex',
  kind: 'meeting',
  executables: {
    windows: facts(scoop('webex'), 'CiscoCollabHost.exe'),
    mac_os: facts(installomator('webex'), 'Webex', 'Webex Teams', 'Cisco WebEx Start', 'WebexHelper'),
  },
  hosts: facts(NDPI_HOSTS, 'webex.com', 'webexcontent.com'),
};

export const goToMeeting: CatalogueEntry = {
  key: 'gotomeeting',
  name: 'GoToMeeting',
  kind: 'meeting',
  executables: { mac_os: facts(installomator('gotomeeting'), 'GoToMeeting') },
  hosts: facts(NDPI_HOSTS, 'gotomeeting.com', 'goto.com', 'goto-rtc.com', 'getgo.com'),
};

export const ringCentral: CatalogueEntry = {
  key: 'ringcentral',
  name: 'RingCentral',
  kind: 'meeting',
  executables: { mac_os: facts(installomator('ringcentralapp'), 'RingCentral') },
};

export const jitsiMeet: CatalogueEntry = {
  key: 'jitsi-meet',
  name: 'Jitsi Meet',
  kind: 'meeting',
  executables: {
    windows: facts(scoop('jitsi-meet'), 'Jitsi Meet.exe'),
    mac_os: facts(installomator('jitsimeet'), 'Jitsi Meet'),
  },
};

export const teamSpeak: CatalogueEntry = {
  key: 'teamspeak',
  name: 'TeamSpeak',
  kind: 'meeting',
  executables: { windows: facts(scoop('teamspeak3'), 'ts3client_win64.exe') },
  hosts: facts(domainList('teamspeak'), 'teamspeak.com', 'myteamspeak.com', 'teamspeak-services.com'),
};

export const mumble: CatalogueEntry = {
  key: 'mumble',
  name: 'Mumble',
  kind: 'meeting',
  executables: { windows: facts(scoop('mumble'), 'mumble.exe') },
};

export const mattermost: CatalogueEntry = {
  key: 'mattermost',
  name: 'Mattermost',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('mattermost'), 'Mattermost.exe'),
    mac_os: [...facts(installomator('mattermost'), 'Mattermost'), helperOf('Mattermost')],
  },
  electron: known(electronApps('mattermost')),
};

export const rocketChat: CatalogueEntry = {
  key: 'rocket-chat',
  name: 'Rocket.Chat',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('rocketchat-client'), 'Rocket.Chat.exe'),
    mac_os: [...facts(installomator('rocketchat'), 'Rocket.Chat'), helperOf('Rocket.Chat')],
  },
  electron: known(electronApps('rocket-chat')),
};

export const zulip: CatalogueEntry = {
  key: 'zulip',
  name: 'Zulip',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('zulip'), 'Zulip.exe'),
    mac_os: [...facts(installomator('zulip'), 'Zulip'), helperOf('Zulip')],
  },
  electron: known(electronApps('zulip')),
};

export const lark: CatalogueEntry = {
  key: 'lark',
  name: 'Lark',
  kind: 'messenger',
  executables: { windows: facts(scoop('lark'), 'Lark.exe') },
  hosts: facts(domainList('lark-global'), 'larkcloud.com', 'larkoffice.com', 'larkmeetings.com'),
};

export const zalo: CatalogueEntry = {
  key: 'zalo',
  name: 'Zalo',
  kind: 'messenger',
  executables: {
    windows: facts(LATER_AUTOMATION, 'Zalo.exe'),
    mac_os: facts(readOn('2026-11-30', homebrew('zalo')), 'Zalo'),
  },
};

export const weCom: CatalogueEntry = {
  key: 'wecom',
  name: 'WeCom',
  kind: 'messenger',
  executables: { windows: facts(readOn('2026-11-30', scoop('wecom')), 'WXWork.exe') },
};
