import {
  attribute,
  eachSetElement,
  error,
  isKnown,
  isUnknown,
  lengthBetween,
  oneOf,
  requiresReplace,
  schema,
  t,
  useStateForUnknown,
} from '../../../plugin-sdk';
import type { Diagnostic, Path, Value } from '../../../plugin-sdk';
import { PLATFORMS } from '../../platforms';
import { complainAboutCustomAppDomain } from '../../../../steering/app-domain';
import { validator } from '../../complaints';
import { checkId } from '../../ids';

export const BASIC_ACTIONS = ['bypass', 'block'] as const;
/** With the advanced options of Windows and macOS. [doc] */
export const DESKTOP_ACTIONS = [
  ...BASIC_ACTIONS,
  'bypass_direct',
  'bypass_tunnel',
  'bypass_managed_direct',
  'bypass_managed_tunnel',
] as const;

const basicAction = attribute.string({
  required: true,
  description: '`bypass` or `block`. [doc]',
  validators: [oneOf(...BASIC_ACTIONS)],
});

const desktopAction = attribute.string({
  required: true,
  description:
    '`block`, `bypass`, or a bypass with its mode: `bypass_direct`, `bypass_tunnel`; `bypass_managed_direct`, `bypass_managed_tunnel` bypass managed devices only and **block all others**. [doc]',
  validators: [oneOf(...DESKTOP_ACTIONS)],
});

function platform(title: string, action: typeof basicAction | typeof desktopAction) {
  return attribute.single(
    { action },
    { optional: true, description: `What happens to the app's traffic on ${title}.` },
  );
}

/** The types of exception, by attribute; exactly one is given. Seven more will stand here. */
export const EXCEPTION_TYPES = ['certificate_pinned_app'] as const;

export const exception = schema({
  description:
    'A steering exception of a configuration: what happens to traffic that matches it, instead of steering. Step 4 of blocking a native app. [seed]',
  attributes: {
    id: attribute.string({
      computed: true,
      description: '`<configuration>/<exception>`; also its import id, such as `0/345`.',
      planModifiers: [useStateForUnknown()],
    }),
    configuration_id: attribute.string({
      required: true,
      description: 'The configuration the exception belongs to; `0` is the default one.',
      validators: [checkId],
      planModifiers: [requiresReplace()],
    }),
    notes: attribute.string({
      optional: true,
      description: 'Free text for other administrators. [doc]',
      validators: [lengthBetween(0, 4096)],
    }),
    certificate_pinned_app: attribute.single(
      {
        app_id: attribute.string({
          required: true,
          description: 'Id of the certificate pinned app.',
          validators: [checkId],
        }),
        custom_app_domains: attribute.set(t.string, {
          optional: true,
          description:
            'Destinations a bypass is limited to, compared by suffix: `example.com` covers `mail.example.com`; `*` is every host; `*.example.com` is not supported. [doc] Block and the managed-device actions ignore them. [community]',
          validators: [eachSetElement(validator(complainAboutCustomAppDomain))],
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
      },
    ),
  },
});

function checkSomePlatform(app: object, at: Path): Diagnostic[] {
  const platforms = app as Readonly<Record<string, Value>>;
  const some = PLATFORMS.some(({ name }) => isKnown(platforms[name]) || isUnknown(platforms[name]));
  if (some) return [];
  const names = PLATFORMS.map(({ name }) => name).join(', ');
  return [
    error('No platform', `The exception names no platform, so it would do nothing. Give at least one of ${names}.`, at),
  ];
}
