/**
 * How does a plugin talk only to the program that started it? By TLS in which each end knows the certificate of the other. This
 * file stands apart from the certificate, because it is loaded when a client connects: Node's TLS would delay the handshake.
 */
import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';

/**
 * Both ends of mutual TLS, in PEM: the server's own key and certificate, and the one certificate that a client may
 * show.
 */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly clientCert: string;
}

/**
 * Hands on the connections of the one client whose certificate is known. The certificate is compared byte by byte, and
 * TLS makes its owner prove that it has the key. Naming the certificate as an authority would have the same effect, but
 * Node would then load every authority that it trusts, which takes 18 ms of every start.
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
