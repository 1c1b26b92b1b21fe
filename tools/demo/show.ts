/**
 * What the demo shows, as text: what the tenant holds, what happens to WhatsApp Desktop's traffic before and after,
 * decided on what was read from the tenant, and the review that a reviewer of its plan would have read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumptionLines, outcomeColor, paletteOfStdout, table } from '../../cli/show';
import { render, reviewPlans } from '../../review';
import { decide, describeOutcome, modelFromTenant, quote, type Decision, type Flow } from '../../steering';
import type { TenantSnapshot } from '../terraform/tenant-reader';

const color = paletteOfStdout();

/** Shows in tables what a tenant holds. */
export function showTenant({ apps, configurations, ports, exceptions }: TenantSnapshot): string {
  const nameOf = (id: string) => apps.find((app) => app.id === id)?.app_name ?? id;
  const [configuration] = configurations;
  return [
    table(
      ['certificate pinned app', 'type', 'platform', 'processes'],
      apps.flatMap(({ app_name, custom, platforms }) =>
        Object.entries(platforms).map(([platform, definition]) => [
          app_name,
          custom ? 'custom' : 'predefined',
          platform,
          (definition.processes ?? []).join(', '),
        ]),
      ),
    ),
    table(
      ['non-standard port', 'domains'],
      ports.map(({ port, domains }) => [String(port ?? 'any'), domains.join(', ') || 'any']),
    ),
    table(
      [
        `exception of "${configuration?.config_name ?? ''}" (${configuration?.traffic_type ?? ''})`,
        'custom app domains',
        'platform',
        'action',
      ],
      exceptions.flatMap(({ certificate_pinned_app }) => {
        if (certificate_pinned_app === undefined) return [];
        const { app_id, app_name, custom_app_domains = [], ...platforms } = certificate_pinned_app;
        return Object.entries(platforms).map(([platform, option]) => [
          app_name ?? nameOf(app_id),
          custom_app_domains.join(', ') || '-',
          platform,
          (option as { action: string }).action,
        ]);
      }),
    ),
  ].join('\n\n');
}

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

/**
 * The review as text.
 *
 * @param plan the plan as JSON text.
 * @param stack the folder of the stack that the plan belongs to.
 */
export function reviewOf(plan: string, stack: string): string {
  const read = (name: string) => readFileSync(join(stack, name), 'utf8');
  const input = {
    name: 'tenant',
    source: 'cdk.tf.json',
    plan,
    stack: read('cdk.tf.json'),
    steering: read('steering.json'),
  };
  const today = new Date().toISOString().slice(0, 10);
  const title = color.bold('What a reviewer of that plan would have read (netskope-steering review):');
  const text = render(reviewPlans([input], { today }), 'terminal', { version: '', color: color.isColorSupported });
  return `${title}\n\n${text.trimEnd()}`;
}
