/** The real terraform is killed with -9 while its providers start. `npm run soak:kills` does so 500 times. */
import { CLI_CONFIG_FILE } from '../../tools/terraform/terraform';
import { killTerraforms } from '../../tools/soak/kill-terraform';

const KILLS = 50;

// A kill takes half a second, and what stays is waited for.
jest.setTimeout(300_000);

it(`leaves no provider and no socket behind in ${KILLS} kills`, async () => {
  const report = await killTerraforms({ cliConfigFile: CLI_CONFIG_FILE, kills: KILLS, atOnce: 3, seed: 11 });
  expect(report).toMatchObject({ kills: KILLS, left: [] });
  // Some are killed between two starts; most are not.
  expect(report.providers).toBeGreaterThan(KILLS / 2);
});
