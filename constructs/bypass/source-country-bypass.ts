/** An exception for countries of clients: their traffic is bypassed instead of steered. */
import type { Construct } from 'constructs';
import { complainAboutCountry } from '../../steering/domain/exceptions';
import { ExceptionBase, type ExceptionOptions, type InConfiguration } from '../exception-base';
import { SourceCountryException } from '../l1/source-country-exception';
import { refuseBad, refuseEmpty } from '../refusal';
import { escapeTexts } from '../text';

export interface SourceCountryBypassOptions extends ExceptionOptions {
  /** Countries as ISO 3166-1 codes of two capital letters, such as `DE` [assumed]; at least one. */
  readonly countries: readonly string[];
}

export interface SourceCountryBypassProps extends SourceCountryBypassOptions, InConfiguration {}

/** Bypasses countries of clients. */
export class SourceCountryBypass extends ExceptionBase {
  protected readonly resource: SourceCountryException;

  constructor(scope: Construct, id: string, props: SourceCountryBypassProps) {
    super(scope, id, 'source_countries', props);
    refuseEmpty(this, 'countries', props.countries);
    refuseBad(this, props.countries, complainAboutCountry);
    this.resource = this.make(SourceCountryException, { countries: escapeTexts(props.countries) });
  }
}
