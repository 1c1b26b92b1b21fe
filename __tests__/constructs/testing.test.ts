/** Expectations of flows, as they are met in a test runner; without one, at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { expectFlow } from '../../constructs/testing';

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
  expect(() => expectFlow(stack, flow).toBe(undefined as never)).toThrow('tenant: "undefined" cannot be expected.');
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
