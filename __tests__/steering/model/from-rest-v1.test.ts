import {
  asRead,
  decide,
  isNotObserved,
  isUnknownCode,
  modelFromRestV1,
  PUBLISHED_DIALECT,
  type Flow,
} from '../../../steering';
import {
  actionOn,
  certain,
  configuration,
  desktop,
  DIALECT,
  mobile,
  ofType,
  pinned,
  read,
  reasonOf,
  shown,
  windows,
  withPinned,
  type Json,
} from './support/rest-v1';

const A_FLOW: Flow = { platform: 'windows', process: 'a.exe', host: 'a.example', port: 443 };

describe('a configuration that REST v1 shows', () => {
  it('is the default one where its config_id is 0', () => {
    const { configurations } = read(shown());
    expect(configurations).toHaveLength(1);
    expect(configurations[0]).toMatchObject({
      isDefault: true,
      origin: { id: '0' },
      enabled: { known: true, value: true },
      trafficMode: { known: true, value: 'web' },
      dynamicSteering: { enabled: { known: true, value: false } },
      steerPrivateApps: { known: true, value: 'none' },
      privateApps: { items: [] },
    });
  });

  it('has a place that is shown as a text', () => {
    const of = (priority: unknown) =>
      modelFromRestV1([configuration(shown({ priority }), 3, 'Sales')], DIALECT).configurations.find(
        ({ isDefault }) => !isDefault,
      )?.priority;
    expect(of('7')).toEqual({ known: true, value: 7 });
    expect(of(7)).toEqual({ known: true, value: 7 });
    for (const odd of ['', 'first', '-1', '1e9', null, undefined, {}]) expect(of(odd)).toMatchObject({ known: false });
  });

  it('does not show for whom it is, whether DNS is steered, and where exceptions are bypassed', () => {
    const [sales] = modelFromRestV1([configuration(shown(), 3, 'Sales')], DIALECT).configurations;
    for (const names of [sales?.userGroups, sales?.organizationUnits, sales?.osFamilies, sales?.deviceTags]) {
      expect(names?.items).toEqual([]);
      expect(isNotObserved(names?.open ?? '')).toBe(true);
    }
    expect(isNotObserved(reasonOf(sales?.steerDns))).toBe(true);
    expect(isNotObserved(reasonOf(sales?.bypassExceptionTrafficAt))).toBe(true);
  });

  it('steers private apps in one of the ways that its answer leaves', () => {
    const of = (private_apps_enabled: unknown) => read(shown({ private_apps_enabled })).configurations[0];
    expect(of(true)?.steerPrivateApps).toMatchObject({ known: false, candidates: ['all', 'specific'] });
    expect(of('yes')?.steerPrivateApps).toMatchObject({ known: false, candidates: ['none', 'all', 'specific'] });
  });

  it('has a traffic mode that is not known where the dialect does not name its code', () => {
    const of = (traffic_type: unknown, dialect = DIALECT) => read(shown({ traffic_type }), dialect).configurations[0];
    expect(of('all')?.trafficMode).toEqual({ known: true, value: 'all' });
    const unknown = of('all', PUBLISHED_DIALECT)?.trafficMode;
    expect(unknown?.known).toBe(false);
    expect(isUnknownCode(reasonOf(unknown))).toBe(true);
    expect(reasonOf(unknown)).toContain('"all"');
    expect(isNotObserved(reasonOf(of(undefined)?.trafficMode))).toBe(true);
    // A name that every object inherits is no code.
    expect(of('constructor')?.trafficMode.known).toBe(false);
  });

  it('is known by its name alone where the list has no id, and where there is no answer for it', () => {
    const model = modelFromRestV1([configuration(), configuration(undefined, null, 'Unlisted')], DIALECT);
    const [byDefault, unlisted] = model.configurations;
    expect(byDefault).toMatchObject({ isDefault: true, name: { known: true, value: 'Default tenant config' } });
    expect(unlisted).toMatchObject({ isDefault: false, name: { known: true, value: 'Unlisted' } });
    expect([unlisted?.enabled.known, unlisted?.trafficMode.known, unlisted?.dynamicSteering.enabled.known]).toEqual([
      false,
      false,
      false,
    ]);
    // There may be exceptions of every type in each.
    const types = new Set(ofType(model, 'certificate_pinned_app').map(({ configuration: of }) => of.known && of.value));
    expect(types.size).toBe(2);
    expect(model.exceptions.every(({ doubt }) => doubt !== undefined)).toBe(true);
  });

  it('may have ports and DNS exceptions, of which none is shown', () => {
    const model = read(shown());
    expect(model.ports).toHaveLength(1);
    expect(isNotObserved(model.ports[0]?.doubt ?? '')).toBe(true);
    const [dns, ...more] = ofType(model, 'dns');
    expect(more).toEqual([]);
    expect(isNotObserved(dns?.doubt ?? '')).toBe(true);
  });
});

