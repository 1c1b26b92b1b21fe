/** Puts a page of others before an object, past all rules, so that it begins the second page. */
import type { Store } from '../../../tenant/emulator';
import type { Sample } from '../../support/samples';

const PAGE = 100;

/** Of a table, what was put last is the last: a sample that is there already is put again. */
export function fill(store: Store, { collection, isDefault }: Sample): void {
  const ofTenant = store.configurations.get(0)!;
  if (isDefault) store.configurations.remove(0);
  const { held, add } = FILLERS[collection];
  for (let n = held(store); n < PAGE; n += 1) add(store, n, ofTenant);
  if (isDefault) store.configurations.put(0, ofTenant);
}

interface Filler {
  held(store: Store): number;
  add(store: Store, n: number, ofTenant: NonNullable<ReturnType<Store['configurations']['get']>>): void;
}

const FILLERS: Readonly<Record<Sample['collection'], Filler>> = {
  apps: {
    held: ({ apps }) => apps.page({}, 0, 0).total,
    add({ apps }, n) {
      const platforms = { windows: { match: 'exact' as const, processes: ['Filler.exe'] } };
      apps.put(`filler-${n}`, { id: `filler-${n}`, app_name: `Filler ${n}`, custom: true, platforms, etag: 'f' });
    },
  },
  configurations: {
    held: ({ configurations }) => configurations.page({}, 0, 0).total,
    add({ configurations }, n, ofTenant) {
      const config_id = 1000 + n;
      configurations.put(config_id, { ...ofTenant, config_id, config_name: `Filler ${n}`, place: n, etag: 'f' });
    },
  },
  nonStandardPorts: {
    held: ({ nonStandardPorts }) => nonStandardPorts.page({ config_id: 0 }, 0, 0).total,
    add({ nonStandardPorts }, n) {
      nonStandardPorts.put(`filler-${n}`, { id: `filler-${n}`, config_id: 0, port: 6000 + n, domains: [], etag: 'f' });
    },
  },
  exceptions: {
    held: ({ exceptions }) => exceptions.page({ config_id: 0 }, 0, 0).total,
    add({ exceptions }, n) {
      const id = `filler-${n}`;
      const domains = { domains: [`filler-${n}.example`] };
      exceptions.put(id, { id, config_id: 0, type: 'domains', notes: '', location: null, domains, etag: 'f' });
    },
  },
};
