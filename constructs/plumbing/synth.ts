/**
 * What do all constructs need at synth? They refuse literals that the tenant or the provider would refuse later, and
 * warn of others. They escape users' free text on its way into Terraform JSON, where every string is a template. They
 * resolve tokens, and they walk the constructs of a stack. Tokens are never judged.
 */
import {
  Annotations,
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
  type TerraformProvider,
} from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { complainAboutRepeatedHost } from '../../steering/domain/hosts';
import { type Complaint, LONGEST_NAME } from '../../steering/domain/vocabulary';
import { NetskopeSteeringProvider } from '../l1/provider';

/** The error for a value that a construct refuses: a mistake of whoever wrote the value, and no bug. */
export class Refusal extends Error {}

/** Throws an error that names the construct. */
export function refuse(construct: IConstruct, what: string): never {
  throw new Refusal(`${construct.node.path}: ${what}`);
}

/**
 * Throws where a construct belongs to another stack: Terraform sees only the outputs of another stack, and can neither
 * depend on its resources nor add to them.
 * @param property the prop by which the construct was given
 * @param way what to do instead, as a sentence
 */
export function refuseOtherStack(construct: IConstruct, property: string, other: unknown, way: string): void {
  if (!Construct.isConstruct(other)) return;
  const [own, its] = [TerraformStack.of(construct), TerraformStack.of(other)];
  if (own === its) return;
  refuse(
    construct,
    `${property} is ${other.node.path}, of the stack ${its.node.path}, not of ${own.node.path}. ${way}`,
  );
}

/**
 * The provider of something that belongs to another thing, which must be on the same tenant.
 * @param given the provider that was given for it, if any
 * @param owner what it belongs to; a subject for the complaint names it
 */
export function providerIn(
  construct: IConstruct,
  given: TerraformProvider | undefined,
  owner: { readonly provider?: TerraformProvider | undefined },
  subject: string,
): TerraformProvider | undefined {
  if (given === undefined || given === owner.provider) return owner.provider;
  const its = owner.provider === undefined ? 'the provider without an alias' : owner.provider.node.path;
  return refuse(
    construct,
    `${subject} is on the tenant of ${its}, and provider is ${given.node.path}. Give both the same provider.`,
  );
}

/** Throws at the first literal of the list that a rule complains about. */
export function refuseBad(
  construct: IConstruct,
  values: readonly string[] | undefined,
  complain: (value: string) => Complaint | undefined,
): void {
  for (const { summary, detail } of literalsOf(values).flatMap((value) => complain(value) ?? []))
    refuse(construct, `${summary}. ${detail}`);
}

/** Puts a warning on the construct where a rule remarks on literals of the list. */
export function warnOf(
  construct: IConstruct,
  values: readonly string[] | undefined,
  remark: (values: readonly string[]) => Complaint | undefined,
): void {
  const said = remark(literalsOf(values));
  if (said !== undefined) Annotations.of(construct).addWarning(`${said.summary}. ${said.detail}`);
}

function literalsOf(values: readonly string[] | undefined): readonly string[] {
  if (values === undefined || Token.isUnresolved(values)) return [];
  return values.filter((value) => !Token.isUnresolved(value));
}

/** Throws at the first literal of a list of host names that a rule complains about, and where two of them are one name. */
export function refuseBadHosts(
  construct: IConstruct,
  hosts: readonly string[] | undefined,
  complain: (host: string) => Complaint | undefined,
): void {
  refuseBad(construct, hosts, complain);
  if (hosts === undefined || Token.isUnresolved(hosts)) return;
  const complaint = complainAboutRepeatedHost(hosts.filter((host) => !Token.isUnresolved(host)));
  if (complaint !== undefined) refuse(construct, `${complaint.summary}. ${complaint.detail}`);
}

/** Throws at a list of names with one that is empty or too long. @param property what users call the list */
export function refuseBadNames(construct: IConstruct, property: string, names: readonly string[] | undefined): void {
  refuseBad(construct, names, (name) => {
    const { length } = [...name];
    if (length > 0 && length <= LONGEST_NAME) return undefined;
    const detail = `One of ${property} has ${length} characters; 1 to ${LONGEST_NAME} are allowed.`;
    return { summary: 'Not a name', detail };
  });
}

/** Throws at an empty list, with which the exception would match nothing. */
export function refuseEmpty(construct: IConstruct, property: string, values: readonly unknown[]): void {
  if (Token.isUnresolved(values) || values.length > 0) return;
  refuse(construct, `The list of ${property} is empty, so the exception would match nothing. Give at least one.`);
}

/** Indents all lines but the first, before which cdktf puts the path of the construct. */
export function indented(lines: string): string {
  return lines.replaceAll('\n', '\n    ');
}

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** Resolves tokens as synth will resolve them. */
export function resolveTokens(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver: RESOLVER, preparing: false });
}

