import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import { possibilitiesOf } from '../model/model';
import { modeFor } from './block-without-effect';
import { entryOf } from './known-app';
import { blocks, howBlocked, onePerException, pinnedOf, titleOf } from './pinned';
import { listed, rule } from './rule';

interface Udp {
  readonly app: string;
  readonly blocked: string;
  readonly ports: string;
}

export const udpPort = rule({
  id: 'udp-port',
  severity: 'info',
  title: 'A blocked app that also uses UDP',
  rationale:
    'Calls and other media often go by UDP, mostly to ports of their own. Mode Web steers web traffic on 80, 443 and the non-standard ports [doc]; whether that includes UDP is not published. In mode All UDP is steered, and a block reaches traffic that is not web traffic with client 126 and newer only. [doc]',
  source: '[doc]; which ports an app uses: the catalogue, [community]',
  messages: {
    'udp-port/web': ({ app, blocked, ports }: Udp) =>
      `${capitalized(app)} is ${blocked}, and also uses UDP (${ports}). Traffic mode "web" steers web traffic only, and it is not published whether it steers any UDP: what goes by UDP, such as calls, may go on. Try it on a client, or close these ports in the firewall too.`,
    'udp-port/all': ({ app, blocked, ports }: Udp) =>
      `${capitalized(app)} is ${blocked}, and also uses UDP (${ports}). Traffic mode "all" steers it, but a block reaches traffic that is not web traffic with client 126 and newer only: update older clients.`,
  },
  *check(model, say) {
    const blocked = onePerException(pinnedOf(model).filter(blocks));
    for (const [app, all] of groupBy(blocked, (one) => one.app)) {
      const ports = entryOf(app)?.udp?.map(({ value }) => value) ?? [];
      if (ports.length === 0) continue;
      const args = {
        app: titleOf(app),
        blocked: howBlocked(all),
        ports: `${ports.length === 1 ? 'port' : 'ports'} ${listed(ports.map(String))}`,
      };
      const inMode = (wanted: TrafficModeName) =>
        all.filter(({ configuration, exception }) => {
          const mode = configuration && modeFor(exception, configuration);
          return mode !== undefined && possibilitiesOf(mode, TRAFFIC_MODES).includes(wanted);
        });
      const [web, everything] = [inMode('web'), inMode('all')];
      // One note for each app: what is open in mode web matters more.
      for (const { exception } of web) yield say('udp-port/web', exception, args);
      if (web.length === 0) for (const { exception } of everything) yield say('udp-port/all', exception, args);
    }
  },
});
