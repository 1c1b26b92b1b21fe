/** The plugin: what terraform starts. */
import { serveProvider } from '../plugin-sdk/server';
import { netskope } from './provider';

serveProvider(netskope);
