import { Unknown } from 'terraform-plugin-sdk-ts';
import { BlockNativeApp, NativeApps, SteeringConfiguration, type NativeApp } from '../../constructs';
import { APP_KINDS } from '../../steering/catalogue/native-app';
import { PLATFORMS } from '../../steering/domain/vocabulary';
import { synthesize } from '../constructs/synthesize';
import { Stage } from './support/drive';

const run = async (name: string, ...args: (string | null)[]) => (await Stage.start()).driver.callFunction(name, args);

it('parse_ports gives numbers, and says what is wrong at its argument', async () => {
  expect(await run('parse_ports', '443, 8000-8002')).toEqual([443, 8000, 8001, 8002]);
  await expect(run('parse_ports', '443,x')).rejects.toMatchObject({
    argument: 0,
    message: expect.stringContaining('"x" is no port') as string,
  });
});

it('process_matches answers yes, no and null for what is not published', async () => {
  expect(await run('process_matches', 'exact', 'WhatsApp.exe', 'whatsapp.exe')).toBe(true);
  expect(await run('process_matches', 'regex', '^WhatsApp', 'Signal.exe')).toBe(false);
  expect(await run('process_matches', 'regex', '^WhatsApp', 'whatsapp.exe')).toBeNull();
  expect(await run('process_matches', 'regex', '^Sig(nal){1,2}\\.exe$', 'Signal.exe')).toBeNull();
  expect(await run('process_matches', 'exact', 'Vib,er', 'Viber')).toBe(false);
});

it.each(['^(?!.com\\.microsoft\\.emmx).*$', '(a)\\1', 'a++', '\\Ka', 'a{,3}', '(?=x),y'])(
  'process_matches is null for %s, which no engine here can judge',
  async (pattern) => {
    expect(await run('process_matches', 'regex', pattern, 'com.microsoft.emmx')).toBeNull();
  },
);

it.each<[string, string, number, RegExp]>([
  ['search', 'WhatsApp', 0, /neither "exact" nor "regex"/],
  ['regex', '(', 1, /Broken process pattern/],
  ['regex', '(?=x', 1, /Broken process pattern/],
])('process_matches refuses %j with %j at the argument', async (match, definition, argument, message) => {
  await expect(run('process_matches', match, definition, 'a.exe')).rejects.toMatchObject({
    argument,
    message: expect.stringMatching(message) as string,
  });
});

describe('native_app', () => {
  const APP = 'netskopesteering_certificate_pinned_app';

  /** What `BlockNativeApp` makes of a preset, in the form in which the function tells it. */
  function blockedBy(app: NativeApp) {
    const { config } = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'It', '7');
      // A predefined app is only looked up. What would be written of it is seen without that.
      new BlockNativeApp(stack, 'App', { configuration, app: { ...app, predefined: undefined } });
    });
    const [{ name, ...definition } = {}] = Object.values(config.resource?.[APP] ?? {});
    const entries = Object.values(config.resource?.['netskopesteering_non_standard_port'] ?? {});
    const processesOn = (platform: string) =>
      (definition[platform] as { readonly processes: readonly string[] } | undefined)?.processes ?? [];
    return {
      name,
      predefined: app.predefined === true,
      ...Object.fromEntries(PLATFORMS.map((one) => [one.name, [...processesOn(one.name)].sort()])),
      ports: entries.map(({ port }) => String(port)).sort(),
      domains: [...new Set(entries.flatMap(({ domains }) => domains as string[]))].sort(),
    };
  }

  it('agrees with BlockNativeApp on every app of the catalogue: executables, ports and domains', async () => {
    const { driver } = await Stage.start();
    const apps: readonly NativeApp[] = Object.values(NativeApps);
    expect(apps.length).toBeGreaterThan(100);
    for (const app of apps) {
      const told = (await driver.callFunction('native_app', [app.name])) as Record<string, string | string[]>;
      const sorted = Object.fromEntries(
        Object.entries(told).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
      );
      const { domains, ...blocked } = blockedBy(app);
      expect(sorted).toEqual({ ...blocked, domains: [...(app.domains ?? [])].sort() });
      if (blocked.ports.length > 0) expect(sorted['domains']).toEqual(domains);
    }
  });

  it('gives ports as texts, for for_each, without those that are steered anyway', async () => {
    expect(await run('native_app', 'Spotify')).toMatchObject({ ports: ['4070'], linux: [], predefined: false });
    expect(await run('native_app', 'Zoom')).toMatchObject({ ports: ['8801', '8802'], predefined: true });
  });

  it("has today's WhatsApp, which only third parties name", async () => {
    expect(await run('native_app', 'WhatsApp')).toMatchObject({
      windows: ['WhatsApp.exe', 'WhatsAppDesktop.exe', 'WhatsApp.Root.exe'],
      ports: ['5222'],
      domains: ['whatsapp.com', 'whatsapp.net'],
    });
  });
});

it.each(['native_app', 'native_apps'])('the result of %s is unknown where the argument is', async (name) => {
  const { driver } = await Stage.start();
  expect(await driver.callFunction(name, [new Unknown()])).toBeInstanceOf(Unknown);
});

describe('native_apps', () => {
  it.each(APP_KINDS)('names the apps of the kind %s, sorted, as NativeApps.ofKind does', async (kind) => {
    const names = NativeApps.ofKind(kind).map(({ name }) => name);
    expect(await run('native_apps', kind)).toEqual(names.sort());
  });
});

it.each<[string, string | null, RegExp]>([
  [
    'native_app',
    'Telegrm',
    /^The catalogue has no app "Telegrm"\. Did you mean "Telegram"\? native_apps\("messenger"\) names/,
  ],
  ['native_app', 'whatsapp', /Did you mean "WhatsApp"\?/],
  ['native_app', '', /^The catalogue has no app ""\. native_apps/],
  [
    'native_app',
    'Acme Intranet Chat',
    /^The catalogue has no app "Acme Intranet Chat"\. native.* docs\/native-apps\.md .* its executables\.$/,
  ],
  ['native_app', null, /name cannot be null|name must not be null/],
  [
    'native_apps',
    'messengers',
    /^The catalogue has no kind "messengers"\. Did you mean "messenger"\? .*"remote access"/,
  ],
  ['native_apps', '', /^The catalogue has no kind ""\. Its kinds are "messenger", /],
  ['native_apps', null, /kind cannot be null|kind must not be null/],
])('%s refuses %j at the argument', async (name, argument, message) => {
  await expect(run(name, argument)).rejects.toMatchObject({
    argument: 0,
    message: expect.stringMatching(message) as string,
  });
});
