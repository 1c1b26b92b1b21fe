// A bank: a vendor's tool is bypassed until the end of the year. From 14 days before, `check` and `review` warn of it;
// a day later they end with an error while it is still there. Terraform takes nothing away by itself.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'expiry');
new LocalBackend(stack, { path: '../../../terraform.expiry.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const configuration = SteeringConfiguration.adoptDefault(stack, 'Everyone', { expectTrafficMode: TrafficMode.WEB });
configuration.bypassDomains('Vendor', {
  domains: ['*.vendor.example', 'vendor.example'],
  notes: 'Their tool pins its certificate; a new version is promised.',
  expires: '2026-12-31',
});

new TrafficTest(stack, 'The tool of the vendor goes around inspection', {
  flow: { platform: Platform.WINDOWS, process: 'tool.exe', host: 'api.vendor.example', port: 443 },
  expect: 'bypass',
});
app.synth();
