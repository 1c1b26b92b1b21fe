/** Data sources that list objects: each element is read as the object it is. */
import { isObject, type Attributes, type Resource } from '../resources';

/** The attribute that holds the elements, and the type of each. */
const LISTINGS: Readonly<Record<string, readonly [string, string]>> = {
  netskopesteering_certificate_pinned_apps: ['certificate_pinned_apps', 'netskopesteering_certificate_pinned_app'],
  netskopesteering_configurations: ['configurations', 'netskopesteering_configuration'],
  netskopesteering_exceptions: ['exceptions', 'netskopesteering_exception'],
};

export function expandListings(resource: Resource): readonly Resource[] {
  const listing = resource.mode === 'data' ? LISTINGS[resource.type] : undefined;
  if (listing === undefined) return [resource];
  const [attribute, type] = listing;
  const elements = resource.attributes[attribute];
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((element: unknown, index): Resource[] => {
    if (!isObject(element)) return [];
    const attributes = element as Attributes;
    const id = attributes['id'];
    return [
      {
        type,
        mode: 'data',
        key: `${resource.key}.${attribute}[${index}]`,
        attributes,
        origin: { ...resource.origin, ...(typeof id === 'string' && { id }) },
      },
    ];
  });
}
