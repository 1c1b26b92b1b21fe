// Generated from the types of constructs/ by `npm run generate`. Do not edit.
import type { Call, Shape } from '../plumbing/shape';

/** What the public constructors, functions and methods are called. */
export type CallName =
  | 'ApplicationBypass'
  | 'BlockNativeApp'
  | 'BypassNativeApp'
  | 'CategoryBypass'
  | 'CertificatePinnedApp'
  | 'CertificatePinnedApp.fromAppId'
  | 'CertificatePinnedApp.fromId'
  | 'CertificatePinnedApp.fromName'
  | 'DestinationLocationBypass'
  | 'DnsBypass'
  | 'DomainBypass'
  | 'FlowExpectation.toBe'
  | 'Guardrails.suppress'
  | 'Guardrails.visit'
  | 'NativeApps.ofKind'
  | 'NetskopeSteeringProvider'
  | 'NonStandardPort'
  | 'NonStandardPort.steer'
  | 'RolloutCheckpoint'
  | 'SourceCountryBypass'
  | 'SourceLocationBypass'
  | 'SteeringConfiguration'
  | 'SteeringConfiguration.addException'
  | 'SteeringConfiguration.addNonStandardPort'
  | 'SteeringConfiguration.adoptDefault'
  | 'SteeringConfiguration.blockApp'
  | 'SteeringConfiguration.blockApps'
  | 'SteeringConfiguration.bypassApp'
  | 'SteeringConfiguration.bypassApplications'
  | 'SteeringConfiguration.bypassCategories'
  | 'SteeringConfiguration.bypassDestinationLocations'
  | 'SteeringConfiguration.bypassDns'
  | 'SteeringConfiguration.bypassDomains'
  | 'SteeringConfiguration.bypassSourceCountries'
  | 'SteeringConfiguration.bypassSourceLocations'
  | 'SteeringConfiguration.fromId'
  | 'SteeringConfiguration.fromName'
  | 'SteeringConfiguration.group'
  | 'SteeringException'
  | 'TenantsError'
  | 'TrafficDecision'
  | 'TrafficInvariant'
  | 'TrafficTest'
  | 'expectFlow'
  | 'explainMistakes'
  | 'keepState'
  | 'parsePorts'
  | 'parseTenants'
  | 'processMatches'
  | 'readTenants';

