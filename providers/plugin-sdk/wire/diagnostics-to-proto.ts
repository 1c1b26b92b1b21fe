/** Diagnostics and paths as the protocol's messages. */
import { addressable, withPlace, type Diagnostic, type Path, type PathStep } from '../diagnostics';
import {
  Diagnostic_Severity,
  type AttributePath,
  type AttributePath_Step,
  type Diagnostic as DiagnosticMessage,
} from './gen/tfplugin6';

export function diagnosticToProto({ severity, summary, detail, path }: Diagnostic): DiagnosticMessage {
  return {
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    // Terraform 1.11 shows no more than the resource where a path goes below an attribute, so the text names the place.
    detail: path === undefined || path.length < 2 ? detail : withPlace(detail, path),
    attribute: path === undefined ? undefined : pathToProto(path),
  };
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
