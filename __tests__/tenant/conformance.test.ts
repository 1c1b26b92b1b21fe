import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startTenant, type ConditionSettings } from '../../tenant/emulator';
import { tablesOf } from '../support/store-snapshot';

const REPOSITORY = join(__dirname, '..', '..');

/** Runs the suite as `npm run conformance` does, against a tenant that somebody uses. */
async function holdAgainst(conditions: Partial<ConditionSettings>) {
  const tenant = await startTenant({ ...conditions, trafficMode: 'web' });
  tenant.store.apps.put('app-of-somebody', {
    ...tenant.store.apps.get('app-1')!,
    id: 'app-of-somebody',
    app_name: 'Somebody’s',
    custom: true,
  });
  const holding = () => tablesOf(tenant.store);
  const before = holding();
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--verbose', '__tests__/conformance'], {
    cwd: REPOSITORY,
    env: { ...process.env, STEERING_CONFORMANCE_URL: tenant.serverUrl, STEERING_CONFORMANCE_TOKEN: tenant.token },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  const after = holding();
  const writes = tenant.journal.entries
    .filter(({ method, status }) => method !== 'GET' && status !== 401)
    .map(({ path }) => path);
  await tenant.close();
  return {
    code,
    failed: [...output.matchAll(/^ {2,}✕ (.*?)(?: \(\d+ m?s\))?$/gm)].map(([, name]) => name),
    output,
    before,
    after,
    writes,
  };
}

describe('the conformance suite', () => {
  it('passes on a tenant that is slow to show and has a rate limit, and leaves it as it was', async () => {
    const { code, failed, before, after, writes, output } = await holdAgainst({
      visibilityLagMs: 20,
      rateLimit: { requests: 400, perSeconds: 1 },
    });
    expect({ code, failed, output: code === 0 ? '' : output }).toEqual({ code: 0, failed: [], output: '' });
    expect(after).toEqual(before);
    // What would do harm if it were not refused is asked of a tenant of one's own only.
    expect(writes.length).toBeGreaterThan(100);
    expect(writes.filter((path) => /configurations\/0|certpinned\/app-([1-4]|of-somebody)$/.test(path))).toEqual([]);
  });

  it.each<[string, Partial<ConditionSettings>, RegExp]>([
    ['drops a field', { quirks: { fieldsDropped: ['domains'] } }, /^are created as written/],
    ['skips rows', { quirks: { pagesSkipRow: true } }, /^come in pages/],
    ['loses answers', { faults: [{ operation: '*', calls: [5, 30, 60], answer: 'reset', carriedOut: true }] }, /^are /],
  ])('tells that a tenant %s, and leaves it as it was', async (_, conditions, name) => {
    const { code, failed, before, after } = await holdAgainst(conditions);
    expect(code).toBe(1);
    expect(failed).toContainEqual(expect.stringMatching(name));
    expect(after).toEqual(before);
  });
});
