/** Host names, wherever a resource takes them: one value in all of its spellings, and sent as clients see it. */
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { exceptionOf, PINNED } from '../support/samples';
import { findingsOf, objectId, Stage } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const PORT = 'netskopesteering_non_standard_port';

interface Place {
  readonly type: string;
  readonly config: (hosts: readonly string[], app: string) => Configuration;
  /** What the tenant holds. */
  readonly stored: (stage: Stage, id: string) => readonly string[] | undefined;
  /** A wildcard that is a host name there. */
  readonly wildcard?: true;
  readonly at: string;
}

const PLACES: Readonly<Record<string, Place>> = {
  'domains of an app': {
    type: APP,
    config: (hosts) => ({ name: 'Phone', ios: { domains: hosts } }),
    stored: ({ tenant }, id) => tenant.store.apps.get(id)?.platforms.ios?.domains,
    at: 'ios.domains',
  },
  'custom app domains': {
    type: PINNED,
    config: (hosts, app) => ({
      configuration_id: '0',
      app_id: app,
      custom_app_domains: hosts,
      windows: 'bypass',
    }),
    stored: ({ tenant }, id) => tenant.store.exceptions.get(id)?.certificate_pinned_app?.custom_app_domains,
    at: 'custom_app_domains',
  },
  'domains of an exception': {
    type: exceptionOf('domains'),
    config: (hosts) => ({ configuration_id: '0', domains: hosts }),
    stored: ({ tenant }, id) => tenant.store.exceptions.get(id)?.domains?.domains,
    wildcard: true,
    at: 'domains',
  },
  'questions to DNS': {
    type: exceptionOf('dns'),
    config: (hosts) => ({ configuration_id: '0', questions: hosts.map((domain) => ({ domain, record_type: 'A' })) }),
    stored: ({ tenant }, id) => tenant.store.exceptions.get(id)?.dns?.questions.map(({ domain }) => domain),
    wildcard: true,
    at: 'questions',
  },
  'domains of a port': {
    type: PORT,
    config: (hosts) => ({ configuration_id: '0', port: 5222, domains: hosts }),
    stored: ({ tenant }, id) => tenant.store.nonStandardPorts.get(id)?.domains,
    at: 'domains',
  },
};

async function onStage() {
  const stage = await Stage.start({ trafficMode: 'all' });
  const app = await stage.settle(APP, { name: 'A', windows: { processes: ['a.exe'] } });
  return { stage, app: app.state['id'] as string };
}

describe.each(Object.entries(PLACES))('%s', (_, { type, config, stored, wildcard, at }) => {
  const inPlace = (hosts: readonly string[]) => (wildcard ? [...hosts, `*.${hosts[0]}`] : hosts);

  it('are sent as clients see them, and ASCII as it is written', async () => {
    const { stage, app } = await onStage();
    const made = await stage.settle(
      type,
      config(inPlace(['münchen.de', 'Mail.Example', 'STRAßE.xn--mnchen-3ya.de']), app),
    );
    const sent = inPlace(['xn--mnchen-3ya.de', 'Mail.Example', 'xn--strae-oqa.xn--mnchen-3ya.de']);
    expect([...(stored(stage, objectId(made)) ?? [])].sort()).toEqual([...sent].sort());
  });

  it.each([
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'MÜNCHEN.de'],
    ['example.com', 'EXAMPLE.com'],
  ])('are one value in each spelling: %s and %s', async (first, second) => {
    const { stage, app } = await onStage();
    const made = await stage.settle(type, config(inPlace([first, 'a.example']), app));
    const other = config(inPlace([second, 'a.example']), app);
    expect((await stage.driver.plan(type, other, made)).action).toBe('no-op');
  });

  it.each([
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['EXAMPLE.com', 'example.com'],
    ['straße.example', 'STRAẞE.example'],
  ])('are refused where one name stands there twice: %s and %s', async (first, second) => {
    const { stage, app } = await onStage();
    const findings = await findingsOf(stage.driver.apply(type, config([first, 'a.example', second], app)));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.at).toBe(at);
    expect(findings[0]?.text).toMatch(/^Duplicate element: /);
    for (const name of [first, second]) expect(findings[0]?.text).toContain(JSON.stringify(name));
  });

  it('are read once where the tenant holds several spellings, and plan empty', async () => {
    const { stage, app } = await onStage();
    const made = await stage.settle(type, config(['münchen.de'], app));
    const id = objectId(made);
    const { apps, exceptions, nonStandardPorts } = stage.tenant.store;
    const respelled = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value)
          .replace(/"xn--mnchen-3ya.de"(?=[\],])(?!,"record)/g, '"münchen.de","xn--mnchen-3ya.de","MÜNCHEN.DE"')
          .replace(/(\{"domain":)"xn--mnchen-3ya.de"([^}]*\})/g, '$1"münchen.de"$2,$1"xn--mnchen-3ya.de"$2'),
      ) as never;
    for (const table of [apps, exceptions, nonStandardPorts]) {
      const object = table.get(id);
      if (object !== undefined) table.put(id, respelled({ ...object, etag: 'theirs' }));
    }
    expect(stored(stage, id)?.length).toBeGreaterThan(1);
    const driver = await stage.newDriver();
    const imported = await driver.importResource(type, made.state['id'] as string);
    expect((await driver.plan(type, config(['xn--mnchen-3ya.de'], app), imported)).action).toBe('no-op');
    expect((await driver.read(type, made))?.state).toEqual(made.state);
  });

  it.each(['mün\u200bchen.de', 'a\u202eb.example', 'xn--a.example', '-ü.example'])(
    'are refused at their attribute where they are none: %j',
    async (host) => {
      const { stage, app } = await onStage();
      const findings = await findingsOf(stage.driver.apply(type, config([host], app)));
      expect(findings.map((one) => one.text.split(':')[0])).toEqual(['Not a domain']);
      expect(findings[0]?.at.replace(/\.\?.*$/, '')).toBe(at);
    },
  );
});

