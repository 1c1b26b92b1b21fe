/** What an organisation does with constructs: one app for several configurations, an order of them, several tenants. */
import type { App } from 'cdktf';
import { Fn, TerraformStack, Testing, type TerraformResource } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  type ISteeringConfiguration,
  type NativeApp,
} from '../../constructs';
import { resourceOf, synthesize, type Synthesized } from './synthesize';

const WINDOWS = [Platform.WINDOWS];
const OWN: NativeApp = { name: 'Own', windows: ['own.exe'], macOs: ['Own'], ports: [5333], domains: ['own.example'] };

const configurationOf = (stack: TerraformStack, name: string) =>
  new SteeringConfiguration(stack, name, { name, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [name] });
const resourcesOf = ({ config }: Synthesized, type: string) => config.resource?.[`netskopesteering_${type}`] ?? {};

describe('one app in several configurations', () => {
  it('is defined once, whoever blocks it, for all of their platforms', () => {
    const result = synthesize((stack) => {
      const [sales, hr] = [configurationOf(stack, 'Sales'), configurationOf(stack, 'HR')];
      new BlockNativeApp(stack, 'InSales', { configuration: sales, app: OWN, platforms: WINDOWS });
      hr.blockApp('InHr', { app: { ...OWN, windows: ['own.exe'] }, platforms: [Platform.WINDOWS, Platform.MAC_OS] });
      hr.bypassApp('Other', { app: NativeApps.SLACK, platforms: WINDOWS });
    });
    const apps = resourcesOf(result, 'certificate_pinned_app');
    expect(Object.values(apps)).toEqual([
      expect.objectContaining({ name: 'Own', windows: { processes: ['own.exe'] }, mac_os: { processes: ['Own'] } }),
      expect.objectContaining({ name: 'Slack' }),
    ]);
    const [own] = Object.keys(apps);
    const ids = Object.values(resourcesOf(result, 'certificate_pinned_app_exception')).map(({ app_id }) => app_id);
    expect(ids.filter((id) => id === `\${netskopesteering_certificate_pinned_app.${own}.id}`)).toHaveLength(2);
  });

  it('keeps its address when the first of its users goes or is renamed', () => {
    const addressWith = (build: (configuration: ISteeringConfiguration) => void) =>
      Object.keys(
        resourcesOf(
          synthesize((stack) => build(SteeringConfiguration.fromId(stack, 'Sales', '7'))),
          'certificate_pinned_app',
        ),
      );
    const both = addressWith((configuration) => {
      configuration.blockApp('First', { app: OWN });
      configuration.bypassApp('Second', { app: OWN });
    });
    expect(addressWith((configuration) => void configuration.bypassApp('Renamed', { app: OWN }))).toEqual(both);
    const renamed = { ...OWN, key: 'Own', name: 'Own (desktop)' };
    expect(addressWith((configuration) => void configuration.blockApp('First', { app: renamed }))).toEqual(both);
  });

  it('stays where it is when somebody moves it from one block to another', () => {
    const result = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
      const [old, now] = [configuration.blockApp('Old', { app: OWN }), configuration.blockApp('New', { app: OWN })];
      for (const [from, to, key] of [
        [old.definition?.resource, now.definition?.resource, 'app'],
        [old.exception.resource, now.exception.resource, 'exception'],
      ] as const) {
        to?.addMoveTarget(key);
        from?.moveTo(key);
      }
    });
    expect(Object.keys(resourcesOf(result, 'certificate_pinned_app'))).toHaveLength(1);
    expect(Object.keys(resourcesOf(result, 'certificate_pinned_app_exception'))).toHaveLength(1);
  });

  it('refuses two definitions, and names both places', () => {
    const build = (other: NativeApp) => () =>
      synthesize((stack) => {
        const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
        configuration.blockApp('First', { app: OWN, platforms: WINDOWS });
        configuration.blockApp('Second', { app: other, platforms: WINDOWS });
      });
    expect(build({ ...OWN, windows: ['own.exe', 'helper.exe'] })).toThrow(
      'stack/Sales/Second: Own is helper.exe, own.exe on windows here, and own.exe for stack/Sales/First. ',
    );
    expect(build({ ...OWN, key: 'Own', name: 'Another' })).toThrow(
      /^stack\/Sales\/Second: The app "Another" has the key "Own", and so has "Own", which stack\/Sales\/First uses/,
    );
  });

  it('is looked up where the tenant predefines it, once', () => {
    const result = synthesize((stack) => {
      const app = { ...NativeApps.ZOOM, predefined: true };
      const group = SteeringConfiguration.group(
        SteeringConfiguration.fromId(stack, 'Sales', '7'),
        SteeringConfiguration.fromId(stack, 'HR', '8'),
      );
      expect(group.blockApp('Zoom', { app, platforms: WINDOWS })).toHaveLength(2);
    });
    expect(resourcesOf(result, 'certificate_pinned_app')).toEqual({});
    const found = Object.entries(result.config.data?.['netskopesteering_certificate_pinned_app'] ?? {});
    expect(found).toEqual([[expect.any(String), { name: 'Zoom' }]]);
    const exceptions = Object.values(resourcesOf(result, 'certificate_pinned_app_exception'));
    expect(exceptions).toHaveLength(2);
    for (const { app_id } of exceptions) {
      expect(app_id).toBe(`\${data.netskopesteering_certificate_pinned_app.${found[0]?.[0]}.id}`);
    }
    expect(Object.values(resourcesOf(result, 'non_standard_port'))).toHaveLength(4);
  });

  it('is also one that is defined already', () => {
    const result = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
      const app = new CertificatePinnedApp(stack, 'App', { name: 'App', windows: { processes: ['a.exe'] } });
      const block = configuration.blockApp('Block', { app, ports: [5222], domains: ['a.example'] });
      expect(block.definition).toBe(app);
      const named = { app: CertificatePinnedApp.fromAppId('app-1'), platforms: WINDOWS };
      expect(configuration.blockApp('Other', named).definition).toBeUndefined();
      expect(() => configuration.blockApp('Third', { app: CertificatePinnedApp.fromAppId('app-1') })).toThrow(
        'stack/Sales/Third: Only the tenant knows for which platforms this app is defined. Name the platforms.',
      );
    });
    expect(resourceOf(result, 'non_standard_port')).toMatchObject({ port: 5222, domains: ['a.example'] });
    expect(Object.values(resourcesOf(result, 'certificate_pinned_app_exception'))).toHaveLength(2);
  });
});

