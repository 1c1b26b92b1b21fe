/** Rules of the domain as validators: a complaint becomes a diagnostic at the value's own path. */
import { error, type Diagnostic, type Path, type Unknown } from '../plugin-sdk';
import { complainAboutRepeatedHost } from '../../steering/domain/hosts';
import type { Complaint } from '../../steering/domain/vocabulary';
import { complainAboutName } from '../../steering/domain/names';

export function validator(complainAbout: (value: string) => Complaint | undefined) {
  return (value: string, at: Path): Diagnostic[] => {
    const complaint = complainAbout(value);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  };
}

/** What the page of a name says of `checkName`. */
export const WITHOUT_UNSEEN =
  'Without white space at its ends, control characters, and characters that nobody sees or that turn the text around; joiners where a script or an emoji has them are fine.';

/** What every name that is written must be, whatever it names. */
export const checkName = validator(complainAboutName);

/** In a set of host names, two spellings of one: Terraform counts them as two, and the tenant has one. */
export function checkHosts(names: readonly (string | Unknown)[], at: Path): Diagnostic[] {
  const complaint = complainAboutRepeatedHost(names.filter((name) => typeof name === 'string'));
  return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
}
