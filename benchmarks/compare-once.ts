/**
 * Compares two large tenants once, with a tenth of the exceptions changed, and prints the time and the memory as JSON.
 */
import { compare } from '../steering';
import { largeTenant } from './large-tenant';

const CHANGED_PERCENT = 10;

const exceptions = Number(process.argv[2]);
const [before, after] = [largeTenant(exceptions), largeTenant(exceptions, CHANGED_PERCENT)];
const begun = performance.now();
const comparison = compare(before, after);
const { changes, complete } = comparison;
const ms = performance.now() - begun;
// The system counts in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ ms, megabytes, complete, changes: changes.length }));
