/** What the constructs write, before the real terraform with the real provider's schema. No tenant is needed for that. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI_CONFIG_FILE, runTerraform } from '../../tools/terraform/terraform';
import { buildEverything } from './everything';
import { synthesize } from './synthesize';

it('validates', async () => {
  if (!existsSync(CLI_CONFIG_FILE)) throw new Error('dist/terraformrc is missing: run npm run build first');
  const { config } = synthesize((stack) => buildEverything(stack));
  const folder = mkdtempSync(join(tmpdir(), 'validate-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(config));
    const options = { cwd: folder, cliConfigFile: CLI_CONFIG_FILE };
    expect(await runTerraform(['init'], options)).toMatchObject({ exitCode: 0, stderr: '' });
    const { stdout } = await runTerraform(['validate', '-json'], options);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
