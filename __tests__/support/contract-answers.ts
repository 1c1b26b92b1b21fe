/** Holds answers against the contract's own schemas. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { contractDocument, type ContractOperation } from '../../tenant/contract/document';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(contractDocument, 'contract', undefined, false);
const validators = new Map<string, ValidateFunction>();

/** What only the default answer describes: an implementation's own limits. */
const undescribed = new Set([413, 414, 415, 500, 501]);

/** How an answer differs from what the contract says of its operation; undefined when it does not. */
export function findDifference(
  { operationId, path, method }: ContractOperation,
  { status, body }: { status: number; body: unknown },
): string | undefined {
  const pointer = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/responses`;
  const described = resolve(`${pointer}/${status}`) !== undefined;
  if (!described && !undescribed.has(status) && status !== 200) {
    return `${operationId} answered ${status}, which the contract does not name`;
  }
  const hidden = status === 200 && (body as { status?: unknown } | null)?.status === 'error';
  const { $ref } = resolve(`${pointer}/${described && !hidden ? status : 'default'}`) as { $ref: string };
  const validate = validators.get($ref) ?? ajv.compile({ $ref: `contract${$ref}/content/application~1json/schema` });
  validators.set($ref, validate);
  return validate(body) ? undefined : `${operationId} ${status}: ${ajv.errorsText(validate.errors)}`;
}

function resolve(pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/')],
    contractDocument,
  );
}
