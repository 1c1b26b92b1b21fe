/** The tenant's state in memory, gone when the process ends. */
import { MemoryTable } from './memory-table';
import type { Store } from './store';

/** An empty store. */
export function createMemoryStore(): Store {
  const sequences = new Map<string, number>();
  return {
    apps: new MemoryTable((app) => ({ app_name: app.app_name })),
    configurations: new MemoryTable((configuration) => ({ config_name: configuration.config_name })),
    nonStandardPorts: new MemoryTable((row) => ({ config_id: row.config_id })),
    exceptions: new MemoryTable((exception) => ({
      config_id: exception.config_id,
      type: exception.type,
      app_id: exception.certificate_pinned_app?.app_id ?? '',
    })),
    next(sequence) {
      const number = (sequences.get(sequence) ?? 0) + 1;
      sequences.set(sequence, number);
      return number;
    },
  };
}
