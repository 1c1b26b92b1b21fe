/** Names in TypeScript for names in Terraform, as prebuilt cdktf providers choose them. */

/**
 * Names of members that a class has from cdktf or from the generator. An attribute of the same name would hide such a
 * member.
 */
const TAKEN = new Set([
  'alias',
  'addOverride',
  'build',
  'cdktfStack',
  'connection',
  'constructor',
  'count',
  'dependsOn',
  'equals',
  'forEach',
  'fqn',
  'friendlyUniqueId',
  'importFrom',
  'imported',
  'internalValue',
  'isEmptyObject',
  'lifecycle',
  'moveTo',
  'node',
  'provider',
  'provisioners',
  'resolvableValue',
  'resolve',
  'self',
  'system',
  'terraformResourceType',
  'tfResourceType',
  'toMetadata',
  'toString',
  'toTerraform',
]);

/**
 * The name of a property: `custom_app_domains` -> `customAppDomains`. A name that cdktf needs itself gets `Attribute`
 * at its end.
 */
export function propertyName(terraformName: string): string {
  const name = camelCase(terraformName);
  return TAKEN.has(name) ? `${name}Attribute` : name;
}

/** The name of a class: `certificate_pinned_app` -> `CertificatePinnedApp`. */
export function className(terraformName: string): string {
  return capitalize(camelCase(terraformName));
}

/** The name of a file: `certificate_pinned_app` -> `certificate-pinned-app`. */
export function fileName(terraformName: string): string {
  return terraformName.replaceAll('_', '-');
}

export function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function uncapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
