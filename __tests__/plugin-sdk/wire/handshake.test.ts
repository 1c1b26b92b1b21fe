import { createCertificate } from '../../../providers/plugin-sdk/wire/certificate';
import { HandshakeError, handshakeLine, readHandshake } from '../../../providers/plugin-sdk/wire/handshake';

const { pem, der } = createCertificate();
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
const ENV = { TF_PLUGIN_MAGIC_COOKIE: COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5,6', PLUGIN_CLIENT_CERT: pem };

const read = (env: NodeJS.ProcessEnv) => readHandshake(env, 'terraform-provider-test');

describe('readHandshake', () => {
  it('takes the certificate of the client', () => {
    expect(read(ENV)).toEqual({ clientCertificate: pem, asksForMultiplexing: false });
  });

  it.each(['6', '5,6', '6,5', '4,5,6', '6,7', undefined, ''])('accepts the versions %j', (versions) => {
    expect(() => read({ ...ENV, PLUGIN_PROTOCOL_VERSIONS: versions })).not.toThrow();
  });

  it.each(['5', '4,5', '66', '16'])('refuses the versions %j and says what to use', (versions) => {
    expect(() => read({ ...ENV, PLUGIN_PROTOCOL_VERSIONS: versions })).toThrow(
      `terraform-provider-test speaks version 6 of Terraform's plugin protocol; the program that started it only offers ${versions}.`,
    );
  });

  it.each([undefined, '', 'wrong'])('with the cookie %j explains itself to a curious user', (cookie) => {
    expect(() => read({ ...ENV, TF_PLUGIN_MAGIC_COOKIE: cookie })).toThrow(HandshakeError);
    expect(() => read({ ...ENV, TF_PLUGIN_MAGIC_COOKIE: cookie })).toThrow('a plugin that is not run directly');
  });

  it('goes without TLS only when that was asked for', () => {
    const env = { ...ENV, PLUGIN_CLIENT_CERT: undefined };
    expect(() => read(env)).toThrow('no client certificate');
    expect(read({ ...env, TF_DISABLE_PLUGIN_TLS: '1' }).clientCertificate).toBeUndefined();
  });

  it('refuses a certificate that it cannot read, whatever else is asked', () => {
    for (const PLUGIN_CLIENT_CERT of ['junk', pem.slice(0, 100)]) {
      expect(() => read({ ...ENV, PLUGIN_CLIENT_CERT, TF_DISABLE_PLUGIN_TLS: '1' })).toThrow('unreadable');
    }
  });
});

describe('handshakeLine', () => {
  const handshake = { clientCertificate: pem, asksForMultiplexing: false };

  it('names the socket and carries the certificate in base64 without padding', () => {
    const line = handshakeLine({ path: '/tmp/a.sock' }, der, handshake);
    expect(line).toMatch(/^1\|6\|unix\|\/tmp\/a\.sock\|grpc\|[A-Za-z0-9+/]+\n$/);
    expect(Buffer.from(line.trim().split('|')[5] ?? '', 'base64').equals(der)).toBe(true);
    for (const length of [1, 2, 3]) {
      expect(handshakeLine({ path: '/s' }, Buffer.alloc(length), handshake)).not.toContain('=');
    }
  });

  it('names a port of this machine where there is no socket', () => {
    expect(handshakeLine({ host: '127.0.0.1', port: 1234 }, undefined, handshake)).toBe(
      '1|6|tcp|127.0.0.1:1234|grpc|\n',
    );
  });

  it('declines multiplexing when the client asks for it', () => {
    expect(handshakeLine({ path: '/s' }, undefined, { ...handshake, asksForMultiplexing: true })).toBe(
      '1|6|unix|/s|grpc||false\n',
    );
  });
});