/** What each of them takes. */
export const CALLS: Readonly<Record<CallName, Call>> = {
  ApplicationBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'ApplicationBypassProps' } },
    ],
  },
  BlockNativeApp: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'BlockNativeAppProps' } },
    ],
  },
  BypassNativeApp: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'BypassNativeAppProps' } },
    ],
  },
  CategoryBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'CategoryBypassProps' } },
    ],
  },
  CertificatePinnedApp: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'CertificatePinnedAppProps' } },
    ],
  },
  'CertificatePinnedApp.fromAppId': { takes: [{ name: 'appId', kind: 'text' }] },
  'CertificatePinnedApp.fromId': {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'appId', kind: 'text' },
      { name: 'options', kind: { object: 'AppLookupOptions' }, optional: true },
    ],
  },
  'CertificatePinnedApp.fromName': {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'name', kind: 'text' },
      { name: 'options', kind: { object: 'AppLookupOptions' }, optional: true },
    ],
  },
  DestinationLocationBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'DestinationLocationBypassProps' } },
    ],
  },
  DnsBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'DnsBypassProps' } },
    ],
  },
  DomainBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'DomainBypassProps' } },
    ],
  },
  'FlowExpectation.toBe': {
    scope: 'object',
    takes: [{ name: 'outcome', kind: { words: ['block', 'bypass', 'direct', 'steer'] } }],
  },
  'Guardrails.suppress': {
    scope: 'construct',
    takes: [
      {
        name: 'guardrail',
        kind: {
          words: [
            'android-by-domain',
            'any-source-location',
            'block-not-everywhere',
            'block-without-effect',
            'bypass-of-suite',
            'configuration-name-length',
            'configuration-order',
            'conflicting-exceptions',
            'country-code',
            'disabled-configuration',
            'domain-name',
            'duplicate-name',
            'dynamic-steering-toggle',
            'expired',
            'forgotten-platform',
            'group-spelling',
            'helper-process',
            'idle-in-mode',
            'ignored-domains',
            'international-domain',
            'literal-addresses',
            'look-alike-letters',
            'managed-only-bypass',
            'many-domains',
            'missing-apex',
            'missing-executable',
            'non-web-port',
            'pattern-hits-others',
            'pattern-like-name',
            'pattern-with-comma',
            'pattern-without-match',
            'port-without-domains',
            'predefined-app-blocked',
            'process-name',
            'public-suffix',
            'repeated-domain',
            'several-owners',
            'shared-process',
            'standard-port',
            'steer-dns',
            'traffic-mode-none',
            'transfer-site',
            'udp-port',
            'undefined-platform',
            'unreached-configuration',
            'unused-app',
            'vendor-domain',
            'void-exception',
            'wildcard-in-custom-app-domains',
            'wildcard-with-bypass',
            'windows-service',
          ],
        },
      },
      { name: 'reason', kind: 'text' },
    ],
  },
  'Guardrails.visit': { scope: 'object', takes: [{ name: 'node', kind: { reference: 'IConstruct' } }] },
  'NativeApps.ofKind': {
    takes: [
      {
        name: 'kinds',
        kind: {
          either: [
            {
              list: {
                words: [
                  'ai',
                  'developer tool',
                  'file sharing',
                  'file sync',
                  'games',
                  'meeting',
                  'messenger',
                  'music',
                  'notes and office',
                  'remote access',
                  'vpn or proxy',
                ],
              },
            },
            {
              words: [
                'ai',
                'developer tool',
                'file sharing',
                'file sync',
                'games',
                'meeting',
                'messenger',
                'music',
                'notes and office',
                'remote access',
                'vpn or proxy',
              ],
            },
          ],
        },
      },
      { name: 'options', kind: { object: '{ readonly except?: readonly NativeApp[] | undefined; }' }, optional: true },
    ],
  },
  NetskopeSteeringProvider: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'config', kind: { object: 'NetskopeSteeringProviderConfig' }, optional: true },
    ],
  },
  NonStandardPort: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'NonStandardPortProps' } },
    ],
  },
  'NonStandardPort.steer': {
    scope: 'object',
    takes: [{ name: 'options', kind: { object: 'NonStandardPortOptions' } }],
  },
  RolloutCheckpoint: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'RolloutCheckpointProps' }, optional: true },
    ],
  },
  SourceCountryBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'SourceCountryBypassProps' } },
    ],
  },
  SourceLocationBypass: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'SourceLocationBypassProps' } },
    ],
  },
  SteeringConfiguration: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'SteeringConfigurationProps' } },
    ],
  },
  'SteeringConfiguration.addException': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'SteeringExceptionOptions' } },
    ],
  },
  'SteeringConfiguration.addNonStandardPort': {
    scope: 'object',
    takes: [
      { name: 'port', kind: 'number' },
      { name: 'options', kind: { object: 'NonStandardPortOptions' }, optional: true },
    ],
  },
  'SteeringConfiguration.adoptDefault': {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'SteeredTrafficProps' }, optional: true },
    ],
  },
  'SteeringConfiguration.blockApp': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'BlockNativeAppOptions' } },
    ],
  },
  'SteeringConfiguration.blockApps': {
    scope: 'object',
    takes: [{ name: 'given', kind: { object: 'BlockNativeAppsOptions' } }],
  },
  'SteeringConfiguration.bypassApp': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'BypassNativeAppOptions' } },
    ],
  },
  'SteeringConfiguration.bypassApplications': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'ApplicationBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassCategories': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'CategoryBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassDestinationLocations': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'DestinationLocationBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassDns': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'DnsBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassDomains': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'DomainBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassSourceCountries': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'SourceCountryBypassOptions' } },
    ],
  },
  'SteeringConfiguration.bypassSourceLocations': {
    scope: 'object',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'options', kind: { object: 'SourceLocationBypassOptions' } },
    ],
  },
  'SteeringConfiguration.fromId': {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'configurationId', kind: 'text' },
      { name: 'options', kind: { object: 'ConfigurationLookupOptions' }, optional: true },
    ],
  },
  'SteeringConfiguration.fromName': {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'name', kind: 'text' },
      { name: 'props', kind: { object: 'ConfigurationLookupOptions' }, optional: true },
    ],
  },
  'SteeringConfiguration.group': {
    takes: [{ name: 'configurations', kind: { reference: 'ISteeringConfiguration' }, rest: true }],
  },
  SteeringException: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'SteeringExceptionProps' } },
    ],
  },
  TenantsError: { takes: [{ name: 'message', kind: 'text', optional: true }] },
  TrafficDecision: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'TrafficDecisionProps' } },
    ],
  },
  TrafficInvariant: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'TrafficInvariantProps' } },
    ],
  },
  TrafficTest: {
    scope: 'construct',
    takes: [
      { name: 'id', kind: 'id' },
      { name: 'props', kind: { object: 'TrafficTestProps' } },
    ],
  },
  expectFlow: {
    scope: 'stack',
    takes: [
      { name: 'flow', kind: { object: 'TrafficFlow' } },
      { name: 'options', kind: { object: 'FlowExpectationOptions' }, optional: true },
    ],
  },
  explainMistakes: { takes: [{ name: 'program', kind: 'method' }] },
  keepState: {
    scope: 'stack',
    takes: [
      {
        name: 'where',
        kind: {
          either: [
            {
              object:
                '{ readonly type: "cloud"; } & { readonly organization: string; } & { readonly hostname?: string; readonly project?: string; }',
            },
            {
              object:
                '{ readonly type: "http"; } & { readonly address: string; } & { readonly lockAddress?: string; readonly lockMethod?: string; readonly unlockMethod?: string; }',
            },
            { object: '{ readonly type: "local"; } & {} & {}' },
            { object: '{ readonly type: "pg"; } & {} & { readonly schemaPrefix?: string; }' },
            {
              object:
                '{ readonly type: "s3"; } & { readonly bucket: string; } & { readonly region?: string; readonly prefix?: string; }',
            },
          ],
        },
      },
    ],
  },
  parsePorts: { takes: [{ name: 'ports', kind: 'text' }] },
  parseTenants: {
    takes: [
      { name: 'json', kind: 'text' },
      { name: 'fileName', kind: 'text', optional: true },
    ],
  },
  processMatches: {
    takes: [
      { name: 'match', kind: { words: ['exact', 'regex'] } },
      { name: 'definition', kind: 'text' },
      { name: 'process', kind: 'text' },
    ],
  },
  readTenants: { takes: [{ name: 'fileName', kind: 'text', optional: true }] },
};

