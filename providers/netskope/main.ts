/** The plugin: what terraform starts. */
import { serveProvider } from 'terraform-plugin-sdk-ts';
import { PROVIDER_TYPE } from './names';

serveProvider(PROVIDER_TYPE, async () => (await import('./provider')).netskope);
