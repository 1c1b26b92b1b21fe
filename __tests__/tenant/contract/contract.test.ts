import { COLLECTION_NAMES, COLLECTIONS, nameFieldOf, operationsOn } from '../../../tenant/contract/collections';
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
    expect(operations).toHaveLength(contractOperations().length);
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
  const routes = contractOperations().map(({ operationId, method, basePath, path }) => [
    operationId,
    `${method} ${basePath}${path}`,
  ]);

  it('are those of the collections, and the two reads of REST v1, of which one is also sent by GET', () => {
    const ofCollections = COLLECTION_NAMES.flatMap((name) => {
      const { path, idParameter, updateMethod } = COLLECTIONS[name];
      const { list, create, get, update, delete: remove } = operationsOn(name);
      const [all, one] = [`/api/v2${path}`, `/api/v2${path}/{${idParameter}}`];
      return [
        [list, `GET ${all}`],
        [create, `POST ${all}`],
        [get, `GET ${one}`],
        [update, `${updateMethod} ${one}`],
        [remove, `DELETE ${one}`],
      ];
    });
    const ofRestV1 = [
      ['listConfigurationsV1', 'GET /api/v1/steeringconfiglist'],
      ['getConfigurationsV1', 'GET /api/v1/steeringconfig'],
      ['readConfigurationsV1', 'POST /api/v1/steeringconfig'],
    ];
    expect(routes.sort()).toEqual([...ofCollections, ...ofRestV1].sort());
  });

  it.each(COLLECTION_NAMES)('of the collection %s take and show what it declares', (name) => {
    const { object, input, change, idField } = COLLECTIONS[name];
    const { get, create, update } = operationsOn(name);
    const schemaOf = (pointer: string | undefined) => (at(pointer) as { $ref: string }).$ref;
    const bodyOf = (id: string) =>
      schemaOf(contractOperations().find(({ operationId }) => operationId === id)?.bodySchema);
    expect([bodyOf(create), bodyOf(update)]).toEqual([input, change].map((schema) => `#/components/schemas/${schema}`));
    const shown = Object.values(contractDocument['paths'] as Record<string, Record<string, { operationId?: string }>>)
      .flatMap((item) => Object.values(item))
      .find(({ operationId }) => operationId === get) as { responses: Record<string, { $ref: string }> } | undefined;
    const answer = schemaOf(`${shown?.responses['200']?.$ref}/content/application~1json/schema`);
    expect(JSON.stringify(at(answer))).toContain(`"data":{"$ref":"#/components/schemas/${object}"`);
    expect(at(`#/components/schemas/${object}/required`)).toContain(idField);
    const fieldName = nameFieldOf(name);
    if (fieldName !== undefined)
      expect(JSON.stringify(at(`#/components/schemas/${input}/required`))).toContain(fieldName);
  });

  it('take the token in the header, but for REST v1', () => {
    const elsewhere = contractOperations().filter(({ tokenIn }) => tokenIn !== 'header');
    expect(elsewhere.map(({ operationId, tokenIn }) => [operationId, tokenIn])).toEqual([
      ['listConfigurationsV1', 'query'],
      ['getConfigurationsV1', 'query'],
      ['readConfigurationsV1', 'body'],
    ]);
  });
});

/** The part of the document that a pointer names. */
function at(pointer = ''): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step.replaceAll('~1', '/')], contractDocument);
}
