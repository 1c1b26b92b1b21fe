/**
 * A plugin's life: handshake, serve, end. It ends when the client says so (Shutdown), when the last client is gone, when none
 * ever came, when the program that started it is gone, on SIGTERM, and on an error that nobody caught. Whatever ends it, the
 * socket's file goes with it; only kill -9 leaves that file behind.
 */
import { createCertificate } from './tls';
import { candidates, listenAtFirst, removeEndpoint } from './endpoint';
import { createGrpcServer, type GrpcServer, type Method, type Methods } from './grpc-server';
import { HandshakeError, handshakeLine, readHandshake } from './handshake';
import { log, STDOUT, writeNow, writeStderr } from './log';

export interface ServeOptions {
  /** Loads what is served. Called when the handshake is out: the client connects meanwhile. */
  readonly load: () => Promise<Methods>;
  /** What the user is told is running, for example `terraform-provider-null`. */
  readonly providerName: string;
}

const SHUTDOWN = '/plugin.GRPCController/Shutdown';
/** go-plugin kills a plugin that is still there two seconds after it was asked to end. */
const SHUTDOWN_MS = 1_000;
const FIRST_CLIENT_MS = 30_000;
/** How often to look whether the program that started us still lives. */
const PARENT_CHECK_MS = 500;
const EXIT = { OK: 0, REFUSED: 1, CRASHED: 2 } as const;

/** Serves the program that started this process. Returns at once; the process ends by itself. */
export function serve(options: ServeOptions): void {
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  // Ctrl-C reaches every process of the terminal; terraform decides what it means, and tells us with StopProvider.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(EXIT.OK));
  process.on('SIGHUP', () => process.exit(EXIT.OK));
  process.once('exit', exitWithoutThreads);
  start(options).catch((error: unknown) => {
    if (!(error instanceof HandshakeError)) return crash(error);
    writeStderr(`${error.message}\n`);
    process.exit(EXIT.REFUSED);
  });
}

async function start({ load, providerName }: ServeOptions): Promise<void> {
  const handshake = readHandshake(process.env, providerName);
  const { clientCertificate: clientCert } = handshake;
  const own = clientCert === undefined ? undefined : createCertificate();
  let announce = (): void => undefined;
  const announced = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const server = createGrpcServer({
    onClients: endWithLastClient(),
    methods: announced.then(load).then((loaded) => ({ ...loaded, [SHUTDOWN]: () => shutDown(server) })),
    ...(own !== undefined && clientCert !== undefined ? { tls: { key: own.key, cert: own.pem, clientCert } } : {}),
    onBug: (error, method) => log.error('a method failed', { method, cause: describe(error) }),
  });
  const endpoint = await listenAtFirst(server.listener, candidates(process.env));
  process.prependOnceListener('exit', () => removeEndpoint(endpoint));
  if (!writeNow(STDOUT, handshakeLine(endpoint, own?.der, handshake))) process.exit(EXIT.OK); // killed meanwhile
  log.debug('listening', { ...endpoint });
  announce();
}

/** Ends the process after the answer to this very call is out; calls that hang cannot hold it up. */
const shutDown = async (server: GrpcServer): ReturnType<Method> => {
  const end = (): never => process.exit(EXIT.OK);
  setTimeout(end, SHUTDOWN_MS);
  server.close().then(end, end);
  return new Uint8Array();
};

/**
 * A client that was killed cannot say Shutdown, and one that died at once never connects: neither leaves an orphan. Calls that
 * run are given up, since nobody is there to take their answers.
 */
function endWithLastClient(): (clients: number) => void {
  const nobodyCame = setTimeout(() => process.exit(EXIT.OK), FIRST_CLIENT_MS);
  // An orphan gets another parent. It is the only sign of a client that was killed before it connected, and the last resort
  // where a lost connection is not noticed.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(EXIT.OK), PARENT_CHECK_MS);
  return (clients) => {
    clearTimeout(nobodyCame);
    if (clients === 0) process.exit(EXIT.OK);
  };
}

/**
 * An exit waits for the threads that look up a name or read a file: for minutes where no name server answers, for ever where
 * the file is a pipe that nobody writes to. So it is cut short while there are such.
 */
function exitWithoutThreads(): void {
  if (process.getActiveResourcesInfo().some((name) => /^(FSReq|GetAddrInfoReq|GetNameInfoReq)/.test(name))) {
    process.kill(process.pid, 'SIGKILL');
  }
}

/** Terraform shows its user what follows a line that begins like one of Go's own crashes. */
function crash(error: unknown): never {
  writeStderr(`panic: ${describe(error)}\n`);
  process.exit(EXIT.CRASHED);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
