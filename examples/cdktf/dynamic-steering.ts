// Clients in the office and outside steer different traffic, and WhatsApp is blocked for both.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  ClientLocation,
  NativeApps,
  NetskopeSteeringProvider,
  ClientOsFamily,
  Platform,
  SteeringConfiguration,
  TrafficMode,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'dynamic-steering');
new LocalBackend(stack, { path: '../../../terraform.dynamic-steering.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const laptops = new SteeringConfiguration(stack, 'Laptops', {
  name: 'Laptops',
  enabled: true,
  dynamicSteering: { onPremises: TrafficMode.WEB, offPremises: TrafficMode.ALL },
  expectTrafficMode: TrafficMode.WEB, // on-premises and off-premises clients must steer that much
  osFamilies: [ClientOsFamily.WINDOWS, ClientOsFamily.MAC_OS],
  privateApps: ['wiki', 'tickets'], // only these are steered
});

// This makes one exception for each location. Where the stack does not say that it has dynamic steering, `locations` does.
new BlockNativeApp(stack, 'WhatsApp', {
  configuration: laptops,
  app: NativeApps.WHATSAPP,
  platforms: [Platform.WINDOWS, Platform.MAC_OS],
});
laptops.bypassDomains('Updates', {
  domains: ['*.updates.example.com', 'updates.example.com'],
  location: ClientLocation.OFF_PREMISES,
});
app.synth();
