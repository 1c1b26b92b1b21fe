/** What may stand in a list of blocked apps in `tenants.json`? A preset, an app of one's own, or a kind of presets. */
import { APP_KINDS } from '../steering/catalogue/native-app';
import {
  anyListOf,
  described,
  either,
  isRecord,
  mapped,
  matching,
  object,
  oneOf,
  setOf,
  text,
  textUpTo,
  truth,
  wholeNumber,
  type JsonPlace,
  type JsonShape,
} from '../steering/demands/shape';
import { complainAboutDomain, findRepeatedHost } from '../steering/domain/hosts';
import { unseenIn } from '../steering/domain/names';
import { complainAboutProcessName } from '../steering/domain/processes';
import { LONGEST_NAME, LONGEST_NOTES, STANDARD_PORTS } from '../steering/domain/vocabulary';
import { NativeApps } from './gen/native-apps';
import { keyOfApp, platformsOfApp, type NativeApp } from './native-apps';
import { Platform, PLATFORMS } from './platform';

/** An app to block: what `configuration.blockApp` takes, with the id to give it. */
export interface BlockedApp {
  /** The id of its construct: the key of the app, or else its name. */
  readonly key: string;
  /** The app: a preset, or what the file describes. */
  readonly app: NativeApp;
  /** The platforms on which it is blocked: those of the file, or else those on which an executable is known. */
  readonly platforms: readonly Platform[];
  /** The notes of the exception. @default - none */
  readonly notes?: string | undefined;
  /** Whether executables that only third parties name are blocked too. @default - as `BlockNativeApp` has it */
  readonly communityExecutables?: boolean | undefined;
}

/** An element of a list: one app, or all apps of a kind. */
export interface BlockElement {
  readonly kind?: string | undefined;
  readonly apps: readonly BlockedApp[];
}

/** The shape of keys, which outlive names. */
export const KEY = described(
  'The stable part of addresses in the state; the name by default. With a key, a name can change later.',
  matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a-z and 0-9, in parts between single "-".'),
);

const PRESETS: readonly NativeApp[] = Object.values(NativeApps);
const LIST = 'docs/native-apps.md has the list';

const preset = mapped(
  oneOf(
    PRESETS.map(({ name }) => name),
    `must be the name of a preset (${LIST}), or an app of your own: an object with a name and executables.`,
  ),
  (name) => PRESETS.find((one) => one.name === name),
);

const processes = described(
  'The exact names of its executables there, such as "acme.exe".',
  setOf(
    text((name) =>
      complainAboutProcessName(name) === undefined
        ? undefined
        : 'must be the bare name of one executable, such as "acme.exe": no path, no quotes, no comma.',
    ),
  ),
);

/** The ids of other constructs in a configuration. A key, which is in small letters, is none of them. */
const TAKEN = /^(Resource|Port\d+)$/;

const ownApp = mapped(
  object(
    { name: described('The name of the app on the tenant.', textUpTo(LONGEST_NAME)) },
    {
      key: KEY,
      windows: processes,
      macOs: processes,
      linux: processes,
      ios: processes,
      android: processes,
      chromeOs: processes,
      ports: described('The TCP ports that it uses; 80 and 443 are steered anyway.', setOf(wholeNumber(1, 65_535))),
      domains: described(
        'The domains that it talks to, for which its ports are steered.',
        setOf(
          text((domain) =>
            complainAboutDomain(domain) === undefined
              ? undefined
              : 'must be a domain such as "acme.example", without scheme, port, path or wildcard.',
          ),
        ),
      ),
    },
  ),
  (app, place): NativeApp => {
    const why = app.name === undefined ? undefined : unseenIn(app.name);
    if (why !== undefined) place.at('name').complain(`is no name that people can see: ${why}.`);
    if (app.key === undefined && TAKEN.test(app.name ?? ''))
      place.at('name').complain('is what constructs call something else. Give the app a key beside its name.');
    if (PLATFORMS.every(({ property }) => !Object.hasOwn(app, property))) {
      const properties = PLATFORMS.map(({ property }) => property).join(', ');
      place.complain(`names no executable, so nothing would be blocked. Give at least one of ${properties}.`);
    }
    const { ports = [], domains } = app;
    if (!Object.hasOwn(app, 'domains') && ports.some((port) => !STANDARD_PORTS.includes(port))) {
      place.at('ports').complain('are steered for the domains of the app only. Give them in domains.');
    }
    if (domains !== undefined && findRepeatedHost(domains) !== undefined)
      place.at('domains').complain('name one host twice: names differ in more than how they are written.');
    return app;
  },
);

