/** The operations of the contract, each under its operationId. */
import { appOperations } from './apps';
import { configurationOperations } from './configurations';
import { exceptionOperations } from './exceptions';
import { networkLocationOperations } from './network-locations';
import { nonStandardPortOperations } from './non-standard-ports';
import type { OperationTable } from './operation';
import { restV1Operations } from './rest-v1';

export const operations: OperationTable = {
  ...appOperations,
  ...networkLocationOperations,
  ...configurationOperations,
  ...nonStandardPortOperations,
  ...exceptionOperations,
  ...restV1Operations,
};
