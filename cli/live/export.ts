/**
 * `netskope-steering live export`: what code makes what a tenant has? Constructs or HCL, with import blocks, in a folder
 * of their own.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exportTenant, type TenantExport } from '../../live/export/export-tenant';
import { PROVIDER_SOURCE } from '../../providers/netskope/names';
import type { TenantClient } from '../../providers/netskope/client';
import { readTenantObjects } from '../../providers/netskope/tenant-objects';
import { inert, resourcesFromRestV1, type Resource } from '../../steering';
import { resourcesFromTenant } from '../../steering/model/from-tenant';
import { EXIT, type CommandResult, type Surroundings } from '../complaint';
import { fillFolder, refuseFilled } from '../new-folder';
import { readVersion } from '../package-root';
import { endOnUsage, runCommand } from '../run-command';
import { count } from '../show';
import { readWithClient } from '../source/tenant-source';
import { refusalOf } from './refusals';
import { LIVE_HELP, type LiveFlags, addLiveOptions, readObserved } from './tenant';

export interface ExportFlags extends LiveFlags {
  readonly format: 'cdktf' | 'hcl';
  readonly out: string;
  readonly name: string;
  readonly predefined?: boolean;
}

const HELP = `
${LIVE_HELP}

The tenant is read by the steering contract where NETSKOPE_SERVER_URL is set: then everything is there, and the first
plan says only imports. Else it is read by REST v1, which does not show everything: what it does not show is a comment at
its place, and what cannot do without it is a comment as a whole.

What the provider refuses, such as a path in the place of a process name, is a comment with the reason. Bypasses of
predefined apps that are as the vendor ships them are left to the vendor, and named in a comment; --predefined writes
them too.

Exit codes:
  0  the files are written
  2  options that make no sense, or a folder that is not empty
  3  a file cannot be read or written
  4  the tenant cannot be read
  70 a bug of this program

Examples:
  $ netskope-steering live export --format hcl --out tenant
  $ cd tenant && terraform init && terraform plan
  $ netskope-steering live export --format cdktf --out tenant --snapshot before.json
`;

/** The sub-command, to be mounted in the program. */
export function exportCommand(): Command {
  const command = addLiveOptions(new Command('export'))
    .description('write what a tenant has as code, with import blocks')
    .addOption(new Option('--format <format>', 'constructs or HCL').choices(['cdktf', 'hcl']).makeOptionMandatory())
    .requiredOption('--out <folder>', 'the folder for the files: a new one, or an empty one')
    .addOption(
      new Option('--name <name>', 'the name of the project and its stack').argParser(readName).default('tenant'),
    )
    .option('--predefined', 'write the bypasses of predefined apps too that are as the vendor ships them')
    .addHelpText('after', HELP)
    .action((flags: ExportFlags) => runCommand('live export', (surroundings) => runExport(flags, surroundings)));
  return endOnUsage(command);
}

function readName(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(text)) return text;
  throw new InvalidArgumentError('A name begins with a letter and has letters, digits and -, at most 40.');
}

interface TenantAsRead {
  readonly from: 'contract' | 'rest-v1';
  readonly resources: readonly Resource[];
  /** What was read, as a part of a sentence. */
  readonly source: string;
}

/** @throws UserError */
export async function runExport(flags: ExportFlags, surroundings: Surroundings): Promise<CommandResult> {
  const folder = resolve(flags.out);
  // Whoever waits for a tenant of a thousand objects wants to know before that the folder will not do.
  await refuseFilled(folder, flags.out);
  const tenant = await readFrom(flags, surroundings);
  const exported = exportOf(tenant, flags);
  await fillFolder(folder, flags.out, async (into) => {
    for (const [path, text] of Object.entries(exported.files)) {
      // Notes and lists of bypasses are confidential.
      await writeFile(join(into, path), text, { mode: 0o600, flag: 'wx' });
    }
  });
  return { exitCode: EXIT.done, stdout: summary(flags, exported, tenant.from), notes: notesOn(exported) };
}

/** Makes the files of what was read. */
export function exportOf(
  { from, resources, source }: TenantAsRead,
  { format, name, predefined = false }: Pick<ExportFlags, 'format' | 'name' | 'predefined'>,
): TenantExport {
  const options = {
    format,
    name,
    source,
    from,
    withShipped: predefined,
    version: readVersion(),
    providerSource: PROVIDER_SOURCE,
    refusalOf,
  };
  return exportTenant(resources, options);
}

/** Reads the contract where its address is set, else REST v1. @throws UserError */
async function readFrom(flags: ExportFlags, surroundings: Surroundings): Promise<TenantAsRead> {
  const { env } = surroundings;
  const url = env['NETSKOPE_SERVER_URL']?.trim() ?? '';
  if (flags.snapshot === undefined && url !== '') return readContract(env, url);
  const { snapshot, dialect, title } = await readObserved(flags, surroundings);
  return { from: 'rest-v1', resources: resourcesFromRestV1(snapshot.configurations, dialect), source: title };
}

async function readContract(env: NodeJS.ProcessEnv, url: string): Promise<TenantAsRead> {
  const resources = await readWithClient(env, 'There is no tenant to export:', 'Set', readResources);
  return { from: 'contract', resources, source: `the tenant at ${url}` };
}

/** Reads all that a tenant has as resources, by the steering contract. */
export async function readResources(client: TenantClient): Promise<readonly Resource[]> {
  const objects = await readTenantObjects(client);
  const locations = await client.networkLocations.list();
  return [
    ...resourcesFromTenant(objects),
    ...locations.map(({ id, name, addresses }): Resource => ({
      type: 'netskopesteering_network_location',
      mode: 'data',
      key: id,
      attributes: { id, name, addresses },
      origin: { id },
    })),
  ];
}

function summary({ out, format }: ExportFlags, { files, written }: TenantExport, from: TenantAsRead['from']): string {
  const next =
    format === 'hcl'
      ? 'terraform init && terraform plan'
      : `npm install && npx cdktf plan (package.json expects the package of constructs, cdktf-netskope-steering-${readVersion()}.tgz, in the folder)`;
  const expect =
    from === 'contract' ? 'The plan says imports only.' : 'Complete what is a comment before you apply it.';
  return `Wrote ${count(written, 'object')} to ${inert(out)}: ${Object.keys(files).join(', ')}.\nNext: cd ${inert(out)} && ${next}\n${expect}\n`;
}

/** The most objects that are listed. */
const MOST_LISTED = 20;

function notesOn({ withheld, accepted }: TenantExport): string[] {
  const more = withheld.length - MOST_LISTED;
  return [
    ...withheld.slice(0, MOST_LISTED).map(({ title, reason }) => `Only a comment: ${title}, because ${reason}`),
    ...(more > 0 ? [`Only a comment: ${count(more, 'more object')}; the files say why.`] : []),
    ...(accepted.length > 0
      ? [`The code accepts what these guardrails find on the tenant: ${accepted.join(', ')}. Decide what to correct.`]
      : []),
  ];
}
