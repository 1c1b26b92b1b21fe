/** Small words that findings and demands share. */
import type { Severity } from '../../steering/rules';
import type { Palette } from '../palette';

export function severityMark(severity: Severity, color: Palette): string {
  const colors: Readonly<Record<Severity, (text: string) => string>> = {
    error: color.red,
    warning: color.yellow,
    info: color.blue,
  };
  return colors[severity](severity);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
