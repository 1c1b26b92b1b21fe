/** How do the attributes of a port entry become the contract's fields, and the other way round? */
import { path, type Path, type Planned, type State, type Stub } from 'terraform-plugin-sdk-ts';
import type { NonStandardPort, NonStandardPortInput } from '../../client';
import { hostNames, readHosts, sentNames } from '../../values';
import type { nonStandardPort } from './schema';

type PortSchema = typeof nonStandardPort;

export function toApi(planned: Planned<PortSchema>): NonStandardPortInput {
  return { port: planned.port, domains: sentNames(planned.domains) };
}

export function fromApi(
  entry: NonStandardPort,
  previous: Stub<PortSchema> | Planned<PortSchema>,
  id: string,
): State<PortSchema> {
  return {
    id,
    configuration_id: previous.configuration_id ?? '',
    // An entry may have lost its port on the tenant. It then reads as 0, which is not a port, so a plan shows the drift
    // and puts the port back.
    port: entry.port ?? 0,
    domains: readHosts(entry.domains, previous.domains),
  };
}

export function pathOf([root]: readonly string[]): Path | undefined {
  return root === 'port' || root === 'domains' ? path(root) : undefined;
}

/** Finds the entry with the same port and the same domains, whatever their order and spelling. */
export function twinOf(entries: readonly NonStandardPort[], planned: Planned<PortSchema>): NonStandardPort | undefined {
  const text = (domains: readonly string[] | null | undefined) => JSON.stringify(hostNames(domains ?? []).sort());
  return entries.find(({ port, domains }) => port === planned.port && text(domains) === text(planned.domains));
}
