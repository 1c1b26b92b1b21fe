/**
 * How a provider is served to terraforms that find it by TF_REATTACH_PROVIDERS, in place of starting it: for debuggers,
 * and for tests that run the real terraform. There is no TLS, so only this machine's own user may reach it.
 * https://developer.hashicorp.com/terraform/plugin/debugging#debugger-based-debugging
 */
import type { Provider } from './engine/provider';
import { candidates, listenAtFirst, removeEndpoint, type Endpoint } from './wire/endpoint';
import { createGrpcServer, type Methods } from './wire/grpc-server';
import { log, STDOUT, writeNow } from './wire/log';

/** A served provider that waits for terraforms. */
export interface DebugServer {
  /** The value that TF_REATTACH_PROVIDERS must have for a terraform to find the provider. */
  readonly reattach: string;
  /** Takes no more calls, and resolves when the running ones are answered and all terraforms are gone. */
  close(): Promise<void>;
}

/**
 * Serves the provider in this process. Each terraform that connects finds the provider as if it had started the
 * provider itself: not configured yet, and not stopped.
 * @param source the provider's address in `required_providers`, such as `registry.terraform.io/hashicorp/null`
 * @throws Error where there is no place to listen at
 */
export async function serveForDebugging<C>(source: string, provider: Provider<C>): Promise<DebugServer> {
  const { methodsOf } = await import('./server');
  return serveMethodsForDebugging(source, () => methodsOf(provider));
}

/**
 * Serves the calls that a provider answers, in place of the provider: for tests with a provider that breaks the rules
 * of the protocol.
 */
export async function serveMethodsForDebugging(source: string, methods: () => Methods): Promise<DebugServer> {
  const server = createGrpcServer({
    methods,
    onBug: (cause, method) => log.error('a method failed', { method, cause: String(cause) }),
  });
  const endpoint = await listenAtFirst(server.listener, candidates(process.env));
  return {
    reattach: JSON.stringify({ [source]: reattachConfig(endpoint) }),
    async close() {
      await server.close();
      removeEndpoint(endpoint);
    },
  };
}

/**
 * Serves the provider until Ctrl-C, and prints the variable to be set. A program that is run in a debugger need not
 * call anything else.
 * @param source the provider's address in `required_providers`
 * @param load gives the provider
 */
export function debugProvider<C>(source: string, load: () => Promise<Provider<C>>): void {
  const serve = async (): Promise<void> => {
    const server = await serveForDebugging(source, await load());
    const end = (): void => {
      void server.close();
      process.exit(0);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    writeNow(
      STDOUT,
      `To use it, set this where terraform runs; to end it, press Ctrl-C.\n\n${shellLine(server.reattach)}\n`,
    );
  };
  void serve();
}

/** Describes where the provider listens, in the form that terraform's main.go reads. */
function reattachConfig(endpoint: Endpoint): object {
  const address =
    'path' in endpoint
      ? { Network: 'unix', String: endpoint.path }
      : { Network: 'tcp', String: `${endpoint.host}:${endpoint.port}` };
  return { Protocol: 'grpc', ProtocolVersion: 6, Pid: process.pid, Test: true, Addr: address };
}

function shellLine(reattach: string): string {
  return `\tTF_REATTACH_PROVIDERS='${reattach.replaceAll("'", `'\\''`)}'`;
}
