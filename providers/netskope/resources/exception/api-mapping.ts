/** The one place where an exception's attributes and the contract's fields meet. */
import { DiagnosticError, error, path, type Path, type Planned, type State, type Stub } from '../../../plugin-sdk';
import type { DesktopPlatformAction, SteeringException, SteeringExceptionInput } from '../../client';
import { PLATFORMS } from '../../platforms';
import { readList, readText } from '../../spelling';
import type { exception } from './schema';

type Schema = typeof exception;
type PinnedApp = NonNullable<State<Schema>['certificate_pinned_app']>;

/** The provider's one word for what the tenant spreads over an action and two options. [seed, doc] */
const ACTIONS: Readonly<Record<string, DesktopPlatformAction>> = {
  block: { action: 'block' },
  bypass: { action: 'bypass' },
  bypass_direct: { action: 'bypass', managed_device: false, tunnel: false },
  bypass_tunnel: { action: 'bypass', managed_device: false, tunnel: true },
  bypass_managed_direct: { action: 'bypass', managed_device: true, tunnel: false },
  bypass_managed_tunnel: { action: 'bypass', managed_device: true, tunnel: true },
};

export function toApi(planned: Planned<Schema>): SteeringExceptionInput {
  const app = planned.certificate_pinned_app;
  if (app === null) throw new Error('an exception without a type passed validation');
  const actions = PLATFORMS.flatMap(({ name, api }) => {
    const platform = app[name];
    return platform === null ? [] : [[api, ACTIONS[platform.action]]];
  });
  return {
    type: 'certificate_pinned_app',
    notes: planned.notes ?? '',
    certificate_pinned_app: {
      app_id: app.app_id,
      custom_app_domains: [...(app.custom_app_domains ?? [])],
      ...(Object.fromEntries(actions) as Record<string, DesktopPlatformAction>),
    },
  };
}

export function fromApi(
  object: SteeringException,
  previous: Stub<Schema> | Planned<Schema>,
  id: string,
): State<Schema> {
  const { certificate_pinned_app: app } = object as Partial<SteeringException>;
  if (app === undefined || app === null) throw otherType(object, id);
  const platforms = PLATFORMS.map(({ name, api }) => {
    const platform = app[api];
    return [name, platform === undefined ? null : { action: actionWord(platform) }];
  });
  return {
    id,
    configuration_id: previous.configuration_id ?? '',
    notes: readText(object.notes, previous.notes),
    certificate_pinned_app: {
      app_id: app.app_id,
      custom_app_domains: readList(app.custom_app_domains, previous.certificate_pinned_app?.custom_app_domains),
      ...(Object.fromEntries(platforms) as Omit<PinnedApp, 'app_id' | 'custom_app_domains'>),
    },
  };
}

function otherType({ type }: SteeringException, id: string): DiagnosticError {
  const detail = `The exception ${id} is of the type ${JSON.stringify(type)}; this version of the provider manages certificate_pinned_app only. It was not touched: manage it elsewhere, and remove it here (terraform state rm) if it is in the state.`;
  return new DiagnosticError(error('Exception of another type', detail));
}

/** A plain bypass carries no options; with one of them given, the other counts as off. */
function actionWord({ action, managed_device, tunnel }: DesktopPlatformAction): string {
  if (action === 'block' || (managed_device === undefined && tunnel === undefined)) return action;
  return `bypass_${managed_device ? 'managed_' : ''}${tunnel ? 'tunnel' : 'direct'}`;
}

export function pathOf([root, part, option]: readonly string[]): Path | undefined {
  if (root === 'notes') return path('notes');
  if (root !== 'certificate_pinned_app') return undefined;
  if (part === 'app_id' || part === 'custom_app_domains') return path(root, part);
  const platform = PLATFORMS.find(({ api }) => api === part);
  if (platform === undefined) return path(root);
  return option === undefined ? path(root, platform.name) : path(root, platform.name, 'action');
}
