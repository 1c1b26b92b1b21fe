/**
 * What only certificate pinned app exceptions have: an action for each platform, how actions become the contract's
 * fields, and what a plan with them refuses or warns of.
 */
import {
  attribute,
  eachSetElement,
  error,
  isKnown,
  isUnknown,
  lengthBetween,
  oneOf,
  path,
  t,
  warning,
  type Diagnostic,
} from 'terraform-plugin-sdk-ts';
import { complainAboutCustomAppDomain } from '../../../../../steering/domain/hosts';
import { LONGEST_NAME } from '../../../../../steering/domain/vocabulary';
import { isDesktop, pinnedActionsOn, type PinnedAction } from '../../../../../steering/model/model';
import type { DesktopPlatformAction } from '../../../client';
import {
  checkHosts,
  checkId,
  checkName,
  hostNames,
  PLATFORMS,
  readHosts,
  readList,
  sentNames,
  SPELLING_OF_HOSTS,
  trimmedEach,
  validator,
} from '../../../values';
import { exceptionType } from './exception-type';

/** The provider has one word for each action, where the tenant has an action with options. [seed, doc] */
const ACTIONS: Readonly<Record<PinnedAction, DesktopPlatformAction>> = {
  bypass: { action: 'bypass' },
  block: { action: 'block' },
  bypass_direct: { action: 'bypass', managed_device: false, tunnel: false },
  bypass_tunnel: { action: 'bypass', managed_device: false, tunnel: true },
  bypass_managed_direct: { action: 'bypass', managed_device: true, tunnel: false },
  bypass_managed_tunnel: { action: 'bypass', managed_device: true, tunnel: true },
  steer_and_decrypt: { action: 'steer_and_decrypt' },
};

/** The attribute that names the device classifications of a platform. */
const CLASSIFICATIONS = { windows: 'windows_device_classifications', mac_os: 'mac_os_device_classifications' } as const;

function basicAction(title: string) {
  return attribute.string({
    optional: true,
    description: `What happens to the app's traffic on ${title}: \`block\` or \`bypass\`. [doc] If you leave it out, the exception does nothing on ${title}.`,
    validators: [oneOf(...pinnedActionsOn('linux'))],
  });
}

function desktopAction(title: string) {
  return attribute.string({
    optional: true,
    description: `What happens to the app's traffic on ${title}: \`block\`, \`bypass\`, or a bypass with its mode: \`bypass_direct\`, \`bypass_tunnel\`; \`bypass_managed_direct\` and \`bypass_managed_tunnel\` bypass managed devices only and **block all others**; \`steer_and_decrypt\` steers and inspects it like any other traffic (release 122.1 and later). [doc] If you leave it out, the exception does nothing on ${title}.`,
    validators: [oneOf(...pinnedActionsOn('windows'))],
  });
}

function classifications(title: string) {
  return attribute.set(t.string, {
    optional: true,
    normalize: trimmedEach,
    description: `Names of the device classifications that count as managed on ${title}, only with an action for managed devices there (release 126 and later). [doc] If you leave it out, every managed device counts.`,
    validators: [eachSetElement(lengthBetween(1, LONGEST_NAME), checkName)],
  });
}

