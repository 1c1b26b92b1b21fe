import { complainAboutDomain } from '../../../steering/domain/hosts';
import { CATALOGUE, CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { APP_KINDS, CONFIDENCES, type CatalogueEntry, type Fact } from '../../../steering/catalogue/native-app';
import { PLATFORMS } from '../../../steering/domain/vocabulary';
import { complainAboutProcessName } from '../../../steering/domain/processes';

const entries: [string, CatalogueEntry][] = Object.entries(CATALOGUE);
const executables = ({ executables }: CatalogueEntry) =>
  PLATFORMS.flatMap(({ name }) => (executables[name] ?? []).map((fact) => ({ platform: name, ...fact })));
const ports = ({ tcp = [], udp = [] }: CatalogueEntry) => [...tcp, ...udp];

/** Every fact of an entry, whatever it says. */
function factsOf(entry: CatalogueEntry): Fact<unknown>[] {
  const flags = [entry.electron, entry.webView2, entry.literalAddresses, entry.predefined].filter(
    (fact) => fact !== undefined,
  );
  return [...executables(entry), ...ports(entry), ...(entry.hosts ?? []), ...(entry.services ?? []), ...flags];
}

/** Values that occur more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

it('knows the apps that this project promises, and many more', () => {
  const names = CATALOGUE_ENTRIES.map(({ name }) => name);
  const promised =
    'WhatsApp,Telegram,Signal,Discord,Slack,Microsoft Teams,Zoom,Dropbox,Viber,Skype,Spotify,TeamViewer,AnyDesk,WeChat,ChatGPT,Claude,Cursor';
  expect(names).toEqual(expect.arrayContaining(promised.split(',')));
  expect(names.length).toBeGreaterThanOrEqual(50);
  for (const kind of APP_KINDS) expect(CATALOGUE_ENTRIES.filter((entry) => entry.kind === kind)).not.toEqual([]);
});

it.each(entries)('%s is well formed', (_, entry) => {
  expect(executables(entry).length).toBeGreaterThan(0);
  for (const { platform, value } of executables(entry)) {
    expect(complainAboutProcessName(value)).toBeUndefined();
    if (platform === 'windows') expect(value).toMatch(/\.(exe|com)$/);
    else expect(value).not.toMatch(/\.exe$/i);
  }
  for (const { value } of ports(entry)) {
    expect(Number.isInteger(value)).toBe(true);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(65_535);
  }
  for (const { value } of entry.hosts ?? []) {
    expect(complainAboutDomain(value)).toBeUndefined();
    expect(value).toBe(value.toLowerCase());
    expect(value).toContain('.');
  }
});

it.each(entries)('%s has a source, a date and a confidence for every fact', (_, entry) => {
  for (const { source } of factsOf(entry)) {
    expect(source.name.length).toBeGreaterThan(5);
    expect(source.where.length).toBeGreaterThan(10);
    if (source.where.includes('://')) expect(new URL(source.where).protocol).toBe('https:');
    expect(source.read).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(new Date(source.read).getTime()).toBeGreaterThan(new Date('2026-01-01').getTime());
    expect(CONFIDENCES).toContain(source.confidence);
  }
});

it.each(entries)('%s says nothing twice, not even in another case', (_, entry) => {
  for (const { name } of PLATFORMS) {
    expect(repeated((entry.executables[name] ?? []).map(({ value }) => value.toLowerCase()))).toEqual([]);
  }
  for (const facts of [entry.tcp ?? [], entry.udp ?? [], entry.hosts ?? []]) {
    expect(repeated(facts.map(({ value }) => String(value)))).toEqual([]);
  }
});

it.each(entries)('%s names no domain that another of its domains covers', (_, { hosts = [] }) => {
  const names = hosts.map(({ value }) => value);
  expect(names.filter((name) => names.some((other) => name.endsWith(`.${other}`)))).toEqual([]);
});

it.each(entries)(
  '%s can have its ports steered: they have domains to be steered for',
  (_, { tcp = [], hosts = [] }) => {
    if (tcp.some(({ value }) => value !== 80 && value !== 443)) expect(hosts).not.toEqual([]);
  },
);

it('has no executable that two apps share: blocking one would block the other', () => {
  const all = CATALOGUE_ENTRIES.flatMap((entry) =>
    executables(entry).map(({ platform, value }) => `${platform}/${value.toLowerCase()}`),
  );
  expect(repeated(all)).toEqual([]);
});

it('has no app twice', () => {
  expect(repeated(CATALOGUE_ENTRIES.map(({ name }) => name.toLowerCase()))).toEqual([]);
  expect(repeated(CATALOGUE_ENTRIES.map(({ key }) => key))).toEqual([]);
});

it('names the macOS helper of every Electron app that it names on macOS', () => {
  const electron = CATALOGUE_ENTRIES.filter((entry) => entry.electron !== undefined && entry.executables.mac_os);
  for (const {
    executables: { mac_os = [] },
  } of electron) {
    const helpers = mac_os.filter(({ value }) => value.endsWith(' Helper'));
    expect(helpers).toHaveLength(1);
  }
});

it('names an executable of the app itself as the one that shows WebView2', () => {
  const shown = CATALOGUE_ENTRIES.filter(({ webView2 }) => webView2 !== undefined);
  expect(shown).not.toEqual([]);
  for (const { webView2, executables } of shown) {
    expect((executables.windows ?? []).map(({ value }) => value)).toContain(webView2?.value);
  }
});

it('names executables of the app itself on Windows as those that run as services, each once', () => {
  const some = CATALOGUE_ENTRIES.filter(({ services }) => services !== undefined);
  expect(some.length).toBeGreaterThanOrEqual(15);
  for (const { services = [], executables } of some) {
    const names = services.map(({ value }) => value);
    expect((executables.windows ?? []).map(({ value }) => value)).toEqual(expect.arrayContaining(names));
    expect(repeated(names)).toEqual([]);
  }
});

it('calls assumed what nobody published', () => {
  const assumed = CATALOGUE_ENTRIES.flatMap(factsOf).filter(({ source }) => source.confidence === 'assumed');
  expect(assumed.length).toBeGreaterThan(0);
  for (const { value } of assumed) expect(value).toMatch(/ Helper$/);
});
