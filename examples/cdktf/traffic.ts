// WhatsApp Desktop is blocked, and the stack proves it: where its traffic would go another way, nothing is synthesized.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  Guardrail,
  Guardrails,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficInvariant,
  TrafficMode,
  TrafficTest,
} from 'cdktf-netskope-steering';

const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, 'traffic');
new LocalBackend(stack, { path: '../../../terraform.traffic.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', {
  expectTrafficMode: TrafficMode.WEB, // the premise of the tests: the plan stops where the tenant does not meet it
});
const whatsApp = new BlockNativeApp(stack, 'WhatsApp', {
  configuration,
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS],
});
Guardrails.suppress(whatsApp, Guardrail.MISSING_EXECUTABLE, 'The Microsoft Store is closed on our machines.');

for (const port of [443, 5222]) {
  new TrafficTest(stack, `WhatsApp Desktop is blocked on ${port}`, {
    flow: { process: 'WhatsApp.exe', platform: Platform.WINDOWS, host: 'g.whatsapp.net', port },
    expect: 'block',
  });
}
new TrafficTest(stack, 'WhatsApp Web in a browser is still steered', {
  flow: { process: 'chrome.exe', platform: Platform.WINDOWS, host: 'web.whatsapp.com', port: 443 },
  expect: 'steer',
});
new TrafficInvariant(stack, 'Teams is never blocked', { never: 'block', processes: ['ms-teams.exe', 'Teams.exe'] });
new TrafficInvariant(stack, 'Nothing is newly bypassed', { never: 'bypass', newly: true });
app.synth();
