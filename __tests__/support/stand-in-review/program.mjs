// Stands in for `netskope-steering review`, as far as the pipelines of examples/gitops call it: says which resources a plan changes
// and how, and with --same-as whether another plan does the same. It judges nothing.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const value = { type: 'string' };
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    format: value,
    'fail-on': value,
    'same-as': value,
    approvals: value,
    output: value,
    tenant: { type: 'boolean' },
  },
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
const text = does.map((line) => `- \`${line}\``).join('\n');
const said = {
  json: JSON.stringify({ does }),
  markdown: text,
  terminal: text,
  html: `<!doctype html><title>A stand-in</title><pre>${does.join('\n')}</pre>`,
}[values.format];
if (values.output === undefined) console.log(said);
else writeFileSync(values.output, said);
const reviewed = values['same-as'];
if (
  reviewed !== undefined &&
  JSON.stringify(JSON.parse(readFileSync(reviewed, 'utf8')).does) !== JSON.stringify(does)
) {
  console.error('the plan does something else than what was reviewed');
  process.exitCode = 20;
}
