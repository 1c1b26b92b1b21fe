/** What an editor shows of a public name: every one has a text, and the main ones an example that compiles. */
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { compile, complaintsAbout } from '../support/type-check';

const ROOT = resolve(__dirname, '../..');
const ENTRIES = ['constructs/index.ts', 'constructs/testing/index.ts'].map((path) => join(ROOT, path));

const program = compile(ENTRIES);
const checker = program.getTypeChecker();

/** The symbol that an export stands for. */
function original(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** What the entries export, by name. The resources of the provider in `l1` are generated, and have texts of their own. */
const exported = new Map(
  ENTRIES.flatMap((path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path)!);
    return module === undefined ? [] : checker.getExportsOfModule(module);
  })
    .filter(({ name }) => name !== 'l1')
    .map((symbol) => [symbol.name, original(symbol)] as const),
);

/** The types whose members a user sees under a name: of instances, of a class itself, and of a constant. */
function typesOf(symbol: ts.Symbol): ts.Type[] {
  const types: ts.Type[] = [];
  if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
    types.push(checker.getDeclaredTypeOfSymbol(symbol));
  }
  if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Variable)) types.push(checker.getTypeOfSymbol(symbol));
  // The members of a text or of a list are not ours.
  return types.filter((type) => (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection());
}

/**
 * Whether a user may see a member: it is written in this repository by hand, and neither hidden nor internal. The members
 * of generated classes say what they are in their configurations.
 */
function isPublic(member: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const declarations = (member.declarations ?? []).filter(
    (one) => !/node_modules|constructs\/l1\//.test(one.getSourceFile().fileName),
  );
  return (
    declarations.length > 0 &&
    declarations.every((one) => (ts.getCombinedModifierFlags(one) & hidden) === 0) &&
    !member.getJsDocTags().some(({ name }) => name === 'internal')
  );
}

function hasText(symbol: ts.Symbol): boolean {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== '';
}

it('has a text for every public name, and for every member of one', () => {
  const members = [...exported].flatMap(([name, symbol]) =>
    typesOf(symbol)
      .flatMap((type) => checker.getPropertiesOfType(type))
      .filter((member) => member.name !== 'prototype' && isPublic(member))
      .map((member) => [`${name}.${member.name}`, member] as const),
  );
  expect(members.length).toBeGreaterThan(400);
  const all = [...exported, ...members];
  expect([...new Set(all.filter(([, symbol]) => !hasText(symbol)).map(([name]) => name))]).toEqual([]);
});

/** The names that a user starts from. */
const MAIN = `BlockNativeApp, SteeringConfiguration, CertificatePinnedApp, SteeringException, ApplicationBypass,
CategoryBypass, DestinationLocationBypass, DnsBypass, DomainBypass, SourceCountryBypass, SourceLocationBypass, TrafficTest,
TrafficInvariant, TrafficDecision, RolloutCheckpoint, Guardrails, NativeApps, NativeApp, NetskopeSteeringProvider, keepState,
parseTenants, parsePorts, processMatches, expectFlow`.split(/,\s+/);

const exampleOf = (symbol: ts.Symbol | undefined) =>
  (symbol?.getJsDocTags(checker) ?? [])
    .filter(({ name }) => name === 'example')
    .map(({ text }) => ts.displayPartsToString(text));

it.each(MAIN)('%s has an example', (name) => {
  expect(exampleOf(exported.get(name))).toHaveLength(1);
});

it('has examples that compile as they stand', () => {
  const members = [...exported.values()].flatMap(typesOf).flatMap((type) => checker.getPropertiesOfType(type));
  const examples = [...new Set([...exported.values(), ...members].filter(isPublic).flatMap(exampleOf))];
  expect(examples.length).toBeGreaterThanOrEqual(MAIN.length);
  // What a program has already where a construct is added to it.
  const before = `import { TerraformStack, App } from 'cdktf';
import { SteeringConfiguration as Configuration } from 'cdktf-netskope-steering';
declare const stack: TerraformStack;
declare const configuration: ReturnType<typeof Configuration.fromId>;
void [stack, configuration, App];
`;
  const texts = Object.fromEntries(
    examples.map((example, index) => [
      join(ROOT, 'examples', `of-a-docstring-${index}.ts`),
      `${before}${example}\nexport {};\n`,
    ]),
  );
  const complaints = complaintsAbout(compile([], texts), Object.keys(texts));
  expect(complaints).toEqual([]);
});
