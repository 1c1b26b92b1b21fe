/** How does a person see that a runbook was done? On the console, and on an endpoint, where a block has to arrive. */
import { PLATFORMS, type Model } from '../../steering';
import { nameObject } from '../diff';
import type { Wanted } from '../wanted';
import type { TenantChange } from './order';
import type { Verification } from './runbook';

/** What to look at when all steps are done. */
export function verificationsOf(changes: readonly TenantChange[], after: Model, wanted: Wanted): Verification[] {
  const blocked = [
    ...new Set(
      changes.flatMap((change) => {
        if (change.kind !== 'exception' || change.after?.data.type !== 'certificate_pinned_app') return [];
        const { platforms } = change.after.data;
        const on = PLATFORMS.filter(({ name }) => platforms[name]?.known === true && platforms[name].value === 'block');
        return on.length === 0
          ? []
          : [`${nameObject(change.after, after).name} (${on.map(({ title }) => title).join(', ')})`];
      }),
    ),
  ];
  const unseen = changes.some(({ kind, isUnseen }) => isUnseen || kind === 'port_entry');
  const list: Omit<Verification, 'id'>[] = [
    {
      where: 'console',
      text: 'Compare the tenant with the code again: nothing differs as far as it is observed.',
      command: `netskope-steering live diff ${wanted.source}`,
    },
    ...(unseen
      ? [
          {
            where: 'console',
            text: 'REST v1 does not show everything that the steps are about: look at the non-standard ports, and at each step that says to look first, once more.',
          } as const,
        ]
      : []),
    {
      where: 'endpoint',
      text: 'Make sure that the Netskope Client has no pending update: its icon > Configuration. [seed] Clients ask every 60 minutes; this command makes one ask now. [doc]',
      command: 'nsdiag -u',
    },
    {
      where: 'endpoint',
      text: 'Look whether the client has the configuration: its name, its traffic mode, and the status of the tunnel.',
      command: 'nsdiag -f',
    },
    ...(blocked.length > 0
      ? [
          {
            where: 'endpoint',
            text: `Quit and start again: ${blocked.join(', ')}. A block only meets new connections. [community]`,
          } as const,
          {
            where: 'endpoint',
            text: `${blocked.join(', ')}: the app cannot connect, send, receive, upload or download. [seed]`,
          } as const,
          {
            where: 'endpoint',
            text: "Prove it by the client's own files and log.",
            command: `netskope-steering live verify ${wanted.source} --endpoint FOLDER`,
          } as const,
        ]
      : []),
  ];
  return list.map((one, index) => ({ id: `verify-${index + 1}`, ...one }));
}
