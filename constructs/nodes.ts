/** The constructs of a stack. */
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** From the stack down, without the stacks in it: cdktf writes each by itself. */
export function nodesOf(stack: TerraformStack): IConstruct[] {
  const found: IConstruct[] = [];
  const visit = (node: IConstruct): void => {
    found.push(node);
    for (const child of node.node.children) if (!TerraformStack.isStack(child)) visit(child);
  };
  visit(stack);
  return found;
}
