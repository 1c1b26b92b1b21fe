// What the real terraform starts.
import { serveProvider } from 'terraform-plugin-sdk-ts/serve';

serveProvider('words', async () => (await import('./provider')).words);
