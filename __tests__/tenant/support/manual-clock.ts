/** A clock that stands still until a test moves it. */
import type { Clock } from '../../../tenant/emulator';

export interface ManualClock extends Clock {
  /** Moves on, and wakes who has slept long enough. */
  advance(ms: number): void;
  /** How long those who sleep will still sleep, in milliseconds. */
  readonly sleeping: readonly number[];
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let time = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal.aborted) return resolve();
        const sleeper = { until: time + ms, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener('abort', () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        });
      }),
    advance(ms) {
      time += ms;
      const awake = sleepers.filter(({ until }) => until <= time);
      sleepers = sleepers.filter(({ until }) => until > time);
      for (const { wake } of awake) wake();
    },
    get sleeping() {
      return sleepers.map(({ until }) => until - time);
    },
  };
}
