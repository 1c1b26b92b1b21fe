// `npm run provider:debug` serves the provider from its sources, for a terraform that is told to use it. With a
// debugger: `NODE_OPTIONS=--inspect npm run provider:debug`.
import { PROVIDER_SOURCE } from '../providers/netskope/names';
import { debugProvider } from 'terraform-plugin-sdk-ts';

debugProvider(PROVIDER_SOURCE, async () => (await import('../providers/netskope/provider')).netskope);
