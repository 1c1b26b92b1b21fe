/** What a stack accepts of guardrails stands in the settings of its provider, because plans warn of them too. */
import {
  CertificatePinnedApp,
  Guardrail,
  Guardrails,
  SteeringConfiguration,
  type NetskopeSteeringProviderConfig,
} from '../../constructs';
import { synthesize } from './synthesize';

/** The settings of the one provider. */
const settingsOf = ({ config }: ReturnType<typeof synthesize>) =>
  Object.values(config.provider as Readonly<Record<string, readonly NetskopeSteeringProviderConfig[]>>).flat();

it('is written for the whole stack, or for the values that its construct writes', () => {
  const synthesized = synthesize((stack) => {
    const app = new CertificatePinnedApp(stack, 'Edge', {
      name: 'Edge',
      windows: { processes: ['msedgewebview2.exe'] },
    });
    const dns = new SteeringConfiguration(stack, 'Dns', { name: 'Dns', steerDns: true });
    Guardrails.suppress(stack, Guardrail.STEER_DNS, 'It is ${a} %{test}.');
    Guardrails.suppress(app, Guardrail.SHARED_PROCESS, 'Kiosks.');
    Guardrails.suppress(dns, Guardrail.UNUSED_APP, 'No plan warns of it.');
  });
  expect(settingsOf(synthesized)).toEqual([
    {
      guardrails: {
        suppress: [
          { rule: 'steer-dns', reason: 'It is $${a} %%{test}.' },
          { rule: 'shared-process', on: ['Edge', 'msedgewebview2.exe'], reason: 'Kiosks.' },
        ],
      },
    },
  ]);
});

it('is nothing where a stack accepts nothing', () => {
  const synthesized = synthesize((stack) => void new SteeringConfiguration(stack, 'Ours', { name: 'Ours' }));
  expect(settingsOf(synthesized)).toEqual([{}]);
});
