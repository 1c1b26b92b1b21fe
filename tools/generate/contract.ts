/**
 * Generates two files from `tenant/contract/openapi.yaml`: its types, and the same document as JSON. With the JSON,
 * neither the client nor the local tenant has to parse YAML when it starts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { formatted, type GeneratedFile } from './drift';

const root = join(__dirname, '..', '..');
const source = 'tenant/contract/openapi.yaml';
const folder = 'tenant/contract/gen';
const banner = `// Generated from ${source} by \`npm run generate\`. Do not edit.\n\n`;

/** The files to write, with paths relative to the repository's root. */
export async function generateContract(): Promise<GeneratedFile[]> {
  const yaml = await readFile(join(root, source), 'utf8');
  const types = astToString(await openapiTS(yaml, { defaultNonNullable: false, silent: true }));
  return Promise.all([
    formatted(`${folder}/api.ts`, banner + types),
    formatted(`${folder}/openapi.json`, JSON.stringify(parse(yaml))),
  ]);
}
