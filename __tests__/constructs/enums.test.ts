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
  NativeApps,
  Platform,
  type BlockNativeAppProps,
  type TrafficModeProps,
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

it('takes the text of a value wherever it takes the value', () => {
  const actions: readonly PlatformAction[] = ['block', PlatformAction.BYPASS];
  const block: Omit<BlockNativeAppProps, 'configuration'> = {
    app: NativeApps.SIGNAL,
    platforms: ['windows', Platform.MAC_OS],
    locations: ['off_premises', ClientLocation.ON_PREMISES],
    portScope: 'any_host',
  };
  const steered: TrafficModeProps = { trafficMode: 'web', expectTrafficMode: TrafficMode.WEB };
  expect([actions, block.platforms, steered.trafficMode]).toEqual([
    ['block', 'bypass'],
    ['windows', 'mac_os'],
    TrafficMode.WEB,
  ]);
  // @ts-expect-error Another text is none of them.
  const wrong: Platform = 'Windows';
  expect(Object.values(Platform)).not.toContain(wrong);
});
