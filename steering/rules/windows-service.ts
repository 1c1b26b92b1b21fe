import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { WINDOWS_SERVICES } from '../catalogue/shared-processes';
import { covers } from './known-app';
import { blocks, howBlocked, pinnedOf, titleOf } from './pinned';
import { listed, quote, rule } from './rule';

export const windowsService = rule({
  id: 'windows-service',
  severity: 'warning',
  title: 'A block of an executable that runs as a Windows service',
  rationale:
    "A process in session 0, a Windows service, is bypassed even with the action Block, unless the vendor's support sets a flag. [doc R120 503670, 496830] Remote access tools, VPN clients and agents install themselves as services: blocked by name, they go on, and past the policies that applied to them before. That the block of the modes for managed devices spares services too is our reading. [assumed]",
  source:
    '[doc] for the rule, [assumed] for the modes for managed devices; which executables are services: the catalogue',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "support" {
  name    = "ScreenConnect"
  windows = { processes = ["ScreenConnect.WindowsClient.exe", "ScreenConnect.ClientService.exe", "Remote Workforce Client.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "support" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.support.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `# The service itself is stopped by other means, such as a policy of Windows.
resource "netskopesteering_certificate_pinned_app" "support" {
  name    = "ScreenConnect"
  windows = { processes = ["ScreenConnect.WindowsClient.exe", "Remote Workforce Client.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "support" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.support.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'windows-service': ({ app, blocked, services }: { app: string; blocked: string; services: string }) =>
      `${capitalized(app)} is ${blocked} on Windows, but of its processes ${services} can run as a Windows service, which is bypassed even with a block unless the support of Netskope has set a flag. Ask support for the flag, or stop the service by other means, and check on a client that it is stopped.`,
  },
  *check(model, say) {
    const onWindows = pinnedOf(model).filter((one) => blocks(one) && one.platform === 'windows');
    for (const [app, all] of groupBy(onWindows, (one) => one.app)) {
      const [{ definition } = {}] = all;
      if (definition === undefined) continue;
      const services = WINDOWS_SERVICES.map(({ value }) => value).filter((name) => covers(definition, name) === 'yes');
      if (services.length === 0) continue;
      const args = { app: titleOf(app), blocked: howBlocked(all), services: listed(services.map(quote)) };
      for (const { exception } of all) yield say('windows-service', exception, args);
    }
  },
});
