/** What an editor shows of the SDK: every export says what it is, and so does every word that an author writes in a declaration. */
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { compile } from '../support/type-check';

const SDK = resolve(__dirname, '../../providers/plugin-sdk');
const ENTRIES = ['index.ts', 'testing/index.ts', 'testing/terraform/index.ts'];
/** What authors write by member, or get in their operations. */
const WRITTEN = /^(t|attribute|block|ProviderDriver|Options|Schema|Step|.*(Definition|Request|Options|Operation))$/;

const program = compile(ENTRIES.map((entry) => join(SDK, entry)));
const checker = program.getTypeChecker();

const isSilent = (symbol: ts.Symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === '';

function exportsOf(entry: string): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(join(SDK, entry))!)!;
  return checker
    .getExportsOfModule(module)
    .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one));
}

/** Its own, or those that it has as a value. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined) return [];
  if (ts.isVariableDeclaration(declaration))
    return checker.getTypeOfSymbolAtLocation(symbol, declaration).getProperties();
  if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return [];
  const shown = declaration.members.filter(
    (member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) && member.name !== undefined,
  );
  return shown.flatMap((member) => (member.name === undefined ? [] : (checker.getSymbolAtLocation(member.name) ?? [])));
}

it.each(ENTRIES)('every export of %s is documented', (entry) => {
  const all = exportsOf(entry);
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter(isSilent).map(({ name }) => name)).toEqual([]);
});

it('so is every member of what authors write and get', () => {
  const written = ENTRIES.flatMap(exportsOf).filter(({ name }) => WRITTEN.test(name));
  expect(written.map(({ name }) => name)).toEqual(expect.arrayContaining(['t', 'attribute', 'ResourceDefinition']));
  const members = written.flatMap((symbol) => membersOf(symbol).map((member) => [symbol.name, member] as const));
  expect(members.length).toBeGreaterThan(100);
  expect(members.filter(([, member]) => isSilent(member)).map(([of, { name }]) => `${of}.${name}`)).toEqual([]);
});
