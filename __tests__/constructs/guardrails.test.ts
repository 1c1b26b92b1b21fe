import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aspects, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  Guardrail,
  Guardrails,
  l1,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { StackSteering } from '../../constructs/plumbing/stack-steering';
import { readSteeringJson } from '../../steering';
import { aliased } from './synthesize';

const CLI = 'CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS';

let outdir: string;
let shown: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'guardrails-'));
  shown = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    shown += String(text);
    return true;
  });
  delete process.env[CLI];
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env[CLI];
  rmSync(outdir, { recursive: true, force: true });
});

function newStack(): TerraformStack {
  const stack = new TerraformStack(new App({ outdir, stackTraces: false }), 'tenant');
  new NetskopeSteeringProvider(stack, 'netskope');
  return stack;
}

const synth = (stack: TerraformStack) => (stack.node.root as App).synth();
const written = (file: string) => join(outdir, 'stacks/tenant', file);
const steeringJson = () => readSteeringJson(readFileSync(written('steering.json'), 'utf8'));
const annotationsOf = (stack: TerraformStack) =>
  stack.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type.startsWith('@cdktf/'))
      .map(({ type, data }) => `${type.slice('@cdktf/'.length)} ${node.path}: ${String(data)}`)
      // The note on the UDP of WhatsApp is not what these tests are about.
      .filter((text) => !text.endsWith('(guardrail udp-port)')),
  );

/** Blocks WhatsApp as the article does, whose executables are no longer all. */
function blockWhatsApp(stack: TerraformStack): BlockNativeApp {
  const configuration = SteeringConfiguration.fromId(stack, 'Staff', '7');
  const { catalogue: _, ...app } = NativeApps.WHATSAPP;
  return new BlockNativeApp(stack, 'WhatsApp', { configuration, app, platforms: [Platform.WINDOWS] });
}

const MISSING =
  '"WhatsApp" is blocked on Windows but is also known to run as WhatsApp.Root.exe, which the app does not name. ' +
  'Add it, or say why not. (guardrail missing-executable)';

/** An app that takes a process which others share: an error. */
function shareProcess(stack: TerraformStack) {
  const app = new CertificatePinnedApp(stack, 'Edge', { name: 'Edge', windows: { processes: ['msedgewebview2.exe'] } });
  SteeringConfiguration.fromId(stack, 'Staff', '7').addException('Edge', { app, windows: PlatformAction.BLOCK });
}

it('tells a warning at the construct that a user wrote, and shows it with its path', () => {
  const stack = newStack();
  blockWhatsApp(stack);
  synth(stack);
  expect(annotationsOf(stack)).toEqual([`warn tenant/WhatsApp/Exception: ${MISSING}`]);
  expect(shown).toBe(`Warning: [tenant/WhatsApp/Exception] ${MISSING}\n`);
});

it('leaves the showing to the CLI of cdktf, where that runs the synth', () => {
  process.env[CLI] = 'true';
  const stack = newStack();
  blockWhatsApp(stack);
  synth(stack);
  expect(shown).toBe('');
  expect(readFileSync(join(outdir, 'manifest.json'), 'utf8')).toContain('WhatsApp.Root.exe');
});

it('stops the synth at an error, which names the construct, and writes nothing', () => {
  const stack = newStack();
  shareProcess(stack);
  expect(() => synth(stack)).toThrow(/\[tenant\/Edge\] "Edge" names "msedgewebview2\.exe" on Windows.*shared-process/s);
  expect(existsSync(written('cdk.tf.json'))).toBe(false);
  expect(existsSync(written('steering.json'))).toBe(false);
});

it('tells what it finds once, however often the stack is synthesized, and looks anew each time', () => {
  const stack = newStack();
  blockWhatsApp(stack);
  for (let time = 0; time < 3; time++) Testing.synth(stack, true);
  expect(annotationsOf(stack)).toHaveLength(1);
  new CertificatePinnedApp(stack, 'Unused', { name: 'Unused', windows: { processes: ['a.exe'] } });
  Testing.synth(stack, true);
  expect(annotationsOf(stack)).toEqual([
    expect.stringMatching(/^warn tenant\/WhatsApp\/Exception/),
    expect.stringMatching(/^info tenant\/Unused: No exception uses "Unused"/),
  ]);
});

