/** The entry of a plugin. Terraform waits for its handshake, so everything else is loaded after it. */
import type { Provider } from './engine/provider';
import { serve } from './wire/serve';

/**
 * Serves a provider to the terraform that started this process, until terraform is done with it.
 * @param name of the provider, for whoever starts it by hand
 * @param load gives the provider; an `import()` in it runs when the handshake is out
 */
export function serveProvider<C>(name: string, load: () => Promise<Provider<C>>): void {
  serve({
    providerName: name,
    load: async () => {
      const { methodsOf } = await import('./server');
      return methodsOf(await load());
    },
  });
}
