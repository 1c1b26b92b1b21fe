/** What only category exceptions have: their attributes, and how these become the contract's fields. */
import { path } from 'terraform-plugin-sdk-ts';
import { exceptionType, names } from './exception-type';

export const category = exceptionType('category', {
  description:
    'A steering exception for categories of destinations: traffic to them is bypassed instead of steered. [doc] On-premises and without dynamic steering it is not offered in cloud-apps mode. [doc] Where the tunnel is down and clients fail closed, its traffic is blocked. [doc]',
  attributes: { categories: names('Names of categories; at least one.') },
  toApi: ({ categories }) => ({ categories: [...categories] }),
  fromApi: ({ categories }) => ({ categories }),
  pathOf: () => path('categories'),
});