/** The form in which cdktf marks the place of a value that is resolved at synth. */
const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;

/**
 * Escapes what Terraform would read as a template (`${`, `%{`), so that the text arrives as it was written. Tokens of
 * cdktf keep working. To write an expression on purpose, use `Fn`, an attribute of a construct or the L1.
 */
export function escapeText(text: string): string {
  const pieces = text.split(TOKEN);
  if (pieces.length === 1) return text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : escapeBesideTokens(piece))).join('');
}

/**
 * Escapes a literal next to a token, where `$${` would not do: cdktf takes any `${` for an expression that is already
 * open, and a dollar sign right before the token's own expression would escape that expression. So the dollar signs
 * become an expression themselves.
 */
function escapeBesideTokens(literal: string): string {
  return literal.replace(/%\{/g, '%%{').replace(/\$+(?=\{|$)/g, (dollars) => `\${"${dollars}"}`);
}

/** Escapes each text of a list; a list that is itself a token stays as it is. */
export function escapeTexts(texts: readonly string[]): string[] {
  return Token.isUnresolved(texts) ? (texts as string[]) : texts.map(escapeText);
}

/**
 * The nodes of a stack, or of a part of one, from the top down, without the stacks inside it, because cdktf writes each
 * of those by itself.
 */
export function nodesOf(part: IConstruct): IConstruct[] {
  const found: IConstruct[] = [];
  const visit = (node: IConstruct): void => {
    found.push(node);
    for (const child of node.node.children) if (!TerraformStack.isStack(child)) visit(child);
  };
  visit(part);
  return found;
}

/** A construct that writes one resource or data source. */
export type Block = TerraformResource | TerraformDataSource;

export function isBlock(node: IConstruct): node is Block {
  return TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
}

/** Says whether a construct writes a resource or data source of this provider. */
export function isOurs(node: IConstruct): node is Block {
  return isBlock(node) && node.terraformResourceType.startsWith(`${NetskopeSteeringProvider.tfResourceType}_`);
}

/** Says whether `addOverride` was called on the stack. Its changes can only be seen in the stack as a whole. */
export function hasOverrides(stack: TerraformStack): boolean {
  const { rawOverrides } = stack as unknown as { readonly rawOverrides?: object };
  return Object.keys(rawOverrides ?? {}).length > 0;
}

/**
 * The addresses of this provider's resources that a stack writes for parts of it, each once. Of a resource that was
 * moved it is the new address, where the stack writes that.
 */
export function addressesOf(parts: readonly IConstruct[]): string[] {
  const resources = parts.flatMap(nodesOf).filter(isResource);
  const moved = resources.flatMap((one) => {
    // An index names one instance, and Terraform waits for whole resources.
    const targets = (writtenBy(one).moved ?? []).map(({ to }) => to.replace(/\[.*$/, ''));
    if (isWritten(one) || targets.length === 0) return [];
    const all = nodesOf(TerraformStack.of(one)).filter(isResource).filter(isWritten).map(addressOf);
    return targets.filter((target) => all.includes(target));
  });
  return [...new Set([...resources.filter(isWritten).map(addressOf), ...moved])];
}

function isResource(node: IConstruct): node is TerraformResource {
  return isOurs(node) && TerraformResource.isTerraformResource(node);
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}

/** Says whether cdktf writes a resource. One that was moved away leaves only a note of where to. */
export function isWritten(resource: TerraformResource): boolean {
  return writtenBy(resource).resource !== undefined;
}

interface Written {
  readonly resource?: object;
  readonly moved?: readonly { readonly to: string }[];
}

/** What cdktf writes of a resource. All of it takes long to make, and is only asked for where there is a move. */
function writtenBy(resource: TerraformResource): Written {
  const { moved } = resource.toMetadata() as { readonly moved?: object };
  return moved === undefined ? { resource } : (resource.toTerraform() as Written);
}

/** Refuses parts that are not of the construct's stack, because Terraform runs one stack at a time. */
export function refuseOtherStacks(construct: IConstruct, property: string, parts: readonly IConstruct[]): void {
  const stack = TerraformStack.of(construct);
  for (const { node } of parts) {
    const around = [...node.scopes].reverse().find((scope) => TerraformStack.isStack(scope));
    if (around === stack) continue;
    const where = around === undefined ? 'is around the stacks' : `belongs to the stack ${around.node.path}`;
    refuse(
      construct,
      `"${property}" names ${node.path === '' ? 'the App' : node.path}, which ${where}, and Terraform runs one stack at a time. ` +
        `Name parts of ${stack.node.path}, and order the stacks with addDependency.`,
    );
  }
}
