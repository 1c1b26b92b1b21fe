/** The entry of a plugin. Terraform waits for its handshake, so everything else is loaded after it. */
import type { Provider } from './engine/provider';
import { serve } from './wire/serve';

/** Serves a provider to the terraform that started this process, until terraform is done with it. */
export function serveProvider<C>(provider: Provider<C>): void {
  serve({ providerName: provider.name, load: async () => (await import('./server')).methodsOf(provider) });
}
