/**
 * Which types of exception a tenant offers where. The vendor's table is from before flexible dynamic steering (release 112);
 * since then categories stand on both sides in web and all-traffic mode, and applications on both sides in all-traffic mode.
 * [doc] Only what no published version offers is complained about; for web mode the table has no column.
 */
import type { Complaint } from './complaint';
import { EXCEPTION_TYPES, type ExceptionTypeName } from './exception-types';

export const TRAFFIC_MODES = ['cloud_apps', 'web', 'all', 'none'] as const;
export type TrafficModeName = (typeof TRAFFIC_MODES)[number];

/** A side of dynamic steering, or a configuration without. */
export type Place = 'on_premises' | 'off_premises' | 'everywhere';

/** Modes in which a type is not offered. In mode `none` exceptions are not processed at all. */
const NOT_OFFERED: Partial<Record<ExceptionTypeName, Partial<Record<Place, readonly TrafficModeName[]>>>> = {
  application: { off_premises: ['cloud_apps', 'web'] },
  category: { everywhere: ['cloud_apps'], on_premises: ['cloud_apps'] },
  dns: { everywhere: ['cloud_apps'], on_premises: ['cloud_apps', 'web', 'all'] },
  source_location: { everywhere: ['all'] },
};

/** Whether there is any place or mode in which the type is not offered. */
export function isOfferedEverywhere(type: ExceptionTypeName): boolean {
  return NOT_OFFERED[type] === undefined;
}

/** @param mode undefined where it is not known: then only what is offered in no mode is complained about */
export function complainAboutOffer(
  type: ExceptionTypeName,
  place: Place,
  mode: TrafficModeName | undefined,
): Complaint | undefined {
  const refused = NOT_OFFERED[type]?.[place] ?? [];
  const inNoMode = TRAFFIC_MODES.every((one) => one === 'none' || refused.includes(one));
  if (!inNoMode && (mode === undefined || !refused.includes(mode))) return undefined;
  const where = place === 'everywhere' ? '' : ` ${place === 'on_premises' ? 'on' : 'off'}-premises`;
  const when = inNoMode ? '' : ` in traffic mode "${mode}"`;
  const others = TRAFFIC_MODES.filter((one) => one !== 'none' && !refused.includes(one)).map((one) => `"${one}"`);
  const advice =
    others.length > 0 ? `It is in ${others.join(' and ')}.` : 'Give it for the other side, where it is offered.';
  return {
    summary: 'Exception not offered here',
    detail: `No ${EXCEPTION_TYPES[type].title} is offered${where}${when} (vendor's table, before and since release 112). ${advice}`,
  };
}
