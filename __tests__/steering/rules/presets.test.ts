/** Guardrails on what constructs write: from the synthesized stack, by way of the one reader. */
import type { TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  BypassNativeApp,
  CertificatePinnedApp,
  l1,
  NativeApps,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  type NativeApp,
} from '../../../constructs';
import { modelFromStack } from '../../../steering';
import { CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { checkModel, type Finding } from '../../../steering/rules';
import { platformsOfApp } from '../../../constructs/native-apps';
import { synthesize } from '../../constructs/synthesize';

function check(build: (stack: TerraformStack) => void) {
  return checkModel(modelFromStack(synthesize(build).config)).findings;
}

const ours = (stack: TerraformStack) =>
  new SteeringConfiguration(stack, 'Ours', {
    name: 'Ours',
    enabled: true,
    trafficMode: TrafficMode.WEB,
    userGroups: ['Us'],
  });

const presets: [string, NativeApp][] = Object.entries(NativeApps);

/** What is told of some presets, once each: the tenant or the client must be looked at, or nothing can be done. */
const TOLD_ONCE = [
  ['literal-addresses', 'warning'],
  ['windows-service', 'warning'],
  ['helper-process/webview2', 'info'],
] as const;

/** Two configurations, one of them with dynamic steering on both locations. */
const both = (stack: TerraformStack) => {
  const first = ours(stack);
  const second = new SteeringConfiguration(stack, 'Theirs', {
    name: 'Theirs',
    enabled: true,
    dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL },
    userGroups: ['Them'],
    after: [first],
  });
  return [first, second];
};

/** Each finding that is told of a preset, as far as it is no note of other rules. */
const toldOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ code, severity }) =>
    severity !== 'info' || TOLD_ONCE.some(([known]) => known === code) ? [[code, severity]] : [],
  );

/** Every preset on each platform alone where it is defined, and on all of them. */
const onItsPlatforms = presets.flatMap(([name, app]) => {
  const all = platformsOfApp(app, {});
  const sets = [...all.map((platform) => [platform]), ...(all.length > 1 ? [all] : [])];
  return sets.map((platforms) => [`${name} on ${platforms.join(' and ')}`, app, platforms] as const);
});

it('has every preset on every platform where it is defined', () => {
  const defined = CATALOGUE_ENTRIES.flatMap(({ executables }) => Object.keys(executables));
  expect(onItsPlatforms.filter(([, , platforms]) => platforms.length === 1).length).toBeGreaterThanOrEqual(
    defined.length,
  );
});

it.each(onItsPlatforms)('%s, blocked in two configurations and on both locations', (_, app, platforms) => {
  const findings = check((stack) => {
    for (const configuration of both(stack))
      new BlockNativeApp(configuration, 'Block', { configuration, app, platforms });
  });
  const told = toldOf(findings);
  for (const one of told) expect(TOLD_ONCE).toContainEqual(one);
  const codes = told.map(([code]) => code);
  expect(codes).toEqual([...new Set(codes)]);
  for (const { places } of findings.filter(({ code }) => codes.includes(code))) expect(places).toHaveLength(3);
});

it.each(onItsPlatforms)('%s, bypassed for hosts of its own', (_, app, platforms) => {
  const findings = check((stack) => {
    for (const configuration of both(stack))
      new BypassNativeApp(configuration, 'Bypass', {
        ...{ configuration, app, platforms },
        customAppDomains: ['app.corp.example'],
      });
  });
  expect(toldOf(findings)).toEqual([]);
});

it('blames the resource that a construct wrote, and calls the app by its name', () => {
  const [finding] = check((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
    const app = NativeApps.TELEGRAM;
    new BlockNativeApp(stack, 'NoTelegram', { configuration, app, platforms: [Platform.LINUX] });
  });
  expect(finding?.subject.origin.address).toMatch(
    /^netskopesteering_certificate_pinned_app_exception\.NoTelegram_Exception_/,
  );
  expect(finding!.message).toMatch(/^"Telegram" is blocked, but Telegram connects to addresses/);
});

it('misses the port of an app in the default configuration, of which the stack knows next to nothing', () => {
  const findings = check((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
    new BlockNativeApp(stack, 'NoViber', { configuration, app: NativeApps.VIBER, ports: [4244, 5242, 5243] });
  });
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([
    '"Viber" is blocked, but it also uses port 7985, which the default configuration does not steer for its hosts: there the block has no effect. Add a non-standard port.',
  ]);
});

