// A hospital: IT may use Signal, contractors may not, and who is both may. A client gets the first configuration that
// it matches, so IT's comes first; there is no other way to take a group out of a configuration.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'hospital');
new LocalBackend(stack, { path: '../../../terraform.hospital.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const users = (group: string) => ({ name: group, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [group] });
const it = new SteeringConfiguration(stack, 'IT', users('IT'));
const contractors = new SteeringConfiguration(stack, 'Contractors', { ...users('Contractors'), after: [it] });
contractors.blockApp('Signal', { app: NativeApps.SIGNAL, platforms: [Platform.WINDOWS] });

const signal = { platform: Platform.WINDOWS, process: 'Signal.exe', host: 'chat.signal.org', port: 443 };
new TrafficTest(stack, 'Contractors have no Signal', {
  flow: { ...signal, userGroups: ['Contractors'] },
  expect: 'block',
});
new TrafficTest(stack, 'IT has Signal, contractors of IT too', {
  flow: { ...signal, userGroups: ['IT', 'Contractors'] },
  expect: 'steer',
});
app.synth();