it.each([[], [undefined], [null], ['Sales'], [{}]])('a group of %j is refused', (...members) => {
  const group = SteeringConfiguration.group as (...members: unknown[]) => unknown;
  expect(() => group(...members)).toThrow(/^SteeringConfiguration\.group: /);
});

describe('a list of apps', () => {
  it('is blocked under the keys of its apps, without those that are excepted', () => {
    const result = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
      const third: NativeApp = { name: 'Third', key: 'third', windows: ['third.exe'] };
      const mobile: NativeApp = { name: 'Mobile', ios: ['mobile'] };
      const blocks = configuration.blockApps({ apps: [OWN, third, mobile], except: [third], platforms: WINDOWS });
      expect(blocks.map(({ node }) => node.path)).toEqual(['stack/Sales/Own']);
      expect(() => configuration.blockApps({ apps: [mobile], platforms: WINDOWS })).toThrow('nothing is blocked');
    });
    expect(result.annotations).toContainEqual(
      expect.stringMatching(/^warn: Not blocked, because no executable is known on these platforms: Mobile\./),
    );
  });
});

describe('a last day', () => {
  it('is in the notes, beside what they say', () => {
    const result = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
      const expires = '2026-12-31';
      configuration.bypassDomains('Vendor', { domains: ['a.example'], notes: 'For the vendor.', expires });
      configuration.bypassApp('Own', { app: OWN, platforms: WINDOWS, expires });
    });
    expect(resourceOf(result, 'domain_exception')).toMatchObject({ notes: 'For the vendor. Expires 2026-12-31.' });
    expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({ notes: 'Expires 2026-12-31.' });
  });

  it.each(['2026-02-30', '31.12.2026', '', 'tomorrow'])('is no such thing as %j', (expires) => {
    const build = () =>
      synthesize((stack) => {
        const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
        configuration.bypassDomains('Vendor', { domains: ['a.example'], expires });
      });
    expect(build).toThrow(/^stack\/Sales\/Vendor: /);
  });
});

