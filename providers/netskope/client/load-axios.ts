/**
 * Loads axios without the web's fetch. At its start axios looks for what fetch needs, and a look makes Node load all of
 * undici and of the web's streams: 15 ms of every command, for an adapter that this client does not use.
 */
import type { AxiosStatic } from 'axios';

const LAZY_GLOBALS = ['FormData', 'ReadableStream', 'Request', 'Response'] as const;

export async function loadAxios(): Promise<AxiosStatic> {
  const own = LAZY_GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name] of own) Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
  try {
    return (await import('axios')).default;
  } finally {
    for (const [name, descriptor] of own) if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  }
}
