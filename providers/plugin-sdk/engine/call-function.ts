/** The call of a function: its arguments are checked, it runs, and its result is checked. Values in, values out. */
import { hasErrors, withPlace, type Diagnostic } from '../diagnostics';
import type { Parameter, Signature } from '../schema/function';
import { contentOf, isWhollyKnown, UNKNOWN, type Value } from '../values';
import { conformTo } from './conform';
import { ArgumentError, type ProviderFunction } from './function';
import { diagnosticsOf, isA, isDiagnosticError, isPlainError, reasonOf } from './operation';
import { checkCustom, checkForm } from './validate';

/** Why a call has no result, and the position of the argument that is to blame. */
export interface FunctionFailure {
  readonly text: string;
  readonly argument?: number;
}

export type FunctionOutcome = { readonly result: Value } | { readonly failure: FunctionFailure };

/** Gives the parameter of an argument; undefined where the argument is one too many. */
export function parameterAt({ parameters, variadic }: Signature, index: number): Parameter | undefined {
  return parameters[index] ?? variadic;
}

/** Calls the function. @param onBug learns of every exception that the author did not mean to throw, for the log */
export async function callFunction(
  called: ProviderFunction,
  args: readonly Value[],
  onBug: (cause: unknown) => void = () => undefined,
): Promise<FunctionOutcome> {
  const refused = checkCount(called, args.length) ?? checkArguments(called, args);
  if (refused !== undefined) return { failure: refused };
  const known = args.map(isWhollyKnown);
  if (known.some((is, index) => !is && !parameterAt(called, index)?.allowUnknown)) return { result: UNKNOWN };
  const bug = (cause: unknown): FunctionOutcome => {
    onBug(cause);
    return { failure: failureOf(cause) };
  };
  let returned: unknown;
  try {
    returned = await called.run(...(args as never[]));
  } catch (cause) {
    const said = saidOnPurpose(called, args.length, cause);
    return said === undefined ? bug(cause) : { failure: said };
  }
  try {
    return { result: checkResult(called, returned, !known.every(Boolean)) };
  } catch (cause) {
    return bug(cause);
  }
}

/** Gives what the user is told about an exception of any kind. */
export function failureOf(cause: unknown): FunctionFailure {
  const errors = diagnosticsOf(cause).filter(({ severity }) => severity === 'error');
  return { text: errors.map(textOf).join('\n\n') };
}

function checkCount({ name, parameters, variadic }: ProviderFunction, count: number): FunctionFailure | undefined {
  if (count === parameters.length || (count > parameters.length && variadic !== undefined)) return undefined;
  const least = variadic === undefined ? '' : 'at least ';
  return { text: `${name} takes ${least}${parameters.length} arguments, and was called with ${count}.` };
}

function checkArguments(called: ProviderFunction, args: readonly Value[]): FunctionFailure | undefined {
  for (const [argument, value] of args.entries()) {
    const parameter = parameterAt(called, argument);
    if (parameter === undefined) continue;
    if (contentOf(value) === null && !parameter.allowNull)
      return { argument, text: `${parameter.name} must not be null.` };
    const form = checkForm(parameter.type, value, []);
    const [found] = form.length > 0 ? form : checkCustom(parameter.type, value, []).filter(isError);
    if (found !== undefined) return { argument, text: textOf(found) };
  }
  return undefined;
}

/** Checks what a function returned. @throws Error for a result that is not of the declared type */
function checkResult({ name, returns }: ProviderFunction, value: unknown, allowUnknown: boolean): Value {
  if (value === undefined) throw new TypeError(`${name} returned nothing; null is a result, undefined is none`);
  const result = conformTo(returns, value, allowUnknown, name);
  const found = checkForm(returns, result, []);
  if (hasErrors(found)) throw new TypeError(`the result of ${name} is not of its type: ${found.map(textOf).join(' ')}`);
  return result;
}

/** Gives what the author wanted to tell the user with an exception; undefined for one that is a bug. */
function saidOnPurpose(called: ProviderFunction, count: number, cause: unknown): FunctionFailure | undefined {
  if (isA(cause, ArgumentError)) {
    const argument = positionOf(called, cause.argument);
    // Terraform looks the argument up by its position, so the position must be that of a given argument.
    return { text: cause.message || reasonOf(cause), ...(argument >= 0 && argument < count && { argument }) };
  }
  if (isDiagnosticError(cause)) return failureOf(cause);
  return isPlainError(cause) ? { text: cause.message || reasonOf(cause) } : undefined;
}

function positionOf({ parameters, variadic }: ProviderFunction, argument: number | string): number {
  if (typeof argument === 'number') return Number.isInteger(argument) ? argument : -1;
  return variadic?.name === argument ? parameters.length : parameters.findIndex(({ name }) => name === argument);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function textOf({ summary, detail, path = [] }: Diagnostic): string {
  return withPlace(`${summary}: ${detail}`, path);
}