it('sees what an aspect changes', () => {
  const stack = newStack();
  const { definition = stack } = blockWhatsApp(stack);
  const processes = ['WhatsApp.exe', 'WhatsAppDesktop.exe', 'WhatsApp.Root.exe'];
  Aspects.of(definition).add({
    visit(node) {
      if (node instanceof l1.certificatePinnedApp.CertificatePinnedApp) node.putWindows({ processes });
    },
  });
  synth(stack);
  expect(annotationsOf(stack)).toEqual([expect.stringMatching(/shows its pages in WebView2/)]);
});

it('looks at each stack by itself, where one stands in another', () => {
  const stack = newStack();
  const inner = new TerraformStack(stack, 'inner');
  new NetskopeSteeringProvider(inner, 'netskope');
  new CertificatePinnedApp(inner, 'Unused', { name: 'Unused', windows: { processes: ['a.exe'] } });
  blockWhatsApp(inner);
  synth(stack);
  expect(annotationsOf(stack).map((line) => line.slice(0, 50))).toEqual([
    expect.stringContaining('info tenant/inner/Unused: '),
    expect.stringContaining('warn tenant/inner/WhatsApp/Exception: '),
  ]);
  expect(shown.match(/^Warning: /gm)).toHaveLength(1);
});

it('shows names that would move a cursor or hide text without their effect', () => {
  const stack = newStack();
  const app = new CertificatePinnedApp(stack, 'It', { name: 'a\u001b[2Jb\u202ec', windows: { processes: ['a.exe'] } });
  const configuration = SteeringConfiguration.fromId(stack, 'Staff', '7');
  configuration.addException('It', { app, windows: PlatformAction.BYPASS, customAppDomains: ['*'] });
  synth(stack);
  expect(shown).toContain('a\\u001b[2Jb\\u202ec');
  expect(shown).not.toContain('\u001b');
});

it('takes an expected traffic mode for granted: in mode all every port is steered', () => {
  const findings = (expectTrafficMode: TrafficMode) => {
    const stack = newStack();
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default', { expectTrafficMode });
    configuration.blockApp('Viber', { app: NativeApps.VIBER, ports: [443] });
    synth(stack);
    return annotationsOf(stack);
  };
  expect(findings(TrafficMode.WEB)).toEqual([expect.stringMatching(/it also uses port 4244, 5242, 5243, 7985/)]);
  expect(findings(TrafficMode.ALL)).toEqual([]);
});

describe('a suppression', () => {
  const REASON = 'Store apps cannot be installed here.';

  it.each([
    ['at the construct', (it: BlockNativeApp) => it.exception, 'tenant/WhatsApp/Exception'],
    ['above it', (it: BlockNativeApp) => it, 'tenant/WhatsApp'],
    ['at the stack', (it: BlockNativeApp) => it.node.scope!, undefined],
  ])('%s accepts the finding, and is written for later readers', (_, at, on) => {
    const stack = newStack();
    Guardrails.suppress(at(blockWhatsApp(stack)), Guardrail.MISSING_EXECUTABLE, REASON);
    synth(stack);
    expect([annotationsOf(stack), shown]).toEqual([[], '']);
    const { suppressions } = steeringJson();
    expect(suppressions).toEqual([{ rule: 'missing-executable', reason: REASON, ...(on !== undefined && { on }) }]);
  });

  it('lets an error pass', () => {
    const stack = newStack();
    shareProcess(stack);
    Guardrails.suppress(stack, Guardrail.SHARED_PROCESS, 'Kiosks run nothing else.');
    synth(stack);
    expect(annotationsOf(stack)).toEqual([]);
  });

  it('elsewhere accepts nothing, and is itself a finding, told where it was written', () => {
    const stack = newStack();
    blockWhatsApp(stack);
    Guardrails.suppress(SteeringConfiguration.fromId(stack, 'Other', '8'), Guardrail.MISSING_EXECUTABLE, REASON);
    synth(stack);
    expect(annotationsOf(stack)).toEqual([
      `warn tenant/WhatsApp/Exception: ${MISSING}`,
      'warn tenant/Other: A suppression of "missing-executable" on "tenant/Other" suppresses nothing. Remove it. (guardrail suppression)',
    ]);
  });

  it.each(['', ' \n'])('needs a reason: %j is none', (reason) => {
    expect(() => Guardrails.suppress(newStack(), Guardrail.UNUSED_APP, reason)).toThrow(
      'tenant: The suppression of "unused-app" gives no reason. Say why its findings are accepted here.',
    );
  });
});