it('a port entry that somebody made is found in another spelling', async () => {
  const { stage } = await onStage();
  const theirs = { id: 'row-theirs', config_id: 0, port: 5222, domains: ['MÜNCHEN.de', 'b.example'], etag: 'e' };
  stage.tenant.store.nonStandardPorts.put(theirs.id, theirs);
  const config = { configuration_id: '0', port: 5222, domains: ['b.example', 'xn--mnchen-3ya.de'] };
  const [finding] = await findingsOf(stage.driver.apply(PORT, config));
  expect(finding?.text).toContain(`terraform import ${PORT}.NAME 0/row-theirs`);
});

it('an exception that somebody made is found in another spelling', async () => {
  const { stage } = await onStage();
  const data = {
    type: 'domains',
    notes: '',
    location: null,
    domains: { domains: ['MÜNCHEN.de', 'B.example'] },
  } as const;
  stage.tenant.store.exceptions.put('exc-theirs', { id: 'exc-theirs', config_id: 0, etag: 'e', ...data } as never);
  const config = { configuration_id: '0', domains: ['b.example', 'xn--mnchen-3ya.de'] };
  const [finding] = await findingsOf(stage.driver.apply(exceptionOf('domains'), config));
  expect(finding?.text).toContain(`terraform import ${exceptionOf('domains')}.NAME 0/exc-theirs`);
});

describe('names with what nobody sees', () => {
  const UNSEEN = ['Sales\u202e', 'Sa\u200bles', '\u2066Sales\u2069', 'Sa\u00adles'];
  const CONFIGS: readonly (readonly [at: string, type: string, config: (name: string) => Configuration])[] = [
    ['name', APP, (name) => ({ name, windows: { processes: ['a.exe'] } })],
    ['windows.processes', APP, (name) => ({ name: 'B', windows: { processes: [`${name}.exe`] } })],
    ['mac_os.processes', APP, (name) => ({ name: 'B', mac_os: { match: 'regex', processes: [`^${name}$`] } })],
    ['name', 'netskopesteering_configuration', (name) => ({ name })],
    ['user_groups', 'netskopesteering_configuration', (name) => ({ name: 'B', user_groups: [name] })],
    ['device_tags', 'netskopesteering_configuration', (name) => ({ name: 'B', device_tags: [name] })],
    ['categories', exceptionOf('category'), (name) => ({ configuration_id: '0', categories: [name] })],
    ['applications', exceptionOf('application'), (name) => ({ configuration_id: '0', applications: [name] })],
    [
      'network_locations',
      exceptionOf('source_location'),
      (name) => ({ configuration_id: '0', network_locations: [name] }),
    ],
  ];

  it.each(CONFIGS)('are refused at %s of %s', async (at, type, config) => {
    const { driver } = await Stage.start({ trafficMode: 'all' });
    for (const name of UNSEEN) {
      const findings = await driver.validate(type, config(name));
      expect(findings.map(({ summary }) => summary)).toEqual([
        expect.stringMatching(/^Not a (process )?(name|pattern)$/),
      ]);
      expect(findings[0]?.detail).not.toMatch(/\p{Cf}/u);
      expect(findings[0]?.path?.map((step) => ('name' in step ? step.name : '')).join('.')).toMatch(
        new RegExp(`^${at}`),
      );
    }
  });

  it.each(['שלום', 'مرحبا', 'می\u200cخواهم', 'ශ්\u200dරී', '👩\u200d💻 team'])('do not include %j', async (name) => {
    const { stage } = await onStage();
    const made = await stage.settle(APP, { name, windows: { processes: [`${name}.exe`] } });
    expect(made.state['name']).toBe(name);
  });
});
