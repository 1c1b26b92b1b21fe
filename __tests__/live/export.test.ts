/** What a tenant has, as code: what is written and how, what is left out, and what is only a comment. */
import { exportTenant, type ExportOptions } from '../../live/export/export-tenant';
import { PUBLISHED_DIALECT, resourcesFromRestV1, type Dialect } from '../../steering';
import {
  OPTIONS,
  app,
  block,
  codeOf,
  configuration,
  hclOf,
  labelsIn,
  resources,
  syntaxErrors,
} from './support/exported-tenant';

const PUBLISHED: Dialect = PUBLISHED_DIALECT;

describe('what is written', () => {
  const objects = {
    apps: [app('app-5', 'WhatsApp', ['WhatsApp.exe'])],
    ports: { '0': [{ id: 'row-1', port: 5222, domains: ['whatsapp.net'] }] },
    exceptions: { '0': [block('exc-5', 'app-5')] },
  };

  it('refers to what it belongs to, and leaves out what is as usual', () => {
    const hcl = hclOf(objects);
    expect(hcl).toBe(`resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe"] }
}

resource "netskopesteering_default_configuration" "default" {
  traffic_mode = "web"
}

resource "netskopesteering_non_standard_port" "port_5222" {
  configuration_id = netskopesteering_default_configuration.default.id
  port             = 5222
  domains          = ["whatsapp.net"]
}

resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id = netskopesteering_default_configuration.default.id
  app_id           = netskopesteering_certificate_pinned_app.whatsapp.id
  windows          = "block"
}
`);
  });

  it('is imported by the id that the tenant gave it', () => {
    const { files } = exportTenant(resources(objects), OPTIONS);
    expect([...files['imports.tf']!.matchAll(/id = "(.*)"/g)].map(([, id]) => id)).toEqual([
      'app-5',
      '0',
      '0/row-1',
      '0/exc-5',
    ]);
    const code = exportTenant(resources(objects), { ...OPTIONS, format: 'cdktf' }).files;
    expect(code['imports.ts']).toContain("'DefaultConfiguration/WhatsApp': '0/exc-5',");
    // The construct of the default configuration imports it.
    expect(code['imports.ts']).not.toContain("'DefaultConfiguration':");
  });

  it('is written as a person writes constructs', () => {
    const code = codeOf(objects);
    expect(code).toContain("defaultConfiguration.addNonStandardPort(5222, { domains: ['whatsapp.net'] });");
    expect(code).toContain(
      "defaultConfiguration.addException('WhatsApp', { app: whatsApp, windows: PlatformAction.BLOCK });",
    );
    expect(code).not.toContain('l1');
  });

  it('leaves bypasses of predefined apps to the vendor, unless somebody changed them or asks for them', () => {
    const bypass = (more: object) => ({
      app_id: 'app-1',
      custom_app_domains: [],
      windows: { action: 'bypass' },
      ...more,
    });
    const all = {
      apps: [app('app-1', 'Zoom', [], false)],
      exceptions: { '0': [block('exc-1', 'app-1', { certificate_pinned_app: bypass({}) })] },
    };
    expect(labelsIn(hclOf(all))).toEqual(['default']);
    expect(hclOf(all)).toContain('# Left to the vendor, who ships these bypasses of predefined apps: "Zoom".');
    expect(labelsIn(hclOf(all, { withShipped: true }))).toEqual(['default', 'zoom']);
    expect(hclOf(all, { withShipped: true })).toContain(
      'app_id           = data.netskopesteering_certificate_pinned_app.zoom.id',
    );
    for (const changed of [{ windows: { action: 'block' } }, { custom_app_domains: ['zoom.us'] }]) {
      const exceptions = { '0': [block('exc-1', 'app-1', { certificate_pinned_app: bypass(changed) })] };
      expect(labelsIn(hclOf({ ...all, exceptions }))).toEqual(['default', 'zoom']);
    }
  });

  it('states the order of configurations', () => {
    const configurations = [
      configuration(2, 'Second', { priority: '2' }),
      configuration(1, 'First', { priority: '1' }),
      configuration(0, 'Default tenant config', { priority: '3' }),
    ];
    expect(labelsIn(hclOf({ configurations }))).toEqual(['default', 'first', 'second']);
    expect(hclOf({ configurations })).toContain('depends_on = [netskopesteering_configuration.first]');
    expect(codeOf({ configurations })).toContain('after: [first],');
  });

  it('refers to a network location by its object, where the tenant has one', () => {
    const location = { type: 'netskopesteering_network_location', mode: 'data', key: 'loc-1', origin: {} } as const;
    const all = [
      ...resources({
        exceptions: {
          '0': [
            { id: 'exc-1', type: 'source_location', location: null, source_location: { locations: ['HQ', 'Lab'] } } as {
              id: string;
            },
          ],
        },
      }),
      { ...location, attributes: { id: 'loc-1', name: 'HQ', addresses: ['192.0.2.0/24'] } },
    ];
    const { files } = exportTenant(all, OPTIONS);
    expect(files['tenant.tf']).toContain('network_locations = [netskopesteering_network_location.hq.name, "Lab"]');
    expect(exportTenant(all, { ...OPTIONS, format: 'cdktf' }).files['main.ts']).toContain(
      "networkLocations: [hq.name, 'Lab']",
    );
  });

  it('has a file for each configuration where there is much', () => {
    const apps = Array.from({ length: 50 }, (_, index) => app(`app-${index}`, `App ${index}`));
    const configurations = [
      configuration(0, 'Default tenant config'),
      configuration(1, 'Sales'),
      configuration(2, 'sales'),
    ];
    const { files } = exportTenant(resources({ apps, configurations }), OPTIONS);
    expect(Object.keys(files)).toEqual([
      'main.tf',
      'apps.tf',
      'configuration_default.tf',
      'configuration_sales.tf',
      'configuration_sales_configuration.tf',
      'imports.tf',
      '.gitignore',
    ]);
  });
});

