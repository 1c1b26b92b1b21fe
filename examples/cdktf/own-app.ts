// An app that no preset knows, blocked for one group of users in a configuration of its own.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { NetskopeSteeringProvider, Platform, SteeringConfiguration, TrafficMode } from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'own-app');
new LocalBackend(stack, { path: '../../../terraform.own-app.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const contractors = new SteeringConfiguration(stack, 'Contractors', {
  name: 'Contractors',
  enabled: true,
  trafficMode: TrafficMode.WEB,
  userGroups: ['Contractors'],
});
contractors.blockApp('FieldTool', {
  app: {
    name: 'Field tool',
    windows: ['FieldTool.exe', 'FieldToolUpdater.exe'],
    macOs: ['FieldTool'],
    ports: [443, 8443],
    domains: ['fieldtool.example.com'],
  },
  platforms: [Platform.WINDOWS, Platform.MAC_OS],
  notes: 'Not for contractors.',
});
app.synth();
