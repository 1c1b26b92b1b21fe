// A retailer: three regions with rules of their own, and some that hold everywhere. Each rule is said once.
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
const stack = new TerraformStack(app, 'regions');
new LocalBackend(stack, { path: '../../../terraform.regions.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const region = (name: string) =>
  new SteeringConfiguration(stack, name, { name, enabled: true, trafficMode: TrafficMode.WEB, userGroups: [name] });
const [emea, americas, apac] = [region('EMEA'), region('Americas'), region('APAC')];
const platforms = [Platform.WINDOWS, Platform.MAC_OS];

const everywhere = SteeringConfiguration.group(emea, americas, apac);
everywhere.blockApp('WhatsApp', { app: NativeApps.WHATSAPP, platforms });
everywhere.bypassDomains('Payments', { domains: ['*.payments.example', 'payments.example'] });
apac.blockApps({
  apps: NativeApps.ofKind('messenger', { except: [NativeApps.WHATSAPP, NativeApps.LINE] }),
  platforms: [Platform.WINDOWS],
});

const windows = { platform: Platform.WINDOWS, port: 443 } as const;
for (const name of ['EMEA', 'Americas', 'APAC']) {
  const flow = { ...windows, process: 'WhatsApp.exe', host: 'g.whatsapp.net', userGroups: [name] };
  new TrafficTest(stack, `WhatsApp is blocked in ${name}`, { flow, expect: 'block' });
}
const signal = { ...windows, process: 'Signal.exe', host: 'chat.signal.org' };
new TrafficTest(stack, 'Signal is blocked in APAC', { flow: { ...signal, userGroups: ['APAC'] }, expect: 'block' });
new TrafficTest(stack, 'Signal is left in EMEA', { flow: { ...signal, userGroups: ['EMEA'] }, expect: 'steer' });
app.synth();
