/**
 * Terraform's end of the wire: the protocol's calls, typed, to a provider on a socket of its own or in this process.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provider } from '../engine/provider';
import { methodsOf } from '../server';
import * as proto from '../wire/gen/tfplugin6';
import { GrpcError, Status } from '../wire/grpc-frames';
import { type CallContext, type Methods, createGrpcServer } from '../wire/grpc-server';
import { CallError, type Channel, GrpcClient } from './grpc-client';

/**
 * A channel that calls methods in this process: the same messages as over a socket, but no HTTP/2, for tests with very
 * many calls.
 */
class DirectClient implements Channel {
  constructor(private readonly methods: Methods) {}

  /**
   * Calls a method. As in the server, an exception that is no {@link GrpcError} is a bug, and the call ends with
   * `INTERNAL`.
   */
  async call(path: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    const method = this.methods[path];
    if (method === undefined) throw new CallError(path, Status.UNIMPLEMENTED, 'not served');
    const context = new DirectContext();
    signal?.addEventListener('abort', () => context.cancel(), { once: true });
    try {
      return await method(message, context);
    } catch (cause) {
      const code = cause instanceof GrpcError ? cause.code : Status.INTERNAL;
      throw new CallError(path, code, String(cause));
    }
  }

  async close(): Promise<void> {}
}

class DirectContext implements CallContext {
  /** The controller is only made when somebody asks for the signal, since signals are costly. */
  private controller: AbortController | undefined;

  get signal(): AbortSignal {
    this.controller ??= new AbortController();
    return this.controller.signal;
  }

  cancel(): void {
    this.controller ??= new AbortController();
    this.controller.abort(new GrpcError(Status.CANCELLED, 'The call was cancelled.'));
  }
}

const CALLS = {
  GetMetadata: [proto.GetMetadata_Request, proto.GetMetadata_Response],
  GetProviderSchema: [proto.GetProviderSchema_Request, proto.GetProviderSchema_Response],
  GetFunctions: [proto.GetFunctions_Request, proto.GetFunctions_Response],
  ValidateProviderConfig: [proto.ValidateProviderConfig_Request, proto.ValidateProviderConfig_Response],
  ConfigureProvider: [proto.ConfigureProvider_Request, proto.ConfigureProvider_Response],
  StopProvider: [proto.StopProvider_Request, proto.StopProvider_Response],
  ValidateResourceConfig: [proto.ValidateResourceConfig_Request, proto.ValidateResourceConfig_Response],
  UpgradeResourceState: [proto.UpgradeResourceState_Request, proto.UpgradeResourceState_Response],
  ReadResource: [proto.ReadResource_Request, proto.ReadResource_Response],
  PlanResourceChange: [proto.PlanResourceChange_Request, proto.PlanResourceChange_Response],
  ApplyResourceChange: [proto.ApplyResourceChange_Request, proto.ApplyResourceChange_Response],
  GetResourceIdentitySchemas: [proto.GetResourceIdentitySchemas_Request, proto.GetResourceIdentitySchemas_Response],
  UpgradeResourceIdentity: [proto.UpgradeResourceIdentity_Request, proto.UpgradeResourceIdentity_Response],
  ImportResourceState: [proto.ImportResourceState_Request, proto.ImportResourceState_Response],
  ValidateDataResourceConfig: [proto.ValidateDataResourceConfig_Request, proto.ValidateDataResourceConfig_Response],
  ReadDataSource: [proto.ReadDataSource_Request, proto.ReadDataSource_Response],
  MoveResourceState: [proto.MoveResourceState_Request, proto.MoveResourceState_Response],
  ValidateEphemeralResourceConfig: [
    proto.ValidateEphemeralResourceConfig_Request,
    proto.ValidateEphemeralResourceConfig_Response,
  ],
  OpenEphemeralResource: [proto.OpenEphemeralResource_Request, proto.OpenEphemeralResource_Response],
  RenewEphemeralResource: [proto.RenewEphemeralResource_Request, proto.RenewEphemeralResource_Response],
  CloseEphemeralResource: [proto.CloseEphemeralResource_Request, proto.CloseEphemeralResource_Response],
  CallFunction: [proto.CallFunction_Request, proto.CallFunction_Response],
} as const;

export type Rpc = keyof typeof CALLS;
type Message<C> = C extends { decode(bytes: Uint8Array): infer T } ? T : never;
export type Request<R extends Rpc> = Message<(typeof CALLS)[R][0]>;
export type Response<R extends Rpc> = Message<(typeof CALLS)[R][1]>;

interface ClientCodec {
  encode(message: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

export class ProviderClient {
  private constructor(
    private readonly channel: Channel,
    /**
     * The socket of the provider, for tests that speak to it in another way; empty where it is called in this process.
     */
    readonly socket: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** Serves the provider on a socket. The client must be closed when it is done. */
  static async start<C>(provider: Provider<C>): Promise<ProviderClient> {
    const folder = await mkdtemp(join(tmpdir(), 'provider-'));
    const socket = join(folder, 'socket');
    const server = createGrpcServer({ methods: methodsOf(provider, true) });
    await new Promise<void>((resolve) => server.listener.listen(socket, resolve));
    return new ProviderClient(await GrpcClient.connect(socket), socket, async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Makes a client without a socket, for very many calls, and for providers that are not made with the SDK. */
  static inProcess(methods: Methods): ProviderClient {
    return new ProviderClient(new DirectClient(methods), '', () => Promise.resolve());
  }

  /** Makes one call. Fields that are left out have protobuf's defaults. @throws CallError for a status other than OK */
  async call<R extends Rpc>(rpc: R, request: Partial<Request<R>>, signal?: AbortSignal): Promise<Response<R>> {
    const [asked, answered] = CALLS[rpc] as unknown as readonly [ClientCodec, ClientCodec];
    const message = asked.encode({ ...(asked.decode(new Uint8Array()) as object), ...request }).finish();
    return answered.decode(await this.send(rpc, message, signal)) as Response<R>;
  }

  /** Makes one call of any name with any bytes. @throws CallError for a status other than OK */
  send(rpc: string, message: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return this.channel.call(`/tfplugin6.Provider/${rpc}`, message, signal);
  }

  async close(): Promise<void> {
    await this.channel.close();
    await this.end();
  }
}
