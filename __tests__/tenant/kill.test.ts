import { startTenant } from '../../tenant/emulator';
import { killWhileWriting } from '../../tools/soak/kill-tenant';
import { Writer } from '../../tools/soak/writer';
import { bundleTenant, type BundledTenant } from '../support/bundled-tenant';
import { temporaryFolder } from './support/temporary-folder';

let program: BundledTenant;
let folder: { path: string; remove(): void };
beforeAll(() => {
  program = bundleTenant();
});
afterAll(() => program.remove());
beforeEach(() => {
  folder = temporaryFolder('kill');
});
afterEach(() => folder.remove());

test('50 kills with -9 under a write load lose nothing that was acknowledged, and leave nothing half written', async () => {
  const report = await killWhileWriting({ program, dataDir: folder.path, kills: 50, writers: 4, seed: 7 });
  expect(report).toMatchObject({ kills: 50, losses: [] });
  expect(report.acknowledged).toBeGreaterThan(500);
}, 180_000);

/** A tenant with what a writer wrote, after a restart. */
async function writeAndRestart(): Promise<{ writer: Writer; tenant: Awaited<ReturnType<typeof startTenant>> }> {
  const first = await startTenant({ dataDir: folder.path });
  const address = { serverUrl: first.serverUrl, apiKey: first.token };
  const writer = await Writer.create(address, 'writer', 3);
  await writer.writeUntilLost(address, () => void (writer.acknowledged === 40 && first.close()));
  return { writer, tenant: await startTenant({ dataDir: folder.path }) };
}

describe('the writer that looks for losses', () => {
  test('finds none in what is there', async () => {
    const { writer, tenant } = await writeAndRestart();
    const loss = await writer.findLoss({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
    await tenant.close();
    expect(loss).toBeUndefined();
  });

  test.each<[string, (store: Awaited<ReturnType<typeof startTenant>>['store']) => void]>([
    ['a row that is gone', ({ nonStandardPorts }) => nonStandardPorts.remove(nonStandardPorts.last()!.id)],
    [
      'a row that was not written',
      ({ nonStandardPorts }) => nonStandardPorts.put('row-x', { ...nonStandardPorts.last()!, id: 'row-x' }),
    ],
    [
      'another value',
      ({ nonStandardPorts }) =>
        nonStandardPorts.put(nonStandardPorts.last()!.id, { ...nonStandardPorts.last()!, port: null }),
    ],
    [
      'one exception of many on another side',
      ({ exceptions }) => exceptions.put(exceptions.last()!.id, { ...exceptions.last()!, location: 'off_prem' }),
    ],
    ['the whole configuration', ({ configurations }) => configurations.remove(1)],
  ])('finds %s', async (_, damage) => {
    const { writer, tenant } = await writeAndRestart();
    damage(tenant.store);
    const loss = await writer.findLoss({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
    await tenant.close();
    expect(loss).toMatch(/^(found|GET) /);
  });
});
