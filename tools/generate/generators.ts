import type { Generator } from './drift';

/** Everything `npm run generate` writes, a line per generator. Each loads when it runs. */
export const GENERATORS: readonly Generator[] = [
  { name: 'contract', generate: async () => (await import('./contract')).generateContract() },
];
