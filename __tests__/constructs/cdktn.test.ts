/** cdktf is archived; its successor keeps its interface. The constructs must run on either, never on a mix. */
jest.mock('cdktf', () => jest.requireActual<object>('cdktn'));

import { Testing } from 'cdktf';
import * as cdktn from 'cdktn';
import {
  BlockNativeApp,
  NativeApps,
  Platform,
  RolloutCheckpoint,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { synthesize } from './synthesize';

it('synthesizes the same under cdktn', () => {
  expect(Testing).toBe(cdktn.Testing);
  const { config } = synthesize((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'It', { expectTrafficMode: TrafficMode.WEB });
    new BlockNativeApp(stack, 'WhatsApp', {
      configuration,
      app: NativeApps.WHATSAPP,
      platforms: [Platform.WINDOWS],
      notes: 'a ${b}',
    });
    new RolloutCheckpoint(stack, 'Rollout');
  });
  expect(config.import).toEqual([{ id: '0', to: 'netskopesteering_default_configuration.It_16E14BEE' }]);
  expect(config.resource).toMatchObject({
    netskopesteering_default_configuration: {
      It_16E14BEE: {
        lifecycle: { postcondition: [{ condition: '${contains(["web", "all"], self.traffic_mode)}' }] },
      },
    },
    netskopesteering_certificate_pinned_app: {
      WhatsApp_5E29B0D3: { name: 'WhatsApp', windows: { processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] } },
    },
    netskopesteering_non_standard_port: {
      It_Port5222_F87A5232: { port: 5222, domains: ['whatsapp.com', 'whatsapp.net'] },
    },
    netskopesteering_exception: {
      WhatsApp_Exception_26D78E7D: {
        notes: 'a $${b}',
        certificate_pinned_app: { custom_app_domains: ['*'], windows: { action: 'block' } },
        depends_on: ['netskopesteering_non_standard_port.It_Port5222_F87A5232'],
      },
    },
    null_resource: { Rollout_5400B0F2: { triggers: expect.anything() as unknown } },
  });
});