describe('the order of configurations', () => {
  const dependencies = (result: Synthesized) =>
    Object.fromEntries(
      Object.values(resourcesOf(result, 'configuration')).map(({ name, depends_on }) => [name, depends_on]),
    );

  it('is that in which the stack writes them', () => {
    const result = synthesize((stack) => {
      for (const name of ['IT', 'Contractors', 'Third']) configurationOf(stack, name);
      SteeringConfiguration.adoptDefault(stack, 'D');
    });
    expect(dependencies(result)).toEqual({
      IT: undefined,
      Contractors: [expect.stringMatching(/^netskopesteering_configuration\.IT_/)],
      Third: [expect.stringMatching(/^netskopesteering_configuration\.Contractors_/)],
    });
  });

  it('leaves out one that is moved away', () => {
    const result = synthesize((stack) => {
      const old = configurationOf(stack, 'Old');
      const now = configurationOf(stack, 'Now');
      now.resource.addMoveTarget('now');
      old.resource.moveTo('now');
      configurationOf(stack, 'Next');
    });
    expect(Object.keys(resourcesOf(result, 'configuration'))).toHaveLength(2);
    const next = dependencies(result)['Next'] as string[];
    expect(next).toEqual([expect.stringMatching(/\.Now_/)]);
    expect(dependencies(result)['Now']).toBeUndefined();
  });

  it('does not put anything after the default configuration', () => {
    const build = (stack: TerraformStack, one: ISteeringConfiguration) =>
      new SteeringConfiguration(stack, 'Late', { name: 'Late', after: [one] });
    const refused = /^stack\/Late: The default configuration is always the last one/;
    expect(() => synthesize((stack) => build(stack, SteeringConfiguration.adoptDefault(stack, 'D')))).toThrow(refused);
    expect(() => synthesize((stack) => build(stack, SteeringConfiguration.fromId(stack, 'D', '0')))).toThrow(refused);
  });
});

describe('a construct that others depend on', () => {
  it('is every one that makes something', () => {
    const result = synthesize((stack) => {
      const sales = configurationOf(stack, 'Sales');
      const block = sales.blockApp('Own', { app: OWN, platforms: WINDOWS });
      const dependsOn = [block, sales, block.definition ?? block, ...block.ports];
      sales.bypassDomains('Vendor', { domains: ['a.example'], dependsOn });
    });
    const { depends_on } = resourceOf(result, 'domain_exception');
    expect(depends_on).toEqual([
      expect.stringMatching(/^netskopesteering_certificate_pinned_app_exception\.Sales_Own_Exception/),
      expect.stringMatching(/^netskopesteering_configuration\.Sales/),
      expect.stringMatching(/^netskopesteering_certificate_pinned_app\.NativeApps_Own/),
      expect.stringMatching(/^netskopesteering_non_standard_port\.Sales_Port5333/),
    ]);
  });
});

describe('a configuration of another stack', () => {
  const inTwoStacks = (build: (configuration: ISteeringConfiguration, other: TerraformStack) => void) => {
    const app = Testing.app();
    const [first, other] = [new TerraformStack(app, 'first'), new TerraformStack(app, 'other')];
    build(configurationOf(first, 'Sales'), other);
    return app;
  };

  it('is refused, with the way to refer to it', () => {
    inTwoStacks((configuration, other) => {
      const message =
        /^other\/\w: configuration is first\/Sales, of the stack first, not of other\. .*SteeringConfiguration\.fromId/;
      expect(() => new BlockNativeApp(other, 'W', { configuration, app: NativeApps.WHATSAPP })).toThrow(message);
    });
  });

  it('works by its id', () => {
    const app = inTwoStacks((configuration, other) => {
      new NetskopeSteeringProvider(other, 'netskope');
      const referred = SteeringConfiguration.fromId(other, 'Sales', configuration.configurationId);
      referred.blockApp('W', { app: OWN, platforms: WINDOWS });
    });
    const [, other] = app.node.children as [App, TerraformStack];
    const { resource } = other.toTerraform() as { resource: Record<string, Record<string, TerraformResource>> };
    expect(Object.keys(resource).sort()).toHaveLength(3);
  });
});

it('takes a name that only Terraform knows for an app with a key', () => {
  const name = Fn.upper('own');
  const build = (app: NativeApp) =>
    synthesize((stack) => void SteeringConfiguration.fromId(stack, 'S', '7').blockApp('B', { app }));
  expect(() => build({ ...OWN, name })).toThrow(
    /^stack\/S\/B: The name of the app is only known at apply.*Give it a key/,
  );
  expect(resourceOf(build({ ...OWN, name, key: 'own' }), 'certificate_pinned_app')).toMatchObject({
    name: '${upper("own")}',
  });
});
