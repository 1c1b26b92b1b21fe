/**
 * Shows what happens to WhatsApp Desktop's traffic before and after the demo, decided on what was read from the tenant.
 */
import { assumptionLines, outcomeColor, paletteOfStdout, table } from '../../cli/show';
import type { TenantSnapshot } from '../terraform/tenant-reader';
import { decide, describeOutcome, modelFromTenant, quote, type Decision, type Flow } from '../../steering';

const color = paletteOfStdout();

const FLOW = { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net' } as const satisfies Partial<Flow>;
const PORTS = [443, 5222];

interface Decided {
  readonly port: number;
  readonly before: Decision;
  readonly after: Decision;
}

export function decideOn(tenant: { readonly before: TenantSnapshot; readonly after: TenantSnapshot }): Decided[] {
  const [before, after] = [modelOf(tenant.before), modelOf(tenant.after)];
  return PORTS.map((port) => ({
    port,
    before: decide(before, { ...FLOW, port }),
    after: decide(after, { ...FLOW, port }),
  }));
}

export function showDecisions(decided: readonly Decided[]): string {
  const cell = (decision: Decision) => ({
    lines: [describeOutcome(decision)],
    paint: outcomeColor(color, decision.outcome),
  });
  const rows = decided.map(({ port, before, after }) => [String(port), cell(before), cell(after)]);
  const assumptions = new Set(decided.flatMap(({ before, after }) => [...before.assumptions, ...after.assumptions]));
  return [
    table([`${quote(FLOW.process)} on Windows to ${quote(FLOW.host)}, port`, 'before', 'after'], rows),
    ...assumptionLines([...assumptions], color),
  ].join('\n');
}

/**
 * The model of a snapshot. A snapshot holds the ports and exceptions of the default configuration only, and the demo's
 * tenant has no other configuration.
 */
function modelOf({ apps, configurations, ports, exceptions }: TenantSnapshot) {
  return modelFromTenant({ apps, configurations, ports: { '0': ports }, exceptions: { '0': exceptions } });
}
