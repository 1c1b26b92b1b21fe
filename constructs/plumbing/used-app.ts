/**
 * Which certificate pinned app stands for a native app? A stack has one for each tenant, whoever blocks or bypasses it,
 * because the name of an app is unique on a tenant. Its address follows from the key of the native app, so it stays
 * where it is when constructs come, go and are renamed.
 */
import { TerraformStack, Token, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { CertificatePinnedApp, type ICertificatePinnedApp } from '../certificate-pinned-app';
import { keyOfApp, leftOut, platformsOfApp, type NativeApp } from '../native-apps';
import { PLATFORMS, type Platform, type PlatformProperty } from '../platform';
import { providerIn, refuse } from './synth';

/** What a construct says of the app that it blocks or bypasses. */
export interface NativeAppUse {
  /**
   * The app: a preset of `NativeApps`, a description of your own, or an app that is defined already, by this stack or
   * on the tenant. All constructs of a stack share one definition of a native app.
   */
  readonly app: NativeApp | ICertificatePinnedApp;
  /**
   * The platforms.
   * @default - every platform on which an executable of the app is known
   * @literal The definitions and actions are made for each platform.
   */
  readonly platforms?: readonly Platform[] | undefined;
  /**
   * Whether executables count too that a preset does not list, because only third parties name them, such as
   * `WhatsApp.Root.exe`, today's WhatsApp from the Microsoft Store. [community]
   * @default true
   */
  readonly communityExecutables?: boolean | undefined;
}

/** The app that a construct uses, and the platforms on which it does so. */
export interface UsedApp {
  readonly app: ICertificatePinnedApp;
  readonly properties: readonly PlatformProperty[];
}

/** Says whether an app is described rather than defined already. */
export function isNativeApp(app: NativeApp | ICertificatePinnedApp): app is NativeApp {
  return !('appId' in app);
}

/** Finds or makes the app that a construct uses on the tenant of a provider. */
export function useApp(user: Construct, use: NativeAppUse, provider: TerraformProvider | undefined): UsedApp {
  const { app, platforms } = use;
  if (platforms?.length === 0) {
    refuse(user, 'The list of platforms is empty. Give at least one, such as Platform.WINDOWS, or leave it out.');
  }
  const named = platforms && propertiesOf(platforms);
  if (!isNativeApp(app)) {
    providerIn(user, app.provider, { provider }, 'The configuration');
    return { app, properties: named ?? definedFor(user, app) };
  }
  if (app.name === '') refuse(user, 'The app has no name. Give it one that administrators will recognise.');
  if (Token.isUnresolved(keyOfApp(app))) {
    refuse(user, 'The name of the app is only known at apply, but its definition is named after it. Give it a key.');
  }
  const properties = named ?? knownFor(user, use, app);
  const processes = properties.map((property) => [property, processesOf(user, use, app, property)] as const);
  const scope = appsOf(TerraformStack.of(user), provider);
  if (app.predefined === true) {
    const found = scope.node.tryFindChild(keyOfApp(app)) as ICertificatePinnedApp | undefined;
    return { app: found ?? CertificatePinnedApp.fromName(scope, keyOfApp(app), app.name, { provider }), properties };
  }
  return { app: defined(user, scope, app, new Map(processes), provider), properties };
}

function propertiesOf(platforms: readonly Platform[]): readonly PlatformProperty[] {
  return PLATFORMS.filter(({ platform }) => platforms.includes(platform)).map(({ property }) => property);
}

function definedFor(user: Construct, { platforms }: ICertificatePinnedApp): readonly PlatformProperty[] {
  if (platforms !== undefined) return propertiesOf(platforms);
  return refuse(user, 'Only the tenant knows for which platforms this app is defined. Name the platforms.');
}

function knownFor(user: Construct, use: NativeAppUse, app: NativeApp): readonly PlatformProperty[] {
  const known = platformsOfApp(app, use);
  if (known.length > 0) return propertiesOf(known);
  return refuse(user, `No executable of ${app.name} is known on any platform. Give its names in the app.`);
}

function processesOf(user: Construct, use: NativeAppUse, app: NativeApp, property: PlatformProperty): string[] {
  const { communityExecutables = true } = use;
  const known = [...(app[property] ?? []), ...(communityExecutables ? leftOut(app, property) : [])];
  if (known.length > 0) return known;
  return refuse(
    user,
    `No executable of ${app.name} is known for "${property}". Give its names in the app, or drop the platform.`,
  );
}

/** The scope of all apps that a stack defines on the tenant of a provider. Its id is a contract, as that of each app. */
function appsOf(stack: TerraformStack, provider: TerraformProvider | undefined): Construct {
  const id = provider?.alias === undefined ? 'NativeApps' : `NativeApps-${provider.alias}`;
  return (stack.node.tryFindChild(id) as Construct | undefined) ?? new Construct(stack, id);
}

type Processes = ReadonlyMap<PlatformProperty, readonly string[]>;

function defined(
  user: Construct,
  scope: Construct,
  app: NativeApp,
  processes: Processes,
  provider: TerraformProvider | undefined,
): ICertificatePinnedApp {
  const key = keyOfApp(app);
  const found = scope.node.tryFindChild(key);
  if (found === undefined) return new DefinedApp(scope, key, user, app, processes, provider);
  if (!(DEFINED in found)) {
    return refuse(
      user,
      `The app ${app.name} would be defined at ${found.node.path}, where another construct is. Rename that one.`,
    );
  }
  (found as DefinedApp).add(user, app, processes);
  return found as DefinedApp;
}

/** The mark of a `DefinedApp`, also of one that another copy of this package made. */
const DEFINED = Symbol.for('cdktf-netskope-steering/defined-app');

/** The definition of a native app, which all constructs of a stack share that use the app. */
class DefinedApp extends CertificatePinnedApp {
  readonly [DEFINED] = true;
  private readonly definitions = new Map<PlatformProperty, { readonly user: Construct; readonly names: string }>();

  constructor(
    scope: Construct,
    key: string,
    user: Construct,
    private readonly native: NativeApp,
    processes: Processes,
    provider: TerraformProvider | undefined,
  ) {
    super(scope, key, {
      name: native.name,
      ...Object.fromEntries([...processes].map(([property, names]) => [property, { processes: names }])),
      provider,
    });
    for (const [property, names] of processes) this.note(user, property, names);
  }

  /** Adds the platforms of another user of the app. What two users say of one platform must be the same. */
  add(user: Construct, { name }: NativeApp, processes: Processes): void {
    const [first] = this.definitions.values();
    if (name !== this.native.name) {
      refuse(
        user,
        `The app ${JSON.stringify(name)} has the key ${JSON.stringify(this.node.id)}, and so has ${JSON.stringify(this.native.name)}, which ${first?.user.node.path} uses. Give one of them another key.`,
      );
    }
    for (const [property, names] of processes) {
      const known = this.definitions.get(property);
      if (known === undefined) {
        this.define(property, { processes: names });
        this.note(user, property, names);
      } else if (known.names !== sorted(names)) {
        refuse(
          user,
          `${name} is ${sorted(names)} on ${property} here, and ${known.names} for ${known.user.node.path}. ` +
            'A tenant has one definition of an app: say the same in both, or give one of them another key and name.',
        );
      }
    }
  }

  private note(user: Construct, property: PlatformProperty, names: readonly string[]): void {
    this.definitions.set(property, { user, names: sorted(names) });
  }
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join(', ');
}
