/** Ctrl-C while the real terraform waits for a provider. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attribute, provider, resource, schema, serveForDebugging } from 'terraform-plugin-sdk-ts';
import { mustRunTerraform, startTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';

const description = 'd';
const slow = schema({ description, attributes: { text: attribute.string({ description, required: true }) } });
const SOURCE = 'terraform.local/test/x';

it('aborts what runs, and what that saved is stored', async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const never = () => Promise.reject(new Error('not used'));
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    configure: async () => null,
    resources: [
      resource<typeof slow, null>({
        name: 'x_slow',
        schema: slow,
        create: ({ signal, saveState }) =>
          new Promise((_, reject) => {
            saveState({ text: 'half' });
            signal.addEventListener('abort', () => reject(signal.reason as Error));
            begin();
          }),
        read: never,
        update: never,
        delete: never,
      }),
    ],
  });
  const server = await serveForDebugging(SOURCE, served);
  const folder = await mkdtemp(join(tmpdir(), 'interrupt-'));
  try {
    const required = `terraform {\n  required_providers {\n    x = { source = "${SOURCE}" }\n  }\n}\n`;
    await writeFile(join(folder, 'main.tf'), `${required}resource "x_slow" "it" {\n  text = "whole"\n}\n`);
    const options = { cwd: folder, env: { TF_REATTACH_PROVIDERS: server.reattach } };
    await mustRunTerraform(['init'], options);
    const apply = startTerraform(['apply', '-auto-approve'], options);
    await begun;
    apply.interrupt();
    expect(await apply.ended).toMatchObject({
      exitCode: 1,
      said: expect.stringMatching(/Interrupt received.*Error: Interrupted/),
    });
    expect(await mustRunTerraform(['state', 'show', 'x_slow.it'], options)).toMatch(/\(tainted\)[^]*text = "half"/);
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
});
