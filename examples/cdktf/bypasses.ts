// Traffic that is not steered: exceptions of every type that bypasses, on a configuration in all-traffic mode.
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  BypassAction,
  BypassPlace,
  CertificatePinnedApp,
  DnsRecordType,
  NetskopeSteeringProvider,
  PlatformAction,
  SteeringConfiguration,
  TrafficMode,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'bypasses');
new LocalBackend(stack, { path: '../../../terraform.bypasses.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

const engineering = new SteeringConfiguration(stack, 'Engineering', {
  name: 'Engineering',
  enabled: true,
  trafficMode: TrafficMode.ALL,
  userGroups: ['Engineering'],
  steerDns: true,
  bypassExceptionTrafficAt: BypassPlace.CLIENT,
});
engineering.bypassDomains('Intranet', { domains: ['intranet.example.com', '*.corp.example.com', 'corp.example.com'] });
engineering.bypassDns('Names', {
  questions: [
    { domain: '*.corp.example.com' }, // every record type
    { domain: 'corp.example.com' },
    { domain: '192.0.2.1', recordType: DnsRecordType.PTR },
  ],
});
engineering.bypassApplications('Backup', {
  applications: ['Example Backup'],
  action: BypassAction.BYPASS_EXCEPT_DNS,
  notes: 'Too much to inspect.',
});
engineering.bypassCategories('Banks', { categories: ['Finance'] });
engineering.bypassDestinationLocations('Printers', { networkLocations: ['Printers'], treatLikeLocalIp: true });
engineering.bypassSourceCountries('Travel', { countries: ['DE', 'FR'] });

// The eighth type is for certificate pinned apps: here one that the vendor predefined, for managed devices only.
engineering.addException('Zoom', {
  app: CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom'),
  windows: PlatformAction.BYPASS_MANAGED_DIRECT,
});
// Source locations are not offered in all-traffic mode: bypassSourceLocations would stop the synth here, and say so.
app.synth();
