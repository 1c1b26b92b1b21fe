import { serveProvider } from '../../../providers/plugin-sdk';
import { standInNull } from './provider';

serveProvider('null', async () => standInNull);