describe('what the provider or cdktf would refuse is only a comment', () => {
  it('with the reason, and what refers to it has its id', () => {
    const objects = { apps: [app('app-5', 'Odd', ['C:\\Odd.exe'])], exceptions: { '0': [block('exc-5', 'app-5')] } };
    const { files, withheld, written } = exportTenant(resources(objects), OPTIONS);
    expect([written, withheld.map(({ title }) => title)]).toEqual([2, ['certificate pinned app app-5']]);
    expect(withheld[0]!.reason).toContain('the provider refuses it: ');
    expect(files['tenant.tf']).toContain('# resource "netskopesteering_certificate_pinned_app" "odd" {');
    expect(files['tenant.tf']).toContain('app_id           = "app-5"');
    expect(files['imports.tf']).not.toContain('"app-5"');
    expect(codeOf(objects)).toContain("app: CertificatePinnedApp.fromAppId('app-5')");
  });

  it('but what only a construct refuses is written as the resource itself, and its guardrail is accepted', () => {
    const certificate_pinned_app = { app_id: 'app-5', custom_app_domains: [], mac: { action: 'block' } };
    const objects = {
      apps: [app('app-5', 'WhatsApp')],
      exceptions: { '0': [block('exc-5', 'app-5', { certificate_pinned_app })] },
    };
    const { accepted, files, withheld } = exportTenant(resources(objects), { ...OPTIONS, format: 'cdktf' });
    expect([accepted, withheld]).toEqual([['undefined-platform'], []]);
    expect(files['main.ts']).toContain('Guardrails.suppress(stack, Guardrail.UNDEFINED_PLATFORM, ');
    expect(files['main.ts']).toContain('new l1.certificatePinnedAppException.CertificatePinnedAppException(stack, ');
  });

  it('where a text holds what cdktf takes for its own', () => {
    const objects = { apps: [app('app-5', '${TfToken[TOKEN.1]}')] };
    expect(codeOf(objects)).toContain(
      '// Only a comment, because cdktf takes "TfToken[" in a text for a reference of its own.',
    );
    expect(hclOf(objects)).toContain('name    = "$${TfToken[TOKEN.1]}"');
  });

  it('where the tenant says what this program does not know', () => {
    const configurations = [
      configuration(0, 'Default tenant config'),
      configuration(1, 'Odd', { os_families: ['beos'] }),
    ];
    const [odd] = exportTenant(resources({ configurations }), OPTIONS).withheld;
    expect(odd).toEqual({ title: 'configuration 1', reason: 'what it needs is not known: os_families' });
    expect(hclOf({ configurations })).toContain(
      '#   # TODO os_families: the tenant says "beos", which is not known here.',
    );
    const exceptions = {
      '1': [{ id: 'exc-1', type: 'domains', location: null, domains: { domains: ['a.example'] } } as { id: string }],
    };
    expect(hclOf({ configurations, exceptions })).toContain('configuration_id = "1"');
    expect(codeOf({ configurations, exceptions })).toContain(
      "const odd = SteeringConfiguration.fromId(stack, 'Odd', '1');",
    );
  });
});

