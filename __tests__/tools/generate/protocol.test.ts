import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ProviderDefinition } from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import { FEATURES, MADE_BY_OTHERS, NOT_SERVED } from '../../../tools/generate/protocol/features';
import { PROOFS, type ProofSubject, type ProofPlace } from '../../../tools/generate/protocol/proofs';

const ROOT = resolve(__dirname, '../../..');
const CALLS: readonly ProofSubject[] = Object.values(ProviderDefinition.methods).map(({ name }) => name);

const TESTS = Object.values(PROOFS).flatMap((files) =>
  Object.entries(files).flatMap(([file, tests]) => Object.keys(tests).map((title) => [file, title] as const)),
);

/** A test of this title, whatever stands where `…` does; one that is skipped, or only to be written, is none. */
function testOf(title: string): RegExp {
  const words = title.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<!describe|skip|todo)\\(\\s*(['"\`])${words.join('[^\\n]+')}\\1,`);
}

it.each(TESTS)('%s has the test "%s"', (file, title) => {
  expect(readFileSync(resolve(ROOT, file), 'utf8')).toMatch(testOf(title));
});

it('a call that Terraform 1.11 makes is proven with it, any other on the wire, and a feature on either', () => {
  const provenBy = (where: ProofPlace) => Object.values(PROOFS[where]).flatMap((tests) => Object.values(tests).flat());
  const [terraform, wire] = [provenBy('terraform'), provenBy('wire')];
  const others = CALLS.filter((call) => Object.hasOwn(MADE_BY_OTHERS, call));
  expect(others).toHaveLength(Object.keys(MADE_BY_OTHERS).length);
  expect([
    ...CALLS.filter((call) => !(others.includes(call) ? wire : terraform).includes(call)),
    ...Object.values(FEATURES)
      .flat()
      .filter((feature) => !terraform.includes(feature) && !wire.includes(feature)),
  ]).toEqual([]);
});

it('knows each of the 36 calls of protocol 6.11 as served or not, and none as both', () => {
  const all = [...CALLS, ...NOT_SERVED.flatMap(({ calls }) => calls)];
  expect(new Set(all).size).toBe(36);
  expect(all).toHaveLength(36);
});
