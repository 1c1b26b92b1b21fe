/**
 * What code would make what a tenant has? Resources in, files out: as constructs or in Terraform's own language, with
 * import blocks where ids are known. Nothing is read or written here.
 */
import { checkModel, modelFromResources, type Resource } from '../../steering';
import { cdktfFiles } from './cdktf';
import { allOf, type ExportedObject } from './exported';
import { hclFiles } from './hcl';
import { readObjects, type ReadingOptions } from './objects';
import type { ExportedFiles, ExportFacts } from './remarks';

export interface ExportOptions extends ReadingOptions, Omit<ExportFacts, 'isPartial'> {}

/** The files of an export, and what became of the objects. */
export interface TenantExport {
  readonly files: ExportedFiles;
  /** How many objects are written as code, without those that are only looked up. */
  readonly written: number;
  /** The objects that are only a comment, each with its title and the reason. */
  readonly withheld: readonly { readonly title: string; readonly reason: string }[];
  /** The guardrails whose errors the code accepts, because a stack with errors is not synthesized. */
  readonly accepted: readonly string[];
}

/** Writes what a tenant has as code. */
export function exportTenant(resources: readonly Resource[], options: ExportOptions): TenantExport {
  const tenant = readObjects(resources, options);
  const objects = allOf(tenant);
  const written = objects.filter(({ isLookup, withheld }) => !isLookup && withheld === undefined);
  const facts = { ...options, isPartial: options.from === 'rest-v1' };
  const accepted = options.format === 'cdktf' ? errorsIn(resources, written) : [];
  return {
    files: options.format === 'cdktf' ? cdktfFiles(tenant, facts, accepted) : hclFiles(tenant, facts),
    written: written.length,
    withheld: objects.flatMap((object) =>
      object.withheld === undefined ? [] : [{ title: titleOf(object), reason: object.withheld }],
    ),
    accepted,
  };
}

/** The guardrails that find an error in what is written. */
function errorsIn(resources: readonly Resource[], written: readonly ExportedObject[]): string[] {
  const keys = new Set(written.map(({ kind, key }) => `${kind.replace(/^default_/, '')} ${key}`));
  const kept = resources.filter(({ type, key }) => keys.has(`${type.replace('netskopesteering_', '')} ${key}`));
  const { findings } = checkModel(modelFromResources(kept, { covers: 'part' }));
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
}

function titleOf({ kind, key }: ExportedObject): string {
  return `${kind.replaceAll('_', ' ')} ${key}`;
}
