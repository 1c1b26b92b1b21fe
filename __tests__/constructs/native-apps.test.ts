/** Every preset through the construct that blocks it. */
import { Fn } from 'cdktf';
import { BlockNativeApp, NativeApps, SteeringConfiguration, type NativeApp } from '../../constructs';
import { APP_KINDS } from '../../steering/catalogue/native-app';
import { CATALOGUE_ENTRIES } from '../../steering/catalogue';
import { resourceOf, synthesize, type Synthesized } from './synthesize';

const presets: [string, NativeApp][] = Object.entries(NativeApps);
const block = (app: NativeApp) =>
  synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    new BlockNativeApp(stack, app.name, { configuration, app });
  });

const APP = 'netskopesteering_certificate_pinned_app';
const atAddresses = (apps: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(Object.entries(apps).map(([id, app]) => [`${APP}.${id}`, app]));
const lookups = ({ config }: Synthesized) => atAddresses(config.data?.[APP]);
const defined = ({ config }: Synthesized) => atAddresses(config.resource?.[APP]);

it('has a preset for every app of the catalogue', () => {
  expect(presets.map(([, { catalogue }]) => catalogue?.name).sort()).toEqual(
    CATALOGUE_ENTRIES.map(({ name }) => name).sort(),
  );
});

it.each(presets)('%s is blocked by one line, on every platform on which it is known', (_, app) => {
  const result = block(app);
  const platforms = Object.keys(app.catalogue?.executables ?? {});
  const processesOn = (platform: string) => {
    const known = (app.catalogue?.executables as Record<string, { value: string; onRequest?: true }[]>)[platform] ?? [];
    return known.toSorted((a, b) => Number(a.onRequest ?? 0) - Number(b.onRequest ?? 0)).map(({ value }) => value);
  };
  const definitions = Object.fromEntries(platforms.map((platform) => [platform, { processes: processesOn(platform) }]));
  const { name, predefined } = app;
  // A tenant has a predefined app already: it is looked up, and nothing of it is written.
  expect([lookups(result), defined(result)].map((apps) => Object.values(apps))).toEqual(
    predefined === true
      ? [[{ name }], []]
      : [[], [{ name, ...definitions, lifecycle: { create_before_destroy: true } }]],
  );
  const [address] = [...Object.keys(lookups(result)).map((id) => `data.${id}`), ...Object.keys(defined(result))];
  const { app_id, ...exception } = resourceOf(result, 'certificate_pinned_app_exception');
  expect(app_id).toBe(`\${${address}.id}`);
  expect(address).toContain(`.NativeApps_${app.key}_`);
  for (const platform of platforms) expect(exception[platform]).toEqual('block');
  const rows = Object.values(result.config.resource?.['netskopesteering_non_standard_port'] ?? {});
  expect(rows.map(({ port }) => port).sort()).toEqual(app.ports?.filter((port) => port !== 80 && port !== 443).sort());
  for (const { domains } of rows) expect(domains).toEqual([...(app.domains ?? [])].sort());
});

it('has a key for every preset that stays, whatever its name becomes', () => {
  const keys = presets.map(([, { key }]) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(NativeApps.WHATSAPP.key).toBe('whatsapp');
  expect(NativeApps.GITHUB_DESKTOP.key).toBe('github-desktop');
});

it('knows which presets tenants are said to have already', () => {
  const predefined = presets.filter(([, app]) => app.predefined === true).map(([constant]) => constant);
  expect(predefined).toEqual(['DROPBOX', 'SKYPE', 'TEAMVIEWER', 'ZOOM']);
});

it('gives each preset the literal types of its values', () => {
  const windows: readonly ['Weixin.exe', 'WeChat.exe'] = NativeApps.WECHAT.windows;
  const key: 'wechat' = NativeApps.WECHAT.key;
  const longer: NativeApp = { ...NativeApps.WECHAT, windows: [...windows, 'WeChatStore.exe'] };
  expect([key, longer.windows]).toEqual(['wechat', ['Weixin.exe', 'WeChat.exe', 'WeChatStore.exe']]);
  // @ts-expect-error It is known on macOS only.
  expect(NativeApps.DEEZER.windows).toBeUndefined();
});

describe('presets of a kind', () => {
  it.each(APP_KINDS)('%s: all of them', (kind) => {
    expect(NativeApps.ofKind(kind)).toEqual(presets.map(([, app]) => app).filter((app) => app.kind === kind));
    expect(NativeApps.ofKind(kind)).not.toEqual([]);
  });

  it('are those of several kinds, but for exceptions', () => {
    const except = [NativeApps.SIGNAL, { ...NativeApps.ZOOM, name: 'Our Zoom' }];
    const found = NativeApps.ofKind(['messenger', 'meeting'], { except });
    expect(found).toEqual(
      presets
        .map(([, app]) => app)
        .filter(
          ({ kind, key }) => ['messenger', 'meeting'].includes(kind ?? '') && !['signal', 'zoom'].includes(key ?? ''),
        ),
    );
    expect(found).toContain(NativeApps.TELEGRAM);
    expect(found).toContain(NativeApps.WEBEX);
  });

  it('are refused for a kind that does not exist', () => {
    expect(() => NativeApps.ofKind('messengers' as 'messenger')).toThrow(
      /^NativeApps\.ofKind: kinds is "messengers", which is not one of "ai", .*\. Did you mean "messenger"\?$/,
    );
    expect(() => NativeApps.ofKind(['ai', 'chat'] as never)).toThrow('kinds[1] is "chat", which is not one of "ai"');
  });

  it.each([[Fn.lower('AI')], [['ai', Fn.lower('AI')]]])('are refused for a kind that only Terraform knows', (kinds) => {
    expect(() => NativeApps.ofKind(kinds as 'ai'[])).toThrow(/^NativeApps\.ofKind: a kind is only known at apply/);
  });

  it('are found by what is no preset itself', () => {
    expect(Object.keys(NativeApps)).not.toContain('ofKind');
    expect(Object.values<NativeApp>(NativeApps).every(({ key }) => key !== undefined)).toBe(true);
  });
});
