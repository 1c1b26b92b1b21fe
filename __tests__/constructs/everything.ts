/** A stack with every construct and every property once, except what needs the null provider. */
import { TerraformOutput, TerraformVariable, type TerraformStack } from 'cdktf';
import * as constructs from '../../constructs';

const networkLocations = ['Head office', 'a ${b}'];

/** `using`: the constructs as they were loaded, on whichever library stands below them. */
export function buildEverything(stack: TerraformStack, using: typeof constructs = constructs): void {
  const { BlockNativeApp, CertificatePinnedApp, NativeApps, SteeringConfiguration, TrafficDecision } = using;
  const { Platform, PlatformAction, PortScope, ProcessMatch, TrafficMode } = using;
  const { BypassPlace, ClientOsFamily, PrivateAppSteering, parsePorts, processMatches } = using;
  const platforms = [Platform.WINDOWS, Platform.MAC_OS];

  const standard = SteeringConfiguration.adoptDefault(stack, 'Standard', {
    trafficMode: TrafficMode.WEB,
    expectTrafficMode: TrafficMode.WEB,
    steerPrivateApps: PrivateAppSteering.ALL,
    steerDns: false,
  });
  const sales = new SteeringConfiguration(stack, 'Sales', {
    name: 'Sales ${team}',
    enabled: true,
    dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL },
    expectTrafficMode: TrafficMode.WEB,
    privateApps: ['wiki', 'a ${b}'],
    steerDns: true,
    bypassExceptionTrafficAt: BypassPlace.CLOUD,
    userGroups: ['sales %{x}'],
    osFamilies: [ClientOsFamily.WINDOWS, ClientOsFamily.MAC_OS],
    deviceTags: ['managed'],
  });
  const named = SteeringConfiguration.fromName(stack, 'Named', 'Support ${x}', { expectTrafficMode: TrafficMode.WEB });
  for (const configuration of [standard, sales]) {
    const blocked = { configuration, app: NativeApps.WHATSAPP, platforms, notes: 'a ${b}' };
    new BlockNativeApp(configuration, 'WhatsApp', blocked);
  }
  const app = new CertificatePinnedApp(stack, 'Chat', {
    name: 'Chat',
    windows: { match: ProcessMatch.REGEX, processes: ['^chat(-beta)?\\.exe$'] },
    macOs: { processes: ['Chat'] },
    linux: { processes: ['chat'] },
    ios: { domains: ['chat.example'] },
    android: { processes: ['com.example.chat'], domains: ['chat.example'] },
    chromeOs: { processes: ['chat'] },
  });
  const exception = standard.addException('Chat', {
    app,
    windows: PlatformAction.BYPASS_MANAGED_DIRECT,
    macOs: PlatformAction.BYPASS_TUNNEL,
    linux: PlatformAction.BYPASS,
    ios: PlatformAction.BLOCK,
    android: PlatformAction.BYPASS,
    chromeOs: PlatformAction.BLOCK,
    customAppDomains: ['chat.example'],
    notes: `of \${app} ${app.appId}`,
  });
  named.addException('Zoom', {
    app: CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom ${x}'),
    windows: PlatformAction.BLOCK,
  });
  named.addException('Other', {
    app: CertificatePinnedApp.fromId(stack, 'Other', 'app-5'),
    windows: PlatformAction.BLOCK,
  });
  bypassEverything(standard, sales, stack, using);
  demandEverything(standard, stack, using);
  const elsewhere = SteeringConfiguration.fromId(stack, 'Elsewhere', '7');
  new BlockNativeApp(stack, 'Tool', {
    configuration: elsewhere,
    app: { name: 'Tool', windows: ['Tool.exe'], ports: parsePorts('443, 8000-8002') },
    platforms: [Platform.WINDOWS],
    portScope: PortScope.ANY_HOST,
  });
  new TrafficDecision(stack, 'Decision', {
    flow: {
      platform: 'mac_os',
      process: 'Chat ${x}',
      host: 'chat.example',
      port: 443,
      transport: 'udp',
      managed: true,
      service: false,
      location: 'on_premises',
      configuration: sales,
      userGroups: ['sales %{x}'],
      organizationUnit: null,
      deviceTags: [],
      applications: ['Chat'],
      categories: ['Chat'],
      destinationLocations: networkLocations,
      sourceLocations: networkLocations,
      sourceCountry: 'CH',
    },
    expect: 'bypass',
    after: [exception],
  });
  const text = new TerraformVariable(stack, 'text', { type: 'string', default: '1-3' }).stringValue;
  new TerraformOutput(stack, 'exception', { value: exception.exceptionId });
  new TerraformOutput(stack, 'ports', { value: parsePorts(text) });
  new TerraformOutput(stack, 'matches', { value: processMatches(ProcessMatch.REGEX, '^a"\\d$', `${text}.exe`) });
}

function bypassEverything(
  standard: constructs.ISteeringConfiguration,
  sales: constructs.ISteeringConfiguration,
  stack: TerraformStack,
  { BypassAction, DnsRecordType, ClientLocation }: typeof constructs,
): void {
  const intranet = standard.bypassDomains('Intranet', {
    domains: ['intranet.example', '*.corp.example'],
    notes: '${a}',
  });
  standard.bypassCategories('Finance', { categories: ['Finance', '%{x}'], dependsOn: [intranet] });
  standard.bypassSourceLocations('Offices', { networkLocations });
  sales.bypassApplications('Backup', {
    applications: ['Backup ${x}'],
    action: BypassAction.BYPASS_EXCEPT_DNS,
    location: ClientLocation.OFF_PREMISES,
  });
  sales.bypassDestinationLocations('Printers', {
    networkLocations,
    action: BypassAction.BYPASS,
    treatLikeLocalIp: true,
    location: ClientLocation.ON_PREMISES,
  });
  sales.bypassSourceCountries('Travel', { countries: ['DE', 'FR'], location: ClientLocation.OFF_PREMISES });
  sales.bypassDns('Names', {
    questions: [
      { domain: '*.corp.example' },
      { domain: '10.0.0.1', recordType: DnsRecordType.PTR },
      { domain: new TerraformVariable(stack, 'host', { type: 'string' }).stringValue, recordType: DnsRecordType.A },
    ],
    location: ClientLocation.OFF_PREMISES,
  });
}

function demandEverything(
  standard: constructs.ISteeringConfiguration,
  stack: TerraformStack,
  { Guardrail, Guardrails, ClientLocation, Platform, TrafficInvariant, TrafficTest }: typeof constructs,
): void {
  const flow: constructs.TrafficFlow = {
    configuration: standard,
    process: 'WhatsApp.exe',
    platform: Platform.WINDOWS,
    host: 'g.whatsapp.net',
    port: 5222,
    transport: 'tcp',
    managed: true,
    service: false,
    location: ClientLocation.ON_PREMISES,
    userGroups: [],
    organizationUnit: null,
    deviceTags: [],
    applications: [],
    categories: [],
    destinationLocations: [],
    sourceLocations: [],
    sourceCountry: null,
  };
  new TrafficTest(stack, 'WhatsApp is blocked', { flow, expect: 'block' });
  const processes = ['teams.exe'];
  new TrafficInvariant(stack, 'Never', { never: 'block', processes, platforms: [Platform.LINUX, 'mac_os'] });
  new TrafficInvariant(stack, 'Nothing new', { never: 'bypass', newly: true });
  Guardrails.suppress(standard, Guardrail.MISSING_EXECUTABLE, 'a ${b}');
}
