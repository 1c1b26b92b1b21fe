/**
 * The functions `native_app` and `native_apps`: what the catalogue knows of an app, and which apps of a kind it has. The
 * catalogue is loaded when one of them is called, because Terraform waits for all that the provider loads at its start.
 */
import { ArgumentError, didYouMean, providerFunction, t } from 'terraform-plugin-sdk-ts';
import { APP_KINDS, type Fact } from '../../../steering/catalogue/native-app';
import { PLATFORMS, STANDARD_PORTS, type PlatformName } from '../../../steering/domain/vocabulary';

const LIST = 'docs/native-apps.md';
const NAMES = t.list(t.string);

/** An object with a value for each platform. */
function onEach<V>(valueOn: (platform: PlatformName) => V): Record<PlatformName, V> {
  return Object.fromEntries(PLATFORMS.map(({ name }) => [name, valueOn(name)])) as Record<PlatformName, V>;
}

const valuesOf = <V>(facts: readonly Fact<V>[] = []): V[] => facts.map(({ value }) => value);

const platforms = PLATFORMS.map(({ name }) => `\`${name}\``);

export const nativeApp = providerFunction({
  name: 'native_app',
  summary: 'What the catalogue knows of a native app, to block it or to bypass it.',
  description: [
    'Returns what has to be known of an app of the catalogue, the same that the construct `BlockNativeApp` takes.',
    '`name` is the name of the app on a tenant. `predefined` says that tenants have the app already [doc]: look it up with the data source, for no other app can have its name.',
    `${platforms.slice(0, -1).join(', ')} and ${platforms.at(-1)} are the names of its executables on each platform, and empty where none is known. They include names that only third parties give [community]; \`setsubtract\` leaves some out.`,
    '`ports` are the TCP ports that need an entry: all but 80 and 443, which are steered anyway [doc]. They are texts, because `for_each` takes no numbers; `port = each.value` makes a number of one. `domains` are the domains for which the entries steer these ports; `domains` is never empty where there are ports.',
    `\`${LIST}\` lists all apps, with the source of each fact. Executables change: check with \`nsdiag\` on a client before you rely on them.`,
  ].join(' '),
  parameters: [
    { name: 'name', type: t.string, description: 'Name of an app in the catalogue, such as `Telegram`. Case counts.' },
  ],
  returns: t.object({
    name: t.string,
    predefined: t.bool,
    ...onEach(() => NAMES),
    ports: t.set(t.string),
    domains: NAMES,
  }),
  async run(name) {
    const { CATALOGUE_ENTRIES } = await import('../../../steering/catalogue');
    const entry = CATALOGUE_ENTRIES.find((one) => one.name === name);
    if (entry === undefined) {
      const near = didYouMean(name, namesOf(CATALOGUE_ENTRIES));
      throw new ArgumentError(
        'name',
        `The catalogue has no app ${JSON.stringify(name)}.${near} native_apps("messenger") names the apps of a kind, and the page ${LIST} of this provider's documents lists all. For an app that is not there, write a resource netskopesteering_certificate_pinned_app with its executables.`,
      );
    }
    return {
      name,
      predefined: entry.predefined !== undefined,
      ...onEach((platform) => valuesOf(entry.executables[platform])),
      ports: valuesOf(entry.tcp)
        .filter((port) => !STANDARD_PORTS.includes(port))
        .map(String),
      domains: valuesOf(entry.hosts),
    };
  },
});

export const nativeApps = providerFunction({
  name: 'native_apps',
  summary: 'Names of the native apps of a kind.',
  description: `Returns the names of all apps of a kind in the catalogue, sorted, each of which \`native_app\` takes. The kinds are ${APP_KINDS.map((kind) => `\`${kind}\``).join(', ')}. A newer provider may know more apps: the first plan after an update shows what they add. \`setsubtract\` leaves apps out.`,
  parameters: [{ name: 'kind', type: t.string, description: 'What the apps are for, such as `remote access`.' }],
  returns: NAMES,
  async run(kind) {
    if (!APP_KINDS.some((one) => one === kind)) {
      const kinds = APP_KINDS.map((one) => JSON.stringify(one)).join(', ');
      throw new ArgumentError(
        'kind',
        `The catalogue has no kind ${JSON.stringify(kind)}.${didYouMean(kind, APP_KINDS)} Its kinds are ${kinds}.`,
      );
    }
    const { CATALOGUE_ENTRIES } = await import('../../../steering/catalogue');
    return namesOf(CATALOGUE_ENTRIES.filter((entry) => entry.kind === kind)).sort();
  },
});

function namesOf(entries: readonly { readonly name: string }[]): string[] {
  return entries.map(({ name }) => name);
}
