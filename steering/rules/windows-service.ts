import { WINDOWS_SERVICES } from '../catalogue/shared-processes';
import { covers } from './known-app';
import { blocks, nameOf, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const windowsService: Rule = {
  id: 'windows-service',
  severity: 'warning',
  title: 'A block of an executable that runs as a Windows service',
  rationale:
    "A process in session 0, a Windows service, is bypassed even with the action Block, unless the vendor's support sets a flag. [doc R120 503670, 496830] Remote access tools, VPN clients and agents install themselves as services: blocked by name, they go on, and past the policies that applied to them before. That the block of the modes for managed devices spares services too is our reading. [assumed]",
  source:
    '[doc] for the rule, [assumed] for the modes for managed devices; which executables are services: the catalogue',
  codes: ['windows-service'],
  *check(model) {
    for (const { app, platform, definition, exception } of pinnedOf(model).filter(blocks)) {
      if (platform !== 'windows' || definition === undefined) continue;
      const services = WINDOWS_SERVICES.map(({ value }) => value).filter((name) => covers(definition, name) === 'yes');
      if (services.length === 0) continue;
      yield finding('windows-service', exception, { app: nameOf(app), services: services.join('", "') });
    }
  },
};
