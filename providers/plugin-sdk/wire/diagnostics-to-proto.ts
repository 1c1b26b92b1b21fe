/** Diagnostics and paths as the protocol's messages. */
import { addressable, withPlace, type Diagnostic, type Path, type PathStep } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import {
  Diagnostic_Severity,
  type AttributePath,
  type AttributePath_Step,
  type Diagnostic as DiagnosticMessage,
} from './gen/tfplugin6';

/** @param attributes of the object that it is about: then it points to a line that Terraform can show; else the path is whole */
export function diagnosticToProto(
  { severity, summary, detail, path }: Diagnostic,
  attributes?: Attributes,
): DiagnosticMessage {
  const at = path && addressable(path);
  return {
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    // Terraform 1.11 shows a line, never the path, so the text names the place.
    detail: path === undefined || path.length < 2 ? detail : withPlace(detail, path),
    attribute: at && pathToProto(attributes === undefined ? at : markable(attributes, at)),
  };
}

/**
 * The part of a path of which Terraform 1.11 finds the line: through blocks to an attribute, and one index or key below that.
 * Where a path goes on, it shows no more than the line of the resource.
 */
function markable(attributes: Attributes, path: Path): Path {
  const [first, next] = path;
  if (first?.kind !== 'attribute' || next === undefined) return path;
  const shape = attributes[first.name]?.shape;
  if (shape === undefined) return path;
  const length = next.kind === 'attribute' ? 1 : 2;
  if (!('nesting' in shape) || shape.block === undefined) return path.slice(0, length);
  return [...path.slice(0, length), ...markable(shape.attributes, path.slice(length))];
}

/** The protocol has no step for an element of a set: a path that passes one ends at the set. */
export function pathToProto(path: Path): AttributePath {
  return { steps: addressable(path).map(stepToProto) };
}

function stepToProto(step: PathStep): AttributePath_Step {
  switch (step.kind) {
    case 'attribute':
      return { selector: { $case: 'attributeName', attributeName: step.name } };
    case 'index':
      return { selector: { $case: 'elementKeyInt', elementKeyInt: step.index } };
    case 'key':
      return { selector: { $case: 'elementKeyString', elementKeyString: step.key } };
    case 'element':
      return { selector: undefined };
  }
}
