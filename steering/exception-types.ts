/**
 * The types of steering exception. [doc] This is the one list of them: the contract's word for each type leads to the resource
 * that manages it. Whatever is said of each type elsewhere is a table by these words, which the compiler holds complete.
 */
export const EXCEPTION_TYPES = {
  application: { resource: 'application_exception', title: 'application exception' },
  category: { resource: 'category_exception', title: 'category exception' },
  certificate_pinned_app: {
    resource: 'certificate_pinned_app_exception',
    title: 'certificate pinned app exception',
  },
  destination_location: { resource: 'destination_location_exception', title: 'destination location exception' },
  dns: { resource: 'dns_exception', title: 'DNS exception' },
  domains: { resource: 'domain_exception', title: 'domain exception' },
  source_countries: { resource: 'source_country_exception', title: 'source country exception' },
  source_location: { resource: 'source_location_exception', title: 'source location exception' },
} as const;

/** A type, by the contract's word for it. */
export type ExceptionTypeName = keyof typeof EXCEPTION_TYPES;

export const EXCEPTION_TYPE_NAMES = Object.keys(EXCEPTION_TYPES) as readonly ExceptionTypeName[];

/** The provider's name for an exception of any type, which its data sources use. */
export const EXCEPTION = 'exception';

/** @returns undefined for a type that is newer than this program, and for what is no type */
export function exceptionTypeNamed(name: unknown): ExceptionTypeName | undefined {
  return EXCEPTION_TYPE_NAMES.find((type) => type === name);
}

const BY_RESOURCE: ReadonlyMap<string, ExceptionTypeName> = new Map(
  EXCEPTION_TYPE_NAMES.map((type) => [EXCEPTION_TYPES[type].resource, type]),
);

/** Whether a resource is an exception; `name` is its type's name without that of the provider. */
export function isException(name: string): boolean {
  return name === EXCEPTION || BY_RESOURCE.has(name);
}

/**
 * The type of an exception: the resource's own, or what the attribute `type` says where a data source shows any of them.
 * @returns undefined where it is not known
 */
export function exceptionTypeOf(name: string, type: unknown): ExceptionTypeName | undefined {
  return BY_RESOURCE.get(name) ?? exceptionTypeNamed(type);
}
