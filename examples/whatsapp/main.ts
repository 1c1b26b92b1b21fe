import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'tenant');
new LocalBackend(stack, { path: '../../../terraform.tenant.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope'); // address and token come from the environment

const everyone = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', {
  expectTrafficMode: TrafficMode.WEB, // elsewhere the block would have no effect: then the plan stops and says so
});
everyone.blockApp('WhatsApp', {
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS, Platform.MAC_OS],
  communityExecutables: false, // the article's two executables; without this line WhatsApp.Root.exe is blocked too
});
app.synth();
