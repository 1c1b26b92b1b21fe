/** This file has the entries of the catalogue for messengers. */
import { facts, known, type CatalogueEntry } from './native-app';
import {
  AUTOMATION,
  bleachbit,
  domainList,
  electronApps,
  helperOf,
  homebrew,
  installomator,
  MAC_MESSENGERS,
  NDPI_HOSTS,
  NDPI_PORTS,
  onGitHub,
  scoop,
  predefined,
  readOn,
} from './sources';

const SIGNAL_CONFIGURATION = onGitHub(
  'Signal Desktop, config/production.json',
  'signalapp/Signal-Desktop/blob/0c8c3328051e2b11e09d486b8ef5a6c4cfbbfc02/config/production.json',
  'vendor',
);

export const signal: CatalogueEntry = {
  key: 'signal',
  name: 'Signal',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('signal'), 'Signal.exe'),
    mac_os: [...facts(installomator('signal'), 'Signal'), helperOf('Signal')],
  },
  tcp: facts(SIGNAL_CONFIGURATION, 443),
  hosts: facts(SIGNAL_CONFIGURATION, 'signal.org'),
  electron: known(electronApps('signal')),
};

const TELEGRAM_ADDRESSES = onGitHub(
  'Telegram Desktop, mtproto_dc_options.cpp',
  'telegramdesktop/tdesktop/blob/dev/Telegram/SourceFiles/mtproto/mtproto_dc_options.cpp',
  'vendor',
);

export const telegram: CatalogueEntry = {
  key: 'telegram',
  name: 'Telegram',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('telegram'), 'Telegram.exe'),
    mac_os: facts(installomator('telegram'), 'Telegram'),
    linux: facts(
      onGitHub(
        'Flathub, org.telegram.desktop',
        'flathub/org.telegram.desktop/blob/001729b237bf0a4622cf620d24840f84ef11d560/org.telegram.desktop.yml',
        'community',
      ),
      'telegram-desktop',
    ),
  },
  tcp: facts(TELEGRAM_ADDRESSES, 443),
  hosts: facts(domainList('telegram'), 'telegram.org', 'telegram.me', 't.me', 'cdn-telegram.org'),
  literalAddresses: known(TELEGRAM_ADDRESSES, 'Its data centres are addresses in its source.'),
};

export const discord: CatalogueEntry = {
  key: 'discord',
  name: 'Discord',
  kind: 'messenger',
  executables: {
    windows: facts(bleachbit('discord'), 'Discord.exe', 'DiscordPTB.exe', 'DiscordCanary.exe'),
    mac_os: [...facts(installomator('discord'), 'Discord'), helperOf('Discord')],
    linux: facts(bleachbit('discord'), 'Discord', 'DiscordPTB', 'DiscordCanary'),
  },
  hosts: facts(NDPI_HOSTS, 'discord.com', 'discord.gg', 'discord.media', 'discordapp.com', 'discordapp.net'),
  electron: known(electronApps('discord')),
};

export const slack: CatalogueEntry = {
  key: 'slack',
  name: 'Slack',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('slack'), 'slack.exe'),
    mac_os: [...facts(installomator('slack'), 'Slack'), helperOf('Slack')],
    linux: facts(bleachbit('slack'), 'Slack'),
  },
  hosts: facts(domainList('slack'), 'slack.com', 'slack-edge.com', 'slack-files.com', 'slack-imgs.com', 'slackb.com'),
  electron: known(electronApps('slack')),
};

export const viber: CatalogueEntry = {
  key: 'viber',
  name: 'Viber',
  kind: 'messenger',
  executables: {
    windows: facts(AUTOMATION, 'Viber.exe'),
    mac_os: facts(homebrew('viber'), 'Viber'),
  },
  tcp: facts(NDPI_PORTS, 4244, 5242, 5243, 7985),
  udp: facts(NDPI_PORTS, 4244, 5242, 5243, 7985, 7987),
  hosts: [...facts(NDPI_HOSTS, 'viber.com'), ...facts(domainList('viber'), 'vbcdn.com', 'vbcdn.net', 'viber.me')],
};

const WECHAT_3 = readOn(
  '2026-11-29',
  onGitHub(
    'CipherTalk, issue 39: WeChat 3.9 runs as WeChat.exe, 4.0 as Weixin.exe',
    'ILoveBingLu/CipherTalk/issues/39',
    'community',
  ),
);
const WECHAT_PAGES = readOn(
  '2026-11-29',
  onGitHub(
    'WMPFDebugger, a debugger of mini programs of WeChat',
    'evi0s/WMPFDebugger/blob/0f0417bc27fa21dc97c5ae7342426a27460514b5/README.md',
    'community',
  ),
);

export const wechat: CatalogueEntry = {
  key: 'wechat',
  name: 'WeChat',
  kind: 'messenger',
  executables: {
    windows: [
      ...facts(scoop('wechat'), 'Weixin.exe'),
      { value: 'WeChat.exe', source: WECHAT_3, note: 'WeChat up to 3.9; since 4.0 it is `Weixin.exe`.' },
      {
        value: 'WeChatAppEx.exe',
        source: WECHAT_PAGES,
        onRequest: true,
        note: 'It shows mini programs and web pages. WeCom, another app, is said to have a process of this name too.',
      },
    ],
    mac_os: facts(installomator('wechat'), 'WeChat'),
  },
  hosts: facts(NDPI_HOSTS, 'wechat.com', 'wechatapp.com', 'we.chat', 'mmsns.qpic.cn'),
};

