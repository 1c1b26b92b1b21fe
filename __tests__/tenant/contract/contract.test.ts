import { contractDocument, contractOperations } from '../../../tenant/contract/document';
import { listMarks } from '../../../tenant/contract/marks';

const marks = listMarks(contractDocument);

describe('the marks of the contract', () => {
  it('stand on every operation, parameter, header, response, security scheme and field', () => {
    expect(marks.filter(({ strength }) => strength !== 'documented' && strength !== 'assumed')).toEqual([]);
  });

  it('name the source of whatever is documented, with its kind first', () => {
    const documented = marks.filter(({ strength }) => strength === 'documented');
    expect(documented.length).toBeGreaterThan(30);
    expect(documented.filter(({ source }) => !/^\[(seed|doc|vendor)\] \S/.test(source ?? ''))).toEqual([]);
  });

  it('give no source to an assumption', () => {
    expect(marks.filter(({ strength, source }) => strength === 'assumed' && source !== undefined)).toEqual([]);
  });

  it('have an id of their own each', () => {
    const ids = marks.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('call every write assumed, because no public endpoint writes', () => {
    const reads = new Set(['listConfigurationsV1', 'readConfigurationsV1']);
    const operations = marks.filter(({ kind }) => kind === 'operation');
    expect(operations).toHaveLength(22);
    expect(operations.filter(({ id, strength }) => (strength === 'documented') !== reads.has(id))).toEqual([]);
  });

  it('are missed where they are missing, also in nested and combined schemas', () => {
    const bare = { type: 'string' };
    const document = {
      paths: { '/x': { get: { operationId: 'getX' } } },
      components: {
        parameters: { p: {} },
        schemas: {
          A: {
            properties: { b: { 'x-strength': 'assumed', properties: { c: bare } } },
            if: { properties: { b: true } },
          },
          D: { allOf: [{ properties: { e: bare } }], items: { properties: { f: bare } } },
        },
      },
    };
    const missing = listMarks(document).filter(({ strength }) => strength === undefined);
    expect(missing.map(({ id }) => id)).toEqual([
      'getX',
      'parameters.p',
      'schemas.A.b.c',
      'schemas.D.e',
      'schemas.D.f',
    ]);
  });
});

describe('the operations of the contract', () => {
  it('are the collections and methods the provider needs, and the two reads of REST v1', () => {
    expect(contractOperations().map(({ method, basePath, path }) => `${method} ${basePath}${path}`)).toEqual([
      'GET /api/v2/steering/apps/certpinned',
      'POST /api/v2/steering/apps/certpinned',
      'GET /api/v2/steering/apps/certpinned/{id}',
      'PUT /api/v2/steering/apps/certpinned/{id}',
      'DELETE /api/v2/steering/apps/certpinned/{id}',
      'GET /api/v2/steering/configurations',
      'POST /api/v2/steering/configurations',
      'GET /api/v2/steering/configurations/{config_id}',
      'PATCH /api/v2/steering/configurations/{config_id}',
      'DELETE /api/v2/steering/configurations/{config_id}',
      'GET /api/v2/steering/configurations/{config_id}/nonstandardports',
      'POST /api/v2/steering/configurations/{config_id}/nonstandardports',
      'GET /api/v2/steering/configurations/{config_id}/nonstandardports/{row_id}',
      'PUT /api/v2/steering/configurations/{config_id}/nonstandardports/{row_id}',
      'DELETE /api/v2/steering/configurations/{config_id}/nonstandardports/{row_id}',
      'GET /api/v2/steering/configurations/{config_id}/exceptions',
      'POST /api/v2/steering/configurations/{config_id}/exceptions',
      'GET /api/v2/steering/configurations/{config_id}/exceptions/{id}',
      'PUT /api/v2/steering/configurations/{config_id}/exceptions/{id}',
      'DELETE /api/v2/steering/configurations/{config_id}/exceptions/{id}',
      'GET /api/v1/steeringconfiglist',
      'POST /api/v1/steeringconfig',
    ]);
  });

  it('take the token in the header, but for REST v1', () => {
    const elsewhere = contractOperations().filter(({ tokenIn }) => tokenIn !== 'header');
    expect(elsewhere.map(({ operationId, tokenIn }) => [operationId, tokenIn])).toEqual([
      ['listConfigurationsV1', 'query'],
      ['readConfigurationsV1', 'body'],
    ]);
  });
});
