/**
 * What tests say that they prove, in the comment above them:
 *
 *     /** @terraform ImportResourceState, import by id *\/    with the real terraform
 *     /** @wire malformed values *\/                          on a socket, where the test stands in terraform's place
 */
import ts from 'typescript';

/** Where it is proven: with the real terraform, or on the wire. */
export type Where = 'terraform' | 'wire';

/** One test, and what it proves. */
export interface Proof {
  readonly file: string;
  /** As jest reports it, with the names of what it is described in; `…` stands for what comes from a table. */
  readonly name: string;
  readonly where: Where;
  /** Calls and features. */
  readonly proves: readonly string[];
}

export function readProofs(file: string, text: string): Proof[] {
  if (!/@(terraform|wire)\b/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const proofs: Proof[] = [];
  const visit = (node: ts.Node, outer: readonly string[]): void => {
    const found = ts.isExpressionStatement(node) ? testOf(node.expression) : undefined;
    if (found === undefined) return ts.forEachChild(node, (part) => visit(part, outer));
    const names = [...outer, found.name];
    const [comment = ''] = (ts.getLeadingCommentRanges(text, node.pos) ?? [])
      .slice(-1)
      .map(({ pos, end }) => text.slice(pos, end));
    for (const tag of tagsOf(comment)) proofs.push({ file, name: names.join(' '), ...tag });
    if (found.describes) ts.forEachChild(node, (part) => visit(part, names));
  };
  visit(source, []);
  return proofs;
}

/** `it('name', ...)`, `it.each(table)('name', ...)`, and the same of `test` and `describe`. */
function testOf(expression: ts.Expression): { readonly name: string; readonly describes: boolean } | undefined {
  if (!ts.isCallExpression(expression)) return undefined;
  const [, kind] = /^(it|test|describe)\b/.exec(expression.expression.getText()) ?? [];
  const name = expression.arguments[0] && nameIn(expression.arguments[0]);
  return kind === undefined || name === undefined ? undefined : { name, describes: kind === 'describe' };
}

/** What only a run knows of a name is left out. */
function nameIn(name: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(name)) return name.text.replace(/%[a-z#]/g, '…');
  if (!ts.isTemplateExpression(name)) return undefined;
  return name.templateSpans.reduce((text, { literal }) => `${text}…${literal.text}`, name.head.text);
}

function tagsOf(comment: string): Pick<Proof, 'where' | 'proves'>[] {
  const plain = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\*/gm, '');
  return [...plain.matchAll(/@(terraform|wire)\b([^@]*)/g)].map(([, where, list = '']) => ({
    where: where as Where,
    proves: list
      .split(',')
      .map((word) => word.replace(/\s+/g, ' ').trim())
      .filter((word) => word !== ''),
  }));
}
