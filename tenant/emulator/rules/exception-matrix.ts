/**
 * Which types of exceptions a traffic mode offers, without dynamic steering and on each of its sides. Data with its
 * version; what no source says is absent, and is allowed.
 *
 * - `legacy` is the vendor's table before flexible dynamic steering (release 112) [doc, docs.netskope.com
 *   adding-exceptions], with a column for either side, whatever its mode, and for two modes without dynamic steering.
 * - `web` is the list of an older page [doc, docs.netskope.com exceptions]. That page does not know DNS exceptions yet,
 *   so of them it says nothing.
 * - `since112` is offered on both sides in these modes, whatever the table says [doc].
 */
import type { ExceptionType, TrafficType } from '../../contract';
import type { Side } from '../state/store';

interface LegacyRow {
  on_prem: boolean;
  off_prem: boolean;
  cloud_apps: boolean;
  all: boolean;
}

const yes = true;
const no = false;

const legacy: Record<ExceptionType, LegacyRow> = {
  application: { on_prem: yes, off_prem: no, cloud_apps: yes, all: yes },
  category: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  certificate_pinned_app: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  domains: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  dns: { on_prem: no, off_prem: yes, cloud_apps: no, all: yes },
  destination_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
  source_location: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: no },
  source_countries: { on_prem: yes, off_prem: yes, cloud_apps: yes, all: yes },
};

const web: Partial<Record<ExceptionType, boolean>> = {
  application: no,
  category: yes,
  certificate_pinned_app: yes,
  domains: yes,
  destination_location: yes,
  source_location: yes,
  source_countries: yes,
};

const since112: Partial<Record<ExceptionType, readonly TrafficType[]>> = {
  category: ['web', 'all'],
  application: ['all'],
};

/**
 * Whether a tenant offers the type there; undefined where no source says so.
 *
 * @param side null without dynamic steering.
 */
export function isOffered(type: ExceptionType, mode: TrafficType, side: Side | null): boolean | undefined {
  // In mode none exceptions are not processed [doc]; whether they can be made is not said.
  if (mode === 'none') return undefined;
  if (side !== null) return since112[type]?.includes(mode) ? yes : legacy[type][side];
  return mode === 'web' ? web[type] : legacy[type][mode];
}
