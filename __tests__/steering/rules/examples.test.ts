/** The examples of the rules, which the page of the guardrails shows. */
import { checkModel, RULES } from '../../../steering/rules';
import { modelOfHcl } from './hcl';

describe.each(RULES.flatMap(({ id, example }) => (example === undefined ? [] : [[id, example] as const])))(
  'the example of %s',
  (id, { wrong, right }) => {
    const found = async (text: string) =>
      checkModel(await modelOfHcl(text))
        .findings.filter(({ rule }) => rule === id)
        .map(({ message }) => message);

    it('has the mistake', async () => expect(await found(wrong)).not.toEqual([]));

    it('shows how to write it without the mistake', async () => expect(await found(right)).toEqual([]));
  },
);
