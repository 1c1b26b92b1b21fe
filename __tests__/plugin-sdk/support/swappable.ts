import type { Provider } from 'terraform-plugin-sdk-ts';

/** A provider that becomes another one for whoever connects next, as when a newer version is installed. */
export function swappable<C>(first: Provider<C>): {
  readonly served: Provider<C>;
  readonly become: (next: Provider<C>) => void;
} {
  let now = first;
  const served = new Proxy(first, { get: (_, key) => Reflect.get(now, key) as unknown });
  return { served, become: (next) => void (now = next) };
}
