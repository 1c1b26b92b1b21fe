/**
 * How does a plugin get the certificate by which its client knows it? The certificate is made anew for every process. The client
 * learns it from the handshake, and accepts no other. It is made here, because a library would add more time to the start
 * than all the rest takes; its fields are those of RFC 5280, section 4.1.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A value in ASN.1's DER: tag, length and content. https://www.itu.int/rec/T-REC-X.690 */
type Der = Buffer;

function der(tag: number, ...content: Uint8Array[]): Der {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body]);
}

const boolean = (value: boolean): Der => der(0x01, Buffer.from([value ? 0xff : 0]));

/**
 * Encodes a positive integer from its big-endian bytes. The leading zero keeps a set first bit from meaning "negative".
 */
export function integer(bytes: Uint8Array): Der {
  return der(0x02, Buffer.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes));
}

/** Encodes whole bytes, or flags of which the last `unused` bits do not count. */
const bitString = (bytes: Uint8Array, unused = 0): Der => der(0x03, Buffer.from([unused]), bytes);

const octetString = (bytes: Uint8Array): Der => der(0x04, bytes);

/** Encodes an object identifier from its dotted notation, such as `2.5.29.17`. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

const utf8String = (text: string): Der => der(0x0c, Buffer.from(text));

const sequence = (...parts: Der[]): Der => der(0x30, ...parts);

const set = (...parts: Der[]): Der => der(0x31, ...parts);

/** Encodes a constructed value with the context's own tag `[number]`. */
const context = (number: number, ...parts: Der[]): Der => der(0xa0 + number, ...parts);

/** Encodes a time in whole seconds: as UTCTime up to 2049 and as GeneralizedTime from 2050 on, as RFC 5280 demands. */
export function time(date: Date): Der {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '');
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function base128(value: number): number[] {
  const groups = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift(128 + (rest % 128));
  return groups;
}

export interface Certificate {
  /** The certificate itself, as the handshake carries it. */
  readonly der: Uint8Array;
  readonly pem: string;
  /** The private key of the certificate (P-256), as PKCS #8 in PEM. */
  readonly key: string;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/**
 * Makes a self-signed certificate for `localhost`, for servers and clients, valid from an hour before `now` to a year
 * after it.
 */
export function createCertificate(now: Date = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8String('localhost'))));
  const toBeSigned = sequence(
    context(0, integer(Buffer.from([2]))), // version 3
    integer(serialNumber()),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(new Date(now.getTime() - HOUR_MS)), time(new Date(now.getTime() + YEAR_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, extensions()),
  );
  const certificate = sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(sign('sha256', toBeSigned, privateKey)));
  return {
    der: certificate,
    pem: toPem(certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Makes a serial number that is positive and has no leading zero bytes. */
function serialNumber(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

/**
 * Go's verifier wants a root to be a CA that may sign, a server to be meant as one, and the name to be an alternative
 * name.
 */
function extensions(): Der {
  const digitalSignatureKeyAgreementAndCertSign = bitString(Buffer.from([0b1000_1100]), 2);
  const [serverAuth, clientAuth] = [oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2')];
  const dnsName = der(0x82, Buffer.from('localhost'));
  return sequence(
    extension('2.5.29.19', true, sequence(boolean(true))), // basic constraints: CA
    extension('2.5.29.15', true, digitalSignatureKeyAgreementAndCertSign),
    extension('2.5.29.37', false, sequence(serverAuth, clientAuth)),
    extension('2.5.29.17', false, sequence(dnsName)),
  );
}

function extension(id: string, critical: boolean, value: Der): Der {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

function toPem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
