/** Every operation this tenant implements. */
import { appOperations } from './apps';
import { configurationOperations } from './configurations';
import { exceptionOperations } from './exceptions';
import { nonStandardPortOperations } from './non-standard-ports';
import type { OperationTable } from './operation';

export const operations: OperationTable = {
  ...appOperations,
  ...configurationOperations,
  ...nonStandardPortOperations,
  ...exceptionOperations,
};
