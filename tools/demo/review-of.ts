/** The plan of the demo as a reviewer would have seen it, beside the stack that it is of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, reviewPlans } from '../../review';
import { paletteOfStdout } from '../../cli/show';

const color = paletteOfStdout();

/** @param stack its folder */
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
