/**
 * Which guardrails does an object break by itself? A plan warns of them at the attribute where the mistake is written.
 * What takes other objects to find is left to `netskope-steering check`, to reviews and to synth.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  attribute,
  error,
  isKnown,
  isUnknown,
  path,
  t,
  warning,
  type Config,
  type Diagnostic,
  type Schema,
} from 'terraform-plugin-sdk-ts';
import { inert } from '../../steering/inert';
import { AFTER_APPLY } from '../../steering/model/model';
import { Unresolved, type SourceAttribute, type SourceAttributes } from '../../steering/model/resources';
import { valueAt, type PlannedObject } from './without-effect';

/** The setting of the provider for guardrails. */
export const guardrails = attribute.single(
  {
    enabled: attribute.bool({
      optional: true,
      description: 'Whether a plan warns of guardrails at all. Default `true`.',
    }),
    suppress: attribute.listOf(
      {
        rule: attribute.string({
          required: true,
          description: 'The guardrail that is accepted, by the name that its warning has.',
        }),
        on: attribute.set(t.string, {
          optional: true,
          description:
            'Where it is accepted: names or ids of objects, or the values that its warning names. Default: everywhere.',
        }),
        reason: attribute.string({
          required: true,
          description: 'Why it is accepted, for whoever reads it next.',
          validators: [(value, at) => (value.trim() === '' ? [noReason(at)] : [])],
        }),
      },
      { optional: true, description: 'The guardrails that are accepted, each with a reason.' },
    ),
  },
  {
    optional: true,
    description:
      'What a plan says of guardrails: mistakes that a tenant accepts and that a person rarely means. A plan warns of what an object shows by itself, where the plan creates or changes it.',
  },
);

function noReason(at: Diagnostic['path'] & object): Diagnostic {
  return error(
    'Suppression without a reason',
    'Say why the guardrail is accepted, for whoever reads it next. To switch all guardrails off, write enabled = false.',
    at,
  );
}

/** What a session knows of guardrails. */
export interface GuardrailSettings {
  readonly enabled: boolean;
  readonly suppressed: readonly { readonly rule: string; readonly on: readonly string[] | null }[];
}

type Written = Config<Schema<{ readonly guardrails: typeof guardrails }>>['guardrails'];

/** Reads the setting, all of which is known. */
export function guardrailSettings(written: Written): GuardrailSettings {
  if (!isKnown(written)) return { enabled: true, suppressed: [] };
  const { enabled, suppress } = written;
  return {
    enabled: enabled !== false,
    suppressed: (isKnown(suppress) ? suppress : []).filter(isKnown).map(({ rule, on }) => ({
      rule: isKnown(rule) ? rule : '',
      on: isKnown(on) ? on.filter(isKnown) : null,
    })),
  };
}

/** Refuses suppressions of guardrails that do not exist. The rules load only where a suppression is written. */
export async function complainAboutGuardrails(written: Written): Promise<Diagnostic[]> {
  const { suppressed } = guardrailSettings(written);
  if (suppressed.length === 0) return [];
  const { RULES } = await import('../../steering/rules');
  const names = RULES.map(({ id }) => id);
  return suppressed.flatMap(({ rule }, index) =>
    names.includes(rule)
      ? []
      : [
          error(
            'No such guardrail',
            `${inert(JSON.stringify(rule))} is none of the guardrails. Write the name that the warning has: ${names.join(', ')}.`,
            path('guardrails', 'suppress', index, 'rule'),
          ),
        ],
  );
}

/**
 * Makes a warning for each guardrail that a planned object breaks by itself: where that is new, or stands in an
 * attribute that the plan changes. There is none of values that nobody writes here.
 */
export async function warnOfGuardrails(
  type: string,
  { enabled, suppressed }: GuardrailSettings,
  { config, plan, prior }: PlannedObject,
): Promise<Diagnostic[]> {
  if (!enabled) return [];
  // The rules load only here, because most commands change nothing and do not need them.
  const { checkResource } = await import('../../steering/rules');
  const found = checkResource(type, attributesOf(plan));
  if (found.length === 0) return [];
  const before = new Set(prior === null ? [] : checkResource(type, attributesOf(prior)).map(({ message }) => message));
  const names = [valueAt(plan, ['name']), valueAt(plan, ['id'])];
  return found.flatMap(({ rule, severity, message, attribute: at = [], value = '' }) => {
    const isWritten = isKnown(valueAt(config, at));
    const isOld = before.has(message) && isDeepStrictEqual(valueAt(plan, at), valueAt(prior, at));
    const isAccepted = suppressed.some((one) => one.rule === rule && isAbout(one.on, value, names));
    if (!isWritten || isOld || isAccepted) return [];
    // Terraform has no notes, so a note is a warning that calls itself one.
    const summary = summaryOf(severity === 'info' ? `${rule} (a note)` : rule, at, value);
    return [warning(summary, `${inert(message)}\n\n${howToAccept(rule, value)}`, path(...at))];
  });
}

function isAbout(on: readonly string[] | null, value: string, names: readonly unknown[]): boolean {
  if (on === null || names.some((name) => on.includes(name as string)) || on.includes(value)) return true;
  return value.split(', ').every((part) => on.includes(part));
}

/** The longest value that a headline shows. */
const LONGEST_SHOWN = 60;

/** Makes a headline of its own for each value, because Terraform shows only the first of several with one headline. */
function summaryOf(rule: string, at: readonly string[], value: string): string {
  const shown = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  return `Guardrail ${rule}: ${at.join('.')} has ${inert(JSON.stringify(shown))}`;
}

function howToAccept(rule: string, value: string): string {
  const on = value.split(', ').map((part) => inert(JSON.stringify(part)));
  const where = on.length > 3 ? '' : `, on = [${on.join(', ')}]`;
  return `If it is meant, accept it in the provider's settings, with a reason: guardrails = { suppress = [{ rule = "${rule}"${where}, reason = "..." }] }.`;
}

/** Returns a planned object as the readers of models take it: what is not known yet is unresolved. */
function attributesOf(object: object): SourceAttributes {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, attributeOf(value)]));
}

function attributeOf(value: unknown): SourceAttribute {
  if (isUnknown(value)) return new Unresolved(AFTER_APPLY);
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(attributeOf);
  if (typeof value === 'object' && value !== null) return attributesOf(value);
  return value as SourceAttribute;
}
