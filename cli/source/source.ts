/** What a command judges, whatever it was read from. */
import type { Model, Steering } from '../../steering';

export interface SourceFlags {
  readonly plan?: string;
  readonly stack?: string;
  readonly before?: boolean;
  /** Of several tenants, the one that this provider configuration reaches. */
  readonly provider?: string;
}

export interface ModelSource {
  readonly model: Model;
  /** What is there before a change, for rules about changes. */
  readonly before?: Model;
  /** What the stack demands and accepts, where the source is of one. Its premises hold in the models already. */
  readonly steering?: Steering;
  /** Says that what the stack demands was lost on the way; left out where it was not. */
  readonly lostDemands?: string;
  /** In words, as part of a sentence. */
  readonly title: string;
  /** The same for programs. */
  readonly json: { readonly kind: 'plan' | 'stack' | 'tenant'; readonly state?: 'before' | 'after' } & Readonly<
    Record<string, string>
  >;
  /** What people should know of it. */
  readonly notes: readonly string[];
}
