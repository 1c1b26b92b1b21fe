/** The parts of a plan that a review reads beside those that the model needs (`steering`). */
import type { PlanJson } from '../../steering';

export interface ReviewedPlan extends PlanJson {
  readonly resource_changes?: readonly PlannedChange[];
  /** What refreshing found changed. */
  readonly resource_drift?: readonly PlannedChange[];
  readonly complete?: boolean;
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly output_changes?: Readonly<Record<string, Change>>;
  /** What conditions and checks of the configuration say. */
  readonly checks?: unknown;
  readonly action_invocations?: unknown;
  readonly deferred_action_invocations?: unknown;
  readonly deferred_changes?: unknown;
}

export type PlannedChange = NonNullable<PlanJson['resource_changes']>[number] & {
  readonly previous_address?: string;
  readonly action_reason?: string;
  readonly provider_name?: string;
  readonly change: Change;
};

export interface Change {
  readonly actions: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly after_unknown?: unknown;
  /** True, or the shape of the value with true where it is sensitive. */
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  readonly importing?: { readonly id?: string };
}
