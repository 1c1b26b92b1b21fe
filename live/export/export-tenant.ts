/**
 * What code would make what a tenant has? Resources in, files out: as constructs or in Terraform's own language, with
 * import blocks where ids are known. Nothing is read or written here.
 */
import { checkModel, inert, modelFromResources, quote, type Attributes, type Resource } from '../../steering';
import { ObjectReference, type WrittenValue } from './attributes';
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
  const accepted = options.format === 'cdktf' ? errorsIn(written) : [];
  return {
    files: options.format === 'cdktf' ? cdktfFiles(tenant, facts, accepted) : hclFiles(tenant, facts),
    written: written.length,
    withheld: objects.flatMap((object) =>
      object.withheld === undefined ? [] : [{ title: titleOf(object), reason: object.withheld }],
    ),
    accepted,
  };
}

/** The guardrails that find an error in what is written. What is a comment is not there for them. */
function errorsIn(written: readonly ExportedObject[]): string[] {
  const resources = written.map(({ kind, key, attributes }): Resource => ({
    type: `netskopesteering_${kind}`,
    mode: 'managed',
    key,
    attributes: { ...(resolved(attributes) as Attributes), id: key },
    origin: {},
  }));
  const { findings } = checkModel(modelFromResources(resources));
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
}

/** The attributes with what their references lead to. */
function resolved(value: WrittenValue): unknown {
  if (value instanceof ObjectReference) {
    const { key, attributes } = value.to as ExportedObject;
    return value.attribute === 'id' ? key : attributes['name'];
  }
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part)]));
}

function titleOf({ kind, key, importId, parts }: ExportedObject): string {
  return `${kind.replaceAll('_', ' ')} ${importId === undefined ? quote(parts.join(' ')) : inert(key)}`;
}
