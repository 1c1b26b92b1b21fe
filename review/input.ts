/** What does a review take? Plans with the texts of the files beside them, and what the caller knows besides. */
import type { PlanJson, PlannedModels, Steering, TenantObjects } from '../steering';
import type { ConfigurationCode } from './plan/code';

/** A plan, with the texts of the files beside it. */
export interface PlanToReview {
  readonly name: string;
  /** The path of the stack's file, or of the plan's, for formats that point to one. */
  readonly source: string;
  /** The text that `terraform show -json` prints; or what a person does to a tenant that is observed. */
  readonly plan: string | ObservedPlan;
  /** The text of cdk.tf.json. */
  readonly stack?: string;
  /** The text of steering.json. */
  readonly steering?: string;
  /** The configuration that the plan was made from. */
  readonly code?: ConfigurationCode;
}

/** A plan that a person carries out on a tenant on which no terraform plans. */
export interface ObservedPlan {
  /** What is done, in the form of a plan of terraform. */
  readonly plan: PlanJson;
  readonly models: PlannedModels;
  /** What the stack demands of this tenant. @default - nothing */
  readonly steering?: Steering;
  /** The address of the tenant. */
  readonly tenant: string;
  /** When it was observed, ISO 8601. */
  readonly observedAt: string;
  /** What is not observed, each as a part of a sentence. */
  readonly notObserved: readonly string[];
  /** Sentences on what cannot be judged. */
  readonly notJudged: readonly string[];
  /** Sentences on what weakens a verdict. */
  readonly reservations: readonly string[];
}

/** The error for a plan that needs more memory than there is. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';

  /** @param bytes about how much memory the review needs */
  constructor(
    readonly plan: string,
    readonly bytes: number,
  ) {
    super(`${plan} needs ${bytes} bytes of memory`);
  }
}

/** What the caller knows besides the plans. */
export interface ReviewOptions {
  /** The day on which approvals and the last days of exceptions are judged, ISO 8601. */
  readonly today: string;
  /** The text of the file of approvals. @default - none */
  readonly approvals?: string;
  /**
   * The value of NETSKOPE_SERVER_URL, the tenant that a provider configuration without server_url reaches.
   * @default - not known
   */
  readonly serverUrl?: string;
  /** All objects of that tenant, including those that the plans do not manage. @default - only what the plans show */
  readonly tenant?: TenantObjects;
  /** Is called with what is done next, in words for people, since large plans take a while. @default - nobody is told */
  readonly progress?: (phase: string) => void;
  /** The most bytes of memory that the review may take. @default - any number */
  readonly memory?: number;
}
