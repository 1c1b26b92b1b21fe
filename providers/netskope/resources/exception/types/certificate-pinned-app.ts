import { attribute, eachSetElement, error, isKnown, isUnknown, oneOf, path, t } from '../../../../plugin-sdk';
import type { Diagnostic, Path, Value } from '../../../../plugin-sdk';
import { complainAboutCustomAppDomain } from '../../../../../steering/app-domain';
import type { DesktopPlatformAction } from '../../../client';
import { checkHosts, validator } from '../../../complaints';
import { checkId } from '../../../ids';
import { hostNames, sentNames, SPELLING_OF_HOSTS } from '../../../normal-forms';
import { PLATFORMS } from '../../../platforms';
import { readHosts } from '../../../spelling';
import { exceptionType, replacedWithItsType } from './exception-type';

const BASIC_ACTIONS = ['bypass', 'block'] as const;

/** The provider's one word for what the tenant spreads over an action and two options. [seed, doc] */
const ACTIONS: Readonly<Record<string, DesktopPlatformAction>> = {
  bypass: { action: 'bypass' },
  block: { action: 'block' },
  bypass_direct: { action: 'bypass', managed_device: false, tunnel: false },
  bypass_tunnel: { action: 'bypass', managed_device: false, tunnel: true },
  bypass_managed_direct: { action: 'bypass', managed_device: true, tunnel: false },
  bypass_managed_tunnel: { action: 'bypass', managed_device: true, tunnel: true },
};

const basicAction = attribute.string({
  required: true,
  description: '`bypass` or `block`. [doc]',
  validators: [oneOf(...BASIC_ACTIONS)],
});

const desktopAction = attribute.string({
  required: true,
  description:
    '`block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`, `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]',
  validators: [oneOf(...Object.keys(ACTIONS))],
});

function platform(title: string, action: typeof basicAction | typeof desktopAction) {
  return attribute.single(
    { action },
    { optional: true, description: `What happens to the app's traffic on ${title}.` },
  );
}

export const certificatePinnedApp = exceptionType('certificate_pinned_app', {
  attribute: attribute.single(
    {
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
      windows: platform('Windows', desktopAction),
      mac_os: platform('macOS', desktopAction),
      linux: platform('Linux', basicAction),
      ios: platform('iOS', basicAction),
      android: platform('Android', basicAction),
      chrome_os: platform('Chrome OS', basicAction),
    },
    {
      optional: true,
      description:
        'An exception for a certificate pinned app, with an action per platform; at least one platform. [doc]',
      validators: [checkSomePlatform],
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi(app) {
    const actions = PLATFORMS.flatMap(({ name, api }) => {
      const platform = app[name];
      return platform === null ? [] : [[api, ACTIONS[platform.action]]];
    });
    return {
      app_id: app.app_id,
      custom_app_domains: sentNames(app.custom_app_domains),
      ...(Object.fromEntries(actions) as Record<string, DesktopPlatformAction>),
    };
  },
  fromApi(app, previous) {
    const onPlatform = (action: Partial<DesktopPlatformAction> | undefined) =>
      action === undefined ? null : { action: actionWord(action) };
    return {
      app_id: app.app_id,
      custom_app_domains: readHosts(app.custom_app_domains, previous?.custom_app_domains),
      windows: onPlatform(app.windows),
      mac_os: onPlatform(app.mac),
      linux: onPlatform(app.linux),
      ios: onPlatform(app.ios),
      android: onPlatform(app.android),
      chrome_os: onPlatform(app.chrome_os),
    };
  },
  pathOf([field, option]) {
    if (field === 'app_id' || field === 'custom_app_domains') return path(field);
    const platform = PLATFORMS.find(({ api }) => api === field);
    if (platform === undefined) return [];
    return option === undefined ? path(platform.name) : path(platform.name, 'action');
  },
});

/** A plain bypass carries no options; with one of them given, the other counts as off. */
function actionWord({ action, managed_device, tunnel }: Partial<DesktopPlatformAction>): string {
  // The tenant must return it: null is what a data source shows, and what a resource reports as not kept.
  if (action === undefined) return null as unknown as string;
  if (action === 'block' || (managed_device === undefined && tunnel === undefined)) return action;
  return `bypass_${managed_device ? 'managed_' : ''}${tunnel ? 'tunnel' : 'direct'}`;
}

function checkSomePlatform(app: object, at: Path): Diagnostic[] {
  const platforms = app as Readonly<Record<string, Value>>;
  const some = PLATFORMS.some(({ name }) => isKnown(platforms[name]) || isUnknown(platforms[name]));
  if (some) return [];
  const names = PLATFORMS.map(({ name }) => name).join(', ');
  return [
    error('No platform', `The exception names no platform, so it would do nothing. Give at least one of ${names}.`, at),
  ];
}
