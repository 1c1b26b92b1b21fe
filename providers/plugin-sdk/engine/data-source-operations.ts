/** The one operation of a data source: a read. Values in, values out; no gRPC, no bytes. */
import { DiagnosticError, error, type Diagnostic } from '../diagnostics';
import type { Query, Schema } from '../schema/schema';
import { isWhollyKnown, type ValueRecord } from '../values';
import { conform } from './conform';
import type { DataSource } from './data-source';
import { type Environment, RunningOperation, deadlineOf, handed, keepTimeouts } from './operation';
import { fillDefaults } from './plan';
import { assertPromises } from './promises';
import { keepSpelling } from './spelling';

/** Reads what the configuration asks for. The state is null beside errors. */
export async function readDataSource<C>(
  source: DataSource<C>,
  environment: Environment<C>,
  config: ValueRecord,
): Promise<{ readonly state: ValueRecord | null; readonly diagnostics: readonly Diagnostic[] }> {
  const { attributes } = source.schema;
  const operation = new RunningOperation(environment, undefined, deadlineOf(attributes, 'read', config));
  const state = await operation.attempt(async () => {
    if (!isWhollyKnown(config)) throw notKnownYet(source.name);
    assertPromises(source.schema, config);
    const query = fillDefaults(attributes, config);
    const found = await source.read(handed(operation, { config: query as Query<Schema> }));
    return keepSpelling(
      attributes,
      keepTimeouts(attributes, conform(attributes, found, false, `read of ${source.name}`), query),
      query,
    );
  });
  return { state: state ?? null, diagnostics: operation.diagnostics };
}

function notKnownYet(name: string): DiagnosticError {
  const detail = `A part of what ${name} is asked for is only known after an apply, and Terraform asked for the answer before. Apply what it depends on first (terraform apply -target=...).`;
  return new DiagnosticError(error('Configuration not known yet', detail));
}
