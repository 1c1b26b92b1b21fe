/** Which objects are not written one by one? What nobody sees, and what the vendor ships. */
import { inert, pinnedActionsOn, PLATFORMS, Unresolved, type PlatformName, type Resource } from '../../steering';
import { textOf } from './attributes';

/** Whether a resource stands for objects that may be there, of which nothing is shown. */
export function isUnseen({ attributes, doubt }: Resource): boolean {
  if (doubt === undefined) return false;
  const { id: _, configuration_id: _configuration, location: _location, ...data } = attributes;
  return Object.values(data).every((value) => value === null || value === undefined || value instanceof Unresolved);
}

/** The kinds of what is not shown, by the reason. */
export function kindsByReason(unseen: readonly Resource[], prefix: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { type, doubt = '' } of unseen) {
    const reason = doubt.endsWith('so that is not observed') ? 'REST v1 does not show it' : inert(doubt);
    const title = `${type.slice(prefix.length).replaceAll('_', ' ')}s`;
    const titles = groups.get(reason) ?? [];
    groups.set(reason, titles.includes(title) ? titles : [...titles, title]);
  }
  return groups;
}

function isUsualBypass(action: unknown, platform: PlatformName): boolean {
  if (action === null || action === undefined || action === 'bypass') return true;
  if (!(action instanceof Unresolved)) return false;
  const among = action.candidates?.among ?? pinnedActionsOn(platform);
  return action.candidates?.orNothing === true || among.every((one) => one === 'bypass' || one === 'bypass_direct');
}

/** Whether an exception bypasses its app as the vendor ships it for a predefined one. */
export function isAsShipped({ attributes, doubt }: Resource): boolean {
  const { app_id, notes, custom_app_domains: domains } = attributes;
  if (app_id === undefined || doubt !== undefined || textOf(notes) !== '') return false;
  const isLimited = Array.isArray(domains) && domains.some((one) => !(one instanceof Unresolved));
  return !isLimited && PLATFORMS.every(({ name }) => isUsualBypass(attributes[name], name));
}
