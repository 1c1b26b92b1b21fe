/**
 * The life of a plugin: it shakes hands, serves and ends. It ends when the client says so (Shutdown), when the last
 * client is gone, when none ever came, when the program that started it is gone, on SIGTERM, and on an error that
 * nobody caught. The socket's file goes with it, whatever ends it; only kill -9 leaves that file behind.
 */
import { candidates, listenAtFirst, removeEndpoint } from './endpoint';
import { createGrpcServer, type GrpcServer, type Method, type Methods } from './grpc-server';
import { HandshakeError, handshakeLine, readHandshake } from './handshake';
import { log, STDOUT, writeNow, writeStderr } from './log';
import { createCertificate } from './certificate';

export interface ServeOptions {
  /** Loads the methods that are served. It is called after the handshake, while the client connects. */
  readonly load: () => Promise<Methods>;
  /** The name that the user is told, for example `terraform-provider-null`. */
  readonly providerName: string;
}

const SHUTDOWN = '/plugin.GRPCController/Shutdown';
/** go-plugin kills a plugin that is still there two seconds after it was asked to end. */
const SHUTDOWN_MS = 1_000;
const FIRST_CLIENT_MS = 30_000;
/** The time between two looks whether the program that started this process still lives. */
const PARENT_CHECK_MS = 500;
const EXIT = { OK: 0, REFUSED: 1, CRASHED: 2 } as const;

/** Serves the program that started this process. The function returns at once, and the process ends by itself. */
export function serve(options: ServeOptions): void {
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  // Ctrl-C reaches every process of the terminal; terraform decides what it means, and says so with StopProvider.
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
 * Ends the process when no client is left. A client that was killed cannot say Shutdown, and one that died at once
 * never connects; neither leaves an orphan. Calls under way are given up, since nobody is there to take their answers.
 */
function endWithLastClient(): (clients: number) => void {
  const nobodyCame = setTimeout(() => process.exit(EXIT.OK), FIRST_CLIENT_MS);
  // An orphan gets another parent. That is the only sign of a client that was killed before it connected,
  // and the last resort where a lost connection is not noticed.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(EXIT.OK), PARENT_CHECK_MS);
  return (clients) => {
    clearTimeout(nobodyCame);
    if (clients === 0) process.exit(EXIT.OK);
  };
}

/**
 * Cuts an exit short while threads look up a name or read a file. The exit would wait for them: for minutes where no
 * name server answers, for ever where the file is a pipe to which nobody writes.
 */
function exitWithoutThreads(): void {
  if (process.getActiveResourcesInfo().some((name) => /^(FSReq|GetAddrInfoReq|GetNameInfoReq)/.test(name))) {
    process.kill(process.pid, 'SIGKILL');
  }
}

/** Ends the process after a crash. Terraform shows its user what follows a line that begins like a crash of Go's. */
function crash(error: unknown): never {
  writeStderr(`panic: ${describe(error)}\n`);
  process.exit(EXIT.CRASHED);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
