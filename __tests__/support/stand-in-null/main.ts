import { serveProvider } from 'terraform-plugin-sdk-ts';
import { standInNull } from './provider';

serveProvider('null', async () => standInNull);
