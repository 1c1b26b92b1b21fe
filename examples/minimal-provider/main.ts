import { serveProvider } from '../../providers/plugin-sdk';

serveProvider('minimal', async () => (await import('./provider')).minimal);
