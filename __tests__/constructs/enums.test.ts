/** Constructs name the values of the provider's attributes: all of them, and no others. */
import {
  BypassAction,
  BypassPlace,
  DnsRecordType,
  Guardrail,
  ClientLocation,
  ClientOsFamily,
  PlatformAction,
  PrivateAppSteering,
  TrafficMode,
} from '../../constructs';
import { BYPASS_PLACES, PRIVATE_APPS_MODES } from '../../providers/netskope/resources/configuration/steered';
import { LOCATIONS, OS_FAMILIES } from '../../steering/domain/vocabulary';
import { RECORD_TYPES } from '../../providers/netskope/resources/exception/types/dns';
import { TRAFFIC_MODES } from '../../steering/domain/exceptions';
import { BYPASS_ACTIONS, PINNED_ACTIONS } from '../../steering/model/model';
import { RULES } from '../../steering/rules';

it.each<[name: string, values: object, of: readonly string[]]>([
  ['BypassAction', BypassAction, BYPASS_ACTIONS],
  ['BypassPlace', BypassPlace, BYPASS_PLACES],
  ['DnsRecordType', DnsRecordType, RECORD_TYPES],
  ['Guardrail', Guardrail, RULES.map(({ id }) => id)],
  ['Location', ClientLocation, Object.values(LOCATIONS)],
  ['ClientOsFamily', ClientOsFamily, Object.values(OS_FAMILIES)],
  ['PlatformAction', PlatformAction, PINNED_ACTIONS],
  ['PrivateAppSteering', PrivateAppSteering, PRIVATE_APPS_MODES],
  ['TrafficMode', TrafficMode, TRAFFIC_MODES],
])('%s', (_, values, of) => {
  expect(Object.values(values).sort()).toEqual([...of].sort());
});
