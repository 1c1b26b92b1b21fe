/** Which private apps a configuration steers: none, all, or those of a list. [doc] */
import type { Complaint } from './complaint';

/** @param named whether the list names any */
export function complainAboutPrivateApps(mode: string, named: boolean): Complaint | undefined {
  if ((mode === 'specific') === named) return undefined;
  if (named) {
    return {
      summary: 'Private apps that are not looked at',
      detail: `Where private apps are steered as "${mode}", the tenant looks at no list of them. Remove the list, or write "specific".`,
    };
  }
  return {
    summary: 'No private apps',
    detail: 'Where only specific private apps are steered, they must be named. Name them, or write "none".',
  };
}
