/**
 * A stand-in for hashicorp/null, for tests that run without a registry. It is not HashiCorp's: it is written with this
 * project's own SDK, has the one resource that a rollout checkpoint needs, and is built into a test's mirror only.
 */
import { randomBytes } from 'node:crypto';
import { attribute, provider, requiresReplace, resource, schema, t, useStateForUnknown } from 'terraform-plugin-sdk-ts';

const nullResource = schema({
  description: 'Does nothing; replaced when its triggers change.',
  attributes: {
    id: attribute.string({ computed: true, description: 'A random id.', planModifiers: [useStateForUnknown()] }),
    triggers: attribute.map(t.string, {
      optional: true,
      description: 'Texts whose change replaces the resource.',
      planModifiers: [requiresReplace()],
    }),
  },
});

export const standInNull = provider({
  name: 'null',
  version: '3.2.4', // as @cdktf/provider-null pins it
  schema: schema({ description: 'A stand-in for hashicorp/null, in tests.', attributes: {} }),
  configure: () => Promise.resolve(null),
  resources: [
    resource<typeof nullResource, null>({
      name: 'null_resource',
      schema: nullResource,
      create: ({ planned: { triggers } }) => Promise.resolve({ id: randomBytes(8).toString('hex'), triggers }),
      read: ({ state: { id, triggers } }) => Promise.resolve({ id: id ?? '', triggers }),
      update: ({ prior: { id }, planned: { triggers } }) => Promise.resolve({ id, triggers }),
      delete: () => Promise.resolve(),
    }),
  ],
});
