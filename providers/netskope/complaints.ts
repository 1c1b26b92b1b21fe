/** Rules of the domain as validators: a complaint becomes a diagnostic at the value's own path. */
import { error, type Diagnostic, type Path } from '../plugin-sdk';
import type { Complaint } from '../../steering/complaint';
import { complainAboutName } from '../../steering/name';

export function validator(complainAbout: (value: string) => Complaint | undefined) {
  return (value: string, at: Path): Diagnostic[] => {
    const complaint = complainAbout(value);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  };
}

/** What every name that is written must be, whatever it names. */
export const checkName = validator(complainAboutName);
