/** Expectations of flows, as they are met in a test runner; without one, at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficInvariant,
  TrafficMode,
  TrafficTest,
} from '../../constructs';
import { StackSteering } from '../../constructs/plumbing/stack-steering';
import { expectFlow, type TrafficFlow } from '../../constructs/testing';

const outdir = mkdtempSync(join(tmpdir(), 'testing-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const stack = new TerraformStack(new App({ outdir, stackTraces: false }), 'tenant');
new NetskopeSteeringProvider(stack, 'netskope');
const configuration = SteeringConfiguration.adoptDefault(stack, 'Default', { expectTrafficMode: TrafficMode.WEB });
new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });

const flow = { process: 'WhatsApp.exe', platform: Platform.WINDOWS, host: 'g.whatsapp.net', port: 443 };

it('are met, and count as assertions', () => {
  expect.assertions(4);
  expectFlow(stack, flow).toBe('block');
  expectFlow(stack, { ...flow, port: 5222 }).toBe('block');
  expectFlow(stack, { ...flow, process: 'chrome.exe' }).toBe('steer');
  expectFlow(stack, { ...flow, configuration }).toBe('block');
});

it('fail with the trace and the premise', () => {
  const fail = () => expectFlow(stack, flow).toBe('steer');
  expect(fail).toThrow(/^Expected steer, but it is block\.\n"WhatsApp\.exe" on Windows to "g\.whatsapp\.net"/);
  expect(fail).toThrow(/\(tenant\/WhatsApp\/Exception\) matches by the process "WhatsApp\.exe": block\./);
  expect(fail).toThrow('Premise: the traffic mode is web or all, which tenant/Default expects of the tenant');
});

it('fail where nobody can say, with every candidate and what to add', () => {
  const fail = () => expectFlow(stack, { ...flow, port: 4000 }).toBe('direct');
  expect(fail).toThrow(/^Expected direct, but nobody can say what becomes of it: block or direct\./);
  expect(fail).toThrow('a narrower "expectTrafficMode"');
});

it('look at the stack as it stands when they are asked', () => {
  const chrome = { ...flow, process: 'chrome.exe', host: 'drive.example.com' };
  expectFlow(stack, chrome).toBe('steer');
  configuration.bypassDomains('Drive', { domains: ['drive.example.com'] });
  expect(() => expectFlow(stack, chrome).toBe('steer')).toThrow('but it is bypass');
});

it('refuse a flow that is none', () => {
  expect(() => expectFlow(stack, { ...flow, port: -1 }).toBe('block')).toThrow('tenant: The port -1 is not a whole');
});

it('refuse it at once, whatever would be expected', () => {
  expect(() => expectFlow(stack, { ...flow, process: 'C:\\x\\WhatsApp.exe' })).toThrow('such as "WhatsApp.exe"');
  expect(() => expectFlow(stack, undefined as never)).toThrow('tenant: the argument "flow" is missing.');
  expect(() => expectFlow(stack, { ...flow, configuration: 'Sales' as never })).toThrow(
    'tenant: flow.configuration is a text, but an object with configurationId belongs there.',
  );
  expect(() => expectFlow(stack, flow).toBe(undefined as never)).toThrow('tenant: the argument "outcome" is missing.');
});

it('warn of a group that nothing names, once', () => {
  const warn = jest.spyOn(process, 'emitWarning').mockReturnValue();
  for (const port of [443, 5222]) expectFlow(stack, { ...flow, port, userGroups: ['Guests'] }).toBe('block');
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    expect.stringContaining('No configuration names the user group "Guests".'),
  ]);
  warn.mockRestore();
});

it('throw an error that names the caller’s line, where the runner has no expect of its own', () => {
  const { expect: own } = globalThis as unknown as { expect?: unknown };
  let thrown: unknown;
  try {
    delete (globalThis as { expect?: unknown }).expect;
    expectFlow(stack, flow).toBe('block');
    expectFlow(stack, flow).toBe('direct');
  } catch (cause) {
    thrown = cause;
  } finally {
    Object.assign(globalThis, { expect: own });
  }
  expect((thrown as Error).message).toMatch(/^Expected direct, but it is block\./);
  expect((thrown as Error).stack?.split('\n').find((line) => line.startsWith('    at '))).toContain('testing.test.ts');
});

describe('an app that exists on the tenant', () => {
  beforeEach(() => void jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  const zoom = { process: 'Zoom.exe', platform: Platform.WINDOWS, host: 'zoom.us', port: 443 };
  const phone = { ...zoom, process: 'us.zoom.videomeetings', platform: Platform.IOS };
  type Known = NonNullable<Parameters<typeof CertificatePinnedApp.fromName>[3]>['known'];
  const KNOWN: Known = { windows: { processes: ['Zoom.exe'] }, ios: { domains: ['zoom.us'] } };

  function blocking(known?: Known): TerraformStack {
    const made = new TerraformStack(new App({ outdir, stackTraces: false }), 'tenant');
    new NetskopeSteeringProvider(made, 'netskope');
    const app = CertificatePinnedApp.fromName(made, 'Zoom', 'Zoom', known && { known });
    const web = { expectTrafficMode: TrafficMode.WEB };
    const staff = SteeringConfiguration.fromId(made, 'Staff', '0', web);
    const BLOCK = PlatformAction.BLOCK;
    staff.addException('Block', { app, windows: BLOCK, macOs: BLOCK, ios: BLOCK });
    return made;
  }
  const said = (made: TerraformStack, flow: TrafficFlow, outcome: 'block' | 'steer') => {
    try {
      expectFlow(made, flow).toBe(outcome);
      return '';
    } catch (cause) {
      return (cause as Error).message;
    }
  };

  it('is tested by what is known of it', () => {
    const made = blocking(KNOWN);
    expect(said(made, zoom, 'block')).toBe('');
    expect(said(made, { ...zoom, process: 'ZOOM.EXE' }, 'block')).toBe('');
    expect(said(made, { ...zoom, process: 'chrome.exe' }, 'steer')).toBe('');
    expect(said(made, { ...phone, process: 'chrome', host: 'a.example' }, 'steer')).toBe('');
  });

  it.each([
    ['a match', zoom, 'steer' as const],
    ['a match of a domain', { ...phone, process: 'chrome' }, 'steer' as const],
    ['the lack of one', { ...zoom, process: 'chrome.exe' }, 'block' as const],
  ])('is named as a premise by answers that rest on %s', (_, flow, outcome) => {
    const text = said(blocking(KNOWN), flow, outcome);
    expect(text).toContain('stated-app');
    expect(text).toContain(
      'Premise: tenant/Zoom states of the tenant (known): on Windows it has the processes "Zoom.exe"; on iOS it has the domains "zoom.us".',
    );
  });

  it('is named by no answer that has nothing to do with it', () => {
    const made = blocking(KNOWN);
    expect(said(made, { ...zoom, host: '192.0.2.1' }, 'block')).not.toContain('stated-app');
    expect(said(made, { ...zoom, platform: Platform.LINUX }, 'block')).not.toContain('stated-app');
  });

  it('stays unknown where nothing is stated, which says what to state', () => {
    const unknown = [
      said(blocking(), zoom, 'block'),
      said(blocking(KNOWN), { ...zoom, platform: Platform.MAC_OS }, 'block'),
    ];
    for (const text of unknown) {
      expect(text).toMatch(/^Expected block, but nobody can say what becomes of it: block or steer\./);
      expect(text).toMatch(/- to tenant\/Zoom, "known": by what the app is recognised on (Windows|macOS)/);
    }
  });

  it('counts in tests and invariants at synth, and in what is judged later', () => {
    const made = blocking(KNOWN);
    new TrafficTest(made, 'Zoom is blocked', { flow: zoom, expect: 'block' });
    new TrafficInvariant(made, 'Teams is never blocked', {
      never: 'block',
      processes: ['ms-teams.exe'],
      platforms: [Platform.WINDOWS],
    });
    expect(() => (made.node.root as App).synth()).not.toThrow();
    expect(StackSteering.of(made).premises).toEqual([
      expect.objectContaining({ construct: 'tenant/Staff', trafficModes: ['web', 'all'] }),
      expect.objectContaining({
        app: 'data.netskopesteering_certificate_pinned_app.Zoom_6B357F5E',
        construct: 'tenant/Zoom',
      }),
    ]);
    const open = blocking();
    new TrafficInvariant(open, 'Teams is never blocked', {
      never: 'block',
      processes: ['ms-teams.exe'],
      platforms: [Platform.WINDOWS],
    });
    expect(() => (open.node.root as App).synth()).toThrow('This one may be:');
  });
});