it('never judges the last day of an exception: synth gives the same on every day', () => {
  const stack = newStack();
  const configuration = SteeringConfiguration.fromId(stack, 'Staff', '7');
  const expires = '2020-01-01';
  const vendor = configuration.bypassDomains('Vendor', { domains: ['vendor.example'], expires });
  Guardrails.suppress(vendor, Guardrail.EXPIRED, 'The vendor never tells.');
  StackSteering.of(vendor).expiries.push({ construct: 'tenant/Gone', expires, name: 'Gone' });
  synth(stack);
  expect([annotationsOf(stack), shown]).toEqual([[], '']);
  expect(steeringJson().expiries).toEqual([
    {
      construct: 'tenant/Staff/Vendor',
      address: expect.stringMatching(/^netskopesteering_domain_exception\.Staff_Vendor_\w+$/) as unknown,
      expires,
    },
    { construct: 'tenant/Gone', expires, name: 'Gone' },
  ]);
});

it('takes nothing of steering.json along from a former synth', () => {
  const first = newStack();
  Guardrails.suppress(blockWhatsApp(first), Guardrail.MISSING_EXECUTABLE, 'x');
  synth(first);
  synth(newStack());
  const nothing = { suppressions: [], trafficTests: [], invariants: [], premises: [] };
  expect(steeringJson()).toEqual({ ...nothing, expiries: [], orders: [] });
});

describe('a stack for two tenants', () => {
  const { CertificatePinnedApp: BareApp } = l1.certificatePinnedApp;
  const { CertificatePinnedAppException: BareException } = l1.certificatePinnedAppException;
  const define = (stack: TerraformStack, name: string, more: object = {}) =>
    new BareApp(stack, name, { name, windows: { processes: [`${name}.exe`] }, ...more });
  const withAlias = () => {
    const stack = newStack();
    const appId = define(stack, 'App').id;
    const exception = (id: string, more: object = {}) =>
      new BareException(stack, id, { configurationId: '0', appId, windows: 'block', ...more });
    return { stack, provider: aliased(stack, 'two'), exception };
  };

  it('never takes an object of one tenant for one of the other', () => {
    const { stack, provider, exception } = withAlias();
    exception('There', { provider, appId: '7' });
    synth(stack);
    expect(annotationsOf(stack)).toEqual([
      expect.stringMatching(/No exception uses "App".*\(guardrail unused-app, on the tenant of netskopesteering\)$/),
    ]);
  });

  it('is looked at whole: mistakes on either tenant are told, and accepted, by the paths of their constructs', () => {
    const { stack, provider, exception } = withAlias();
    exception('Here');
    define(stack, 'Other', { provider });
    Testing.synth(stack, true);
    expect(annotationsOf(stack)).toEqual([
      expect.stringMatching(/^info tenant\/Other: No exception uses "Other".*on the tenant of netskopesteering.two\)$/),
    ]);
    const accepting = withAlias();
    accepting.exception('Here');
    const other = define(accepting.stack, 'Other', { provider: accepting.provider });
    Guardrails.suppress(other, Guardrail.UNUSED_APP, 'Used by hand.');
    Guardrails.suppress(accepting.stack, Guardrail.MANY_DOMAINS, 'A suppression of nothing.');
    Testing.synth(accepting.stack, true);
    expect(annotationsOf(accepting.stack)).toEqual([
      expect.stringMatching(/A suppression of "many-domains" suppresses nothing/),
    ]);
  });
});

describe('as an aspect', () => {
  const bare = (scope: TerraformStack['node']['root'], id: string) => {
    const stack = new TerraformStack(scope, id);
    new l1.provider.NetskopeSteeringProvider(stack, 'netskope');
    new l1.configuration.Configuration(stack, 'Long', { name: 'x'.repeat(41) });
    return stack;
  };

  it.each<[what: string, scopeOf: (stack: TerraformStack) => Parameters<typeof Aspects.of>[0]]>([
    ['the app', (stack) => stack.node.root],
    ['what is between the app and the stack', (stack) => stack.node.scope!],
    ['the stack', (stack) => stack],
    ['a construct of the stack', (stack) => stack.node.findChild('Long')],
  ])('of %s they look at a stack of bare resources, once', (_, scopeOf) => {
    const stack = bare(new Construct(new App({ outdir, stackTraces: false }), 'Stage'), 'tenant');
    Aspects.of(scopeOf(stack)).add(new Guardrails());
    expect(() => synth(stack)).toThrow(/\[Stage\/tenant\/Long\] The name "x+" has 41 characters/);
    expect(() => synth(stack)).toThrow(/41 characters/);
    expect(annotationsOf(stack)).toHaveLength(1);
  });

  it('of no app they look at no stack of bare resources', () => {
    expect(() => synth(bare(new App({ outdir, stackTraces: false }), 'tenant'))).not.toThrow();
  });
});
