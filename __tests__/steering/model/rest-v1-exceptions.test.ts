import { asRead, decide, isNotObserved, modelFromRestV1, PUBLISHED_DIALECT, type Flow } from '../../../steering';
import {
  certain,
  configuration,
  desktop,
  DIALECT,
  exceptions,
  group,
  ofType,
  pinned,
  read,
  shown,
  windows,
  withPinned,
  type Json,
} from './support/rest-v1';

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
    expect(isNotObserved(one?.doubt ?? '')).toBe(false);
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
