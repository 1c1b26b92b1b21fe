/** That the one list of types is what everything goes by: the contract, the provider, its pages and the constructs. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TerraformStack, Testing } from 'cdktf';
import { buildEverything } from '../../constructs/everything';
import { l1 } from '../../../constructs';
import { netskope } from '../../../providers/netskope/provider';
import { EXCEPTION_TYPE_NAMES, EXCEPTION_TYPES } from '../../../steering/domain/exceptions';
import { contractDocument } from '../../../tenant/contract/document';

const ROOT = resolve(__dirname, '../../..');
const RESOURCES = EXCEPTION_TYPE_NAMES.map((type) => `netskopesteering_${EXCEPTION_TYPES[type].resource}`);

it('has the types of the contract', () => {
  const { components } = contractDocument as {
    readonly components: { readonly schemas: { readonly ExceptionType: { readonly enum: readonly string[] } } };
  };
  expect([...EXCEPTION_TYPE_NAMES].sort()).toEqual([...components.schemas.ExceptionType.enum].sort());
});

it('has the resources of the provider that are exceptions, each with a page and with examples', () => {
  const offered = netskope.resources.map(({ name }) => name).filter((name) => name.endsWith('_exception'));
  expect(offered.sort()).toEqual([...RESOURCES].sort());
  for (const name of RESOURCES) {
    const page = readFileSync(join(ROOT, `docs/resources/${name.replace('netskopesteering_', '')}.md`), 'utf8');
    expect(page).toContain(`resource "${name}"`);
    expect(existsSync(join(ROOT, `examples/resources/${name}/import.tf`))).toBe(true);
  }
});

it('has a generated construct for each, and one that is written by hand', () => {
  const generated = Object.values(l1).flatMap((module) =>
    Object.values(module).flatMap((one: { readonly tfResourceType?: string }) => one.tfResourceType ?? []),
  );
  expect(generated).toEqual(expect.arrayContaining(RESOURCES));
  const stack = new TerraformStack(Testing.app(), 'stack');
  buildEverything(stack);
  const { resource } = JSON.parse(Testing.synth(stack)) as { readonly resource: object };
  expect(Object.keys(resource)).toEqual(expect.arrayContaining(RESOURCES));
});
