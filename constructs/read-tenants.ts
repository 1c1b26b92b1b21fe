/**
 * How does an app begin? It reads its file of tenants, and where a person has made a mistake it ends with the complaint
 * alone. No other file here reads from the disk, and no other knows that there is a process to end.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checked } from './plumbing/checked';
import { Refusal } from './plumbing/synth';
import { parseTenants, TenantsError, type SteeringTenant } from './tenants';

/**
 * Reads the tenants of a file, in its order.
 * @param fileName the path of the file; a relative one is looked for in the folder in which the app was started
 * @throws TenantsError that says all that is wrong with the file, and where
 * @example
 * import { readTenants } from 'cdktf-netskope-steering';
 *
 * for (const { name, block } of readTenants('tenants.json')) console.log(name, block.length);
 */
export function readTenants(fileName = 'tenants.json'): readonly SteeringTenant[] {
  [fileName] = checked(undefined, 'readTenants', fileName);
  let json: string;
  try {
    json = readFileSync(fileName, 'utf8');
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new TenantsError(UNREADABLE[code]?.(resolve(fileName)) ?? `${resolve(fileName)} cannot be read: ${code}.`);
  }
  return parseTenants(json, fileName);
}

const UNREADABLE: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) =>
    `${path} is missing. It names the tenants. Start in the folder that has it, or write one: ` +
    '{ "tenants": [{ "name": "emea", "block": [{ "app": "WhatsApp" }] }] }',
  EACCES: (path) => `${path} may not be read. Give yourself the right to read it.`,
  EISDIR: (path) => `${path} is a folder, and must be a file that names the tenants.`,
};

/** What cdktf says first where constructs refuse to be written, such as for a test of traffic or a guardrail. */
const INVALID = /^(Validation failed with the following errors:|Encountered Annotations with level "ERROR":)/;

/**
 * Runs a program. Where it ends in a mistake of a person (in the file of tenants, in what a construct was given, or in
 * what a test of traffic or a guardrail found), the complaint goes to stderr without a stack trace, and the exit code is 1. A bug is
 * thrown on, with its stack.
 * @example
 * import { explainMistakes, readTenants } from 'cdktf-netskope-steering';
 *
 * explainMistakes(() => {
 *   const app = new App();
 *   for (const { name } of readTenants()) new TerraformStack(app, name);
 *   app.synth();
 * });
 */
export function explainMistakes(program: () => void): void {
  [program] = checked(undefined, 'explainMistakes', program);
  try {
    program();
  } catch (mistake) {
    if (!isOfAPerson(mistake)) throw mistake;
    process.stderr.write(`${mistake.message.trimEnd()}\n`);
    process.exitCode = 1;
  }
}

function isOfAPerson(cause: unknown): cause is Error {
  if (cause instanceof TenantsError || cause instanceof Refusal) return true;
  return cause instanceof Error && INVALID.test(cause.message);
}
