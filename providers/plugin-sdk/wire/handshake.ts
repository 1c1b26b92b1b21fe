/**
 * How a plugin and the program that starts it find each other: the plugin reads environment variables, and writes one
 * line on stdout.
 *
 *     CORE-PROTOCOL | PROTOCOL | NETWORK | ADDRESS | grpc | CERTIFICATE [| MULTIPLEXING]
 *
 * The authority is hashicorp/go-plugin: server.go writes the line, client.go reads it.
 */
import { X509Certificate } from 'node:crypto';
import type { Endpoint } from './endpoint';

/** What the client said when it started this process. */
export interface Handshake {
  /** The certificate of the one client to let in, in PEM; undefined when TLS was disabled. */
  readonly clientCertificate: string | undefined;
  /**
   * Whether the client wants to be told about multiplexing. The plugin does not support it, and a field of the line
   * says so.
   */
  readonly asksForMultiplexing: boolean;
}

/** The error of a process that cannot serve. Its message tells the user why, and what to do. */
export class HandshakeError extends Error {}

/**
 * The value of TF_PLUGIN_MAGIC_COOKIE. It is no secret, and only keeps curious users from starting a plugin by hand.
 */
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
const CORE_PROTOCOL = 1;
const PROTOCOL = 6;

/**
 * Reads what the client said.
 * @throws HandshakeError when no client, or one that speaks another protocol, started this process
 */
export function readHandshake(env: NodeJS.ProcessEnv, providerName: string): Handshake {
  if (env['TF_PLUGIN_MAGIC_COOKIE'] !== COOKIE) {
    throw new HandshakeError(
      `${providerName}: this is a Terraform provider, a plugin that is not run directly.\n` +
        'Name it under required_providers in a Terraform configuration; terraform starts it when it needs it.',
    );
  }
  requireProtocol(env['PLUGIN_PROTOCOL_VERSIONS'], providerName);
  return {
    clientCertificate: readClientCertificate(env, providerName),
    asksForMultiplexing: (env['PLUGIN_MULTIPLEX_GRPC'] ?? '') !== '',
  };
}

/** Makes the line that ends the handshake, with its line break. @param certificate the server's own, in DER */
export function handshakeLine(
  endpoint: Endpoint,
  certificate: Uint8Array | undefined,
  { asksForMultiplexing }: Handshake,
): string {
  const address = 'path' in endpoint ? `unix|${endpoint.path}` : `tcp|${endpoint.host}:${endpoint.port}`;
  // Go's client reads base64 without padding.
  const base64 = certificate === undefined ? '' : Buffer.from(certificate).toString('base64').replace(/=+$/, '');
  return `${CORE_PROTOCOL}|${PROTOCOL}|${address}|grpc|${base64}${asksForMultiplexing ? '|false' : ''}\n`;
}

/**
 * Checks the protocols that the client offers. A client that lists none is older than the list, and takes the protocol
 * that it gets.
 */
function requireProtocol(offered: string | undefined, providerName: string): void {
  if (offered === undefined || offered === '' || offered.split(',').some((version) => Number(version) === PROTOCOL))
    return;
  throw new HandshakeError(
    `${providerName} speaks version ${PROTOCOL} of Terraform's plugin protocol; the program that started it only offers ` +
      `${offered}. Use Terraform 1.0 or later, or OpenTofu.`,
  );
}

function readClientCertificate(env: NodeJS.ProcessEnv, providerName: string): string | undefined {
  const pem = env['PLUGIN_CLIENT_CERT'] ?? '';
  if (pem === '' && (env['TF_DISABLE_PLUGIN_TLS'] ?? '') !== '') return undefined;
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    throw new HandshakeError(
      `${providerName} was started with ${pem === '' ? 'no' : 'an unreadable'} client certificate in PLUGIN_CLIENT_CERT, and ` +
        'serves nobody whom it cannot verify. For debugging without TLS, set TF_DISABLE_PLUGIN_TLS=1.',
    );
  }
}
