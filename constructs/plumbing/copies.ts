/**
 * What do two copies of this package share, where one tree has both, such as a program and a library of its company?
 * What they put on constructs is under registered symbols, and they know each other's constructs by marks, because
 * `instanceof` tells the copies apart. The copies may be of different versions: so little is shared, all of it plain
 * values, and a version may add to it but not change what is there.
 */
import type { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { AppPremise } from '../../steering';
import type { TrafficMode } from '../traffic-mode';
import type { WithProvider } from './providers';
import { nodesOf } from './synth';

const ENTRIES = Symbol.for('cdktf-netskope-steering/entries');

/** Lists by name. Whoever knows a name knows the kind of its entries, too. */
type Entries = Record<string, unknown[]>;

/** The list of this name on a stack, which all copies fill. */
export function enteredOn<T>(stack: TerraformStack, name: string): T[] {
  const holder = stack as { [ENTRIES]?: Entries };
  if (holder[ENTRIES] === undefined) Object.defineProperty(holder, ENTRIES, { value: {}, enumerable: false });
  return ((holder[ENTRIES] as Entries)[name] ??= []) as T[];
}

/** Says whether nobody has claimed a task on the stack before, such as that of writing a file. */
export function claim(stack: TerraformStack, task: string): boolean {
  const claims = enteredOn<string>(stack, 'claims');
  if (claims.includes(task)) return false;
  claims.push(task);
  return true;
}

const CONFIGURATION = Symbol.for('cdktf-netskope-steering/configuration');

/** What a configuration tells others, of whichever copy they are. */
export interface MarkedConfiguration extends IConstruct, WithProvider {
  readonly configurationId: string;
  readonly expectTrafficMode?: TrafficMode | undefined;
  readonly [CONFIGURATION]: ConfigurationMark;
}

interface ConfigurationMark {
  /** The id or name by which an existing configuration is found; left out for a new one. */
  readonly existing?: string;
}

export function markConfiguration(configuration: IConstruct, mark: ConfigurationMark): void {
  Object.defineProperty(configuration, CONFIGURATION, { value: mark, enumerable: false });
}

/** The configurations of a stack, by whichever copy they were made. */
export function configurationsIn(stack: TerraformStack): MarkedConfiguration[] {
  return nodesOf(stack).filter((node): node is MarkedConfiguration => CONFIGURATION in node);
}

/** The id or name by which a configuration is found; undefined for a new one. */
export function existingOf(configuration: IConstruct & Partial<MarkedConfiguration>): string | undefined {
  return configuration[CONFIGURATION]?.existing;
}

/** An app that exists on the tenant, of which the stack states how it is recognised. It is known by its form. */
export interface StatedApp extends IConstruct, WithProvider {
  readonly appId: string;
  readonly statedPlatforms: AppPremise['platforms'];
}

/** The apps of a stack of which something is stated, by whichever copy they were made. */
export function statedAppsIn(stack: TerraformStack): StatedApp[] {
  return nodesOf(stack).filter(
    (node): node is StatedApp => (node as Partial<StatedApp>).statedPlatforms !== undefined && 'appId' in node,
  );
}
