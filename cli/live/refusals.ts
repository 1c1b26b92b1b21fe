/** What does the provider refuse of an object? Its own schema says it, so that exported code can be planned as it is. */
import { netskope } from '../../providers/netskope/provider';
import { isKnown, isNested, type Attributes, type Diagnostic, type Path } from 'terraform-plugin-sdk-ts';

/** The name of a resource without that of the provider, and its attributes. */
type ConfigValues = Readonly<Record<string, unknown>>;

const RESOURCES = new Map(netskope.resources.map((one) => [one.name, one]));

/** Returns what the provider says first against an object; undefined where it takes it. */
export function refusalOf(kind: string, attributes: ConfigValues): string | undefined {
  const resource = RESOURCES.get(`netskopesteering_${kind}`);
  if (resource === undefined) return 'it has no resource of this type';
  const config = completed(resource.schema.attributes, attributes);
  const [first] = [
    ...complaintsAbout(resource.schema.attributes, config, []),
    // The provider's own check counts on values that pass the others.
    ...(complaintsAbout(resource.schema.attributes, config, []).length > 0
      ? []
      : (resource.validate?.(config as never) ?? [])),
  ].filter(({ severity }) => severity === 'error');
  return first === undefined ? undefined : `${first.summary}. ${first.detail}`;
}

/** The attributes with null for each that is not written. */
function completed(attributes: Attributes, values: ConfigValues): ConfigValues {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { shape }]) => {
      const value = values[name] ?? null;
      if (value === null || !isNested(shape)) return [name, value];
      const parts = Array.isArray(value)
        ? value.map((one) => completed(shape.attributes, one as ConfigValues))
        : completed(shape.attributes, value as ConfigValues);
      return [name, parts];
    }),
  );
}

function complaintsAbout(attributes: Attributes, values: ConfigValues, at: Path): Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    const value = values[name];
    const path: Path = [...at, { kind: 'attribute', name }];
    if (!isKnown(value)) return [];
    const own = (options.validators ?? []).flatMap((validate) => [...(validate as AttributeCheck)(value, path)]);
    if (!isNested(shape)) return own;
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [...own, ...parts.flatMap((part) => complaintsAbout(shape.attributes, part as ConfigValues, path))];
  });
}

type AttributeCheck = (value: unknown, path: Path) => readonly Diagnostic[];
