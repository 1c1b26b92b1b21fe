// The same objects as in examples/adopt, adopted by constructs. The first plan says "4 to import", and must change nothing.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'adopt');
new LocalBackend(stack, { path: '../../../terraform.adopt.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const blocked = new BlockNativeApp(stack, 'WhatsApp', {
  configuration: SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration'),
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS],
});

blocked.definition?.resource.importFrom('app-5');
blocked.ports[0]?.resource.importFrom('0/row-1');
blocked.exception.resource.importFrom('0/exc-5');
app.synth();
