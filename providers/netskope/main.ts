/** The plugin: what terraform starts. */
import { serveProvider } from '../plugin-sdk';
import { PROVIDER_TYPE } from './names';

serveProvider(PROVIDER_TYPE, async () => (await import('./provider')).netskope);
