/** What administrators write in lists of domains, in HCL: what is found, and what is not. */
import { CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { SUITES, suiteNamed } from '../../../steering/catalogue/suites';
import { TRANSFER_SITES } from '../../../steering/catalogue/transfer-sites';
import {
  complainAboutCustomAppDomain,
  complainAboutDomain,
  complainAboutExceptionDomain,
  hostName,
} from '../../../steering/domain/hosts';
import { hasRegistry, publicSuffixKind } from '../../../steering/domain/public-suffixes';
import { checkModel, RULES } from '../../../steering/rules';
import { modelOfHcl } from './hcl';

const OURS = ['public-suffix', 'missing-apex', 'transfer-site', 'vendor-domain', 'bypass-of-suite'].concat(
  'international-domain',
  'domain-name',
  'any-source-location',
  'block-without-effect',
);
const quoted = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');
const resource = (type: string, body: string) => `resource "netskopesteering_${type}" "x" {\n${body}\n}`;
const domains = (...names: string[]) =>
  resource('domain_exception', `configuration_id = "0"\ndomains = [${quoted(names)}]`);
const dns = (...names: string[]) =>
  resource(
    'dns_exception',
    `configuration_id = "0"\nquestions = [${names.map((name) => `{ domain = "${name}", record_type = "all" }`).join(', ')}]`,
  );
const port = (...names: string[]) =>
  resource('non_standard_port', `configuration_id = "0"\nport = 5222\ndomains = [${quoted(names)}]`);
const applications = (...names: string[]) =>
  resource('application_exception', `configuration_id = "0"\napplications = [${quoted(names)}]\naction = "bypass"`);
const sources = (...names: string[]) =>
  resource('source_location_exception', `configuration_id = "0"\nnetwork_locations = [${quoted(names)}]`);
const ios = (...names: string[]) =>
  resource('certificate_pinned_app', `name = "Own app"\nios = { domains = [${quoted(names)}] }`);
/** An exception for an app, as its resource shows it alone. */
const pinned = (actions: string, ...names: string[]) =>
  resource(
    'certificate_pinned_app_exception',
    `configuration_id = "0"\napp_id = "7"\ncustom_app_domains = [${quoted(names)}]\n${actions}`,
  );
/** An exception for an app, with the app. */
const pinnedWithApp = (name: string, process: string, action: string, ...names: string[]) => `
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "${name}"
  windows = { processes = ["${process}"] }
}
${pinned(`windows = "${action}"`, ...names).replace('"7"', 'netskopesteering_certificate_pinned_app.app.id')}`;

/** Returns what is found as `severity code value`. */
async function found(text: string): Promise<string[]> {
  const { findings } = checkModel(await modelOfHcl(text));
  return findings
    .filter(({ rule }) => OURS.includes(rule))
    .map(({ severity, code, value }) => `${severity} ${code} ${value}`);
}

it.each<[string, string, string[]]>([
  ['a top-level domain', domains('*.com'), ['error public-suffix *.com']],
  ['registries', domains('*.org', '*.co.uk'), ['error public-suffix *.org', 'error public-suffix *.co.uk']],
  ['a registry in DNS', dns('*.com.au'), ['error public-suffix *.com.au']],
  ['a registry for an app', pinned('windows = "bypass_direct"', 'com'), ['error public-suffix com']],
  ['a registry for a macOS app', pinned('mac_os = "bypass_tunnel"', 'co.uk'), ['error public-suffix co.uk']],
  ['a registry on a port', port('net'), ['error public-suffix net']],
  ['a registry of an iOS app', ios('de'), ['error public-suffix de']],
  ['a cloud of anybody', domains('*.azurewebsites.net'), ['warning public-suffix/private *.azurewebsites.net']],
  [
    'sites for moving data out',
    domains('*.dropbox.com', 'pastebin.com'),
    ['warning transfer-site *.dropbox.com', 'warning transfer-site pastebin.com'],
  ],
  ['a site in DNS', dns('transfer.sh'), ['warning transfer-site/dns transfer.sh']],
  [
    'a site of an app of your own',
    pinnedWithApp('Field sync', 'FieldSync.exe', 'bypass_direct', 'wetransfer.com'),
    ['warning transfer-site/app wetransfer.com'],
  ],
  ['a site as an application', applications('Dropbox'), ['warning transfer-site/application Dropbox']],
  ['the vendor', domains('*.goskope.com'), ['warning vendor-domain *.goskope.com']],
  ['its console', domains('acme.goskope.com'), ['warning vendor-domain/host acme.goskope.com']],
  [
    'its gateways in DNS',
    dns('gateway-acme.eu.goskope.com'),
    ['warning vendor-domain/dns gateway-acme.eu.goskope.com'],
  ],
  [
    'suites',
    applications('Microsoft Office 365', 'Google Drive'),
    ['warning bypass-of-suite Google Drive', 'warning bypass-of-suite Microsoft Office 365'],
  ],
  ['a missing apex', domains('*.corp.example'), ['info missing-apex *.corp.example']],
  ['a missing apex in DNS', dns('*.corp.example'), ['info missing-apex *.corp.example']],
  ['other letters', domains('bücher.example'), ['warning international-domain bücher.example']],
  ['other letters on a port', port('bücher.example'), ['warning international-domain bücher.example']],
  ['other letters of an app', ios('bücher.example'), ['warning international-domain bücher.example']],
  ['a look-alike', domains('microsоft.com'), ['warning international-domain/look-alike microsоft.com']],
  ['a program', domains('WhatsApp.exe'), ['warning domain-name/process WhatsApp.exe']],
  ['a program for an app', pinned('windows = "block"', 'WhatsApp.exe'), ['warning domain-name/process WhatsApp.exe']],
  ['a bundle', pinned('mac_os = "bypass"', 'Telegram.app'), ['warning domain-name/process Telegram.app']],
  ['an address for an app', pinned('linux = "bypass"', '192.0.2.1'), ['warning domain-name/address 192.0.2.1']],
  ['any source', sources('Any'), ['warning any-source-location Any']],
  ['all sources', sources('all locations'), ['warning any-source-location all locations']],
])('finds %s where it is written', async (_, text, expected) => {
  expect((await found(text)).sort()).toEqual(expected.sort());
});

it.each<[string, string]>([
  ['corporate domains', domains('*.corp.example', 'corp.example', 'intranet', '*.partner.co.uk', 'partner.co.uk')],
  ['private zones', dns('*.local', '*.corp', '*.internal', '*.home.arpa')],
  [
    'updates of vendors',
    domains('*.push.apple.com', 'push.apple.com', '*.update.microsoft.com', 'update.microsoft.com'),
  ],
  ['Box Drive for its domains', pinnedWithApp('Box Drive', 'Box.exe', 'bypass_direct', 'box.com', 'boxcloud.com')],
  ['Dropbox for its domain', pinnedWithApp('Dropbox', 'Dropbox.exe', 'bypass_tunnel', 'dropbox.com')],
  ['an app that the resource does not show', pinned('windows = "bypass_direct"', 'dropbox.com')],
  ['a Block, which ignores its list', pinned('windows = "block"', 'com', 'goskope.com', 'dropbox.com')],
  ['managed devices, which ignore it too', pinned('windows = "bypass_managed_direct"', 'com', '192.0.2.1')],
  ['the port of WhatsApp', port('whatsapp.com', 'whatsapp.net')],
  ['A-labels', domains('xn--bcher-kva.example')],
  ['applications for calls', applications('Microsoft Teams', 'Zoom', 'Cisco Webex')],
  ['a network', sources('Guest network Berlin')],
])('finds nothing in %s', async (_, text) => {
  expect(await found(text)).toEqual([]);
});

it('finds a misspelt domain of a port, as before', async () => {
  const text = `
resource "netskopesteering_default_configuration" "x" { traffic_mode = "web" }
resource "netskopesteering_certificate_pinned_app" "x" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "x" {
  configuration_id   = netskopesteering_default_configuration.x.id
  app_id             = netskopesteering_certificate_pinned_app.x.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_non_standard_port" "x" {
  configuration_id = netskopesteering_default_configuration.x.id
  port             = 5222
  domains          = ["whatsap.com"]
}`;
  expect((await found(text)).join()).toContain('block-without-effect');
  expect((await found(text.replace('whatsap.com', 'whatsapp.com", "whatsapp.net'))).join()).toBe('');
});

it('leaves to the provider what it refuses', () => {
  for (const text of ['https://example.com/path', 'example.com:8443', '10.0.0.0/8', '.example.com', '*', '*.*'])
    expect(complainAboutExceptionDomain(text)).toBeDefined();
  for (const text of ['.box.com', 'https://box.com', '*.box.com'])
    expect(complainAboutCustomAppDomain(text)).toBeDefined();
  for (const text of ['*.whatsapp.net', 'a.example, b.example']) expect(complainAboutDomain(text)).toBeDefined();
});

it('says at which attribute each finding of one object is', async () => {
  const texts = [
    domains('*.com', 'pastebin.com', '*.goskope.com', '*.a.example', 'x.exe', 'bücher.example', 'BÜCHER.example'),
  ];
  texts.push(
    dns('*.com'),
    port('com'),
    ios('com'),
    pinned('windows = "bypass"', 'com'),
    applications('aws'),
    sources('any'),
  );
  for (const text of texts) {
    const { findings } = checkModel(await modelOfHcl(text), {
      rules: RULES.filter(({ id }) => OURS.includes(id) || id === 'repeated-domain'),
    });
    expect(findings).not.toEqual([]);
    for (const { attribute, value } of findings) {
      expect((attribute ?? []).join('.')).toMatch(/^[a-z_]+(\.[a-z_]+)?$/);
      expect(value).not.toBe('');
      expect(text).toContain((attribute ?? []).at(-1));
    }
  }
});

describe('the data', () => {
  it('has hosts of apps that are not as wide as a public suffix of a registry', () => {
    const hosts = CATALOGUE_ENTRIES.flatMap(({ hosts: all = [] }) => all.map(({ value }) => value));
    expect(hosts.filter((host) => publicSuffixKind(host) === 'registry')).toEqual([]);
  });

  it('has transfer sites by names that clients see, each with a source', () => {
    const all = TRANSFER_SITES.flatMap((site) => site.domains);
    for (const { value, source } of all) {
      expect(hostName(value)).toBe(value);
      expect(hasRegistry(value)).toBe(true);
      expect(publicSuffixKind(value)).not.toBe('registry');
      expect(source.where).not.toBe('');
    }
    expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
  });

  it('knows each suite by its own name, and no messenger or meeting of the catalogue as one', () => {
    for (const suite of SUITES) expect(suiteNamed(suite.name)).toBe(suite);
    const apps = CATALOGUE_ENTRIES.filter(({ kind }) => kind === 'messenger' || kind === 'meeting' || kind === 'ai');
    expect(apps.filter(({ name }) => suiteNamed(name) !== undefined).map(({ name }) => name)).toEqual([]);
  });

  it('takes no file for a domain in use: nothing that ends a name of a file is a top-level domain', () => {
    for (const end of 'exe dmg msi msix appx bat cmd ps1 vbs scr dll jar pkg deb rpm apk ipa appimage plist'.split(' '))
      expect([end, publicSuffixKind(end)]).toEqual([end, undefined]);
  });

  it.each([
    ['com', 'registry'],
    ['co.uk', 'registry'],
    ['xn--p1ai', 'registry'],
    ['kawasaki.jp', 'registry'],
    ['gov.uk', 'restricted'],
    ['nhs.uk', 'restricted'],
    ['mil', 'restricted'],
    ['github.io', 'private'],
    ['compute.amazonaws.com', 'private'],
    ['example.com', undefined],
    ['home.arpa', undefined],
    ['local', undefined],
    ['corp', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('knows of %s that it is %s', (name, kind) => {
    expect(publicSuffixKind(name)).toBe(kind);
  });
});
