/**
 * Generates `constructs/gen/shapes.ts`: what every public constructor, static method, method and function of the
 * constructs takes, read from its types. JavaScript has no types, and `tsx` checks none, so the constructs check by
 * these shapes what they are given.
 */
import { join } from 'node:path';
import ts from 'typescript';
import type { Call, Kind, Place, Shape, Word } from '../../constructs/plumbing/shape';
import { formatted, type GeneratedFile } from './drift';

const ROOT = join(__dirname, '..', '..');
const ENTRIES = ['constructs/index.ts', 'constructs/testing/index.ts'].map((path) => join(ROOT, path));

/** The doc tag of a property whose value decides what is made at synth; its text is the reason. */
const LITERAL = 'literal';

const PRIMITIVES: readonly (readonly [ts.TypeFlags, Kind])[] = [
  [ts.TypeFlags.StringLike, 'text'],
  [ts.TypeFlags.NumberLike, 'number'],
  [ts.TypeFlags.BooleanLike, 'truth'],
  [ts.TypeFlags.Any | ts.TypeFlags.Unknown, 'anything'],
];

/** The shapes as text of TypeScript. */
export async function generateShapes(): Promise<GeneratedFile[]> {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  return Promise.all([formatted('constructs/gen/shapes.ts', emitShapes(readTypes(ENTRIES, options)))]);
}

interface Read {
  readonly calls: Readonly<Record<string, Call>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** Reads what the modules export. @throws Error where a type is none that a shape can express */
export function readTypes(entries: readonly string[], options: ts.CompilerOptions): Read {
  const program = ts.createProgram([...entries], options);
  return new Reader(program, entries).read();
}

function emitShapes({ calls, shapes }: Read): string {
  const names = (record: object) =>
    Object.keys(record)
      .map((name) => JSON.stringify(name))
      .join(' | ');
  return `// Generated from the types of constructs/ by \`npm run generate\`. Do not edit.
import type { Call, Shape } from '../plumbing/shape';

/** What the public constructors, functions and methods are called. */
export type CallName = ${names(calls)};

/** What each of them takes. */
export const CALLS: Readonly<Record<CallName, Call>> = ${JSON.stringify(calls)};

/** The properties of the objects in them. */
export const SHAPES: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes)};
`;
}

class Reader {
  private readonly checker: ts.TypeChecker;
  private readonly exported: readonly ts.Symbol[];
  /** The types of the exported classes, to which some properties refer. */
  private readonly classes: readonly ts.Type[];
  private readonly calls: Record<string, Call> = {};
  private readonly shapes: Record<string, Shape> = {};
  private readonly shaped = new Map<string, ts.Type>();

  constructor(program: ts.Program, entries: readonly string[]) {
    const checker = (this.checker = program.getTypeChecker());
    this.exported = entries
      .flatMap((path) => program.getSourceFile(path) ?? [])
      .flatMap((file) => checker.getExportsOfModule(checker.getSymbolAtLocation(file) ?? missing(file.fileName)))
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
    this.classes = this.exported
      .filter(({ flags }) => flags & ts.SymbolFlags.Class)
      .map((symbol) => checker.getDeclaredTypeOfSymbol(symbol));
  }

  read(): Read {
    for (const symbol of this.exported) {
      if (symbol.flags & ts.SymbolFlags.Class) this.readClass(symbol);
      else if (symbol.flags & ts.SymbolFlags.Interface) this.readInterface(symbol);
      else if (symbol.flags & ts.SymbolFlags.Function) this.readCall(symbol.name, typeOf(this.checker, symbol));
      else if (symbol.flags & ts.SymbolFlags.Variable) this.readMembers(symbol.name, typeOf(this.checker, symbol));
    }
    return { calls: sorted(this.calls), shapes: sorted(this.shapes) };
  }

  private readClass(symbol: ts.Symbol): void {
    const type = typeOf(this.checker, symbol);
    const abstract = symbol.declarations?.some(
      (one) => ts.isClassDeclaration(one) && ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract,
    );
    if (!abstract) this.add(symbol.name, type.getConstructSignatures()[0]);
    this.readMembers(symbol.name, type);
    this.readMethods(symbol);
  }

  /** Reads the methods of an interface, unless an exported class has them. */
  private readInterface(symbol: ts.Symbol): void {
    const type = this.checker.getDeclaredTypeOfSymbol(symbol);
    if (!this.classes.some((one) => this.checker.isTypeAssignableTo(one, type))) this.readMethods(symbol);
  }

