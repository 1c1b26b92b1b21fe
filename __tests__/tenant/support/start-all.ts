// Starts a tenant on each folder that is named, one after the other, and prints a line of JSON for each: what became of it.
import { COLLECTION_NAMES, pathIn } from '../../../tenant/contract/collections';
import { startTenant } from '../../../tenant/emulator';

async function read(dataDir: string): Promise<object> {
  try {
    const tenant = await startTenant({ dataDir });
    try {
      const headers = { 'Netskope-Api-Token': tenant.token };
      const urls = COLLECTION_NAMES.map((name) => `${tenant.serverUrl}${pathIn(name, { config: 0 })}?limit=100`);
      const statuses = await Promise.all(urls.map(async (url) => (await fetch(url, { headers })).status));
      return { statuses };
    } finally {
      await tenant.close();
    }
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message };
  }
}

async function main(): Promise<void> {
  for (const dataDir of process.argv.slice(2)) process.stdout.write(`${JSON.stringify(await read(dataDir))}\n`);
}

void main();
