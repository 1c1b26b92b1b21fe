import { serveProvider } from 'terraform-plugin-sdk-ts/serve';
import { standInNull } from './provider';

serveProvider('null', async () => standInNull);