const LINE_NAMES = onGitHub(
  'LINE Desktop add-on of NVDA',
  'keyang556/linedesktopnvda/blob/8bcbaee75cc45c354d3613fce93ccfd12a53fb05/addon/globalPlugins/lineDesktopHelper.py',
  'community',
);

export const line: CatalogueEntry = {
  key: 'line',
  name: 'LINE',
  kind: 'messenger',
  executables: {
    windows: facts(LINE_NAMES, 'LINE.exe', 'LINE_APP.exe', 'LineLauncher.exe'),
    mac_os: facts(MAC_MESSENGERS, 'LINE'),
  },
  hosts: facts(NDPI_HOSTS, 'line.me', 'line-apps.com', 'line-scdn.net', 'line.naver.jp', 'linecorp.com'),
};

export const kakaoTalk: CatalogueEntry = {
  key: 'kakaotalk',
  name: 'KakaoTalk',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('kakaotalk'), 'KakaoTalk.exe'),
    mac_os: facts(MAC_MESSENGERS, 'KakaoTalk'),
  },
  hosts: facts(domainList('kakao'), 'kakao.com', 'kakaocdn.net'),
};

export const qq: CatalogueEntry = {
  key: 'qq',
  name: 'QQ',
  kind: 'messenger',
  executables: { windows: [...facts(scoop('qq-nt'), 'QQ.exe'), ...facts(scoop('qq'), 'QQScLauncher.exe')] },
  udp: facts(NDPI_PORTS, 8000),
  hosts: facts(NDPI_HOSTS, 'qq.com', 'gtimg.com'),
};

export const element: CatalogueEntry = {
  key: 'element',
  name: 'Element',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('element'), 'Element.exe'),
    mac_os: [...facts(installomator('element'), 'Element'), helperOf('Element')],
  },
  hosts: facts(domainList('matrix'), 'element.io', 'matrix.org', 'vector.im'),
  electron: known(electronApps('riot'), 'Listed by its former name, Riot.'),
};

export const threema: CatalogueEntry = {
  key: 'threema',
  name: 'Threema',
  kind: 'messenger',
  executables: { windows: facts(scoop('threema'), 'threema-web.exe') },
};

export const wire: CatalogueEntry = {
  key: 'wire',
  name: 'Wire',
  kind: 'messenger',
  executables: { windows: facts(scoop('wire'), 'Wire.exe') },
  electron: known(electronApps('wire')),
};

export const session: CatalogueEntry = {
  key: 'session',
  name: 'Session',
  kind: 'messenger',
  executables: {
    windows: facts(scoop('session'), 'Session.exe'),
    mac_os: facts(installomator('sessiondesktop'), 'Session'),
  },
};

const MESSENGER_ON_WINDOWS = readOn(
  '2026-11-30',
  onGitHub(
    'Sigma, programs that add rules to the firewall of Windows',
    'SigmaHQ/sigma/blob/8eaafff1f2845a696050e05e72ba1140ee190698/rules-threat-hunting/windows/builtin/firewall_as/win_firewall_as_change_rule.yml',
    'community',
  ),
);

export const messenger: CatalogueEntry = {
  key: 'messenger',
  name: 'Messenger',
  kind: 'messenger',
  executables: {
    windows: facts(MESSENGER_ON_WINDOWS, 'Messenger.exe'),
    mac_os: facts(installomator('facebookmessenger'), 'Messenger'),
  },
  hosts: facts(NDPI_HOSTS, 'messenger.com', 'm.me', 'edge-mqtt.facebook.com'),
};

export const imo: CatalogueEntry = {
  key: 'imo',
  name: 'imo',
  kind: 'messenger',
  executables: { windows: facts(scoop('imo-messenger'), 'ImoDesktopApp.exe') },
};

export const skype: CatalogueEntry = {
  key: 'skype',
  name: 'Skype',
  kind: 'messenger',
  executables: {
    windows: facts(
      onGitHub(
        'Scoop Extras, skype (deprecated)',
        'ScoopInstaller/Extras/blob/cd859b80b1a30eeb54b18f140c7d9972f68dfb31/deprecated/skype.json',
        'community',
      ),
      'Skype.exe',
    ),
    mac_os: facts(installomator('skype'), 'Skype', 'Skype Helper'),
    linux: facts(bleachbit('skype'), 'skype'),
  },
  hosts: facts(NDPI_HOSTS, 'gateway.messenger.live.com'),
  electron: known(electronApps('skype')),
  predefined: predefined('On Windows.'),
};

export const beeper: CatalogueEntry = {
  key: 'beeper',
  name: 'Beeper',
  kind: 'messenger',
  executables: { windows: facts(scoop('beeper'), 'Beeper.exe') },
};

export const ferdium: CatalogueEntry = {
  key: 'ferdium',
  name: 'Ferdium',
  kind: 'messenger',
  executables: { windows: facts(scoop('ferdium'), 'Ferdium.exe') },
  electron: known(electronApps('ferdium')),
};

export const jami: CatalogueEntry = {
  key: 'jami',
  name: 'Jami',
  kind: 'messenger',
  executables: { windows: facts(scoop('jami'), 'Jami.exe') },
};

export const pidgin: CatalogueEntry = {
  key: 'pidgin',
  name: 'Pidgin',
  kind: 'messenger',
  executables: { windows: facts(scoop('pidgin'), 'pidgin.exe') },
};
