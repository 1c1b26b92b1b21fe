/**
 * Emits a data source, with the name that prebuilt cdktf providers would give it: `null_data_source` ->
 * `DataNullDataSource`.
 */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { emitConstruct } from './construct';
import { className } from './names';

/** The name from which the names of a data source's class, file and export follow. */
export function dataSourceName(fullName: string): string {
  return `data_${fullName}`;
}

export function emitDataSource(providerType: string, fullName: string, schema: Schema): string {
  return emitConstruct({
    className: className(dataSourceName(fullName)),
    base: 'TerraformDataSource',
    providerType,
    terraformType: fullName,
    schema,
  });
}
