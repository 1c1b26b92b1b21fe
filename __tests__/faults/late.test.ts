/** Objects that show late [vendor], and pages that skip a row: nothing is taken for gone, and nothing is made twice. */
import type { Clock } from '../../tenant/emulator';
import { VirtualClock } from '../netskope/client/support/virtual-clock';
import { idOf } from '../netskope/support/drive';
import { SAMPLES } from '../support/samples';
import { Stage } from './support/stage';

/** An object is made within no time, and then absence is not believed for so long. */
const BUDGET_MS = 35_000;
const LAGS_MS = [0, 1_000, 10_000, 30_000] as const;

const NEW = SAMPLES.filter(({ isDefault }) => isDefault === undefined);

describe.each(NEW.map((sample) => [sample.type, sample] as const))('%s', (_, sample) => {
  const { type } = sample;
  let clock: VirtualClock;
  let stage: Stage;

  const start = async (visibilityLagMs: number) => {
    clock = new VirtualClock(Date.now());
    const ofTenant: Clock = { now: () => clock.now(), sleep: (ms, signal) => clock.sleep(ms, signal) };
    stage = await Stage.start(sample, { visibilityLagMs, clock: ofTenant });
    const { driver } = await stage.command({ clock });
    return driver.apply(type, stage.first);
  };
  afterEach(() => stage?.close());

  it.each(LAGS_MS)('that shows after %i ms is there for a plan at once, and is not planned again', async (lagMs) => {
    const made = await start(lagMs);
    const began = clock.now();
    const { driver } = await stage.command({ clock });
    const read = await driver.read(type, made!);
    expect((await driver.plan(type, stage.first, read)).action).toBe('no-op');
    expect(clock.now() - began).toBeLessThan(BUDGET_MS);
    expect(stage.made()).toEqual([idOf(read)]);
  });

  it.each(LAGS_MS)('that shows after %i ms is changed and deleted at once, and leaves nothing', async (lagMs) => {
    const made = await start(lagMs);
    const next = (await stage.command({ clock })).driver;
    const changed = await next.apply(type, stage.second, await next.read(type, made!));
    const last = (await stage.command({ clock })).driver;
    const read = await last.read(type, changed!);
    expect((await last.plan(type, stage.second, read)).action).toBe('no-op');
    expect(await last.apply(type, null, read)).toBeNull();
    expect(stage.made()).toEqual([]);
  });

  it('that is not seen yet is deleted all the same where nobody looked before', async () => {
    const made = await start(30_000);
    expect(await (await stage.command({ clock })).driver.apply(type, null, made)).toBeNull();
    expect(stage.made()).toEqual([]);
  });

  it('that was changed before anybody saw it is still waited for', async () => {
    const made = await start(30_000);
    const changed = await (await stage.command({ clock })).driver.apply(type, stage.second, made);
    const { driver } = await stage.command({ clock });
    expect((await driver.read(type, changed!))?.state).toEqual(changed?.state);
  });

  it('that never shows is gone in the end', async () => {
    const made = await start(600_000);
    const began = clock.now();
    const { driver } = await stage.command({ clock });
    expect(await driver.read(type, made!)).toBeNull();
    expect(clock.now() - began).toBeGreaterThan(BUDGET_MS - 1_000);
    expect(clock.now() - began).toBeLessThan(BUDGET_MS + 1_000);
  });
});
