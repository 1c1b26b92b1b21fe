/** The tenants of an app, from one file of JSON: what each is expected to be, what is blocked on it, where its state is kept. */
import { NativeApps } from '../gen/native-apps';
import type { NativeApp } from '../native-apps';
import { Platform } from '../platform';
import { TrafficMode } from '../traffic-mode';
import { state, type State } from './state';
import { listOf, object, oneOf, Place, text, truth, type Read, type Shape } from '../../steering/demands/shape';

/** Becomes the id of the stack, a folder, and a part of the names of states and of environments in pipelines. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

const nativeApp: Shape<NativeApp> = (value, place) => {
  const known: readonly NativeApp[] = Object.values(NativeApps);
  const found = known.find(({ name }) => name === value);
  if (found !== undefined) return found;
  const names = known.map(({ name }) => JSON.stringify(name)).join(', ');
  return place.complain(`must be the name of a preset: ${names}. An app of your own is blocked in main.ts.`);
};

const blockedApp = object(
  { app: nativeApp, platforms: listOf(oneOf(Object.values(Platform))) },
  { notes: text(), communityExecutables: truth },
);

const tenant = object(
  { name: text((name) => (NAME.test(name) ? undefined : NAME_IS)), block: listOf(blockedApp) },
  { expectTrafficMode: oneOf([TrafficMode.CLOUD_APPS, TrafficMode.WEB, TrafficMode.ALL]), state },
);
const NAME_IS = 'must be 1 to 40 of a-z, 0-9 and "-", a letter first.';

const file = object({ tenants: listOf(tenant) }, { state });

/** An app to block: `BlockNativeApp` takes it, given a configuration. */
export type BlockedApp = Read<typeof blockedApp>;

/** A tenant, and so a stack. Its address and its token come from the environment, never from here. */
export interface Tenant {
  /** Id of its stack. **A contract**: a tenant under another name is another stack, with a state of its own. */
  readonly name: string;
  /** Stops the plan, with the reason, if the tenant's default configuration steers less. @default - no expectation */
  readonly expectTrafficMode?: TrafficMode;
  /** What is blocked, for the users of the default configuration. */
  readonly block: readonly BlockedApp[];
  /** Where its state is kept; its own, or else that of the whole file, or else a local file. */
  readonly state: State;
}

/**
 * The tenants in a file's text, in its order. Pure: the caller reads the file.
 * @param fileName names the file in complaints
 * @throws with every complaint, one a line, each with its path
 */
export function parseTenants(json: string, fileName = 'tenants.json'): readonly Tenant[] {
  const complaints: string[] = [];
  const place = new Place('', complaints);
  const read = file(parseJson(json, fileName), place);
  complainAboutTwins(read?.tenants ?? [], place.at('tenants'));
  if (read === undefined || complaints.length > 0) {
    throw new Error(`${fileName} is not in order:\n${complaints.map((complaint) => `- ${complaint}`).join('\n')}`);
  }
  return read.tenants.map((one) => ({ ...one, state: one.state ?? read.state ?? { type: 'local' } }));
}

function complainAboutTwins(tenants: readonly Read<typeof tenant>[], place: Place): void {
  tenants.forEach(({ name, block }, index) => {
    const here = place.at(index);
    const twin = tenants.findIndex((other) => other.name === name);
    if (name !== undefined && twin < index) here.at('name').complain(`is also the name of tenants[${twin}].`);
    block?.forEach(({ app }, row) => {
      const first = block.findIndex((other) => other.app === app);
      if (app !== undefined && first < row) {
        here.at('block').at(row).at('app').complain(`is also in block[${first}]. List its platforms together.`);
      }
    });
  });
}

/** What JSON.parse says is not passed on: it quotes the text. */
function parseJson(json: string, fileName: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = /position (\d+)/.exec(String(cause))?.[1];
    const where = position === undefined ? '' : ` near line ${json.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`${fileName} is not JSON${where}: look for a missing or a trailing comma, a quote, a comment.`);
  }
}
