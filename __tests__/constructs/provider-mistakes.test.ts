/** What Terraform would ignore of the providers of a stack, or refuse later, is refused at synth. */
import { rmSync } from 'node:fs';
import { Aspects, TerraformHclModule, TerraformResource, TerraformStack, Testing } from 'cdktf';
import {
  BlockNativeApp,
  l1,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficDecision,
} from '../../constructs';
import { aliased, blockApp, complaintsOf } from './synthesize';

const { DefaultConfiguration: Default1 } = l1.defaultConfiguration;

const FLOW = { platform: Platform.WINDOWS, process: 'App.exe', host: 'a.example', port: 443 } as const;

let outdir: string;
beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

function newStack(): TerraformStack {
  const app = Testing.app({ stackTraces: false });
  ({ outdir } = app);
  return new TerraformStack(app, 'tenant');
}

it.each<[what: string, build: (stack: TerraformStack) => void, complaints: readonly string[]]>([
  [
    'an alias that nothing names, and so a tenant that nobody configured',
    (stack) => {
      aliased(stack, 'eu');
      const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
      new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP });
    },
    [
      'tenant/eu: Nothing of the stack uses this provider',
      'tenant/Default (and 3 more): It names no provider, and every provider of the stack has an alias: netskopesteering.eu.',
    ],
  ],
  [
    'an alias of a bare provider, in a stack that demands nothing',
    (stack) => {
      new l1.provider.NetskopeSteeringProvider(stack, 'eu', { alias: 'eu' });
      SteeringConfiguration.adoptDefault(stack, 'Default');
    },
    ['tenant/eu: Nothing of the stack uses this provider', 'tenant/Default: It names no provider'],
  ],
  [
    'a data source that names none',
    (stack) => {
      blockApp(stack, 'It', aliased(stack, 'eu'));
      SteeringConfiguration.fromName(stack, 'Staff', 'Staff');
    },
    ['tenant/Staff: It names no provider'],
  ],
  [
    'an alias beside a provider without one',
    (stack) => {
      new NetskopeSteeringProvider(stack, 'us');
      blockApp(stack, 'It');
      aliased(stack, 'eu');
    },
    ['tenant/eu: Nothing of the stack uses this provider'],
  ],
  [
    'a second provider without an alias',
    (stack) => {
      new NetskopeSteeringProvider(stack, 'one');
      new l1.provider.NetskopeSteeringProvider(stack, 'two');
    },
    ['tenant/two: The stack has a provider without an alias already, tenant/one'],
  ],
  [
    'an alias twice',
    (stack) => {
      blockApp(stack, 'It', aliased(stack, 'eu'));
      new NetskopeSteeringProvider(stack, 'again', { alias: 'eu' });
    },
    ['tenant/again: The provider tenant/eu has the alias "eu", too'],
  ],
  [
    'an alias that does not exist, by an escape hatch',
    (stack) => {
      new NetskopeSteeringProvider(stack, 'us');
      blockApp(stack, 'It').addOverride('provider', 'netskopesteering.eu');
    },
    ['tenant/ItD: It names the provider netskopesteering.eu, which the stack does not have. It has netskopesteering.'],
  ],
  [
    'a reference from one tenant to another',
    (stack) => {
      new NetskopeSteeringProvider(stack, 'us', { serverUrl: 'https://us.goskope.com/api/v2' });
      blockApp(stack, 'Here');
      const app = stack.node.findChild('Here') as l1.certificatePinnedApp.CertificatePinnedApp;
      new l1.certificatePinnedAppException.CertificatePinnedAppException(stack, 'There', {
        configurationId: '0',
        appId: app.id,
        windows: 'block',
        provider: aliased(stack, 'eu'),
      });
    },
    [
      'tenant/There: It belongs to the provider netskopesteering.eu, and tenant/Here, to which it refers, to netskopesteering.',
    ],
  ],
  [
    'a provider of another stack',
    (stack) => {
      new NetskopeSteeringProvider(stack, 'us');
      blockApp(stack, 'It', new NetskopeSteeringProvider(new TerraformStack(stack.node.root, 'other'), 'us'));
    },
    ['tenant/It: The provider other/us belongs to another stack'],
  ],
])('%s', (_, build, complaints) => {
  const stack = newStack();
  build(stack);
  const said = complaintsOf(stack);
  for (const complaint of complaints) expect(said).toContain(complaint);
  expect(said.match(/: (Nothing of|It names|It belongs|The stack has a|The provider )/g)).toHaveLength(
    said.includes('other/us') ? 3 : complaints.length,
  );
});

it.each<[what: string, use: (stack: TerraformStack, eu: NetskopeSteeringProvider) => void]>([
  ['a resource', (stack, eu) => blockApp(stack, 'There', eu)],
  ['a data source alone', (stack, eu) => new TrafficDecision(stack, 'There', { flow: FLOW, provider: eu })],
  [
    'a module',
    (stack, eu) =>
      new TerraformHclModule(stack, 'There', {
        source: 'example/there',
        providers: [{ provider: eu, moduleAlias: 'x' }],
      }),
  ],
  ['an override of a resource', (stack) => new Default1(stack, 'There').addOverride('provider', 'netskopesteering.eu')],
  [
    'an override of the stack',
    (stack) => stack.addOverride('resource.netskopesteering_network_location.x', { provider: 'netskopesteering.eu' }),
  ],
  [
    'an aspect',
    (stack, eu) => {
      const configuration = SteeringConfiguration.fromId(stack, 'There', '7');
      configuration.addNonStandardPort(5222, { domains: ['a.example'] });
      Aspects.of(configuration).add({
        visit(node) {
          if (TerraformResource.isTerraformResource(node)) node.provider = eu;
        },
      });
    },
  ],
])('but not an alias that %s names', (_, use) => {
  const stack = newStack();
  new NetskopeSteeringProvider(stack, 'us');
  use(stack, aliased(stack, 'eu'));
  expect(complaintsOf(stack)).toBe('');
});

it('but not a provider for each of two stacks, one of which stands in the other', () => {
  const stack = newStack();
  new NetskopeSteeringProvider(stack, 'us');
  const inner = new TerraformStack(stack, 'inner');
  new NetskopeSteeringProvider(inner, 'us');
  for (const one of [stack, inner]) SteeringConfiguration.adoptDefault(one, 'Default');
  expect(complaintsOf(stack)).toBe('');
});
