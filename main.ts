/** The app: one stack per tenant of tenants.json, and on each the article's job: native apps such as WhatsApp Desktop blocked. */
import { readFileSync } from 'node:fs';
import { App, TerraformStack } from 'cdktf';
import { BlockNativeApp, keepState, NetskopeSteeringProvider, parseTenants, SteeringConfiguration } from './constructs';

const app = new App({ stackTraces: false });
for (const { name, state, expectTrafficMode, block } of parseTenants(readFileSync('tenants.json', 'utf8'))) {
  const stack = new TerraformStack(app, name);
  keepState(stack, state);

  // No settings: the tenant's address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, which are set for one
  // stack at a time. What stands in a stack ends in clear in plan files.
  new NetskopeSteeringProvider(stack, 'netskope');

  const expectation = expectTrafficMode && { expectTrafficMode };
  const configuration = SteeringConfiguration.adoptDefault(stack, 'DefaultConfiguration', { ...expectation });
  for (const blocked of block) new BlockNativeApp(stack, blocked.app.name, { configuration, ...blocked });
}
app.synth();
