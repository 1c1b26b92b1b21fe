/** Every preset through the construct that blocks it. */
import { BlockNativeApp, NativeApps, SteeringConfiguration, type NativeApp } from '../../constructs';
import { APP_KINDS } from '../../steering/catalogue/native-app';
import { CATALOGUE_ENTRIES } from '../../steering/catalogue';
import { resourceOf, synthesize } from './synthesize';

const presets: [string, NativeApp][] = Object.entries(NativeApps);
const block = (app: NativeApp) =>
  synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    new BlockNativeApp(stack, app.name, { configuration, app });
  });

it('has a preset for every app of the catalogue', () => {
  expect(presets.map(([, { catalogue }]) => catalogue?.name).sort()).toEqual(
    CATALOGUE_ENTRIES.map(({ name }) => name).sort(),
  );
});

it.each(presets)('%s is blocked by one line, on every platform on which it is known', (_, app) => {
  const result = block(app);
  const platforms = Object.keys(app.catalogue?.executables ?? {});
  const definition = resourceOf(result, 'certificate_pinned_app');
  const exception = resourceOf(result, 'certificate_pinned_app_exception');
  expect(definition['name']).toBe(app.name);
  for (const platform of platforms) {
    const known = (app.catalogue?.executables as Record<string, { value: string; onRequest?: true }[]>)[platform] ?? [];
    expect(definition[platform]).toEqual({
      processes: [...known]
        .sort((a, b) => Number(a.onRequest ?? 0) - Number(b.onRequest ?? 0))
        .map(({ value }) => value),
    });
    expect(exception[platform]).toEqual('block');
  }
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
  expect(NativeApps.BOX.windows).toBeUndefined();
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
      /^No app is of the kind messengers\. The kinds are: messenger, meeting, /,
    );
  });

  it('are found by what is no preset itself', () => {
    expect(Object.keys(NativeApps)).not.toContain('ofKind');
    expect(Object.values<NativeApp>(NativeApps).every(({ key }) => key !== undefined)).toBe(true);
  });
});
