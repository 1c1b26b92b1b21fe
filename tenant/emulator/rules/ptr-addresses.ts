/** A DNS exception for the record type PTR takes addresses. [doc] */
import { isIP } from 'node:net';
import type { SteeringExceptionInput } from '../../contract';
import { invalid } from '../problem';

/** 400 for each question of the record type PTR that names no address. */
export function requirePtrAddresses({ dns }: Pick<SteeringExceptionInput, 'dns'>): void {
  const errors = (dns?.questions ?? []).flatMap(({ domain, record_type }, index) =>
    record_type !== 'PTR' || isIP(domain) !== 0
      ? []
      : [{ field: `dns.questions[${index}].domain`, message: 'must be an IP address with record_type "PTR"' }],
  );
  if (errors.length > 0) throw invalid(errors);
}
