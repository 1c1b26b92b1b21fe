/** The files of a client from the tenant's state. */
import { invalid } from '../problem';
import type { Store } from '../state/store';
import { chooseConfiguration, type Client } from './client';
import { toClientFiles, type ClientFiles } from './files';

/** @throws a Problem (400) where the configuration steers by location and the client does not say where it is. */
export function readClientFiles(store: Store, client: Client): ClientFiles {
  const all = store.configurations.page({}, 0, Infinity).rows;
  const byPriority = [...all].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  const configuration = chooseConfiguration(byPriority, client);
  if (!configuration) throw new Error('there is no default configuration');
  const { config_id } = configuration;
  const exceptions = store.exceptions.page({ config_id }, 0, Infinity).rows;
  const files = toClientFiles({ configuration, exceptions, app: (id) => store.apps.get(id) }, client);
  if (files) return files;
  throw invalid([{ field: 'location', message: `is required: configuration ${config_id} steers by location` }]);
}
