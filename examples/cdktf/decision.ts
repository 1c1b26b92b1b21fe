// The tenant itself is asked what becomes of a flow, after all that the stack changes; where it is not blocked, the run stops.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficDecision,
} from 'cdktf-netskope-steering';

const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, 'decision');
new LocalBackend(stack, { path: '../../../terraform.decision.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration');
new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });
new TrafficDecision(stack, 'WhatsAppIsBlocked', {
  flow: { platform: Platform.WINDOWS, process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 },
  expect: 'block',
});
app.synth();