describe('an app that REST v1 shows', () => {
  const appsOf = (...all: Json[]) => read(withPinned(...all)).apps;

  it('has its processes once each, without spaces around them', () => {
    const [app] = appsOf(pinned('Zoom', { windows: windows('Zoom.exe', ' Zoom.exe ', 'Zoom.exe', '') }));
    expect(app).toMatchObject({ name: { value: 'Zoom' }, custom: { value: true } });
    expect(app?.platforms.windows).toMatchObject({ known: true, value: { processes: { items: ['Zoom.exe'] } } });
  });

  it('does not tell names from patterns, and is not defined where it is neither enabled nor has processes', () => {
    const [app] = appsOf(pinned('Zoom', { windows: windows('Zoom.exe') }));
    const { windows: definition, mac_os: mac, linux, chrome_os: chrome } = app?.platforms ?? {};
    expect(definition?.known === true && isNotObserved(reasonOf(definition.value.match))).toBe(true);
    expect(mac).toBeUndefined();
    expect([linux, chrome].map((one) => one?.known)).toEqual([false, false]);
  });

  it('may be defined where its processes are not shown, also on a platform that the exception is not for', () => {
    const [app] = appsOf(pinned('Zoom', { ios: { enabled: false, domains: [] }, windows: { enabled: true } }));
    const { ios, windows: definition } = app?.platforms ?? {};
    expect([ios, definition].map((one) => one?.known)).toEqual([false, false]);
    expect(isNotObserved(reasonOf(ios))).toBe(true);
  });

  it('is the same where true and false are shown as texts', () => {
    const asTexts = (all: Json) =>
      JSON.parse(JSON.stringify(all), (_, one: unknown) => (typeof one === 'boolean' ? String(one) : one)) as Json;
    const zoom = withPinned(pinned('Zoom', { windows: windows('Zoom.exe') }));
    expect(read(asTexts(zoom))).toEqual(read(zoom));
  });

  it('is one app in several places, and not known where these show it differently', () => {
    const model = modelFromRestV1(
      [
        configuration(
          withPinned(
            pinned('Zoom', { windows: windows('Zoom.exe'), mac: desktop({ enabled: true, processes: ['zoom.us'] }) }),
          ),
        ),
        configuration(
          withPinned(
            pinned('Zoom', {
              windows: windows('Zoom.exe', 'CptHost.exe'),
              mac: desktop({ enabled: true, processes: ['zoom.us'] }),
            }),
          ),
          3,
          'Sales',
        ),
      ],
      DIALECT,
    );
    expect(model.apps).toHaveLength(1);
    const { windows: definition, mac_os: mac } = model.apps[0]?.platforms ?? {};
    expect(definition?.known).toBe(false);
    expect(reasonOf(definition)).toMatch(/differently/);
    expect(mac).toMatchObject({ known: true, value: { processes: { items: ['zoom.us'] } } });
  });

  it('takes its name from either place, and is left out where it has none', () => {
    const nameless = pinned('x', {}, { app_name: null });
    const [app] = appsOf(nameless);
    expect(app?.name).toEqual({ known: true, value: 'x' });
    expect(appsOf(pinned('x', { appName: 7 }, { app_name: '' }))).toEqual([]);
  });

  it('survives fields of any type', () => {
    for (const odd of [null, 7, 'text', [], [[]], {}, true]) {
      const model = read(
        withPinned(
          pinned('Odd', {
            windows: odd,
            mac: desktop({
              processes: odd,
              enabled: odd,
              action: odd,
              tunnel: odd,
              managed_device: odd,
              tunnel_domains: odd,
            }),
            custom: odd,
          }),
          odd as unknown as Json,
        ),
      );
      expect(model.apps.map(({ name }) => name.known && name.value)).toEqual(['Odd']);
      expect(() => decide(asRead(model), { ...A_FLOW })).not.toThrow();
      expect(() => read({ ...shown(), exceptions: odd, on_prem: odd, location_based_steering: odd })).not.toThrow();
    }
  });
});

