/**
 * The contract, held against a tenant: a local one, or the one that STEERING_CONFORMANCE_URL and
 * STEERING_CONFORMANCE_TOKEN name (`npm run conformance`). It makes objects with a prefix of its own and takes them away.
 */
import { COLLECTION_NAMES, nameFieldOf, operationsOn } from '../../tenant/contract/collections';
import { contractOperations } from '../../tenant/contract/document';
import { collectionCases } from './cases/collections';
import { ruleCases } from './cases/rules';
import { Session } from './support/session';

let session: Session;
beforeAll(async () => {
  session = await Session.open();
});
afterAll(async () => {
  const left = await session.cleanUp();
  await session.target.close();
  if (left.length > 0) throw new Error(`left behind:\n${left.join('\n')}`);
});

collectionCases(() => session);
ruleCases(() => session);

test('every operation of the contract was carried out', () => {
  const all = contractOperations().map(({ operationId }) => operationId);
  expect(all.filter((operationId) => !session.succeeded.has(operationId))).toEqual([]);
});

test('nothing that was made is left, and nothing else was touched', async () => {
  expect(await session.cleanUp()).toEqual([]);
  for (const name of COLLECTION_NAMES) {
    const field = nameFieldOf(name);
    if (field === undefined) continue;
    const names = (await session.readAll(operationsOn(name).list)).map((row) => String(row[field]));
    expect(names.filter((one) => one.startsWith(session.prefix))).toEqual([]);
  }
});
