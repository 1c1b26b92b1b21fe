/** The provider is killed with -9 before and after every call of an apply that deletes everything that it can manage. */
import { SAMPLES } from '../../support/samples';
import { expectSurvival } from './expect-survival';

// Some forty times: an apply, a kill, and an apply.
jest.setTimeout(600_000);

it('loses nothing and makes nothing twice, whenever it dies', async () => {
  const calls = await expectSurvival('second', 'nothing');
  const writes = calls.filter((call) => !call.startsWith('GET'));
  expect(writes).toHaveLength(SAMPLES.length);
});
