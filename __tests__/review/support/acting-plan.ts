/** A plan that has one of everything that acts, or decides where something acts; and how it is compared with another. */
import { differencesFrom, render, reviewPlans, type Code, type Report } from '../../../review';
import { app, blocked, DEFAULT, planOf } from './plan';

/** For whoever changes a part of it. */
export type Plan = ReturnType<typeof JSON.parse>;

const APP = app('A', ['A.exe']);
export const HERE = 'https://emea.goskope.com/api/v2';
export const FOREIGN = 'registry.terraform.io/hashicorp/random';

/** One of everything that a plan tells. */
export const BASE: Plan = {
  ...planOf(
    DEFAULT,
    { type: 'certificate_pinned_app', name: 'a', before: APP, after: APP },
    { name: 'e', before: blocked('e', APP.id), after: blocked('e', APP.id, 'bypass_direct') },
    { name: 'old', before: blocked('old', APP.id), more: { deposed: '1234abcd' } },
  ),
  variables: { region: { value: 'emea' }, token: { value: 'sekret' } },
  output_changes: {
    ids: { actions: ['create'], before: null, after: 'x', after_unknown: false, after_sensitive: false },
    hidden: { actions: ['create'], before: null, after: 'secret-1', after_unknown: false, after_sensitive: true },
    same: { actions: ['no-op'], before: 'x', after: 'x', after_unknown: false },
  },
  checks: [
    { address: { kind: 'check', to_display: 'check.c' }, status: 'pass', instances: [] },
    { address: { kind: 'resource', to_display: 'terraform_data.hook' }, status: 'unknown', instances: [] },
  ],
  configuration: {
    provider_config: {
      netskopesteering: {
        name: 'netskopesteering',
        full_name: 'terraform.local/community/netskopesteering',
        expressions: { requests_per_second: { constant_value: 4 }, api_key: { constant_value: 'in-clear' } },
      },
      random: {
        name: 'random',
        full_name: FOREIGN,
        version_constraint: '3.7.2',
        expressions: { seed: { constant_value: 'sown' } },
      },
    },
    root_module: {
      variables: { region: {}, token: { sensitive: true } },
      resources: [
        {
          address: 'terraform_data.hook',
          mode: 'managed',
          type: 'terraform_data',
          name: 'hook',
          provider_config_key: 'terraform',
          expressions: { input: { constant_value: 'x' } },
          provisioners: [{ type: 'local-exec', expressions: { command: { constant_value: 'echo done' } } }],
        },
        {
          address: 'netskopesteering_certificate_pinned_app_exception.e',
          mode: 'managed',
          type: 'netskopesteering_certificate_pinned_app_exception',
          name: 'e',
          provider_config_key: 'netskopesteering',
          expressions: { configuration_id: { references: ['netskopesteering_default_configuration.default.id'] } },
        },
        {
          address: 'data.external.asked',
          mode: 'data',
          type: 'external',
          name: 'asked',
          provider_config_key: 'external',
          expressions: { program: { references: ['var.region'] } },
        },
      ],
      module_calls: {
        rows: {
          source: './rows',
          expressions: { secret: { constant_value: 'handed-over' } },
          module: {
            resources: [
              {
                address: 'terraform_data.inner',
                mode: 'managed',
                type: 'terraform_data',
                name: 'inner',
                provider_config_key: 'terraform',
                provisioners: [{ type: 'local-exec', expressions: { command: { constant_value: 'true' } } }],
              },
            ],
          },
        },
      },
    },
  },
};
BASE.prior_state.values.root_module.resources.push({
  address: 'data.external.asked',
  mode: 'data',
  type: 'external',
  name: 'asked',
  values: { program: ['sh', '-c', 'date'], result: { today: 'Monday' } },
});

BASE.resource_changes.push({
  address: 'terraform_data.hook',
  mode: 'managed',
  type: 'terraform_data',
  name: 'hook',
  provider_name: 'terraform.io/builtin/terraform',
  change: { actions: ['create'], before: null, after: { input: 'x' }, after_unknown: { id: true, output: true } },
});
export const changed = (change: (plan: Plan) => void): Plan => {
  const plan = structuredClone(BASE);
  change(plan);
  return plan;
};

export interface Around {
  readonly code?: Code;
  readonly serverUrl?: string;
}

export function reportOf(plan: Plan, { code, serverUrl = HERE }: Around = {}): Report {
  const input = { name: 'emea', source: 'plan.json', plan: JSON.stringify(plan), ...(code && { code }) };
  return reviewPlans([input], { today: '2026-11-24', serverUrl });
}

export const reviewed = (plan: Plan, around: Around = {}): string =>
  render(reportOf(plan, around), 'json', { version: '0' });

/** What differs where the plan is the same, or not, and something around it is another. */
export const between = (old: Plan, oldAround: Around, now: Plan, nowAround: Around): string =>
  differencesFrom(reviewed(old, oldAround), reportOf(now, nowAround)).join('\n');

export const changeOf = (plan: Plan, address: string) =>
  plan.resource_changes.find((one: { address: string }) => one.address === address);
export const exception = (plan: Plan) => changeOf(plan, 'netskopesteering_certificate_pinned_app_exception.e').change;
export const root = (plan: Plan) => plan.configuration.root_module;
export const providers = (plan: Plan) => plan.configuration.provider_config;
export const hook = (plan: Plan) => root(plan).resources[0];
