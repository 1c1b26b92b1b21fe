/** Every bad value is a diagnostic at its attribute, before anything is sent: `terraform plan` needs no tenant to say so. */
import { unwrap, Workspace } from '../support/workspace';

interface DiagnosticJson {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly snippet?: { readonly code: string };
}

const app = (body: string) => `resource "netskopesteering_certificate_pinned_app" "it" {\n  name = "A"\n  ${body}\n}`;
const exception = (body: string) => `
resource "netskopesteering_certificate_pinned_app_exception" "it" {
  configuration_id = "0"
  app_id = "1"
  ${body}
}`;
const port = (body: string) =>
  `resource "netskopesteering_non_standard_port" "it" {\n  configuration_id = "0"\n  ${body}\n}`;
const configuration = (body: string) => `resource "netskopesteering_configuration" "it" {\n  ${body}\n}`;

/** Configuration, summary, a part of the detail, and where it must point: the line shown, or the place in the text. */
const BAD: readonly (readonly [what: string, hcl: string, summary: string, detail: string, place: string])[] = [
  [
    'a wildcard among custom app domains',
    exception('custom_app_domains = ["*.whatsapp.net"]\nwindows = "block"'),
    'Wildcard not supported here',
    'Write "whatsapp.net", which covers its subdomains',
    'custom_app_domains = [',
  ],
  [
    'a path in a process name',
    app('windows = { processes = ["C:\\\\Apps\\\\WhatsApp.exe"] }'),
    'Not a process name',
    'Write the bare name, such as "WhatsApp.exe"',
    'At windows.processes.',
  ],
  [
    'quotes in a process name',
    app('mac_os = { processes = ["\\"WhatsApp\\""] }'),
    'Not a process name',
    'it contains quotes',
    'At mac_os.processes.',
  ],
  [
    'a broken regex',
    app('windows = { match = "regex", processes = ["^([a-zA-Z0-9_\\\\-\\\\]+).exe"] }'),
    'Broken process pattern',
    'not a valid regular expression',
    'At windows.processes.',
  ],
  [
    'a lookahead that is never closed',
    app('windows = { match = "regex", processes = ["WhatsApp(?=.exe"] }'),
    'Broken process pattern',
    'the group that opens at character 9 is never closed',
    'At windows.processes.',
  ],
  [
    'an unknown way to match',
    app('windows = { match = "glob", processes = ["a"] }'),
    'Value not allowed',
    '"glob" is not one of "exact", "regex"',
    'At windows.match.',
  ],
  [
    'a name over 40 characters',
    configuration(`name = "${'n'.repeat(41)}"`),
    'Text of the wrong length',
    'It has 41 characters; 1 to 40 are allowed',
    'name =',
  ],
  ['port 0', port('port = 0'), 'Number out of range', '0 is not from 1 to 65535', 'port = 0'],
  ['port 65536', port('port = 65536'), 'Number out of range', '65536 is not from 1 to 65535', 'port = 65536'],
  ['a port with a fraction', port('port = 443.5'), 'Not a whole number', '443.5', 'port = 443.5'],
  [
    'a managed-device action on Linux',
    exception('linux = "bypass_managed_direct"'),
    'Value not allowed',
    'is not one of "block", "bypass"',
    'linux = "bypass_managed_direct"',
  ],
  [
    'an app on no platform',
    app(''),
    'No platform',
    'Give at least one of windows',
    'resource "netskopesteering_certificate_pinned_app" "it"',
  ],
  [
    'an exception on no platform',
    exception(''),
    'No platform',
    'Give at least one of windows',
    'resource "netskopesteering_certificate_pinned_app_exception" "it"',
  ],
  [
    'a platform of another name',
    exception('macos = "block"'),
    'Unsupported argument',
    'An argument named "macos" is not expected here',
    'macos = "block"',
  ],
  [
    'a mobile app without processes and domains',
    app('android = {}'),
    'Nothing to recognise the app by',
    'Give processes, domains, or both',
    'android = {',
  ],
  [
    'user groups and organizational units',
    configuration('name = "A"\nuser_groups = ["a"]\norganization_units = ["b"]'),
    'User groups and organizational units',
    'Remove one of the two',
    'organization_units =',
  ],
  [
    'an unknown traffic mode',
    configuration('name = "A"\ntraffic_mode = "cloud"'),
    'Value not allowed',
    '"cloud" is not one of "cloud_apps", "web", "all", "none"',
    'traffic_mode =',
  ],
  [
    'a platform of another name',
    configuration('name = "A"\nos_families = ["macos"]'),
    'Value not allowed',
    'Did you mean "mac_os"?',
    'os_families =',
  ],
  [
    'a record type in small letters',
    'resource "netskopesteering_dns_exception" "it" {\n  configuration_id = "0"\n  questions = [{ domain = "a.example", record_type = "ptr" }]\n}',
    'Value not allowed',
    'Did you mean "PTR"?',
    'questions =',
  ],
  [
    'an action of another name',
    exception('windows = "bypass-direct"'),
    'Value not allowed',
    'Did you mean "bypass_direct"?',
    'windows = "bypass-direct"',
  ],
  [
    'a country by its name',
    'resource "netskopesteering_source_country_exception" "it" {\n  configuration_id = "0"\n  countries = ["Germany"]\n}',
    'Not a country code',
    'Did you mean "DE"?',
    'countries =',
  ],
  ['a name with a line break', configuration('name = "A\\n"'), 'Not a name', 'Write "A"', 'name ='],
  [
    'a group with white space',
    configuration('name = "A"\nuser_groups = [" sales"]'),
    'Not a name',
    'Write "sales"',
    'user_groups =',
  ],
  [
    'a name that turns the text around',
    configuration('name = "Sales\\u202egnp"'),
    'Not a name',
    '"Sales\\u202egnp" is not a name: it contains a character that turns the direction of the text',
    'name =',
  ],
  [
    'a process with what nobody sees',
    app('windows = { processes = ["What\\u200bsApp.exe"] }'),
    'Not a process name',
    'Write the bare name, such as "WhatsApp.exe"',
    'At windows.processes.',
  ],
  [
    'a host name in two spellings',
    port('port = 5222\n  domains = ["bücher.example", "xn--bcher-kva.example"]'),
    'Duplicate element',
    'are one host name ("xn--bcher-kva.example" to clients)',
    'domains =',
  ],
  [
    'a host name in capitals too',
    'resource "netskopesteering_domain_exception" "it" {\n  configuration_id = "0"\n  domains = ["EXAMPLE.com", "example.com"]\n}',
    'Duplicate element',
    'They differ in nothing but how they are written',
    'domains =',
  ],
  ['a null process', app('windows = { processes = [null] }'), 'Null element', 'Leave it out', 'At windows.processes.'],
  [
    'plain http to a remote host',
    'provider "netskopesteering" {\n  server_url = "http://tenant.example/api/v2"\n}\n' + port('port = 5222'),
    'Provider setting refused',
    'only loopback is reached by http',
    'server_url =',
  ],
];

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create(undefined, '', { NETSKOPE_SERVER_URL: '', NETSKOPE_API_KEY: '' });
});
afterAll(() => workspace?.remove());

it.each(BAD)('%s', async (_, hcl, summary, detail, place) => {
  await workspace.write(hcl);
  const { stdout } = await workspace.run('validate', '-json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: DiagnosticJson[] };
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ severity: 'error', summary });
  const text = unwrap(diagnostics[0]?.detail ?? '');
  expect(text).toContain(detail);
  // Terraform 1.11 shows no line below an attribute, so the text says where.
  expect(`${diagnostics[0]?.snippet?.code}\n${text}`).toContain(place);
});

it('a missing token is reported at api_key, with what to do', async () => {
  await workspace.write(
    `provider "netskopesteering" {\n  server_url = "http://127.0.0.1:1/api/v2"\n}\n${port('port = 5222')}`,
  );
  const said = await workspace.failure('plan');
  expect(said).toContain('api_key is missing');
  expect(said).toContain('NETSKOPE_API_KEY');
});
