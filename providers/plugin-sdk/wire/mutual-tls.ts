/** Lets in the one client whose certificate is known. Loaded with the first connection: the handshake does not wait for it. */
import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';

/** Both ends of mutual TLS, in PEM: the server's own key and certificate, and the one certificate that a client may show. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly clientCert: string;
}

/**
 * Hands on the connections of that client. Its certificate is compared byte by byte, and TLS has its owner prove the key:
 * naming it an authority would do the same, but makes Node load all that it trusts, 18 ms of every start.
 */
export function mutualTls(
  { key, cert, clientCert }: ServerIdentity,
  connect: (socket: tls.TLSSocket) => void,
): (socket: Socket) => void {
  const expected = new X509Certificate(clientCert).raw;
  const options: tls.TlsOptions = {
    key,
    cert,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
  };
  const server = tls.createServer(options, (socket) => {
    if (socket.getPeerX509Certificate()?.raw.equals(expected)) connect(socket);
    else socket.destroy();
  });
  server.on('tlsClientError', () => undefined);
  return (socket) => void server.emit('connection', socket);
}
