/** What the author of a data source writes: a schema and how to read the object that it describes. */
import type { Diagnostic } from '../diagnostics';
import type { Config, Query, Schema, State } from '../schema/schema';
import { checkRoot } from '../schema/reserved';
import { selecting } from './align';
import type { Operation } from './resource';

/** What the read of a data source gets. */
export interface ReadDataRequest<S extends Schema, C> extends Omit<Operation<C>, 'privateState'> {
  /** What is asked for: wholly known, with defaults; null where nothing is set, and where the answer goes. */
  readonly config: Query<S>;
}

/** What the author of a data source writes; `dataSource` declares it. */
export interface DataSourceDefinition<S extends Schema, C> {
  /** Full name of the data source, such as `null_data_source`. */
  readonly name: string;
  /** Plan modifiers in it are read over: a data source has no plan. */
  readonly schema: S;
  /** Rules across attributes. Attributes may be unknown. */
  validate?(config: Config<S>): readonly Diagnostic[];
  /** Reads what the configuration asks for; throws `DiagnosticError` where there is no such thing. */
  read(request: ReadDataRequest<S, C>): Promise<State<S>>;
}

/** A data source as the engine handles it: the author's types end here. */
export type DataSource<C> = DataSourceDefinition<Schema, C>;

const WRITE_ONLY = selecting(({ options }) => options.writeOnly === true);

/** Declares a data source, and throws where a name is reserved, or an attribute write-only, which only resources know. */
export function dataSource<S extends Schema, C>(definition: DataSourceDefinition<S, C>): DataSource<C> {
  checkRoot('data source', definition);
  const [writeOnly] = WRITE_ONLY(definition.schema.attributes);
  if (writeOnly !== undefined) throw new Error(`attribute ${writeOnly[0]} of a data source cannot be write-only`);
  return definition;
}
