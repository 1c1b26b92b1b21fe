/** Guardrails on whatever a source may hold: hostile names, objects that do not fit together, values that are not known. */
import fc from 'fast-check';
import { CATALOGUE_ENTRIES } from '../../../steering/catalogue';
import { checkModel } from '../../../steering/rules';
import { PINNED_ACTIONS } from '../../../steering/model/model';
import { TRAFFIC_MODES } from '../../../steering/domain/exceptions';
import { PLATFORMS, type PlatformName } from '../../../steering/domain/vocabulary';
import { modelOf, type AppDeclaration, type ExceptionDeclaration, type Stack } from './stack';

const executables = CATALOGUE_ENTRIES.flatMap((entry) => (entry.executables.windows ?? []).map(({ value }) => value));
const text = fc.oneof(
  fc.constantFrom(...executables, '*', '*.x', '^(a+)+$', '(', '(?=a)', '', '__proto__', 'constructor', '*.viber.com'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const texts = fc.array(text, { maxLength: 4 });
const key = fc.constantFrom('a', 'b', 'c', 'gone');
const platform = fc.constantFrom<PlatformName>(...PLATFORMS.map(({ name }) => name));
const side = fc.constantFrom('on_premises' as const, 'off_premises' as const, undefined);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const app: fc.Arbitrary<AppDeclaration> = fc
  .tuple(
    fc.record({ name: maybe(text) }),
    fc.dictionary(platform, fc.oneof(texts, fc.record({ regex: texts })), { maxKeys: 3 }),
    fc.boolean(),
  )
  .map(([name, platforms, open]) => ({ ...name, ...platforms, ...(open && { open: true as const }) }));

const exception: fc.Arbitrary<ExceptionDeclaration> = fc
  .tuple(
    fc.record({ in: key }),
    fc.record({ app: maybe(key), domains: texts, classifications: texts, side }, { requiredKeys: [] }),
    fc.dictionary(platform, maybe(fc.constantFrom(...PINNED_ACTIONS)), { maxKeys: 3 }),
  )
  .map(([place, rest, platforms]) => ({ ...place, ...rest, ...platforms }));

const mode = fc.constantFrom(...TRAFFIC_MODES);
const stack: fc.Arbitrary<Stack> = fc.record({
  configurations: fc.dictionary(
    key,
    fc.record(
      {
        name: maybe(text),
        enabled: maybe(fc.boolean()),
        mode: maybe(mode),
        dynamic: fc.record({ on_premises: mode, off_premises: mode }),
        dynamicUnknown: fc.constant(true as const),
      },
      { requiredKeys: [] },
    ),
  ),
  apps: fc.dictionary(key, app),
  exceptions: fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), exception, { maxKeys: 8 }),
  ports: fc.array(fc.record({ in: key, port: fc.constantFrom(80, 443, 5222, 0, null, undefined), domains: texts }), {
    maxLength: 5,
  }),
});

it('never fails, and says everything it finds in a sentence', () => {
  fc.assert(
    fc.property(stack, maybe(stack), (now, before) => {
      const { findings } = checkModel(modelOf(now), before && { before: modelOf(before) });
      for (const finding of findings) {
        expect(finding.code).not.toBe('rule-failed');
        expect(finding.message).not.toContain('[object');
      }
    }),
    { numRuns: 300 },
  );
});
