// Exceptions on a configuration that somebody else manages, found by its name; apps found by theirs.
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import {
  CertificatePinnedApp,
  NetskopeSteeringProvider,
  parsePorts,
  PlatformAction,
  ProcessMatch,
  processMatches,
  SteeringConfiguration,
  TrafficMode,
} from 'cdktf-netskope-steering';

const app = new App();
const stack = new TerraformStack(app, 'look-up');
new LocalBackend(stack, { path: '../../../terraform.look-up.tfstate' });
new NetskopeSteeringProvider(stack, 'netskope');

// The plan stops if there is no configuration of that name, or if it steers too little for a block to take effect.
const sales = SteeringConfiguration.fromName(stack, 'Sales', 'Sales', { expectTrafficMode: TrafficMode.WEB });
const zoom = CertificatePinnedApp.fromName(stack, 'Zoom', 'Zoom'); // one of the vendor's own
sales.addException('Zoom', { app: zoom, windows: PlatformAction.BLOCK });
for (const port of parsePorts('8801-8802')) sales.addNonStandardPort(port, { domains: ['zoom.us', 'zoom.com'] });

// Would this definition match? Answered by the provider, in the plan.
const matches = processMatches(ProcessMatch.REGEX, '^FieldTool-[0-9]+\\.exe$', 'FieldTool-2.exe');
new TerraformOutput(stack, 'matches', { value: matches });
app.synth();