/** The properties of the objects in them. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  AppLookupOptions: {
    known: { kind: { object: 'Omit<CertificatePinnedAppProps, "provider" | "name">' }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  ApplicationBypassOptions: {
    applications: { kind: { list: 'text' } },
    action: { kind: { words: ['bypass', 'bypass_except_dns'] }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  ApplicationBypassProps: {
    applications: { kind: { list: 'text' } },
    action: { kind: { words: ['bypass', 'bypass_except_dns'] }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  BlockNativeAppOptions: {
    customAppDomains: { kind: { list: 'text' }, optional: true },
    ports: { kind: { list: 'number' }, optional: true, literal: 'Each port has an entry that is named after it.' },
    domains: { kind: { list: 'text' }, optional: true },
    portScope: {
      kind: { words: ['any_host', 'app_domains'] },
      optional: true,
      literal: 'The entries of the ports are made for it.',
    },
    locations: { kind: { list: { words: ['off_premises', 'on_premises'] } }, optional: true },
    app: { kind: { either: [{ reference: 'ICertificatePinnedApp' }, { reference: 'NativeApp' }] } },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The definitions and actions are made for each platform.',
    },
    communityExecutables: { kind: 'truth', optional: true },
    notes: { kind: 'text', optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  BlockNativeAppProps: {
    configuration: { kind: { reference: 'ConfigurationOfBlock' } },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    ports: { kind: { list: 'number' }, optional: true, literal: 'Each port has an entry that is named after it.' },
    domains: { kind: { list: 'text' }, optional: true },
    portScope: {
      kind: { words: ['any_host', 'app_domains'] },
      optional: true,
      literal: 'The entries of the ports are made for it.',
    },
    locations: { kind: { list: { words: ['off_premises', 'on_premises'] } }, optional: true },
    app: { kind: { either: [{ reference: 'ICertificatePinnedApp' }, { reference: 'NativeApp' }] } },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The definitions and actions are made for each platform.',
    },
    communityExecutables: { kind: 'truth', optional: true },
    notes: { kind: 'text', optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  BlockNativeAppsOptions: {
    apps: { kind: { list: { reference: 'NativeApp' } } },
    except: { kind: { list: { reference: 'NativeApp' } }, optional: true },
    notes: { kind: 'text', optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    portScope: {
      kind: { words: ['any_host', 'app_domains'] },
      optional: true,
      literal: 'The entries of the ports are made for it.',
    },
    locations: { kind: { list: { words: ['off_premises', 'on_premises'] } }, optional: true },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The definitions and actions are made for each platform.',
    },
    communityExecutables: { kind: 'truth', optional: true },
  },
  BypassNativeAppOptions: {
    action: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    locations: { kind: { list: { words: ['off_premises', 'on_premises'] } }, optional: true },
    app: { kind: { either: [{ reference: 'ICertificatePinnedApp' }, { reference: 'NativeApp' }] } },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The definitions and actions are made for each platform.',
    },
    communityExecutables: { kind: 'truth', optional: true },
    notes: { kind: 'text', optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    windowsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    macOsDeviceClassifications: { kind: { list: 'text' }, optional: true },
  },
  BypassNativeAppProps: {
    configuration: { kind: { reference: 'ConfigurationOfException' } },
    action: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    locations: { kind: { list: { words: ['off_premises', 'on_premises'] } }, optional: true },
    app: { kind: { either: [{ reference: 'ICertificatePinnedApp' }, { reference: 'NativeApp' }] } },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The definitions and actions are made for each platform.',
    },
    communityExecutables: { kind: 'truth', optional: true },
    notes: { kind: 'text', optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    windowsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    macOsDeviceClassifications: { kind: { list: 'text' }, optional: true },
  },
  CatalogueEntry: {
    key: { kind: 'text' },
    name: { kind: 'text' },
    kind: {
      kind: {
        words: [
          'ai',
          'developer tool',
          'file sharing',
          'file sync',
          'games',
          'meeting',
          'messenger',
          'music',
          'notes and office',
          'remote access',
          'vpn or proxy',
        ],
      },
    },
    executables: {
      kind: {
        object:
          '{ readonly windows?: readonly Executable[]; readonly mac_os?: readonly Executable[]; readonly linux?: readonly Executable[]; readonly ios?: readonly Executable[]; readonly android?: readonly Executable[]; readonly chrome_os?: readonly Executable[]; }',
      },
    },
    tcp: { kind: { list: { object: 'Fact<number>' } }, optional: true },
    udp: { kind: { list: { object: 'Fact<number>' } }, optional: true },
    hosts: { kind: { list: { object: 'Fact<string>' } }, optional: true },
    electron: { kind: { object: 'Fact<true>' }, optional: true },
    webView2: { kind: { object: 'Fact<string>' }, optional: true },
    services: { kind: { list: { object: 'Fact<string>' } }, optional: true },
    literalAddresses: { kind: { object: 'Fact<true>' }, optional: true },
    predefined: { kind: { object: 'Fact<true>' }, optional: true },
  },
  CategoryBypassOptions: {
    categories: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  CategoryBypassProps: {
    categories: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  CertificatePinnedAppProps: {
    name: { kind: 'text' },
    windows: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    macOs: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    linux: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    ios: { kind: { object: 'MobilePinnedAppDefinition' }, optional: true },
    android: { kind: { object: 'MobilePinnedAppDefinition' }, optional: true },
    chromeOs: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  ConfigurationLookupOptions: {
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    expectTrafficMode: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
  },
  ConfigurationOfBlock: {
    addNonStandardPort: { kind: 'method' },
    configurationId: { kind: 'text' },
    modes: { kind: { object: 'KnownModes' }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  ConfigurationOfException: {
    configurationId: { kind: 'text' },
    modes: { kind: { object: 'KnownModes' }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  DestinationLocationBypassOptions: {
    networkLocations: { kind: { list: 'text' } },
    action: { kind: { words: ['bypass', 'bypass_except_dns'] }, optional: true },
    treatLikeLocalIp: { kind: { orToken: 'truth' }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  DestinationLocationBypassProps: {
    networkLocations: { kind: { list: 'text' } },
    action: { kind: { words: ['bypass', 'bypass_except_dns'] }, optional: true },
    treatLikeLocalIp: { kind: { orToken: 'truth' }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  DnsBypassOptions: {
    questions: { kind: { orToken: { list: { object: 'DnsQuestion' } } } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  DnsBypassProps: {
    questions: { kind: { orToken: { list: { object: 'DnsQuestion' } } } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  DnsQuestion: {
    domain: { kind: 'text' },
    recordType: {
      kind: { words: ['A', 'AAAA', 'CNAME', 'HTTPS', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'SVCB', 'TXT', 'all'] },
      optional: true,
    },
  },
  DomainBypassOptions: {
    domains: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  DomainBypassProps: {
    domains: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  DynamicSteering: {
    onPremises: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] } },
    offPremises: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] } },
    enabled: { kind: { orToken: 'truth' }, optional: true },
  },
  Executable: {
    onRequest: { kind: { words: [true] }, optional: true },
    value: { kind: 'text' },
    source: { kind: { object: 'Source' } },
    note: { kind: 'text', optional: true },
  },
  'Fact<number>': {
    value: { kind: 'number' },
    source: { kind: { object: 'Source' } },
    note: { kind: 'text', optional: true },
  },
  'Fact<string>': {
    value: { kind: 'text' },
    source: { kind: { object: 'Source' } },
    note: { kind: 'text', optional: true },
  },
  'Fact<true>': {
    value: { kind: { words: [true] } },
    source: { kind: { object: 'Source' } },
    note: { kind: 'text', optional: true },
  },
  FlowExpectationOptions: { provider: { kind: { reference: 'TerraformProvider' }, optional: true } },
  ICertificatePinnedApp: {
    appId: { kind: 'text' },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
      literal: 'The actions of exceptions are compared with them.',
    },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  IConstruct: { node: { kind: 'anything' } },
  ISteeringConfiguration: {
    configurationId: { kind: 'text' },
    addNonStandardPort: { kind: 'method' },
    blockApp: { kind: 'method' },
    blockApps: { kind: 'method' },
    bypassApp: { kind: 'method' },
    addException: { kind: 'method' },
    bypassApplications: { kind: 'method' },
    bypassCategories: { kind: 'method' },
    bypassDestinationLocations: { kind: 'method' },
    bypassDns: { kind: 'method' },
    bypassDomains: { kind: 'method' },
    bypassSourceCountries: { kind: 'method' },
    bypassSourceLocations: { kind: 'method' },
    node: { kind: 'anything' },
    modes: { kind: { object: 'KnownModes' }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  ITerraformDependable: { fqn: { kind: 'anything' } },
  KnownModes: {
    dynamic: { kind: 'truth', optional: true },
    dynamicAtApply: { kind: { words: [true] }, optional: true },
    at: { kind: { object: 'Readonly<Partial<Record<Place, TrafficMode>>>' } },
  },
  MobilePinnedAppDefinition: {
    match: { kind: { words: ['exact', 'regex'] }, optional: true },
    processes: { kind: { list: 'text' }, optional: true },
    domains: { kind: { list: 'text' }, optional: true },
  },
  NativeApp: {
    name: { kind: 'text' },
    key: { kind: 'text', optional: true, literal: 'The definition of the app is named after it.' },
    kind: {
      kind: {
        words: [
          'ai',
          'developer tool',
          'file sharing',
          'file sync',
          'games',
          'meeting',
          'messenger',
          'music',
          'notes and office',
          'remote access',
          'vpn or proxy',
        ],
      },
      optional: true,
    },
    predefined: { kind: 'truth', optional: true },
    windows: { kind: { list: 'text' }, optional: true },
    macOs: { kind: { list: 'text' }, optional: true },
    linux: { kind: { list: 'text' }, optional: true },
    ios: { kind: { list: 'text' }, optional: true },
    android: { kind: { list: 'text' }, optional: true },
    chromeOs: { kind: { list: 'text' }, optional: true },
    ports: { kind: { list: 'number' }, optional: true, literal: 'Each port has an entry that is named after it.' },
    domains: { kind: { list: 'text' }, optional: true },
    catalogue: { kind: { object: 'CatalogueEntry' }, optional: true },
  },
  NetskopeSteeringProviderConfig: {
    serverUrl: { kind: 'text', optional: true },
    apiKey: { kind: 'text', optional: true },
    requestsPerSecond: { kind: 'number', optional: true },
    caCertificateFile: { kind: 'text', optional: true },
    maxRetryWaitSeconds: { kind: 'number', optional: true },
    formerServerUrls: { kind: { list: 'text' }, optional: true },
    maxListObjects: { kind: 'number', optional: true },
    maxListMebibytes: { kind: 'number', optional: true },
    guardrails: { kind: { orToken: { object: 'NetskopeSteeringProviderGuardrails' } }, optional: true },
    paths: { kind: { orToken: { object: 'NetskopeSteeringProviderPaths' } }, optional: true },
    alias: { kind: 'text', optional: true },
  },
  NetskopeSteeringProviderGuardrails: {
    enabled: { kind: { orToken: 'truth' }, optional: true },
    suppress: { kind: { orToken: { list: { object: 'NetskopeSteeringProviderGuardrailsSuppress' } } }, optional: true },
  },
  NetskopeSteeringProviderGuardrailsSuppress: {
    rule: { kind: 'text' },
    on: { kind: { list: 'text' }, optional: true },
    reason: { kind: 'text' },
  },
  NetskopeSteeringProviderPaths: {
    certificatePinnedApps: { kind: 'text', optional: true },
    networkLocations: { kind: 'text', optional: true },
    configurations: { kind: 'text', optional: true },
    nonStandardPorts: { kind: 'text', optional: true },
    exceptions: { kind: 'text', optional: true },
  },
  NonStandardPortOptions: { domains: { kind: { list: 'text' }, optional: true } },
  NonStandardPortProps: {
    configurationId: { kind: 'text' },
    port: { kind: 'number' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    domains: { kind: { list: 'text' }, optional: true },
  },
  'Omit<CertificatePinnedAppProps, "provider" | "name">': {
    windows: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    linux: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    ios: { kind: { object: 'MobilePinnedAppDefinition' }, optional: true },
    android: { kind: { object: 'MobilePinnedAppDefinition' }, optional: true },
    macOs: { kind: { object: 'PinnedAppDefinition' }, optional: true },
    chromeOs: { kind: { object: 'PinnedAppDefinition' }, optional: true },
  },
  PinnedAppDefinition: {
    match: { kind: { words: ['exact', 'regex'] }, optional: true },
    processes: { kind: { list: 'text' } },
  },
  'Readonly<Partial<Record<Place, TrafficMode>>>': {
    on_premises: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
    off_premises: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
    everywhere: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
  },
  RolloutCheckpointProps: { of: { kind: { reference: 'IConstruct' }, optional: true } },
  Source: {
    name: { kind: 'text' },
    where: { kind: 'text' },
    read: { kind: 'text' },
    confidence: { kind: { words: ['assumed', 'community', 'doc', 'seed', 'vendor'] } },
  },
  SourceCountryBypassOptions: {
    countries: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  SourceCountryBypassProps: {
    countries: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  SourceLocationBypassOptions: {
    networkLocations: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  SourceLocationBypassProps: {
    networkLocations: { kind: { list: 'text' } },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  SteeredTrafficProps: {
    steerPrivateApps: { kind: { words: ['all', 'none', 'specific'] }, optional: true },
    privateApps: { kind: { list: 'text' }, optional: true },
    steerDns: { kind: { orToken: 'truth' }, optional: true },
    bypassExceptionTrafficAt: { kind: { words: ['client', 'cloud'] }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    trafficMode: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
    dynamicSteering: { kind: { object: 'DynamicSteering' }, optional: true },
    expectTrafficMode: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
  },
  SteeringConfigurationProps: {
    name: { kind: 'text' },
    enabled: { kind: { orToken: 'truth' }, optional: true },
    userGroups: { kind: { list: 'text' }, optional: true },
    organizationUnits: { kind: { list: 'text' }, optional: true },
    osFamilies: { kind: { list: { words: ['android', 'ios', 'linux', 'mac_os', 'windows'] } }, optional: true },
    deviceTags: { kind: { list: 'text' }, optional: true },
    after: { kind: { list: { reference: 'ISteeringConfiguration' } }, optional: true },
    steerPrivateApps: { kind: { words: ['all', 'none', 'specific'] }, optional: true },
    privateApps: { kind: { list: 'text' }, optional: true },
    steerDns: { kind: { orToken: 'truth' }, optional: true },
    bypassExceptionTrafficAt: { kind: { words: ['client', 'cloud'] }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    trafficMode: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
    dynamicSteering: { kind: { object: 'DynamicSteering' }, optional: true },
    expectTrafficMode: { kind: { words: ['all', 'cloud_apps', 'none', 'web'] }, optional: true },
  },
  SteeringExceptionOptions: {
    app: { kind: { reference: 'ICertificatePinnedApp' } },
    windows: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    macOs: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    linux: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    ios: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    android: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    chromeOs: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    windowsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    macOsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  SteeringExceptionProps: {
    app: { kind: { reference: 'ICertificatePinnedApp' } },
    windows: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    macOs: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    linux: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    ios: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    android: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    chromeOs: {
      kind: {
        words: [
          'block',
          'bypass',
          'bypass_direct',
          'bypass_managed_direct',
          'bypass_managed_tunnel',
          'bypass_tunnel',
          'steer_and_decrypt',
        ],
      },
      optional: true,
    },
    customAppDomains: { kind: { list: 'text' }, optional: true },
    windowsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    macOsDeviceClassifications: { kind: { list: 'text' }, optional: true },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    notes: { kind: 'text', optional: true },
    dependsOn: { kind: { list: { reference: 'ITerraformDependable' } }, optional: true },
    expires: { kind: 'text', optional: true, literal: 'It is entered in steering.json.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
    configuration: { kind: { reference: 'ConfigurationOfException' } },
  },
  TerraformProvider: {
    terraformResourceType: { kind: 'anything' },
    alias: { kind: 'anything' },
    fqn: { kind: 'anything' },
    metaAttributes: { kind: 'anything' },
  },
  TrafficDecisionProps: {
    flow: { kind: { object: 'TrafficFlow' } },
    expect: {
      kind: { words: ['block', 'bypass', 'direct', 'steer'] },
      optional: true,
      literal: 'The check is written with it.',
    },
    after: { kind: { list: { reference: 'IConstruct' } }, optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  TrafficFlow: {
    configuration: {
      kind: { reference: '{ readonly configurationId: string; readonly provider?: TerraformProvider | undefined; }' },
      optional: true,
    },
    location: { kind: { words: ['off_premises', 'on_premises'] }, optional: true },
    port: { kind: 'number' },
    platform: { kind: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
    process: { kind: 'text' },
    host: { kind: 'text' },
    transport: { kind: { words: ['tcp', 'udp'] }, optional: true },
    managed: { kind: 'truth', optional: true },
    service: { kind: 'truth', optional: true },
    userGroups: { kind: { list: 'text' }, optional: true },
    organizationUnit: { kind: { orNull: 'text' }, optional: true },
    deviceTags: { kind: { list: 'text' }, optional: true },
    applications: { kind: { list: 'text' }, optional: true },
    categories: { kind: { list: 'text' }, optional: true },
    destinationLocations: { kind: { list: 'text' }, optional: true },
    sourceLocations: { kind: { list: 'text' }, optional: true },
    sourceCountry: { kind: { orNull: 'text' }, optional: true },
  },
  TrafficInvariantProps: {
    never: { kind: { words: ['block', 'bypass', 'direct', 'steer'] }, literal: 'The invariant is judged then.' },
    newly: { kind: 'truth', optional: true },
    processes: { kind: { list: 'text' }, optional: true },
    platforms: {
      kind: { list: { words: ['android', 'chrome_os', 'ios', 'linux', 'mac_os', 'windows'] } },
      optional: true,
    },
    service: { kind: 'truth', optional: true },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  TrafficTestProps: {
    flow: { kind: { object: 'TrafficFlow' } },
    expect: { kind: { words: ['block', 'bypass', 'direct', 'steer'] }, literal: 'The test runs then.' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  '{ readonly configurationId: string; readonly provider?: TerraformProvider | undefined; }': {
    configurationId: { kind: 'text' },
    provider: { kind: { reference: 'TerraformProvider' }, optional: true },
  },
  '{ readonly except?: readonly NativeApp[] | undefined; }': {
    except: { kind: { list: { reference: 'NativeApp' } }, optional: true },
  },
  '{ readonly type: "cloud"; } & { readonly organization: string; } & { readonly hostname?: string; readonly project?: string; }':
    {
      type: { kind: { words: ['cloud'] } },
      organization: { kind: 'text' },
      hostname: { kind: 'text', optional: true },
      project: { kind: 'text', optional: true },
    },
  '{ readonly type: "http"; } & { readonly address: string; } & { readonly lockAddress?: string; readonly lockMethod?: string; readonly unlockMethod?: string; }':
    {
      type: { kind: { words: ['http'] } },
      address: { kind: 'text' },
      lockAddress: { kind: 'text', optional: true },
      lockMethod: { kind: 'text', optional: true },
      unlockMethod: { kind: 'text', optional: true },
    },
  '{ readonly type: "local"; } & {} & {}': { type: { kind: { words: ['local'] } } },
  '{ readonly type: "pg"; } & {} & { readonly schemaPrefix?: string; }': {
    type: { kind: { words: ['pg'] } },
    schemaPrefix: { kind: 'text', optional: true },
  },
  '{ readonly type: "s3"; } & { readonly bucket: string; } & { readonly region?: string; readonly prefix?: string; }': {
    type: { kind: { words: ['s3'] } },
    bucket: { kind: 'text' },
    region: { kind: 'text', optional: true },
    prefix: { kind: 'text', optional: true },
  },
  '{ readonly windows?: readonly Executable[]; readonly mac_os?: readonly Executable[]; readonly linux?: readonly Executable[]; readonly ios?: readonly Executable[]; readonly android?: readonly Executable[]; readonly chrome_os?: readonly Executable[]; }':
    {
      windows: { kind: { list: { object: 'Executable' } }, optional: true },
      mac_os: { kind: { list: { object: 'Executable' } }, optional: true },
      linux: { kind: { list: { object: 'Executable' } }, optional: true },
      ios: { kind: { list: { object: 'Executable' } }, optional: true },
      android: { kind: { list: { object: 'Executable' } }, optional: true },
      chrome_os: { kind: { list: { object: 'Executable' } }, optional: true },
    },
};
