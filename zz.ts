import { readFileSync } from 'node:fs';
import { compare, modelsFromPlan, readPlan } from './steering';
for (const f of process.argv.slice(2)) {
  const models = modelsFromPlan(readPlan(readFileSync(`/tmp/r/${f}.json`, 'utf8')));
  const t = performance.now();
  const c = compare(models.before, models.after);
  const n = c.changes.length;
  console.log(f, n, (performance.now() - t | 0) + ' ms', (process.memoryUsage().rss / 1e6 | 0) + ' MB');
}
