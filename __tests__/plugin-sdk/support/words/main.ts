// What the real terraform starts.
import { serveProvider } from '../../../../providers/plugin-sdk';

serveProvider('words', async () => (await import('./provider')).words);
