import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createCertificate, integer, oid, time } from '../../../providers/plugin-sdk/wire/certificate';

describe('createCertificate', () => {
  const now = new Date('2026-11-23T12:00:00.500Z');
  const certificate = createCertificate(now);
  const read = new X509Certificate(certificate.pem);

  it('is the same certificate in DER and in PEM, for the key beside it', () => {
    expect(read.raw.equals(certificate.der)).toBe(true);
    expect(read.checkPrivateKey(createPrivateKey(certificate.key))).toBe(true);
    expect(read.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
  });

  it('is signed by itself and may sign: a client can take it for its only root', () => {
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkIssued(read)).toBe(true);
    expect(read.ca).toBe(true);
  });

  it('is for localhost, for servers and clients', () => {
    expect(read.subjectAltName).toBe('DNS:localhost');
    expect(read.checkHost('localhost')).toBe('localhost');
    expect(read.checkHost('example.com')).toBeUndefined();
    expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  });

  it('is valid from an hour ago for a year', () => {
    expect(new Date(read.validFrom)).toEqual(new Date('2026-11-23T11:00:00Z'));
    expect(new Date(read.validTo)).toEqual(new Date('2027-11-23T12:00:00Z'));
  });

  it('has a serial number of its own', () => {
    const serials = new Set(
      Array.from({ length: 20 }, () => new X509Certificate(createCertificate().der).serialNumber),
    );
    expect(serials.size).toBe(20);
  });

  it('reads well with openssl too', () => {
    const openssl = (...args: string[]): string => {
      const { error, status, stdout, stderr } = spawnSync('openssl', args, {
        input: certificate.pem,
        encoding: 'utf8',
      });
      if (error) throw new Error(`This test needs openssl on the PATH: ${error.message}`);
      if (status !== 0) throw new Error(stderr);
      return stdout;
    };
    const text = openssl('x509', '-text', '-noout').replace(/\s+/g, ' ');
    expect(text).toContain('Version: 3 (0x2)');
    expect(text).toContain('Signature Algorithm: ecdsa-with-SHA256');
    expect(text).toContain('X509v3 Basic Constraints: critical CA:TRUE');
    expect(text).toContain('X509v3 Key Usage: critical Digital Signature, Key Agreement, Certificate Sign');
    expect(text).toContain('X509v3 Extended Key Usage: TLS Web Server Authentication, TLS Web Client Authentication');
    expect(text).toContain('X509v3 Subject Alternative Name: DNS:localhost');
  });
});

describe('DER', () => {
  it.each([
    [
      '2050 on in GeneralizedTime',
      time(new Date('2050-01-01T00:00:00Z')),
      `180f${Buffer.from('20500101000000Z').toString('hex')}`,
    ],
    [
      'before 2050 in UTCTime',
      time(new Date('2049-12-31T23:59:59Z')),
      `170d${Buffer.from('491231235959Z').toString('hex')}`,
    ],
    ['a set first bit behind a zero', integer(Buffer.from([0x80])), '02020080'],
    ['a long object identifier', oid('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
  ])('writes %s', (_, der, hex) => expect(der.toString('hex')).toBe(hex));
});
