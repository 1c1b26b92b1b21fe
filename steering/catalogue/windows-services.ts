/** Executables of the catalogue that run as Windows services, in session 0, or can: by their names, without regard to case. */
import { foldCase } from '../fold-case';
import { CATALOGUE_ENTRIES } from './index';
import type { Fact } from './native-app';

const SERVICES = new Map(
  CATALOGUE_ENTRIES.flatMap(({ services = [] }) => services.map((fact) => [foldCase(fact.value), fact] as const)),
);

/** All of them. */
export const WINDOWS_SERVICES: readonly Fact<string>[] = [...SERVICES.values()];

export function isWindowsService(process: string): boolean {
  return SERVICES.has(foldCase(process));
}
