/**
 * The certificate that a plugin shows to the program that started it: made anew for every process and pinned by its client,
 * which learns it from the handshake. Written here, because a library for it would cost more start-up than all the rest.
 * The fields are those of RFC 5280, section 4.1.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  boolean,
  context,
  der,
  integer,
  octetString,
  oid,
  sequence,
  set,
  time,
  utf8String,
  type Der,
} from './der';

export interface Certificate {
  /** The certificate itself, as the handshake carries it. */
  readonly der: Uint8Array;
  readonly pem: string;
  /** Its private key (P-256), PKCS #8 in PEM. */
  readonly key: string;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/** A self-signed certificate for `localhost`, for servers and clients, valid from an hour before `now` for a year after it. */
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

/** Positive, never zero and without leading zero bytes. */
function serialNumber(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

/** Go's verifier wants a root to be a CA that may sign, a server to be meant as one, and the name to be an alternative name. */
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
