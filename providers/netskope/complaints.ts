/** Rules of the domain as validators: a complaint becomes a diagnostic at the value's own path. */
import { error, type Diagnostic, type Path } from '../plugin-sdk';
import type { Complaint } from '../../steering/complaint';

export function validator(complainAbout: (value: string) => Complaint | undefined) {
  return (value: string, at: Path): Diagnostic[] => {
    const complaint = complainAbout(value);
    return complaint === undefined ? [] : [error(complaint.summary, complaint.detail, at)];
  };
}
