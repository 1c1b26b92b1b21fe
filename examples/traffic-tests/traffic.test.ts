// What becomes of traffic, as tests of a stack: with jest, or any runner that takes an error for a failure.
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
} from 'cdktf-netskope-steering';
import { expectFlow } from 'cdktf-netskope-steering/testing';

const outdir = mkdtempSync(join(tmpdir(), 'traffic-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const stack = new TerraformStack(new App({ outdir }), 'tenant');
new NetskopeSteeringProvider(stack, 'netskope');
const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', {
  expectTrafficMode: TrafficMode.WEB,
});
new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });

const whatsApp = { process: 'WhatsApp.exe', platform: Platform.WINDOWS, host: 'g.whatsapp.net' };

test.each([443, 5222])('WhatsApp Desktop is blocked on %i', (port) => {
  expectFlow(stack, { ...whatsApp, port }).toBe('block');
});

test('a browser may still talk to it', () => {
  expectFlow(stack, { ...whatsApp, process: 'chrome.exe', port: 443 }).toBe('steer');
});
