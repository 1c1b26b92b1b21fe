/** What random models and flows are made of: few words, so that they meet; and some that nothing in a model is. */
import type { PlatformName } from '../../../steering/domain/vocabulary';

export const PLATFORM_NAMES: readonly PlatformName[] = ['windows', 'mac_os', 'linux', 'ios', 'android', 'chrome_os'];

export const EXACT_NAMES = [
  'Slack.exe',
  'slack',
  'Zoom.exe',
  'WhatsApp.exe',
  'straße.exe',
  'aaa',
  'Vib,er',
  'zoom.us, aaa',
  'AnyDesk.exe',
];

/** Patterns as a tenant has them, and the same for JavaScript; undefined: RE2 cannot run it. */
export const PATTERNS: Readonly<Record<string, RegExp | undefined>> = {
  '^Slack': /^Slack/,
  zoom: /zoom/,
  '(?i)whats': /whats/i,
  '\\.exe$': /\.exe$/,
  '^(a+)+$': /^(a+)+$/,
  '[A-Z]oo.*': /[A-Z]oo.*/,
  '\\bApp\\b': /\bApp\b/,
  '^.{1,5}$': /^.{1,5}$/,
  'Slack(?!Helper)': undefined,
  // No engine compiles it.
  '^(Zoom': undefined,
  '^Sla(c){1,2}k': /^Sla(c){1,2}k/,
  '^(aab|x{1,3})$': /^(aab|x{1,3})$/,
  'zoom,\\.exe$|^aaa': /zoom,\.exe$|^aaa/,
  'zoom|^aa{1,3}$': /zoom|^aa{1,3}$/,
  // A part of one of these.
  '\\.exe$|^aaa': /\.exe$|^aaa/,
};

/** Patterns with a comma, and their parts that are patterns. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  '^Sla(c){1,2}k': [],
  '^.{1,5}$': [],
  '^(aab|x{1,3})$': [],
  'zoom,\\.exe$|^aaa': ['zoom', '\\.exe$|^aaa'],
  'zoom|^aa{1,3}$': ['zoom'],
};

export const PROCESSES = [
  ...EXACT_NAMES,
  'SLACK.EXE',
  'Slackzoom.exe',
  'zoom.us',
  'ZOOM',
  'WhatsApp Helper',
  'My App.exe',
  'aaaaa',
  'aab',
  'STRASSE.EXE',
  'other-process',
  'x',
  'Vib',
  'ER',
  'Vib,er,x',
  'ANYDESK.exe',
  'TeamViewer_Service.exe',
  'zoom,.exe',
];

/** Labels of other letters than ASCII, and how clients see them. */
export const A_LABELS: Readonly<Record<string, string>> = { bücher: 'xn--bcher-kva', straße: 'xn--strae-oqa' };

export const DOMAINS = [
  'example.com',
  'chat.example.com',
  'deep.chat.example.com',
  'example.org',
  'com',
  'Slack.COM',
  'bücher.example',
  'xn--bcher-kva.example',
  'chat.BÜCHER.example',
  'straße.bücher.example',
];
export const WILDCARDS = ['*.example.com', '*.chat.example.com', '*.Bücher.example', '*.chat.xn--bcher-kva.example'];
export const ADDRESSES = ['203.0.113.7', '10.1.2.3', '2001:db8::1'];
export const HOSTS = [
  ...DOMAINS,
  ...ADDRESSES,
  'a.deep.chat.example.com',
  'www.example.com',
  'notexample.com',
  'WWW.EXAMPLE.ORG.',
  'files.slack.com',
  'nothing.test',
  '',
  '192.168.7.7',
  '127.0.0.1',
  'fd00::1',
  '198.51.100.99',
  '[2001:db8:0::1]',
  '2001:db8::99',
  '::ffff:198.51.100.99',
  'BÜCHER.EXAMPLE.',
  'chat.xn--bcher-kva.example',
  'XN--STRAE-OQA.bücher.example',
  'strasse.bücher.example',
  'www.bücher.example',
];

export const PORTS = [443, 80, 53, 5222, 5223, 5353, 8080, 22];
export const GROUPS = ['staff', 'guests', 'Staff'];
export const UNITS = ['sales', 'lab'];
export const TAGS = ['lost', 'kiosk'];
export const PRIVATE_APPS = ['Wiki', 'Payroll'];
export const CLASSIFICATIONS = ['Corporate', 'Kiosk'];
export const NAMES_OF = {
  application: ['Box', 'Miro'],
  category: ['Games', 'News'],
  destination_location: ['Office', 'Plant'],
  source_location: ['Home', 'Cafe'],
  source_countries: ['DE', 'FR'],
} as const;
