/** An exception for categories of destinations: traffic to them is bypassed instead of steered. */
import type { Construct } from 'constructs';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { CategoryException } from '../l1/category-exception';
import { refuseBadNames, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';

export interface CategoryBypassOptions extends ExceptionOptions {
  /** Names of categories; at least one. */
  readonly categories: readonly string[];
}

export interface CategoryBypassProps extends CategoryBypassOptions, InConfiguration {}

/** Bypasses categories. On-premises and without dynamic steering they are not offered in cloud-apps mode. [doc] */
export class CategoryBypass extends ExceptionBase {
  protected readonly resource: CategoryException;

  constructor(scope: Construct, id: string, props: CategoryBypassProps) {
    super(scope, id, 'category', props);
    refuseEmpty(this, 'categories', props.categories);
    refuseBadNames(this, 'categories', props.categories);
    this.resource = this.make(CategoryException, { categories: escapeTexts(props.categories) });
  }
}
