/** A data source, named as prebuilt cdktf providers name theirs: `null_data_source` -> `DataNullDataSource`. */
import type { Schema } from '../../../providers/plugin-sdk/schema';
import { emitConstruct } from './construct';
import { className } from './names';

/** The name from which class, file and export of a data source follow. */
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
