/** What the constructs write, before the real terraform with the real provider's schema. No tenant is needed for that. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildEverything } from './everything';
import { synthesize } from './synthesize';

const CLI_CONFIG_FILE = resolve(__dirname, '../../dist/terraformrc');

it('validates', () => {
  if (!existsSync(CLI_CONFIG_FILE)) throw new Error('dist/terraformrc is missing: run npm run build first');
  const { config } = synthesize((stack) => buildEverything(stack));
  const folder = mkdtempSync(join(tmpdir(), 'validate-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(config));
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: CLI_CONFIG_FILE };
    const options = { cwd: folder, env, encoding: 'utf8' } as const;
    expect(spawnSync('terraform', ['init', '-input=false', '-no-color'], options)).toMatchObject({
      status: 0,
      stderr: '',
    });
    const { stdout } = spawnSync('terraform', ['validate', '-json'], options);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