it('finds a new configuration left disabled, in the traffic mode that new tenants have', () => {
  const findings = check((stack) => {
    const configuration = new SteeringConfiguration(stack, 'Ours', { name: 'Ours', userGroups: ['Us'] });
    new BlockNativeApp(stack, 'NoSignal', { configuration, app: NativeApps.SIGNAL });
  });
  expect(findings.map(({ code }) => code)).toEqual(['block-without-effect/cloud-apps', 'disabled-configuration']);
});

describe('one object that two constructs make', () => {
  const windows = { processes: ['App.exe'] };
  const configured = (stack: TerraformStack, id: string, name = id) =>
    new SteeringConfiguration(stack, id, { name, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [id] });

  it.each<[what: string, build: (stack: TerraformStack) => void, rule: string]>([
    [
      'an app',
      (stack) => {
        for (const id of ['One', 'Two']) new CertificatePinnedApp(stack, id, { name: 'App', windows });
      },
      'duplicate-name',
    ],
    [
      'an app of L1 beside one of L2',
      (stack) => {
        new CertificatePinnedApp(stack, 'One', { name: 'App', windows });
        new l1.certificatePinnedApp.CertificatePinnedApp(stack, 'Two', { name: 'App', windows });
      },
      'duplicate-name',
    ],
    ['a configuration', (stack) => ['One', 'Two'].map((id) => configured(stack, id, 'Ours')), 'duplicate-name'],
    [
      'a network location',
      (stack) => {
        for (const id of ['One', 'Two'])
          new l1.networkLocation.NetworkLocation(stack, id, { name: 'HQ', addresses: ['192.0.2.1'] });
      },
      'duplicate-name',
    ],
    [
      'a port entry for the same domains',
      (stack) => {
        const { configurationId } = configured(stack, 'Ours');
        for (const id of ['One', 'Two'])
          new l1.nonStandardPort.NonStandardPort(stack, id, {
            configurationId,
            port: 5222,
            domains: ['ours.example'],
          });
      },
      'duplicate-name',
    ],
    [
      'the default configuration',
      (stack) => {
        for (const id of ['One', 'Two']) new l1.defaultConfiguration.DefaultConfiguration(stack, id, {});
      },
      'several-owners',
    ],
  ])('is an error that names both: %s', (_what, build, rule) => {
    const told = synthesize(build).annotations.filter((one) => one.startsWith('error'));
    expect(told).toEqual([
      expect.stringMatching(new RegExp(`stack/One and stack/Two .*\\(guardrail ${rule}\\)$`)) as unknown,
    ]);
  });

  it('is a warning where two port entries are for different domains', () => {
    const { annotations } = synthesize((stack) => {
      const { configurationId } = configured(stack, 'Ours');
      for (const id of ['One', 'Two']) {
        const domains = [`${id}.example`];
        new l1.nonStandardPort.NonStandardPort(stack, id, { configurationId, port: 5222, domains });
      }
    });
    expect(annotations).toEqual([
      expect.stringMatching(/^warn: stack\/One and stack\/Two are entries of one port, 5222/),
    ]);
  });

  it('is none where one name is that of an app and of a configuration, or only known to Terraform', () => {
    const { annotations } = synthesize((stack) => {
      configured(stack, 'App');
      new CertificatePinnedApp(stack, 'One', { name: 'App', windows });
      for (const id of ['Two', 'Three'])
        new l1.certificatePinnedApp.CertificatePinnedApp(stack, id, { name: '${var.name}', windows });
    });
    expect(annotations.join('\n')).not.toContain('duplicate-name');
  });
});

describe('the order of configurations', () => {
  const l1Configuration = (stack: TerraformStack, id: string, more: object = {}) =>
    new l1.configuration.Configuration(stack, id, {
      name: id,
      enabled: true,
      trafficMode: 'web',
      userGroups: [id],
      ...more,
    });
  const told = (build: (stack: TerraformStack) => void) =>
    synthesize(build).annotations.filter((one) => one.includes('configuration-order'));

  it('is missing where no construct writes one', () => {
    expect(told((stack) => ['IT', 'Contractors'].forEach((id) => l1Configuration(stack, id)))).toEqual([
      expect.stringMatching(/^warn: "IT" and "Contractors" may apply to one client/) as unknown,
    ]);
  });

  it('is that of dependencies', () => {
    const build = (stack: TerraformStack) => {
      const it = l1Configuration(stack, 'IT');
      l1Configuration(stack, 'Contractors', { dependsOn: [it] });
    };
    expect(told(build)).toEqual([]);
  });

  it('is that in which a stack writes its constructs', () => {
    const build = (stack: TerraformStack) => {
      for (const name of ['IT', 'Contractors', 'Third'])
        new SteeringConfiguration(stack, name, {
          ...{ name, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [name] },
        });
    };
    expect(told(build)).toEqual([]);
  });
});
