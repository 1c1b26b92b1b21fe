/** What does a command judge, whatever it was read from? */
import type { Model, Resource, Steering } from '../../steering';
import type { ModelToCheck } from '../../steering/rules';

export interface SourceFlags {
  readonly plan?: string;
  readonly stack?: string;
  readonly before?: boolean;
  /** The provider configuration whose tenant is meant, where there are several. */
  readonly provider?: string;
  /** Whether a live tenant is meant, which is read by REST v1 now. */
  readonly live?: boolean;
  /** A file with what a live tenant showed. */
  readonly snapshot?: string;
  /** A file with what the codes of that tenant mean. */
  readonly dialect?: string;
}

export interface ModelSource {
  readonly model: Model;
  /** The model before a change, for rules about changes. */
  readonly before?: Model;
  /**
   * The demands of the stack and what it accepts, where the source has a stack. Its premises are already applied to the
   * models.
   */
  readonly steering?: Steering;
  /** The other tenants of the source, which share the suppressions with this one; `isMain`: whether this comes first. */
  readonly beside?: { readonly models: readonly ModelToCheck[]; readonly isMain: boolean };
  /** The sentence that says that the demands of the stack were lost; left out where they were not. */
  readonly lostDemands?: string;
  /** The resources that the model is read from; left out for a tenant. */
  readonly resources?: () => readonly Resource[];
  /** The name of the source, as a part of a sentence. */
  readonly title: string;
  /** The description of the source for programs. */
  readonly json: {
    readonly kind: 'plan' | 'stack' | 'tenant' | 'live' | 'snapshot';
    readonly state?: 'before' | 'after';
  } & Readonly<Record<string, string>>;
  /** The remarks that people should read. */
  readonly notes: readonly string[];
}
