// Stands in for `netskope-steering review`, as far as the pipelines of examples/gitops call it: says which resources a plan changes
// and how, and with --same-as whether another plan does the same. It judges nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string' }, 'fail-on': { type: 'string' }, 'same-as': { type: 'string' } },
});
const [, folder] = positionals;
const { resource_changes: changes = [] } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'));
const does = changes
  .filter(({ change }) => change.actions.join() !== 'no-op' || change.importing)
  .map(({ address, change }) => {
    const content = JSON.stringify([change.after, change.after_unknown, change.importing]);
    return `${change.actions.join()} ${address} ${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
  })
  .sort();
const said = {
  json: JSON.stringify({ does }),
  markdown: does.map((line) => `- \`${line}\``).join('\n'),
  html: `<!doctype html><title>A stand-in</title><pre>${does.join('\n')}</pre>`,
};
console.log(said[values.format]);
const reviewed = values['same-as'];
if (
  reviewed !== undefined &&
  JSON.stringify(JSON.parse(readFileSync(reviewed, 'utf8')).does) !== JSON.stringify(does)
) {
  console.error('the plan does something else than what was reviewed');
  process.exitCode = 3;
}
