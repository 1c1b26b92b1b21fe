// A retailer: Telegram is blocked for a pilot, then for the stores, then for everyone. A phase is one line of a pull
// request, forwards and back; the app is defined once, and no phase touches what an earlier one blocked.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  TrafficTest,
} from 'cdktf-netskope-steering';

const PHASES = ['pilot', 'stores', 'everyone'];
const phase = process.env['PHASE'] ?? 'pilot';

const app = new App();
const stack = new TerraformStack(app, 'phases');
new LocalBackend(stack, { path: '../../../terraform.phases.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const users = (name: string) => ({ name, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [name] });
const configurations = [
  new SteeringConfiguration(stack, 'Pilot', users('Pilot')),
  new SteeringConfiguration(stack, 'Stores', users('Stores')),
  SteeringConfiguration.adoptDefault(stack, 'Everyone', { expectTrafficMode: TrafficMode.WEB }),
] as const;
const blocked = configurations.slice(0, PHASES.indexOf(phase) + 1);
for (const configuration of blocked) {
  configuration.blockApp('Telegram', { app: NativeApps.TELEGRAM, platforms: [Platform.WINDOWS] });
}

const telegram = { platform: Platform.WINDOWS, process: 'Telegram.exe', host: 'telegram.org', port: 443 };
configurations.forEach((configuration, index) => {
  const expect = index < blocked.length ? 'block' : 'steer';
  new TrafficTest(stack, `Telegram: ${PHASES[index]}`, { flow: { ...telegram, configuration }, expect });
});
app.synth();
