import {
  asRead,
  decide,
  isNotObserved,
  isNotShown,
  isUnknownCode,
  modelFromRestV1,
  PUBLISHED_DIALECT,
  type Dialect,
  type Flow,
  type Model,
  type RestV1Configuration,
} from '../../../steering';

type Json = Record<string, unknown>;

const DIALECT: Dialect = { action: { '1': 'bypass', '3': 'block' }, traffic_type: { web: 'web', all: 'all' } };

/** A platform of a pinned app, as the samples show it. [doc] */
const desktop = (more: Json = {}): Json => ({
  action: '1',
  processes: [],
  enabled: false,
  managed_device: false,
  tunnel: false,
  tunnel_domains: [],
  ...more,
});
const mobile = (more: Json = {}): Json => ({ action: '1', processes: [], enabled: false, domains: [], ...more });

const windows = (...processes: string[]) => desktop({ enabled: true, processes });

const pinned = (name: string, data: Json = {}, more: Json = {}): Json => ({
  notes: '',
  app_name: name,
  enabled: true,
  data: { custom: true, appName: name, windows: desktop(), mac: desktop(), android: mobile(), ios: mobile(), ...data },
  ...more,
});

const group = (...data: unknown[]): Json => ({ data, count: data.length });

/** Exceptions of web traffic, where the samples leave out applications. [doc] */
const exceptions = (more: Json = {}): Json => ({
  categories: group(),
  domains: group(),
  src_netloc: group(),
  dst_netloc: group(),
  countries: group(),
  cert_pinned_apps: group(),
  ...more,
});

const shown = (more: Json = {}): Json => ({
  steering_config: 'Default tenant config',
  enabled: true,
  location_based_steering: false,
  private_apps_enabled: false,
  priority: '1',
  traffic_type: 'web',
  steered_traffic: group(),
  exceptions: exceptions(),
  ...more,
});

const withPinned = (...apps: Json[]) => shown({ exceptions: exceptions({ cert_pinned_apps: group(...apps) }) });

const configuration = (content?: Json, id: number | null = 0, name = 'Default tenant config'): RestV1Configuration => ({
  id,
  name,
  ...(content && { shown: content }),
});

const read = (content: Json, dialect = DIALECT): Model => modelFromRestV1([configuration(content)], dialect);

const ofType = ({ exceptions: all }: Model, type: string) => all.filter(({ data }) => data.type === type);
const certain = (model: Model, type: string) => ofType(model, type).filter(({ doubt }) => doubt === undefined);

/** The action of the only pinned app on a platform. */
function actionOn(model: Model, platform: 'windows' | 'mac_os' | 'linux' | 'android' | 'ios' | 'chrome_os') {
  const [one] = certain(model, 'certificate_pinned_app');
  return one?.data.type === 'certificate_pinned_app' ? one.data.platforms[platform] : undefined;
}

const reasonOf = (value: unknown) => (value as { reason?: string } | undefined)?.reason ?? '';

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
      expect(isNotShown(names?.open ?? '')).toBe(true);
    }
    expect(isNotShown(reasonOf(sales?.steerDns))).toBe(true);
    expect(isNotShown(reasonOf(sales?.bypassExceptionTrafficAt))).toBe(true);
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
    expect(isNotShown(reasonOf(of(undefined)?.trafficMode))).toBe(true);
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
    expect(isNotShown(model.ports[0]?.doubt ?? '')).toBe(true);
    const [dns, ...more] = ofType(model, 'dns');
    expect(more).toEqual([]);
    expect(isNotShown(dns?.doubt ?? '')).toBe(true);
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
    expect(definition?.known === true && isNotShown(reasonOf(definition.value.match))).toBe(true);
    expect(mac).toBeUndefined();
    expect([linux, chrome].map((one) => one?.known)).toEqual([false, false]);
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
      expect(() => decide(asRead(model), FLOW)).not.toThrow();
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
    expect(one?.data.type === 'certificate_pinned_app' && isNotShown(one.data.customAppDomains.open ?? '')).toBe(true);
  });
});