export const certificatePinnedApp = exceptionType('certificate_pinned_app', {
  description:
    'A steering exception for a certificate pinned app, with an action for each platform that it names, at least one. [doc] It is step 4 of blocking a native app. [seed]',
  attributes: {
    app_id: attribute.string({
      required: true,
      description: 'Id of the certificate pinned app.',
      validators: [checkId],
    }),
    custom_app_domains: attribute.set(t.string, {
      optional: true,
      normalize: hostNames,
      description: `Destinations a bypass is limited to, compared by suffix: \`example.com\` covers \`mail.example.com\`; \`*\` is every host; \`*.example.com\` is not supported. [doc] Block and the managed-device actions ignore them. [community] ${SPELLING_OF_HOSTS}`,
      validators: [eachSetElement(validator(complainAboutCustomAppDomain)), checkHosts],
    }),
    windows: desktopAction('Windows'),
    windows_device_classifications: classifications('Windows'),
    mac_os: desktopAction('macOS'),
    mac_os_device_classifications: classifications('macOS'),
    linux: basicAction('Linux'),
    ios: basicAction('iOS'),
    android: basicAction('Android'),
    chrome_os: basicAction('Chrome OS'),
  },
  toApi(app) {
    const platforms = PLATFORMS.flatMap(({ name, api }) => {
      const action = app[name];
      if (action === null) return [];
      // An action for managed devices is always sent with a list, so that an earlier list is removed.
      const named =
        isDesktop(name) && isManaged(action) ? { device_classifications: [...(app[CLASSIFICATIONS[name]] ?? [])] } : {};
      return [[api, { ...ACTIONS[action as PinnedAction], ...named }]];
    });
    return {
      app_id: app.app_id,
      custom_app_domains: sentNames(app.custom_app_domains),
      ...(Object.fromEntries(platforms) as Record<string, DesktopPlatformAction>),
    };
  },
  fromApi(app, previous) {
    return {
      app_id: app.app_id,
      custom_app_domains: readHosts(app.custom_app_domains, previous.custom_app_domains),
      windows: actionWord(app.windows),
      windows_device_classifications: classificationsOf(app.windows, previous.windows_device_classifications),
      mac_os: actionWord(app.mac),
      mac_os_device_classifications: classificationsOf(app.mac, previous.mac_os_device_classifications),
      linux: actionWord(app.linux),
      ios: actionWord(app.ios),
      android: actionWord(app.android),
      chrome_os: actionWord(app.chrome_os),
    };
  },
  pathOf([field, option]) {
    if (field === 'app_id' || field === 'custom_app_domains') return path(field);
    const platform = PLATFORMS.find(({ api }) => api === field)?.name;
    if (platform === undefined) return [];
    return path(option === 'device_classifications' && isDesktop(platform) ? CLASSIFICATIONS[platform] : platform);
  },
  validate: (config) =>
    PLATFORMS.some(({ name }) => isKnown(config[name]) || isUnknown(config[name])) ? [] : [noPlatform()],
  impossible: (plan) =>
    PLATFORMS.flatMap(({ name, title }) => {
      if (!isDesktop(name)) return [];
      const { [name]: action, [CLASSIFICATIONS[name]]: named } = plan;
      const at = CLASSIFICATIONS[name];
      if (!isKnown(named) || named.length === 0 || isUnknown(action) || isManaged(action)) return [];
      return [
        error(
          'Device classifications without a managed action',
          `They say which devices on ${title} count as managed, and ${action === null ? `the exception says nothing of ${title}` : `the action "${action}" does not ask`}. Choose bypass_managed_direct or bypass_managed_tunnel for ${name}, or leave ${at} out.`,
          path(at),
        ),
      ];
    }),
  caution: (plan, prior) =>
    PLATFORMS.filter(({ name }) => isKnown(prior?.[name]) && plan[name] === null).map(({ name, title }) => {
      const was = endedBy(String(prior?.[name]));
      return warning(
        `${title} is no longer ${was}`,
        `The exception had the action "${prior?.[name]}" on ${title}; the plan takes it away, so that the app is no longer ${was} there by this exception. ` +
          `If that is not meant, write ${name} again.`,
        path(name),
      );
    }),
  async advice(tenant, planned, prior, signal) {
    const known = prior?.app_id === planned.app_id ? prior : undefined;
    const added = PLATFORMS.filter(({ name }) => planned[name] !== null && !isKnown(known?.[name]));
    if (added.length === 0) return [];
    const app = await tenant.apps.find(planned.app_id, { signal });
    if (app === null) return [];
    return added
      .filter(({ api }) => !isKnown(app.platforms[api]))
      .map(({ name, title }) =>
        warning(
          'Platform without effect',
          `The app ${JSON.stringify(app.app_name)} (${app.id}) is not defined on ${title}, so the exception does nothing there. ` +
            `Define the app on ${title}, unless this apply does, or leave ${name} out.`,
          path(name),
        ),
      );
  },
});

/**
 * The device classifications of a platform. They have an effect only with an action for managed devices, so a tenant
 * need not return others.
 */
function classificationsOf(platform: Partial<DesktopPlatformAction> | undefined, previous: unknown) {
  return readList(isManaged(actionWord(platform)) ? platform?.device_classifications : [], previous);
}

/**
 * The provider's word for an action. A plain bypass has no options; where one option is given, the other counts as off.
 */
function actionWord(platform: Partial<DesktopPlatformAction> | undefined): string | null {
  // A tenant must return an action. Without one, a data source shows null, and a resource reports that the action was
  // not kept.
  if (platform?.action === undefined) return null;
  const { action, managed_device, tunnel } = platform;
  if (action !== 'bypass' || (managed_device === undefined && tunnel === undefined)) return action;
  return `bypass_${managed_device ? 'managed_' : ''}${tunnel ? 'tunnel' : 'direct'}`;
}

function isManaged(action: string | null): boolean {
  return action !== null && ACTIONS[action as PinnedAction]?.managed_device === true;
}

/** What happens to the app's traffic with an action, as a participle such as "blocked". */
function endedBy(action: string): string {
  if (action === 'block') return 'blocked';
  if (action === 'steer_and_decrypt') return 'steered and decrypted';
  return isManaged(action) ? 'bypassed on managed devices and blocked on all others' : 'bypassed';
}

function noPlatform(): Diagnostic {
  const names = PLATFORMS.map(({ name }) => name).join(', ');
  return error(
    'No platform',
    `The exception names no platform, so it would do nothing. Give at least one of ${names}.`,
  );
}
