/** What the author of a data source writes: a schema, and how to read the object that it describes. */
import type { Diagnostic } from '../diagnostics';
import type { Config, Query, Schema, State } from '../schema/schema';
import { checkRoot } from '../schema/reserved';
import { selecting } from './align';
import type { Operation } from './resource';

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