  private readMethods(symbol: ts.Symbol): void {
    for (const member of this.checker.getPropertiesOfType(this.checker.getDeclaredTypeOfSymbol(symbol))) {
      if (!(member.flags & ts.SymbolFlags.Method) || !isOwn(member) || !isPublic(member)) continue;
      this.add(`${symbol.name}.${member.name}`, typeOf(this.checker, member).getCallSignatures()[0], 'object');
    }
  }

  /** Reads static methods, and the functions in an object. */
  private readMembers(name: string, type: ts.Type): void {
    for (const member of this.checker.getPropertiesOfType(type)) {
      if (isOwn(member) && isPublic(member)) this.readCall(`${name}.${member.name}`, typeOf(this.checker, member));
    }
  }

  private readCall(name: string, type: ts.Type): void {
    this.add(name, type.getCallSignatures()[0]);
  }

  private add(name: string, signature: ts.Signature | undefined, around?: Call['scope']): void {
    const parameters = [...(signature?.getParameters() ?? [])];
    const scope = around ?? (parameters[0] && this.scopeOf(parameters[0]));
    if (scope !== undefined && scope !== around) parameters.shift();
    if (parameters.length === 0) return;
    this.calls[name] = { ...(scope && { scope }), takes: parameters.map((one) => this.parameter(one)) };
  }

  private scopeOf(parameter: ts.Symbol): Call['scope'] {
    const type = typeOf(this.checker, parameter).getSymbol()?.name ?? '';
    if (isRest(parameter)) return undefined;
    if (type === 'TerraformStack') return 'stack';
    return ['Construct', 'IConstruct'].includes(type) ? 'construct' : undefined;
  }

  private parameter(symbol: ts.Symbol): Call['takes'][number] {
    const { name } = symbol;
    const declaration = symbol.valueDeclaration;
    const optional =
      declaration !== undefined && ts.isParameter(declaration) && this.checker.isOptionalParameter(declaration);
    const type = typeOf(this.checker, symbol);
    if (isRest(symbol)) {
      const [element] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { name, kind: this.kindOf(element ?? missing(name), name), rest: true };
    }
    // A destructured parameter has no name of its own.
    const shown = name.startsWith('__') ? 'props' : name;
    return { name: shown, kind: name === 'id' ? 'id' : this.kindOf(type, name), ...(optional && { optional }) };
  }

  private place(symbol: ts.Symbol, owner: string): Place {
    this.insistOnUndefined(symbol, owner);
    const literal = symbol.getJsDocTags(this.checker).find(({ name }) => name === LITERAL);
    return {
      kind: this.kindOf(typeOf(this.checker, symbol), `${owner}.${symbol.name}`),
      ...(symbol.flags & ts.SymbolFlags.Optional && { optional: true }),
      ...(literal && { literal: ts.displayPartsToString(literal.text).replace(/\s+/g, ' ') }),
    };
  }

  /** What may be left out may be undefined too, whatever a user's compiler says of exact optional properties. */
  private insistOnUndefined({ name, valueDeclaration: one }: ts.Symbol, owner: string): void {
    if (one === undefined || !ts.isPropertySignature(one) || one.questionToken === undefined) return;
    if (!/\/constructs\/(?!l1\/)/.test(one.getSourceFile().fileName) || one.type === undefined) return;
    const type = this.checker.getTypeFromTypeNode(one.type);
    const parts = type.isUnion() ? type.types : [type];
    if (parts.some(({ flags }) => flags & ts.TypeFlags.Undefined)) return;
    throw new Error(`${owner}.${name} may be left out, so it may be undefined as well: write "| undefined".`);
  }

  private kindOf(type: ts.Type, where: string): Kind {
    const parts = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const others = parts.filter((part) => !(part.flags & ts.TypeFlags.Null) && !isResolvable(part));
    const kind = this.kindOfParts(others, where);
    const orToken: Kind = parts.some(isResolvable) ? { orToken: kind } : kind;
    return parts.some(({ flags }) => flags & ts.TypeFlags.Null) ? { orNull: orToken } : orToken;
  }

