/** The app: it makes one stack for each tenant of tenants.json, and blocks native apps such as WhatsApp Desktop there. */
import { App, TerraformStack } from 'cdktf';
import {
  explainMistakes,
  keepState,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  readTenants,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
  type BlockedApp,
  type ISteeringConfiguration,
  type NativeApp,
  type SteeringTenant,
} from 'cdktf-netskope-steering';

export const app = new App({ stackTraces: false });

explainMistakes(() => {
  for (const tenant of readTenants('tenants.json')) addStack(tenant);
  app.synth();
});

function addStack(tenant: SteeringTenant): void {
  const { name, state, expectTrafficMode, block, configurations } = tenant;
  const stack = new TerraformStack(app, name);
  keepState(stack, state);

  // No settings: the tenant's address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, which are set for one
  // stack at a time. What stands in a stack is in plain text in plan files.
  new NetskopeSteeringProvider(stack, 'netskope');

  for (const one of configurations) {
    const id = `Configuration-${one.key}`;
    const configuration = one.existing
      ? SteeringConfiguration.fromName(stack, id, one.name, one.props)
      : new SteeringConfiguration(stack, id, one.props);
    blockIn(configuration, one.block);
  }
  const expectation = expectTrafficMode && { expectTrafficMode };
  const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', { ...expectation });
  blockIn(configuration, block);
  testTraffic(stack, configuration, tenant);
}

function blockIn(configuration: ISteeringConfiguration, apps: readonly BlockedApp[]): void {
  for (const { key, ...blocked } of apps) configuration.blockApp(key, blocked);
}

/** Adds the tests of traffic on Windows that must pass for a stack to be written at all. */
function testTraffic(
  stack: TerraformStack,
  configuration: ISteeringConfiguration,
  { expectTrafficMode, block }: SteeringTenant,
): void {
  // Where web traffic may not be steered, nobody can say what becomes of it.
  if (expectTrafficMode !== TrafficMode.WEB && expectTrafficMode !== TrafficMode.ALL) return;
  const client = { configuration, platform: Platform.WINDOWS };
  const isBlocked = (app: NativeApp) => block.some((one) => one.app === app && one.platforms.includes(client.platform));

  if (isBlocked(NativeApps.WHATSAPP)) {
    for (const port of [443, 5222]) {
      const flow = { ...client, process: 'WhatsApp.exe', host: 'g.whatsapp.net', port };
      new TrafficTest(stack, `WhatsApp Desktop is blocked on ${port}`, { flow, expect: 'block' });
    }
    const flow = { ...client, process: 'chrome.exe', host: 'web.whatsapp.com', port: 443 };
    new TrafficTest(stack, 'WhatsApp Web in a browser is still steered', { flow, expect: 'steer' });
  }
  if (!isBlocked(NativeApps.SLACK)) {
    const flow = { ...client, process: 'slack.exe', host: 'slack.com', port: 443 };
    new TrafficTest(stack, 'Slack is untouched', { flow, expect: 'steer' });
  }
}
