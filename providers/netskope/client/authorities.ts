/** Certificate authorities that a user adds to those that Node trusts by itself. */
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuseSetting } from './api-error';

/** What the launcher calls NODE_EXTRA_CA_CERTS. */
export const EXTRA_CA_CERTS = 'NETSKOPE_STEERING_EXTRA_CA_CERTS';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The PEM certificates of a file that a setting names.
 *
 * @throws ApiError `invalid_setting`, when it cannot be read, holds none or a damaged one.
 */
export function readAuthorities(file: string): string[] {
  const refuse = (reason: string): never => refuseSetting('ca_certificate_file', reason);
  const name = JSON.stringify(file);
  if (!existsSync(file)) refuse(`there is no file ${name}`);
  if (!statSync(file).isFile()) refuse(`${name} is not a file`);
  let certificates: string[] = [];
  try {
    certificates = certificatesIn(file);
  } catch (error) {
    refuse(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  if (certificates.length === 0) refuse(`${name} holds no PEM certificate`);
  const damaged = certificates.findIndex((pem) => !isSound(pem));
  if (damaged >= 0) refuse(`certificate ${damaged + 1} of ${name} is damaged`);
  return certificates;
}

/**
 * What the file of NODE_EXTRA_CA_CERTS holds. Reading it triples the time in which Node starts, so the launcher of the plugin,
 * which terraform starts three times for a plan, hands its name on as {@link EXTRA_CA_CERTS}; it is read here, for https only.
 * As with Node, what cannot be used is left out.
 */
export function authoritiesOfEnvironment(env: NodeJS.ProcessEnv): string[] {
  const file = env[EXTRA_CA_CERTS] || env['NODE_EXTRA_CA_CERTS'];
  if (!file) return [];
  try {
    return certificatesIn(file).filter(isSound);
  } catch {
    return [];
  }
}

const certificatesIn = (file: string): string[] => readFileSync(file, 'utf8').match(PEM) ?? [];

function isSound(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