  private kindOfParts(parts: readonly ts.Type[], where: string): Kind {
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral) && parts.length > 1) return 'truth';
    if (parts.length > 0 && parts.every((part) => part.isLiteral() || part.flags & ts.TypeFlags.BooleanLiteral)) {
      return this.words(parts);
    }
    const [first, ...more] = parts;
    if (first === undefined) throw new Error(`${where} takes nothing but undefined`);
    if (more.length === 0) return this.kindOfOne(first, where);
    const isWord = (part: ts.Type) => part.isLiteral();
    const words = parts.filter(isWord);
    const kinds = parts.filter((part) => !isWord(part)).map((part) => this.kindOfOne(part, where));
    if (words.length > 0) kinds.push(this.words(words));
    // The compiler orders the types of a union as it happens to meet them.
    return { either: kinds.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
  }

  private words(parts: readonly ts.Type[]): Kind {
    const words = parts.map((part) => (part.isLiteral() ? part.value : this.checker.typeToString(part) === 'true'));
    return { words: [...new Set(words as Word[])].sort() };
  }

  private kindOfOne(type: ts.Type, where: string): Kind {
    const primitive = PRIMITIVES.find(([flags]) => type.flags & flags);
    if (primitive !== undefined) return primitive[1];
    if (this.checker.isArrayType(type)) {
      const [element] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { list: this.kindOf(element ?? missing(where), `an element of ${where}`) };
    }
    if (type.getCallSignatures().length > 0) return 'method';
    const isObject = type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection);
    if (!isObject || type.getStringIndexType() !== undefined) {
      throw new Error(`${where}: no shape can express ${this.checker.typeToString(type)}`);
    }
    const name = this.checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    if (this.isReference(type, name)) return { reference: this.shape(type, name, true) };
    return { object: this.shape(type, name, false) };
  }

  /** Says whether an object is one that a construct can be, so that it may have more than its type names. */
  private isReference(type: ts.Type, name: string): boolean {
    if (isForeign(type) || type.isClass() || /^I[A-Z]/.test(name)) return true;
    if (/(Props|Options)$/.test(name)) return false;
    const demands = this.checker.getPropertiesOfType(type).some(({ flags }) => !(flags & ts.SymbolFlags.Optional));
    return demands && this.classes.some((one) => this.checker.isTypeAssignableTo(one, type));
  }

  private shape(type: ts.Type, name: string, reference: boolean): string {
    const known = this.shaped.get(name);
    if (known !== undefined && known !== type && known.symbol !== type.symbol)
      throw new Error(`Two types are called ${name}`);
    if (known !== undefined) return name;
    this.shaped.set(name, type);
    const members = this.checker.getPropertiesOfType(type).filter(isPublic);
    const place = (member: ts.Symbol): Place => {
      if (reference && !isOwn(member)) return { kind: 'anything' };
      return this.place(member, name);
    };
    const shown = reference ? members.filter((member) => tells(type, member)) : members;
    this.shapes[name] = Object.fromEntries(shown.map((member) => [member.name, place(member)]));
    return name;
  }
}

/** Says whether an object shows by a member that it is of a type. Of a type of cdktf only what it declares itself counts. */
function tells(type: ts.Type, member: ts.Symbol): boolean {
  if (isOwn(member)) return true;
  const { parent } = member as ts.Symbol & { readonly parent?: ts.Symbol };
  if (member.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Optional)) return false;
  return !type.isClass() || parent === type.getSymbol();
}

const isIn = (folders: RegExp, symbol: ts.Symbol | undefined): boolean =>
  (symbol?.declarations ?? []).some((one) => folders.test(one.getSourceFile().fileName));
/** Says whether a member is declared by us, and not by a library or the generated resources. */
const isOwn = (symbol: ts.Symbol): boolean => !isIn(/\/node_modules\/|\/constructs\/l1\//, symbol);
/** Says whether a type is one of cdktf or constructs. */
const isForeign = ({ aliasSymbol, symbol }: ts.Type): boolean =>
  isIn(/\/node_modules\/(?!typescript\/)/, aliasSymbol ?? symbol);

const isPublic = (symbol: ts.Symbol): boolean =>
  !symbol.name.startsWith('__') &&
  !symbol.declarations?.some(
    (one) => ts.getCombinedModifierFlags(one) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected),
  );

const isResolvable = (type: ts.Type): boolean => type.getSymbol()?.name === 'IResolvable';

const isRest = ({ valueDeclaration: one }: ts.Symbol): boolean =>
  one !== undefined && ts.isParameter(one) && one.dotDotDotToken !== undefined;

const typeOf = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Type => checker.getTypeOfSymbol(symbol);

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function missing(what: string): never {
  throw new Error(`${what} cannot be read`);
}