const options = {
  platforms: described(
    'The platforms on which it is blocked; by default all on which an executable is known.',
    setOf(oneOf(Object.values(Platform))),
  ),
  notes: described('The notes of the exception, for other administrators.', textUpTo(LONGEST_NOTES)),
  communityExecutables: described('Whether executables that only third parties name are blocked too.', truth),
};

const oneApp = mapped(
  object(
    { app: described(`The name of a preset (${LIST}), or an app of your own.`, either(isRecord, ownApp, preset)) },
    options,
  ),
  ({ app, platforms: asked, ...rest }, place): BlockElement | undefined => {
    if (app === undefined) return undefined;
    const known = platformsOfApp(app, {});
    asked?.forEach((platform, index) => {
      if (known.includes(platform) || app.predefined === true) return;
      const where = known.length === 0 ? 'none' : known.join(', ');
      place.at('platforms').at(index).complain(`No executable of ${app.name} is known there. Known are ${where}.`);
    });
    if (asked === undefined && known.length === 0 && app.predefined === true)
      place.at('app').complain('has no known executable. Name the platforms.');
    return { apps: [{ key: keyOfApp(app), app, platforms: asked ?? known, ...rest }] };
  },
);

const kind = described(
  `A kind of presets: all of them are blocked, as far as they are known on the platforms (${LIST}).`,
  oneOf(APP_KINDS),
);
const except = described(
  'The presets of the kind that are not blocked.',
  setOf(
    oneOf(
      PRESETS.map(({ name }) => name),
      `must be the name of a preset (${LIST}).`,
    ),
  ),
);

const wholeKind = mapped(
  object({ kind }, { except, ...options }),
  ({ kind: wanted, except: names = [], platforms: asked, ...rest }, place): BlockElement => {
    const all = PRESETS.filter(({ catalogue }) => catalogue?.kind === wanted);
    names.forEach((name, index) => {
      if (wanted === undefined || name === undefined || all.some((app) => app.name === name)) return;
      place.at('except').at(index).complain(`is no app of the kind "${wanted}", so it is not blocked anyway.`);
    });
    const apps = all
      .filter(({ name }) => !names.includes(name))
      .map((app) => ({ app, platforms: platformsOfApp(app, {}).filter((one) => asked?.includes(one) ?? true) }))
      .filter(({ platforms }) => platforms.length > 0)
      .map(({ app, platforms }) => ({ key: keyOfApp(app), app, platforms, ...rest }));
    if (wanted !== undefined && apps.length === 0) place.complain('leaves no app to block.');
    return { kind: wanted, apps };
  },
);

/** The shape of a list of blocked apps. */
export const block: JsonShape<readonly BlockElement[]> = described(
  'What is blocked. An empty list, or none, blocks nothing.',
  anyListOf(
    either((value) => isRecord(value) && Object.hasOwn(value, 'kind'), wholeKind, oneApp),
    complainAboutTwins,
  ),
);

/** Whether two blocks are of one app, or of two that would be taken for one: they share a name or a key. */
export function twinsOf(a: BlockedApp, b: BlockedApp): 'same' | 'different' | undefined {
  if (a.app === b.app) return 'same';
  if (a.app.name !== b.app.name && idOf(a.key) !== idOf(b.key)) return undefined;
  return written(a.app) === written(b.app) ? 'same' : 'different';
}

/** The form in which constructs take an id. */
export const idOf = (key: string | undefined): string | undefined => key?.replaceAll('/', '--');

/** An app in a form in which the order of its properties makes no difference. */
const written = (app: NativeApp): string => JSON.stringify(Object.entries(app).sort());

function complainAboutTwins(elements: readonly (BlockElement | undefined)[], place: JsonPlace): void {
  elements.forEach((element, index) => {
    for (const [first, earlier] of elements.slice(0, index).entries()) {
      const twins = (element?.apps ?? []).filter((app) => earlier?.apps.some((other) => twinsOf(app, other)));
      if (element === undefined || earlier === undefined || twins.length === 0) continue;
      place
        .at(index)
        .at(element.kind === undefined ? 'app' : 'kind')
        .complain(inBoth(element, earlier, `block[${first}]`, JSON.stringify(twins.map(({ app }) => app.name))));
    }
  });
}

function inBoth(element: BlockElement, earlier: BlockElement, where: string, names: string): string {
  if (element.kind !== undefined && earlier.kind === undefined)
    return `is also in ${where}: the kind has ${names.slice(1, -1)}. Add "except": ${names} here.`;
  if (element.kind === undefined && earlier.kind !== undefined)
    return `is also in ${where}, as one of the kind "${earlier.kind}". Add "except": ${names} there.`;
  const alike = element.apps.some(({ app }) => earlier.apps.some((other) => other.app.name === app.name));
  return alike
    ? `is also in ${where}. List its platforms together.`
    : `is also in ${where}, under the same key. Give it another one there.`;
}
