/**
 * How diagnostics and paths are read out of the protocol's messages, by those who stand on Terraform's side, as tests
 * do.
 */
import type { Diagnostic, Path, PathStep } from '../diagnostics';
import {
  Diagnostic_Severity,
  type AttributePath,
  type AttributePath_Step,
  type Diagnostic as Message,
} from './gen/tfplugin6';

export function diagnosticFromProto({ severity, summary, detail, attribute }: Message): Diagnostic {
  const plain = { severity: severity === Diagnostic_Severity.WARNING ? 'warning' : 'error', summary, detail } as const;
  return attribute === undefined ? plain : { ...plain, path: pathFromProto(attribute) };
}

export function pathFromProto({ steps }: AttributePath): Path {
  return steps.map(stepFromProto);
}

function stepFromProto({ selector }: AttributePath_Step): PathStep {
  switch (selector?.$case) {
    case 'attributeName':
      return { kind: 'attribute', name: selector.attributeName };
    case 'elementKeyString':
      return { kind: 'key', key: selector.elementKeyString };
    case 'elementKeyInt':
      return { kind: 'index', index: selector.elementKeyInt };
    case undefined:
      throw new Error('a step of an attribute path is empty');
  }
}
