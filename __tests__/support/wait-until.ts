/** Waiting for a condition, never for a time. */
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 20;

/** Resolves as soon as `condition` holds; after `withinMs` it throws, saying what it waited for. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`);
    await sleep(EVERY_MS);
  }
}
