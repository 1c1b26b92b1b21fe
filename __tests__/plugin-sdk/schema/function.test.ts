import { providerFunction, t } from 'terraform-plugin-sdk-ts';
import type { TfNumber, Unknown } from 'terraform-plugin-sdk-ts';
import { same } from '../support/same';

const [description, summary] = ['d', 's'];

it('infers arguments and result of a function from its declaration', () => {
  providerFunction({
    name: 'f',
    summary,
    description,
    parameters: [
      { name: 'text', type: t.string, description },
      { name: 'count', type: t.integer, description, allowNull: true },
      { name: 'sizes', type: t.map(t.number), description, allowUnknown: true },
    ],
    variadic: { name: 'rest', type: t.object({ a: t.bool }), description },
    returns: t.list(t.string),
    run: (text, count, sizes, ...rest) => {
      same<typeof text, string>();
      same<typeof count, number | null>();
      same<typeof sizes, Readonly<Record<string, TfNumber | Unknown>> | Unknown>();
      same<typeof rest, { readonly a: boolean | null }[]>();
      return [text, count, sizes, rest].map(String);
    },
  });
});

it('takes no argument where none is declared, and no unknown result where no argument can be one', () => {
  const declaration = { name: 'f', summary, description, parameters: [], returns: t.string } as const;
  providerFunction({ ...declaration, run: (...all) => (same<typeof all, []>(), all.join()) });
  providerFunction({ ...declaration, run: async () => 'later' });
  // @ts-expect-error the result is a text
  providerFunction({ ...declaration, run: () => 1 });
  // @ts-expect-error the result is known, as all arguments are
  providerFunction({ ...declaration, run: (): Unknown => new Unknown() });
  const variadic = { name: 'rest', type: t.string, description, allowUnknown: true } as const;
  providerFunction({ ...declaration, variadic, run: (first): Unknown | string => first ?? '' });
});
