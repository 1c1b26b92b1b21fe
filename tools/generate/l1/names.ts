/** Names in TypeScript for names in Terraform, as prebuilt cdktf providers choose them. */

/** Members of classes, cdktf's own and what is generated beside attributes, that one of the same name would shadow. */
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

/** `custom_app_domains` -> `customAppDomains`; a name that cdktf needs itself gets `Attribute` behind it. */
export function propertyName(terraformName: string): string {
  const name = camelCase(terraformName);
  return TAKEN.has(name) ? `${name}Attribute` : name;
}

/** `certificate_pinned_app` -> `CertificatePinnedApp`. */
export function className(terraformName: string): string {
  return capitalize(camelCase(terraformName));
}

/** `certificate_pinned_app` -> `certificate-pinned-app`. */
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
