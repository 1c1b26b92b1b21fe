// A bank: Zoom only from managed devices, and around inspection there. The tenant predefines Zoom, so it is looked up;
// what the stack states of it is true at synth, and compared with the tenant in every plan.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  CertificatePinnedApp,
  NetskopeSteeringProvider,
  Platform,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'bank');
new LocalBackend(stack, { path: '../../../terraform.bank.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const staff = new SteeringConfiguration(stack, 'Staff', {
  name: 'Staff',
  enabled: true,
  trafficMode: TrafficMode.WEB,
  userGroups: ['Staff'],
});
staff.bypassApp('Zoom', {
  app: CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom', { known: { windows: { processes: ['Zoom.exe'] } } }),
  platforms: [Platform.WINDOWS],
  action: PlatformAction.BYPASS_MANAGED_DIRECT,
});

const zoom = { platform: Platform.WINDOWS, process: 'Zoom.exe', host: 'zoom.us', port: 443, userGroups: ['Staff'] };
new TrafficTest(stack, 'Zoom of a managed device goes direct', { flow: { ...zoom, managed: true }, expect: 'bypass' });
new TrafficTest(stack, 'Zoom of any other device is blocked', { flow: { ...zoom, managed: false }, expect: 'block' });
app.synth();
