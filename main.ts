/** The app: one stack per tenant. The article's job on a tenant: WhatsApp Desktop blocked on Windows. */
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
} from './constructs';

const app = new App({ stackTraces: false });
const tenant = new TerraformStack(app, 'tenant');

// State beside cdktf.json: relative to cdktf.out/stacks/tenant, where terraform runs, so that no path of this machine is
// written down and cleaning cdktf.out loses nothing.
new LocalBackend(tenant, { path: '../../../terraform.tenant.tfstate' });

// No settings: the tenant's address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY. What stands in a stack
// ends in clear in plan files.
new NetskopeSteeringProvider(tenant, 'netskope');

const configuration = SteeringConfiguration.adoptDefault(tenant, 'DefaultConfiguration', {
  expectTrafficMode: TrafficMode.WEB,
});

new BlockNativeApp(tenant, 'WhatsApp', {
  configuration,
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS],
  notes: 'WhatsApp Desktop is blocked; WhatsApp Web is governed by real-time policies.',
});

app.synth();
