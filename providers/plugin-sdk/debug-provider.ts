/**
 * Serves a provider to terraforms that find it by TF_REATTACH_PROVIDERS, in place of starting it: for debuggers, and for tests
 * that run the real terraform. Without TLS, so only for this machine's own user.
 * https://developer.hashicorp.com/terraform/plugin/debugging#debugger-based-debugging
 */
import type { Provider } from './engine/provider';
import { candidates, listenAtFirst, removeEndpoint, type Endpoint } from './wire/endpoint';
import { createGrpcServer, type Methods } from './wire/grpc-server';
import { log, STDOUT, writeNow } from './wire/log';

/** A provider that waits for terraforms. */
export interface DebugServer {
  /** What TF_REATTACH_PROVIDERS must be for a terraform to find it. */
  readonly reattach: string;
  /** Takes no more calls, and resolves when the running ones are answered and all terraforms are gone. */
  close(): Promise<void>;
}

/**
 * Serves the provider in this process. Each terraform that connects meets it as if it had started it: not configured yet, and
 * not stopped.
 * @param source the provider's address in `required_providers`, such as `registry.terraform.io/hashicorp/null`
 */
export async function serveForDebugging<C>(source: string, provider: Provider<C>): Promise<DebugServer> {
  const { methodsOf } = await import('./server');
  return serveMethodsForDebugging(source, () => methodsOf(provider));
}

/** The same for a provider that is given as the calls that it answers, such as one that breaks the rules. */
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

/** Serves the provider until Ctrl-C, and prints the variable to be set. A program for a debugger needs no other line. */
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

/** As terraform's main.go reads it. */
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
