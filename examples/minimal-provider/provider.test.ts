/** What a provider's test looks like: without terraform in a few milliseconds, then with it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { minimal } from './provider';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'minimal-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('plans, applies and imports', async () => {
  const path = join(folder, 'a.txt');
  const driver = await ProviderDriver.start(minimal);
  try {
    const made = await driver.apply('minimal_file', { path, text: 'hello' });
    expect((await driver.plan('minimal_file', { path, text: 'hello' }, made)).action).toBe('no-op');
    expect((await driver.importResource('minimal_file', path))?.state).toEqual({ path, text: 'hello' });

    const other = driver.apply('minimal_file', { path, text: 'mine' });
    await expect(other).rejects.toMatchObject({ diagnostics: [{ path: [{ name: 'path' }] }] });
  } finally {
    await driver.close();
  }
});

it('is what terraform expects of a provider', async () => {
  const [path, other] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  const file = (path: string, text: string) => `resource "minimal_file" "it" {
  path = "${path}"
  text = "${text}"
}`;
  await testTerraform(minimal, [
    { config: file(path, 'a'), plan: { 'minimal_file.it': 'create' }, state: { 'minimal_file.it': { text: 'a' } } },
    { config: file(path, 'b'), plan: { 'minimal_file.it': 'update' } },
    { importing: { address: 'minimal_file.it', id: path } },
    { before: () => writeFileSync(path, 'of somebody else'), plan: { 'minimal_file.it': 'update' } },
    { before: () => rmSync(path), plan: { 'minimal_file.it': 'create' } },
    { config: file(other, 'b'), plan: { 'minimal_file.it': 'replace' } },
    { config: file(join(folder, 'no', 'a.txt'), 'b'), error: /File not written with minimal_file.it/ },
  ]);
});
