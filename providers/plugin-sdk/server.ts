/**
 * The server joins wire and engine: a call of the protocol becomes values, one operation of the engine, and a message
 * again. It is the only room that knows both vocabularies, and the only one that catches what nobody expected.
 */
import type { Provider } from './engine/provider';
import { RunningCalls, call } from './server/call';
import { functionMethods } from './server/function-methods';
import { providerMethods } from './server/provider-methods';
import { identityMethods, resourceMethods } from './server/resource-methods';
import { Session } from './server/session';
import { dataSourceMethods, ephemeralMethods } from './server/unmanaged-methods';
import { StopProvider_Request, StopProvider_Response } from './wire/gen/tfplugin6';
import type { Methods } from './wire/grpc-server';

/**
 * Gives every call that a provider answers, by its full name; the wire answers "unimplemented" to all others.
 * @param wholePaths whether diagnostics keep their whole paths, for tests; Terraform could not show the line of such a
 * path
 */
export function methodsOf<C>(provider: Provider<C>, wholePaths = false): Methods {
  const calls = new RunningCalls();
  const session = new Session<C>(provider.meta, wholePaths);
  const methods: Methods = {
    ...providerMethods(provider, session),
    ...resourceMethods(provider.resources, session),
    ...identityMethods(provider.resources, provider.describe),
    ...functionMethods(provider.functions ?? [], provider.describe),
    ...dataSourceMethods(provider.dataSources ?? [], session),
    ...ephemeralMethods(provider.ephemeralResources ?? [], session),
    StopProvider: call(StopProvider_Request, StopProvider_Response, () => {
      calls.cancelAll();
      return {};
    }),
  };
  const service = Object.entries(methods).map(([name, method]) => [`/tfplugin6.Provider/${name}`, calls.watch(method)]);
  return Object.fromEntries(service) as Methods;
}
