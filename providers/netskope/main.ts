/** The plugin is the program that terraform starts. It loads the provider only when terraform asks for something. */
import { serveProvider } from 'terraform-plugin-sdk-ts/serve';
import { PROVIDER_TYPE, VERSION } from './names';

serveProvider(`${PROVIDER_TYPE} ${VERSION}`, async () => (await import('./provider')).netskope);
