/** Which certificate authorities does a user add to those that Node trusts by itself? */
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { refuseSetting } from './api-error';

/** The variable in which the launcher passes NODE_EXTRA_CA_CERTS on; {@link authoritiesOfEnvironment} says why. */
export const EXTRA_CA_CERTS = 'NETSKOPE_STEERING_EXTRA_CA_CERTS';

/**
 * The largest file that is read. The authorities of an operating system are some 150 certificates in 250 KB, much less
 * than this.
 */
const LARGEST_FILE_MIB = 4;
const MOST_CERTIFICATES = 1_000;
const ADVICE = 'Name a file with the authorities of the gateway or proxy alone';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The PEM certificates of a file that a setting names.
 *
 * @throws ApiError `invalid_setting` when the file cannot be read, is too large, or holds no certificate or a damaged
 * one.
 */
export function readAuthorities(file: string): string[] {
  const refuse = (reason: string): never => refuseSetting('ca_certificate_file', reason);
  const name = JSON.stringify(file);
  const unfit = whyUnfit(file, name);
  if (unfit !== undefined) refuse(unfit);
  let certificates: string[] = [];
  try {
    certificates = certificatesIn(file);
  } catch (error) {
    refuse(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  if (certificates.length === 0) refuse(`${name} holds no PEM certificate`);
  if (certificates.length > MOST_CERTIFICATES)
    refuse(`${name} holds ${certificates.length} certificates, and at most ${MOST_CERTIFICATES} are read. ${ADVICE}`);
  const damaged = certificates.findIndex((pem) => !isSound(pem));
  if (damaged >= 0) refuse(`certificate ${damaged + 1} of ${name} is damaged`);
  return certificates;
}

/**
 * The certificates in the file of NODE_EXTRA_CA_CERTS. Node takes three times as long to start when it reads that file,
 * and terraform starts the plugin three times for a plan. So the launcher passes the file's name on as {@link
 * EXTRA_CA_CERTS}, and the file is read here, for https only. As with Node, certificates that cannot be used are left
 * out.
 */
export function authoritiesOfEnvironment(env: NodeJS.ProcessEnv): string[] {
  const file = fileOfEnvironment(env);
  if (!file || whyUnfit(file, '') !== undefined) return [];
  try {
    return certificatesIn(file).slice(0, MOST_CERTIFICATES).filter(isSound);
  } catch {
    return [];
  }
}

/** The file that NODE_EXTRA_CA_CERTS names, whichever way it came. */
export function fileOfEnvironment(env: NodeJS.ProcessEnv): string | undefined {
  return env[EXTRA_CA_CERTS] || env['NODE_EXTRA_CA_CERTS'] || undefined;
}

/** Why a file is not even opened; undefined where it may be read. A pipe or a device may never end. */
function whyUnfit(file: string, name: string): string | undefined {
  let found: Stats;
  try {
    found = statSync(file);
  } catch {
    return `there is no file ${name} that this user may read`;
  }
  if (!found.isFile()) return `${name} is not a file`;
  const mebibytes = Math.ceil(found.size / 1024 / 1024);
  if (mebibytes <= LARGEST_FILE_MIB) return undefined;
  return `${name} has ${mebibytes} MiB, and at most ${LARGEST_FILE_MIB} are read. ${ADVICE}`;
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
