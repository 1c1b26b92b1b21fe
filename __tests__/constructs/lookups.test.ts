import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TerraformVariable } from 'cdktf';
import {
  CertificatePinnedApp,
  type AppLookupOptions,
  PlatformAction,
  ProcessMatch,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { mustRunTerraform, runTerraform } from '../../tools/terraform/terraform';
import { resourceOf, synthesize } from './synthesize';

describe('a configuration that is looked up by its name', () => {
  it('is read from the tenant, and takes ports and exceptions', () => {
    const result = synthesize((stack) => {
      const sales = SteeringConfiguration.fromName(stack, 'Sales', 'Sales ${x}');
      sales.addNonStandardPort(5222, { domains: ['a.example'] });
      sales.bypassDomains('Intranet', { domains: ['a.example'] });
    });
    expect(result.config.data).toEqual({ netskopesteering_configuration: { Sales_1863061C: { name: 'Sales $${x}' } } });
    const configuration_id = '${data.netskopesteering_configuration.Sales_1863061C.id}';
    expect(resourceOf(result, 'non_standard_port')).toMatchObject({ configuration_id });
    expect(resourceOf(result, 'domain_exception')).toMatchObject({ configuration_id });
  });

  it('can be expected to steer enough', () => {
    const { config } = synthesize((stack) => {
      SteeringConfiguration.fromName(stack, 'Sales', 'Sales', { expectTrafficMode: TrafficMode.WEB });
    });
    expect(config.data?.['netskopesteering_configuration']?.['Sales_1863061C']).toMatchObject({
      lifecycle: { postcondition: [{ condition: expect.stringContaining('self.traffic_mode') as unknown }, {}] },
    });
  });

  it('may have a name that only terraform knows', () => {
    const { config } = synthesize((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      SteeringConfiguration.fromName(stack, 'Sales', text);
    });
    expect(config.data).toEqual({ netskopesteering_configuration: { Sales_1863061C: { name: '${var.text}' } } });
  });

  it('has one construct for what is wanted of a port', () => {
    expect(() =>
      synthesize((stack) => {
        for (const id of ['One', 'Two']) SteeringConfiguration.fromName(stack, id, 'Sales').addNonStandardPort(5222);
      }),
    ).toThrow('Port 5222 of this configuration is also added through stack/Two');
  });

  it.each<[what: string, name: string, expectTrafficMode: TrafficMode, says: string]>([
    ['an empty name', '', TrafficMode.WEB, 'The name to look up is empty'],
    ['an expectation of nothing', 'Sales', TrafficMode.NONE, 'expects nothing'],
  ])('refuses %s', (_, name, expectTrafficMode, says) => {
    expect(() =>
      synthesize((stack) => SteeringConfiguration.fromName(stack, 'Sales', name, { expectTrafficMode })),
    ).toThrow(says);
  });
});

describe('an app that is looked up', () => {
  it.each([
    ['its name', CertificatePinnedApp.fromName, { name: 'Zoom $${x}' }],
    ['its id', CertificatePinnedApp.fromId, { id: 'Zoom $${x}' }],
  ])('by %s is read from the tenant, and takes an exception on any platform', (_, from, written) => {
    const result = synthesize((stack) => {
      const app = from(stack, 'Zoom', 'Zoom ${x}');
      const sales = SteeringConfiguration.fromId(stack, 'Sales', '7');
      sales.addException('Zoom', { app, chromeOs: PlatformAction.BLOCK });
    });
    expect(result.config.data).toEqual({ netskopesteering_certificate_pinned_app: { Zoom_6B357F5E: written } });
    expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({
      app_id: '${data.netskopesteering_certificate_pinned_app.Zoom_6B357F5E.id}',
    });
  });

  it.each([
    ['name', CertificatePinnedApp.fromName],
    ['id', CertificatePinnedApp.fromId],
  ])('is refused by an empty %s', (what, from) => {
    expect(() => synthesize((stack) => from(stack, 'Zoom', ''))).toThrow(`stack/Zoom: The ${what} to look up is empty`);
  });
});

describe('a configuration that is referred to by its id', () => {
  it('is looked up only where something is expected of it', () => {
    const result = synthesize((stack) => {
      SteeringConfiguration.fromId(stack, 'Sales', '7').bypassDomains('Intranet', { domains: ['a.example'] });
    });
    expect(result.config.data).toBeUndefined();
    expect(resourceOf(result, 'domain_exception')).toMatchObject({ configuration_id: '7' });
  });

  it('is expected to steer enough, and is used as it was looked up', () => {
    const result = synthesize((stack) => {
      const options = { expectTrafficMode: TrafficMode.WEB };
      SteeringConfiguration.fromId(stack, 'Sales', '7', options).bypassDomains('Intranet', { domains: ['a.example'] });
    });
    expect(result.config.data?.['netskopesteering_configuration']).toEqual({
      Sales_1863061C: {
        id: '7',
        lifecycle: {
          postcondition: [
            {
              condition: expect.stringContaining('self.traffic_mode') as unknown,
              error_message: expect.any(String) as unknown,
            },
            expect.anything(),
          ],
        },
      },
    });
    expect(resourceOf(result, 'domain_exception')).toMatchObject({
      configuration_id: '${data.netskopesteering_configuration.Sales_1863061C.id}',
    });
  });

  it('is refused where nothing is expected', () => {
    const options = { expectTrafficMode: TrafficMode.NONE };
    expect(() => synthesize((stack) => SteeringConfiguration.fromId(stack, 'Sales', '7', options))).toThrow(
      'expects nothing',
    );
  });
});

type Known = NonNullable<AppLookupOptions['known']>;

describe('what is known of an app', () => {
  it.each<[what: string, known: unknown, says: string]>([
    ['nothing', {}, '"known" states nothing. Give at least one of windows, macOs,'],
    [
      'no object',
      'Zoom.exe',
      'known is a text, but an object with windows, linux, ios, android, macOs, chromeOs belongs',
    ],
    ['an unknown platform', { mac: { processes: ['zoom.us'] } }, 'known.mac is not known here. Did you mean "macOs"?'],
    [
      'an unknown part',
      { windows: { process: ['Zoom.exe'] } },
      'known.windows.process is not known here. Did you mean "processes"?',
    ],
    [
      'domains on a desktop',
      { windows: { processes: ['Zoom.exe'], domains: ['zoom.us'] } },
      'known.windows.domains is not known here. Known are match, processes.',
    ],
    ['a list instead of an object', { windows: ['Zoom.exe'] }, 'known.windows is a list, but an object with processes'],
    [
      'no list',
      { windows: { processes: 'Zoom.exe' } },
      'known.windows.processes is a text, but a list of texts belongs',
    ],
    ['a number', { windows: { processes: [1] } }, 'known.windows.processes[0] is a number, but a text belongs there.'],
    ['neither processes nor domains', { ios: { processes: [] } }, 'known.ios names neither processes nor domains'],
    [
      'an unknown match',
      { windows: { match: 'glob', processes: ['Zoom.exe'] } },
      'known.windows.match is "glob", which is not one of "exact", "regex".',
    ],
    ['a path', { windows: { processes: ['C:\\Zoom.exe'] } }, '"C:\\\\Zoom.exe" is not the name of a process'],
    ['a broken pattern', { windows: { match: 'regex', processes: ['('] } }, '"("'],
    ['a domain with a port', { ios: { domains: ['zoom.us:443'] } }, '"zoom.us:443"'],
    ['null', { windows: null }, 'known.windows is null, but an object with processes'],
  ])('is refused where it is %s', (_, known, says) => {
    const state = () =>
      synthesize((stack) => CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom', { known: known as Known }));
    expect(state).toThrow(says);
    expect(state).toThrow(/^stack\/Zoom: /);
  });

  it('is no value of Terraform, because tests need it at synth', () => {
    synthesize((stack) => {
      const token = new TerraformVariable(stack, 'token', { type: 'string' }).stringValue;
      const state =
        (known: Known, id = 'Zoom') =>
        () =>
          CertificatePinnedApp.fromId(stack, id, 'app-1', { known });
      const says = (part: string, id = 'Zoom') => `stack/${id}: A part of known.windows.${part} is only known at apply`;
      expect(state({ windows: { processes: [token] } })).toThrow(says('processes'));
      const match = token as ProcessMatch;
      expect(state({ windows: { match, processes: ['Zoom.exe'] } }, 'Two')).toThrow(says('match', 'Two'));
    });
  });

  describe('is compared with the tenant by terraform', () => {
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'known-'));
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: { it: {} } } }));
      await mustRunTerraform(['init'], { cwd: folder });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const NONE = {
      name: 'Zoom',
      custom: false,
      windows: null,
      mac_os: null,
      linux: null,
      ios: null,
      android: null,
      chrome_os: null,
    };

    /** The plan of a stand-in that needs no provider: its attributes are its input. */
    async function plan(known: Known, actual: object) {
      const { config } = synthesize((stack) => CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom', { known }));
      const written = Object.values(config.data?.['netskopesteering_certificate_pinned_app'] ?? {})[0];
      const lifecycle = JSON.stringify((written as { lifecycle: object }).lifecycle).replaceAll('self.', 'self.input.');
      const it = { input: { ...NONE, ...actual }, lifecycle: JSON.parse(lifecycle) as unknown };
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: { it } } }));
      return runTerraform(['plan'], { cwd: folder });
    }

    const WINDOWS: Known = { windows: { processes: ['Zoom.exe', 'CptHost.exe'] } };
    const windows = (processes: readonly string[], match = 'exact') => ({ windows: { match, processes } });

    it.each<[what: string, known: Known, actual: object]>([
      ['the same', WINDOWS, windows(['Zoom.exe', 'CptHost.exe'])],
      ['another order, and another case of names', WINDOWS, windows(['cpthost.EXE', 'zoom.exe'])],
      [
        'more on a platform that is not stated',
        WINDOWS,
        { ...windows(['Zoom.exe', 'CptHost.exe']), linux: { match: 'exact', processes: ['zoom'] } },
      ],
      [
        'signs that expressions have',
        { windows: { processes: ['${a} "%{b}.exe'.replace('"', '')] } },
        windows(['$${a} %%{b}.exe']),
      ],
      [
        'domains in another spelling',
        { ios: { domains: ['Bücher.example', 'zoom.us'] } },
        { ios: { match: 'exact', processes: null, domains: ['ZOOM.US.', 'xn--bcher-kva.example'] } },
      ],
      [
        'patterns',
        { windows: { match: ProcessMatch.REGEX, processes: ['^Zoom\\.exe$'] } },
        windows(['^Zoom\\.exe$'], 'regex'),
      ],
    ])('and %s is no difference', async (_, known, actual) => {
      expect(await plan(known, actual)).toMatchObject({ exitCode: 0 });
    });

    it.each<[what: string, known: Known, actual: object, says: readonly string[]]>([
      [
        'a process more',
        WINDOWS,
        windows(['Zoom.exe', 'CptHost.exe', 'Rooms.exe']),
        ['only the tenant has the process "Rooms.exe".'],
      ],
      ['a process less', WINDOWS, windows(['Zoom.exe']), ['only the stack has the process "CptHost.exe".']],
      [
        'other processes',
        WINDOWS,
        windows(['Rooms.exe', 'Zoom.exe']),
        ['only the tenant has the process "Rooms.exe"; only the stack has the process "CptHost.exe".'],
      ],
      ['no definition', WINDOWS, {}, ['the tenant does not define it there; only the stack has']],
      [
        'patterns',
        WINDOWS,
        windows(['Zoom.exe', 'CptHost.exe'], 'regex'),
        ['the tenant compares its processes by regex.'],
      ],
      [
        'another case of a pattern',
        { windows: { match: ProcessMatch.REGEX, processes: ['^zoom'] } },
        windows(['^Zoom'], 'regex'),
        ['only the tenant has the process "^Zoom"'],
      ],
      [
        'other domains',
        { ios: { domains: ['zoom.us'] } },
        { ios: { match: 'exact', processes: ['us.zoom'], domains: ['zoom.com'] } },
        [
          'only the tenant has the process "us.zoom"; only the tenant has the domain "zoom.com"; only the stack has the domain "zoom.us".',
        ],
      ],
    ])('and %s stops the plan, with what differs and what to do', async (_, known, actual, says) => {
      const { exitCode, said } = await plan(known, actual);
      expect(exitCode).toBe(1);
      const text = said.replace(/\s*[│╵]?\s+/g, ' ');
      for (const one of says) expect(text).toContain(one);
      expect(text).toMatch(
        /The app "Zoom" is not what stack\/Zoom states of it on (Windows|iOS) \(known\.(windows|ios)\): /,
      );
      expect(text).toMatch(/Write what the tenant has, or leave (windows|ios) out: what is not stated is not known\./);
    });
  });
});
