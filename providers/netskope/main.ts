/** The plugin: what terraform starts. */
import { serveProvider } from '../plugin-sdk';
import { netskope } from './provider';

serveProvider(netskope);
