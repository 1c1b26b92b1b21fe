/** Who gives an attribute its value: the configuration must, where it is required, and must not, where it is read-only. */
import { error, type Diagnostic, type PathStep, type Path } from '../diagnostics';
import { isConfigurable, type Attribute } from '../schema/attribute';
import { contentOf, type Value } from '../values';

/** What a configuration does wrong; undefined where it does right. Terraform itself lets both through. */
type Wrong = 'missing' | 'read-only' | undefined;

/** @param value what is configured: null where nothing is. Unknown is a value. */
export function wrongRole(attribute: Attribute, value: Value): Wrong {
  if (value === null || contentOf(value) === null) return attribute.options.required ? 'missing' : undefined;
  return isConfigurable(attribute) ? undefined : 'read-only';
}

/** @param name of the attribute, which the path to its object leads to */
export function roleError(wrong: 'missing' | 'read-only', path: Path, name: string): Diagnostic {
  const at: PathStep[] = [...path, { kind: 'attribute', name }];
  if (wrong === 'missing') {
    const next = 'Give it a value; where that comes from a variable or a condition, it must not turn out null.';
    return error('Missing required argument', `${name} is required, and null does not set it. ${next}`, at);
  }
  const why = 'The provider decides it; a configuration cannot set it.';
  return error('Value for unconfigurable attribute', `${name} is read-only. ${why} Remove it.`, at);
}
