/** How is a change of an exception told as a step? */
import {
  PLATFORMS,
  type Attributes,
  type Model,
  type PinnedAction,
  type SteeringException,
  type Value,
} from '../../steering';
import { referredBy } from '../wanted';
import { begun, type DraftStep, type StepContext } from './draft';
import { LOCATION_TITLES, TYPE_TITLES, exceptionFields } from './exception-fields';
import type { TenantChange } from './order';
import { SCREENS, type ScreenField } from './runbook';

export function exceptionStep(change: Extract<TenantChange, { kind: 'exception' }>, telling: StepContext): DraftStep {
  const common = { ...begun(change, telling), screen: 'exceptions' } as const;
  const { before, after, wanted } = change;
  const one = after ?? before;
  if (one === undefined) throw new Error('a change of nothing');
  const { configuration = '', name, location } = common.object;
  const tab = location === undefined ? '' : ` > ${LOCATION_TITLES[location]}`;
  const root = `${SCREENS.steering_configuration} > ${configuration} > Exceptions${tab}`;
  const app = one.data.type === 'certificate_pinned_app' ? name : '';
  const where = location === undefined ? configuration : `${configuration}, ${LOCATION_TITLES[location].toLowerCase()}`;
  const what = app === '' ? `the exception for ${name}` : `the exception for the app ${app}`;
  const attributes: Attributes = wanted === undefined ? {} : (telling.wanted.attributes.get(wanted.key) ?? {});
  if (after === undefined) {
    const fields = exceptionFields(one, app, attributes).map(({ label, value, how }) => ({ label, value, how }));
    return {
      ...common,
      path: `${root} > Delete`,
      verb: 'delete',
      title: `Delete ${what} in ${where}.`,
      fields: fields.filter(({ label }) => !label.endsWith(' action')),
      result: `The exceptions of ${where} do not have it any more.`,
      warnings: letGo(before, undefined),
    };
  }
  const fields = exceptionFields(after, app, attributes, before, change.isAfterToggle);
  const warnings = [
    ...letGo(before, after),
    ...exceptionWarnings(after, fields),
    ...withoutPlace(after, telling.after),
  ];
  if (before === undefined) {
    return {
      ...common,
      path: `${root} > New > ${TYPE_TITLES[after.data.type]}`,
      verb: 'create',
      title: `${doingOf(after, app, name)} in ${where}.`,
      fields,
      result: `The exceptions of ${where} show it.`,
      warnings,
    };
  }
  return {
    ...common,
    path: `${root} > Edit`,
    verb: 'change',
    title: `Change ${what} in ${where}.`,
    fields,
    result: `The exceptions of ${where} show these values.`,
    warnings,
  };
}

/** A warning where a block ends: the step opens what was closed. */
function letGo(before: SteeringException | undefined, after: SteeringException | undefined): string[] {
  if (before?.data.type !== 'certificate_pinned_app') return [];
  const next = after?.data.type === 'certificate_pinned_app' ? after.data.platforms : {};
  const isBlock = (value: Value<PinnedAction | null> | undefined) => value?.known === true && value.value === 'block';
  const ended = PLATFORMS.filter(({ name }) => {
    return (
      before.data.type === 'certificate_pinned_app' && isBlock(before.data.platforms[name]) && !isBlock(next[name])
    );
  });
  return ended.length === 0 ? [] : [`It ends the block on ${ended.map(({ title }) => title).join(', ')}.`];
}

function doingOf({ data }: SteeringException, app: string, name: string): string {
  if (data.type !== 'certificate_pinned_app') return `Add an exception for ${name}`;
  const blocks = Object.values(data.platforms).every((one) => one.known && one.value === 'block');
  return blocks ? `Block the app ${app}` : `Add an exception for the app ${app}`;
}

/** A warning where a configuration steers by location, and the code names none, or the other way round. */
function withoutPlace({ configuration, location }: SteeringException, { configurations }: Model): string[] {
  const found = referredBy(configurations, configuration)?.dynamicSteering.enabled;
  if (found?.known !== true || !location.known || found.value === (location.value !== null)) return [];
  return [
    found.value
      ? 'The configuration steers by location, and the code names none for this exception: the screen asks for one. Correct the code first.'
      : 'The configuration does not steer by location, and the code names one for this exception. Correct the code first.',
  ];
}

const LARGEST_CSV = 8_000_000;
/** More domain exceptions than that crashed clients. [doc R135] */
const MOST_DOMAINS = 3000;

function exceptionWarnings({ data }: SteeringException, fields: readonly ScreenField[]): string[] {
  const isTooLarge = fields.some(({ how, value }) => how === 'import' && Buffer.byteLength(value) > LARGEST_CSV);
  const isMany = data.type === 'domains' && data.names.items.length > MOST_DOMAINS;
  return [
    ...(isTooLarge ? ['The file has more than 8 MB, which is the most that the screen imports. [doc] Divide it.'] : []),
    ...(isMany ? [`More than ${MOST_DOMAINS} domain exceptions crashed clients. [doc R135]`] : []),
  ];
}
