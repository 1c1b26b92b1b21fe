/** Shows the review that a reviewer of the demo's plan would have read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, reviewPlans } from '../../review';
import { paletteOfStdout } from '../../cli/show';

const color = paletteOfStdout();

/**
 * The review as text.
 *
 * @param plan the plan as JSON text.
 * @param stack the folder of the stack that the plan belongs to.
 */
export function reviewOf(plan: string, stack: string): string {
  const read = (name: string) => readFileSync(join(stack, name), 'utf8');
  const input = {
    name: 'tenant',
    source: 'cdk.tf.json',
    plan,
    stack: read('cdk.tf.json'),
    steering: read('steering.json'),
  };
  const today = new Date().toISOString().slice(0, 10);
  const title = color.bold('What a reviewer of that plan would have read (netskope-steering review):');
  const text = render(reviewPlans([input], { today }), 'terminal', { version: '', color: color.isColorSupported });
  return `${title}\n\n${text.trimEnd()}`;
}
