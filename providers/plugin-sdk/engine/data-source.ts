/**
 * What the author of a data source writes: a schema, and how to read the object that it describes; and its one operation,
 * a read. Values in, values out; no gRPC, no bytes.
 */
import { DiagnosticError, error, type Diagnostic } from '../diagnostics';
import type { Config, Query, Schema, State } from '../schema/schema';
import { checkRoot } from '../schema/reserved';
import { isWhollyKnown, type ValueRecord } from '../values';
import { selecting } from './align';
import { conform } from './conform';
import { type Environment, RunningOperation, deadlineOf, handed, keepTimeouts } from './operation';
import { fillDefaults } from './plan';
import { assertPromises } from './promises';
import type { Operation } from './resource';
import { keepSpelling } from './spelling';

/** The request that `read` of a data source gets. */
export interface ReadDataRequest<S extends Schema, C> extends Omit<Operation<C>, 'privateState'> {
  /**
   * The configuration, wholly known and with defaults. An attribute is null where nothing is set, and where the answer
   * will stand.
   */
  readonly config: Query<S>;
}

/** The definition of a data source; `dataSource` declares it. */
export interface DataSourceDefinition<S extends Schema, C> {
  /** The full name of the data source, such as `null_data_source`. */
  readonly name: string;
  /** The schema of the configuration and of the answer. Its plan modifiers never run: a data source has no plan. */
  readonly schema: S;
  /** Says what is wrong with a configuration, across attributes. Their values may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Reads what the configuration asks for. It should throw a `DiagnosticError` where there is no such thing. */
  read(request: ReadDataRequest<S, C>): Promise<State<S>>;
}

/** A data source as the engine handles it, without the author's types. */
export type DataSource<C> = DataSourceDefinition<Schema, C>;

const WRITE_ONLY = selecting(({ options }) => options.writeOnly === true);

/**
 * Declares a data source.
 * @throws Error where a name is reserved, or an attribute is write-only, which only attributes of resources can be
 */
export function dataSource<S extends Schema, C>(definition: DataSourceDefinition<S, C>): DataSource<C> {
  checkRoot('data source', definition);
  const [writeOnly] = WRITE_ONLY(definition.schema.attributes);
  if (writeOnly !== undefined) throw new Error(`attribute ${writeOnly[0]} of a data source cannot be write-only`);
  return definition;
}

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
