/** A stack that blocks WhatsApp, and what is told of a flow on it. */
import { decide, narrate, type Flow } from '../../../steering';
import { modelOf, type Stack } from '../rules/stack';

export const FLOW: Flow = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 };
export const DOMAINS = 'port-domains-by-suffix';

export type Change = (stack: Stack) => void;

/** WhatsApp blocked in a default configuration that steers web traffic, with one change. */
export function article(change: Change = () => undefined): Stack {
  const stack: Stack = {
    configurations: { '0': { name: 'Default tenant config', isDefault: true } },
    apps: { whatsapp: { name: 'WhatsApp', windows: ['WhatsApp.exe'] } },
    exceptions: { block: { in: '0', app: 'whatsapp', windows: 'block' } },
    ports: [{ in: '0', port: 5222, domains: ['whatsapp.net'] }],
  };
  change(stack);
  return stack;
}

/** Without what it rests on, which other tests read. */
export function told(change?: Change, more: Partial<Flow> = {}): string[] {
  const flow = { ...FLOW, ...more };
  return narrate(decide(modelOf(article(change)), flow), flow)
    .filter(({ kind }) => kind !== 'heading' && kind !== 'assumption')
    .map(({ text, depth }) => '  '.repeat(depth) + text);
}