describe('from REST v1', () => {
  const pinned = (data: object, app_name = 'WhatsApp') => ({
    app_name,
    enabled: true,
    notes: null,
    data: { custom: true, ...data },
  });
  const onWindows = (more: object) => ({
    windows: {
      enabled: true,
      action: '1',
      managed_device: false,
      tunnel: true,
      processes: ['W.exe'],
      tunnel_domains: [],
      ...more,
    },
  });
  const exported = (list: readonly object[], more: Partial<ExportOptions> = {}, dialect = PUBLISHED) =>
    exportTenant(
      resourcesFromRestV1(
        [
          {
            id: 0,
            name: 'Default tenant config',
            shown: {
              enabled: true,
              traffic_type: 'web',
              location_based_steering: false,
              private_apps_enabled: false,
              exceptions: {
                cert_pinned_apps: { count: list.length, data: list },
                domains: { count: 1, data: [{ domains: ['a.example'], notes: 'ours', enabled: true }] },
              },
            },
          },
        ],
        dialect,
      ),
      { ...OPTIONS, from: 'rest-v1', ...more },
    );

  it('what is not observed is a comment at its place', () => {
    const { files, withheld } = exported([pinned(onWindows({}))]);
    expect(withheld).toEqual([]);
    expect(files['tenant.tf']).toContain(
      '  # REST v1 does not show it: windows.match, mac_os, linux, ios, android, chrome_os',
    );
    expect(files['tenant.tf']).toContain('  # REST v1 does not show it: steer_dns, bypass_exception_traffic_at');
    expect(files['tenant.tf']).toContain('  windows          = "bypass_tunnel"');
    expect(files['tenant.tf']).toMatch(/^# non standard ports, dns exceptions.*: REST v1 does not show it/m);
    expect(files['main.tf']).toContain('# REST v1 does not show everything.');
  });

  it('has import blocks for configurations alone, and says so', () => {
    const { files } = exported([pinned(onWindows({}))]);
    expect([...files['imports.tf']!.matchAll(/ id = "(.*)"/g)].map(([, id]) => id)).toEqual(['0']);
    expect(files['imports.tf']).toContain('there are no import blocks for apps, ports and exceptions');
  });

  it('a plain bypass is written as one, and an action whose code is not known is never chosen', () => {
    const { files, withheld } = exported([
      pinned(onWindows({ tunnel: false })),
      pinned(onWindows({ action: '2' }), 'Other'),
    ]);
    expect(withheld).toHaveLength(1);
    expect(files['tenant.tf']).toContain('windows          = "bypass"\n');
    expect(files['tenant.tf']).toContain('# REST v1 shows "bypass" and "bypass_direct" alike: windows');
    expect(files['tenant.tf']).toContain(
      '#   # TODO windows: the tenant shows the code "2" for action, which its dialect does not name.',
    );
    const learnt = exported(
      [pinned(onWindows({ action: '2' }), 'Other')],
      {},
      { ...PUBLISHED, action: { '2': 'block' } },
    );
    expect(learnt.files['tenant.tf']).toContain('windows          = "block"');
  });

  it('an exception that is not enabled is only a comment, because code would put it in force', () => {
    const { withheld } = exported([{ ...pinned(onWindows({})), enabled: false }]);
    expect(withheld.map(({ reason }) => reason)).toEqual([
      'REST v1 shows it as not enabled, and code can only say that it is in force',
    ]);
  });

  it('is TypeScript too', () => {
    const code = exported([pinned(onWindows({})), pinned(onWindows({ tunnel: false }), 'Other')], { format: 'cdktf' })
      .files['main.ts']!;
    expect(syntaxErrors(code)).toEqual([]);
    expect(code).toContain('// REST v1 does not show it: windows.match, mac_os, linux, ios, android, chrome_os');
    expect(code).toContain('// REST v1 shows "bypass" and "bypass_direct" alike: windows');
  });
});