describe('exceptions that REST v1 shows', () => {
  it('are read as lists, with notes', () => {
    const model = read(
      shown({
        exceptions: exceptions({
          domains: group({ notes: 'a note', domains: ['*.example.com', 'example.com', 'example.com'] }),
          categories: group({ notes: null, categories: ['Finance'] }),
          applictions: group({ notes: '', applications: ['Zoom'] }),
          src_netloc: group({ notes: '', src_netloc: ['Office'] }),
          dst_netloc: group({ notes: '', dst_netloc: ['Local IP address range'] }),
        }),
      }),
    );
    const names = (type: string) => certain(model, type).map(({ data }) => ('names' in data ? data.names.items : []));
    expect(names('domains')).toEqual([['*.example.com', 'example.com']]);
    expect(names('category')).toEqual([['Finance']]);
    expect(names('application')).toEqual([['Zoom']]);
    expect(names('source_location')).toEqual([['Office']]);
    expect(names('destination_location')).toEqual([['Local IP address range']]);
    expect(certain(model, 'domains')[0]?.notes).toEqual({ known: true, value: 'a note' });
    expect(certain(model, 'category')[0]?.notes).toEqual({ known: true, value: null });
  });

  it('name countries in English, and one that is not known here is one more', () => {
    const model = read(shown({ exceptions: exceptions({ countries: group({ countries: ['Germany', 'Atlantis'] }) }) }));
    const [one] = certain(model, 'source_countries');
    expect(one?.data).toMatchObject({ names: { items: ['DE'], open: expect.stringContaining('Atlantis') as unknown } });
  });

  it('may be more than are shown where the count is higher, or the list is missing', () => {
    const domains = { data: [{ domains: ['a.example'] }], count: 3 };
    const cut = read(shown({ exceptions: exceptions({ domains }) }));
    expect(ofType(cut, 'domains').map(({ doubt }) => doubt === undefined)).toEqual([true, false]);
    const { domains: _, ...others } = exceptions();
    const missing = read(shown({ exceptions: others }));
    expect(ofType(missing, 'domains').map(({ doubt }) => doubt === undefined)).toEqual([false]);
  });

  it('are none where the samples leave a type out', () => {
    const { categories: _, ...others } = exceptions();
    const model = read(shown({ exceptions: others }));
    expect([...ofType(model, 'category'), ...ofType(model, 'application')]).toEqual([]);
  });

  it('may not count where they are not enabled', () => {
    const model = read(withPinned(pinned('A', { windows: windows('a.exe') }, { enabled: false })));
    const [one] = ofType(model, 'certificate_pinned_app');
    expect(one?.doubt).toMatch(/not enabled/);
    expect(isNotShown(one?.doubt ?? '')).toBe(false);
  });

  it('have names of their own, also where an app stands twice in one place', () => {
    const twice = read(withPinned(pinned('A (2)'), pinned('A'), pinned('A'), pinned('B')));
    const keys = twice.exceptions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('0/everywhere/certificate_pinned_app B');
  });

  it('belong to the sides of dynamic steering', () => {
    const side = (...apps: Json[]) => ({
      traffic_type: 'all',
      exceptions: exceptions({ cert_pinned_apps: group(...apps) }),
    });
    const { exceptions: _, traffic_type: __, ...rest } = shown({ location_based_steering: true });
    const model = read({ ...rest, on_prem: side(pinned('A')), off_prem: side(pinned('A'), pinned('B')) });
    const places = certain(model, 'certificate_pinned_app').map(({ location }) => location.known && location.value);
    expect(places).toEqual(['on_premises', 'off_premises', 'off_premises']);
    expect(model.configurations[0]?.dynamicSteering).toMatchObject({
      enabled: { value: true },
      trafficMode: { on_premises: { value: 'all' }, off_premises: { value: 'all' } },
    });
    expect(model.apps).toHaveLength(2);
  });

  it('may be on any side that is shown where dynamic steering is not known', () => {
    const model = read(shown({ location_based_steering: undefined, on_prem: { exceptions: exceptions() } }));
    const places = ofType(model, 'dns').map(({ location }) => location.known && location.value);
    expect(places).toEqual([null, 'on_premises']);
  });
});

