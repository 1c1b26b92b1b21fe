/** The exceptions of one side, or of a configuration without sides, under REST v1's names for their types. */
import type { App, ExceptionsV1, ExceptionType, TrafficType } from '../../contract';
import { isOffered } from '../rules/exception-matrix';
import type { Side, StoredException } from '../state/store';
import { toPinnedAppV1 } from './pinned-app';

export interface ExceptionWithApp {
  exception: StoredException;
  /** The app of a certificate pinned app exception. */
  app: App | undefined;
}

/** Made when it is needed: it would be a twelfth of the start. */
let countryNames: Intl.DisplayNames | undefined;

function countryName(code: string): string {
  countryNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return countryNames.of(code) ?? code;
}

/** The key of a type and its rows; DNS has none [doc]. A type that is not offered has no key, as in the samples. */
export function toExceptionsV1(rows: readonly ExceptionWithApp[], mode: TrafficType, side: Side | null): ExceptionsV1 {
  const group = <T>(type: ExceptionType, show: (row: ExceptionWithApp, notes: string | null) => T) => {
    const data = rows
      .filter(({ exception }) => exception.type === type)
      .map((row) => show(row, row.exception.notes === '' ? null : row.exception.notes));
    return data.length === 0 && isOffered(type, mode, side) === false ? undefined : { data, count: data.length };
  };
  return withoutUndefined<ExceptionsV1>({
    applictions: group('application', ({ exception }, notes) => ({
      applications: exception.application?.apps ?? [],
      notes,
    })),
    categories: group('category', ({ exception }, notes) => ({
      categories: exception.category?.categories ?? [],
      notes,
    })),
    domains: group('domains', ({ exception }, notes) => ({ domains: exception.domains?.domains ?? [], notes })),
    src_netloc: group('source_location', ({ exception }, notes) => ({
      notes,
      src_netloc: exception.source_location?.locations ?? [],
    })),
    dst_netloc: group('destination_location', ({ exception }, notes) => ({
      notes,
      dst_netloc: exception.destination_location?.locations ?? [],
    })),
    countries: group('source_countries', ({ exception }, notes) => ({
      notes,
      countries: (exception.source_countries?.countries ?? []).map(countryName),
    })),
    cert_pinned_apps: group('certificate_pinned_app', ({ exception, app }, notes) => ({
      notes,
      app_name: app?.app_name ?? '',
      enabled: true,
      data: toPinnedAppV1(exception, app),
    })),
  });
}

type WithUndefined<T> = { [Key in keyof T]: T[Key] | undefined };

function withoutUndefined<T extends object>(object: WithUndefined<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
