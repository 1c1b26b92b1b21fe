/** The app: it makes one stack for each tenant of tenants.json, and blocks native apps such as WhatsApp Desktop there. */
import { readFileSync } from 'node:fs';
import { App, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  keepState,
  NativeApps,
  NetskopeSteeringProvider,
  parseTenants,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
  type NativeApp,
  type Tenant,
} from 'cdktf-netskope-steering';

const app = new App({ stackTraces: false });
for (const tenant of parseTenants(readFileSync('tenants.json', 'utf8'))) {
  const { name, state, expectTrafficMode, block } = tenant;
  const stack = new TerraformStack(app, name);
  keepState(stack, state);

  // No settings: the tenant's address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, which are set for one
  // stack at a time. What stands in a stack ends in clear in plan files.
  new NetskopeSteeringProvider(stack, 'netskope');

  const expectation = expectTrafficMode && { expectTrafficMode };
  const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', { ...expectation });
  for (const blocked of block) new BlockNativeApp(stack, blocked.app.name, { configuration, ...blocked });
  testTraffic(stack, tenant);
}
app.synth();

/** Adds the tests of traffic on Windows that must pass for a stack to be written at all. */
function testTraffic(stack: TerraformStack, { expectTrafficMode, block }: Tenant): void {
  // Where web traffic may not be steered, nobody can say what becomes of it.
  if (expectTrafficMode !== TrafficMode.WEB && expectTrafficMode !== TrafficMode.ALL) return;
  const platform = Platform.WINDOWS;
  const isBlocked = (app: NativeApp) => block.some((one) => one.app === app && one.platforms.includes(platform));

  if (isBlocked(NativeApps.WHATSAPP)) {
    for (const port of [443, 5222]) {
      const flow = { platform, process: 'WhatsApp.exe', host: 'g.whatsapp.net', port };
      new TrafficTest(stack, `WhatsApp Desktop is blocked on ${port}`, { flow, expect: 'block' });
    }
    const flow = { platform, process: 'chrome.exe', host: 'web.whatsapp.com', port: 443 };
    new TrafficTest(stack, 'WhatsApp Web in a browser is still steered', { flow, expect: 'steer' });
  }
  if (!isBlocked(NativeApps.SLACK)) {
    const flow = { platform, process: 'slack.exe', host: 'slack.com', port: 443 };
    new TrafficTest(stack, 'Slack is untouched', { flow, expect: 'steer' });
  }
}