const FLOW: Flow = {
  platform: 'windows',
  process: 'WhatsApp.exe',
  host: 'g.whatsapp.net',
  port: 443,
  transport: 'tcp',
  managed: true,
};

describe('an answer on what REST v1 shows', () => {
  const blocked = (code = '3', ...processes: string[]) =>
    withPinned(pinned('WhatsApp', { windows: desktop({ enabled: true, action: code, processes }) }));
  const answer = (content: Json, flow: Partial<Flow> = {}, dialect = DIALECT) =>
    decide(asRead(read(content, dialect)), { ...FLOW, ...flow });
  const local = group({ notes: '', dst_netloc: ['Local IP address range'] });

  it('is certain where all that counts is shown, and names how it was read', () => {
    const { outcome, assumptions } = answer(blocked('3', 'WhatsApp.exe'));
    expect(outcome).toBe('block');
    expect(assumptions).toEqual(expect.arrayContaining(['rest-v1-as-read', 'plain-names-are-exact']));
  });

  it('is unknown for a code that nobody knows, and says why', () => {
    const { outcome, possible, scenarios } = answer(blocked('3', 'WhatsApp.exe'), {}, PUBLISHED_DIALECT);
    expect(outcome).toBe('unknown');
    expect(possible).toEqual(expect.arrayContaining(['block', 'steer', 'bypass_direct']));
    expect(JSON.stringify(scenarios)).toContain('which its dialect does not name');
  });

  it('is unknown at a port that may be steered', () => {
    expect(answer(blocked('3', 'WhatsApp.exe'), { port: 5222 }).possible).toEqual(
      expect.arrayContaining(['block', 'direct']),
    );
  });

  it('is unknown for what may be a pattern, and for another spelling of it', () => {
    expect(answer(blocked('3', '^Whats.*$')).outcome).toBe('unknown');
    expect(answer(blocked('3', '^Whats.*$'), { process: 'Other.exe' }).outcome).toBe('steer');
  });

  it('is steer for an app that no exception names, whatever bypasses private addresses', () => {
    const content = shown({ exceptions: exceptions({ dst_netloc: local }) });
    expect(answer(content).outcome).toBe('steer');
    expect(answer(content, { host: '10.0.0.1' }).outcome).toBe('direct');
    const other = shown({ exceptions: exceptions({ dst_netloc: group({ dst_netloc: ['Partner'] }) }) });
    expect(answer(other).outcome).toBe('unknown');
  });

  it('is unknown where a custom configuration may be for anybody', () => {
    const model = modelFromRestV1(
      [configuration(shown()), configuration(blocked('3', 'WhatsApp.exe'), 3, 'Sales')],
      DIALECT,
    );
    const { possible, scenarios } = decide(asRead(model), { ...FLOW, userGroups: ['Sales'] });
    expect([...possible].sort()).toEqual(['block', 'steer']);
    expect(JSON.stringify(scenarios)).toContain('does not show for whom a configuration is');
    const off = modelFromRestV1(
      [configuration(shown()), configuration({ ...blocked('3', 'WhatsApp.exe'), enabled: false }, 3, 'Sales')],
      DIALECT,
    );
    expect(decide(asRead(off), FLOW).outcome).toBe('steer');
  });

  it('is unknown on a platform of which REST v1 shows nothing', () => {
    expect(answer(blocked('3', 'WhatsApp.exe'), { platform: 'linux', process: 'whatsapp' }).outcome).toBe('unknown');
  });
});
