import { CATALOGUE_ENTRIES } from '../../steering/catalogue';
import { run } from './support/run';

interface App {
  readonly name: string;
  readonly preset: string;
  readonly executables: Readonly<Record<string, readonly { value: string; confidence: string; onRequest?: true }[]>>;
}

const found = async (...args: string[]) => JSON.parse((await run('apps', [...args, '--json'])).stdout) as App[];

it('lists all apps, with their presets', async () => {
  const { code, stdout, stderr } = await run('apps', []);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^ {2}WhatsApp +messenger +NativeApps\.WHATSAPP$/m);
  expect(stdout.trimEnd().split('\n')).toHaveLength(CATALOGUE_ENTRIES.length + 2);
  expect(await found()).toHaveLength(CATALOGUE_ENTRIES.length);
});

it.each<[text: string[], preset: string]>([
  [['whatsapp'], 'WHATSAPP'],
  [['WhatsApp.ROOT.exe'], 'WHATSAPP'],
  [['signal.org'], 'SIGNAL'],
  [['5938'], 'TEAMVIEWER'],
  [['rocket.chat'], 'ROCKET_CHAT'],
  [['ROCKET_CHAT'], 'ROCKET_CHAT'],
  [['remote', 'access', 'anydesk'], 'ANYDESK'],
  [['remote access anydesk'], 'ANYDESK'],
])('finds by %j', async (text, preset) => {
  expect((await found(...text)).map((app) => app.preset)).toContain(preset);
});

it('tells what is known of an app, and how strongly', async () => {
  const { stdout } = await run('apps', ['whatsapp.com']);
  expect(stdout).toBe(`WhatsApp (messenger), NativeApps.WHATSAPP
  Windows: WhatsApp.exe, WhatsAppDesktop.exe [seed], WhatsApp.Root.exe [community]
  macOS: WhatsApp [community]
  TCP: 443, 5222 [seed]
  UDP: 3478 [community]
  Hosts: whatsapp.com, whatsapp.net [community]
`);
  const [app] = await found('whatsapp.com');
  expect(app?.executables['windows']).toMatchObject([
    { value: 'WhatsApp.exe', confidence: 'seed' },
    { value: 'WhatsAppDesktop.exe', confidence: 'seed' },
    { value: 'WhatsApp.Root.exe', confidence: 'community', onRequest: true },
  ]);
});

it('ends with code 1 where nothing is found, and says so without doing anything', async () => {
  const { code, stdout, stderr } = await run('apps', ['no\n::error::app']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^netskope-steering apps: No app of the catalogue has "no\\n::error::app" [^\n]+\n$/);
  expect(await found('nothing of the kind')).toEqual([]);
});
