import { serveProvider } from 'terraform-plugin-sdk-ts';

serveProvider('minimal', async () => (await import('./provider')).minimal);
