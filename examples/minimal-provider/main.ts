import { serveProvider } from 'terraform-plugin-sdk-ts/serve';

serveProvider('minimal', async () => (await import('./provider')).minimal);
