/** What must become of traffic once the code is applied. `npm test` asks the code, so it needs no tenant. */
import { test } from 'node:test';
import type { TerraformStack } from 'cdktf';
import { Platform } from 'cdktf-netskope-steering';
import { expectFlow } from 'cdktf-netskope-steering/testing';
import { app } from './main';

const stack = app.node.findChild('tenant') as TerraformStack;
const whatsApp = { platform: Platform.WINDOWS, process: 'WhatsApp.exe', host: 'g.whatsapp.net' };

for (const port of [443, 5222]) {
  test(`WhatsApp Desktop is blocked on port ${port}`, () => expectFlow(stack, { ...whatsApp, port }).toBe('block'));
}

test('WhatsApp Web in a browser is inspected', () => {
  expectFlow(stack, { ...whatsApp, process: 'chrome.exe', host: 'web.whatsapp.com', port: 443 }).toBe('steer');
});
