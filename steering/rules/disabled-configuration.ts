import { capitalized } from '../inert';
import { belongsTo, titleOfConfiguration } from './pinned';
import { rule } from './rule';

export const disabledConfiguration = rule({
  id: 'disabled-configuration',
  severity: 'warning',
  title: 'A disabled configuration',
  rationale:
    'New configurations start disabled, and a disabled one is skipped when the client looks for the first that matches. [doc] What is in it applies to nobody.',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  traffic_mode = "web"
  user_groups  = ["Sales"]
}
resource "netskopesteering_domain_exception" "sales" {
  configuration_id = netskopesteering_configuration.sales.id
  domains          = ["crm.example.com"]
}`,
    right: `resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
}
resource "netskopesteering_domain_exception" "sales" {
  configuration_id = netskopesteering_configuration.sales.id
  domains          = ["crm.example.com"]
}`,
  },
  messages: {
    'disabled-configuration': ({ configuration, count }: { configuration: string; count: string }) =>
      `${capitalized(configuration)} is disabled, so its ${count} exceptions and ports apply to nobody. Enable it; new configurations start disabled.`,
  },
  *check({ configurations, exceptions, ports }, say) {
    for (const configuration of configurations) {
      if (!configuration.enabled.known || configuration.enabled.value) continue;
      const count = [...exceptions, ...ports].filter((one) => belongsTo(one, configuration) === true).length;
      if (count === 0) continue;
      yield say('disabled-configuration', configuration, {
        configuration: titleOfConfiguration(configuration),
        count: String(count),
      });
    }
  },
});