describe('the action of an exception', () => {
  const of = (more: Json, dialect = DIALECT) =>
    read(withPinned(pinned('A', { windows: desktop({ enabled: true, processes: ['a.exe'], ...more }) })), dialect);

  it('is the word of its code, as a text or a number', () => {
    expect(actionOn(of({ action: '3' }), 'windows')).toEqual({ known: true, value: 'block' });
    expect(actionOn(of({ action: 3 }), 'windows')).toEqual({ known: true, value: 'block' });
  });

  it.each([
    [false, false, ['bypass', 'bypass_direct']],
    [undefined, false, ['bypass', 'bypass_direct', 'bypass_managed_direct']],
    [true, undefined, ['bypass_managed_direct', 'bypass_managed_tunnel']],
  ])('is one of several bypasses for managed_device %p and tunnel %p', (managed_device, tunnel, candidates) => {
    expect(actionOn(of({ managed_device, tunnel }), 'windows')).toMatchObject({ known: false, candidates });
  });

  it.each([
    [false, true, 'bypass_tunnel'],
    [true, false, 'bypass_managed_direct'],
    [true, true, 'bypass_managed_tunnel'],
  ])('is one bypass for managed_device %p and tunnel %p', (managed_device, tunnel, value) => {
    expect(actionOn(of({ managed_device, tunnel }), 'windows')).toEqual({ known: true, value });
  });

  it('is any action where the dialect does not name the code, and says which code', () => {
    const action = actionOn(of({ action: '3' }, PUBLISHED_DIALECT), 'windows');
    expect(action).toMatchObject({ known: false, candidates: expect.arrayContaining(['block', 'bypass']) as unknown });
    expect(action?.known === false && action.candidates).not.toContain(null);
    expect(isUnknownCode(reasonOf(action))).toBe(true);
    expect(isNotObserved(reasonOf(action))).toBe(false);
  });

  it('is not known where the code is missing', () => {
    const action = actionOn(of({ action: undefined }), 'windows');
    expect(action?.known).toBe(false);
    expect(isUnknownCode(reasonOf(action))).toBe(false);
  });

  it('is none on a platform that is not enabled, and may be any, or none, on one that is not shown', () => {
    const model = of({ action: '3' });
    expect(actionOn(model, 'mac_os')).toBeUndefined();
    for (const platform of ['linux', 'chrome_os'] as const) {
      const action = actionOn(model, platform);
      expect(action?.known === false && action.candidates).toEqual(expect.arrayContaining(['block', 'bypass', null]));
    }
    const withoutAndroid = read(withPinned(pinned('A', { android: undefined })));
    expect(actionOn(withoutAndroid, 'android')?.known).toBe(false);
  });

  it('is not told by iOS with domains and without processes, as the samples show it', () => {
    const model = read(withPinned(pinned('A', { ios: mobile({ domains: ['a.example'] }) })));
    expect(actionOn(model, 'ios')).toMatchObject({ known: false });
    expect(actionOn(read(withPinned(pinned('A'))), 'ios')).toBeUndefined();
  });

  it('has domains of which there may be more', () => {
    const [one] = certain(of({ tunnel: true, tunnel_domains: ['a.example', 'a.example'] }), 'certificate_pinned_app');
    expect(one?.data).toMatchObject({ customAppDomains: { items: ['a.example'] } });
    expect(one?.data.type === 'certificate_pinned_app' && isNotObserved(one.data.customAppDomains.open ?? '')).toBe(
      true,
    );
  });
});
