/** Compares two large tenants once, a tenth of the exceptions changed, and prints what it took as JSON. */
import { compare } from '../steering';
import { largeTenant } from './large-tenant';

const CHANGED_PERCENT = 10;

const exceptions = Number(process.argv[2]);
const [before, after] = [largeTenant(exceptions), largeTenant(exceptions, CHANGED_PERCENT)];
const begun = performance.now();
const comparison = compare(before, after);
const { changes, complete } = comparison;
const ms = performance.now() - begun;
// Of kilobytes, which is what the system counts.
const megabytes = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ ms, megabytes, complete, changes: changes.length }));
