import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
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

const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', {
  expectTrafficMode: TrafficMode.WEB, // elsewhere the block would have no effect: then the plan stops and says so
});
new BlockNativeApp(stack, 'WhatsApp', {
  configuration,
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS, Platform.MAC_OS],
  communityExecutables: false, // the two executables of the article, and not WhatsApp.Root.exe
});
app.synth();
