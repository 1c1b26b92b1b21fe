/** How a plugin starts. Terraform waits for the handshake, so everything else is loaded after it. */
import type { Provider } from './engine/provider';
import { serve } from './wire/serve';

/**
 * Serves a provider to the terraform that started this process, until terraform is done with it. It returns at once,
 * throws nothing, and ends the process by itself: with a message on stderr where no terraform started it.
 * @param name the name that this message shows to whoever starts the program by hand
 * @param load gives the provider; it is called after the handshake, so that an `import()` in it does not delay
 * terraform
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
