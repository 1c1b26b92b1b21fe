/** What does a review say of the things that a plan does besides steering? */
import type { Other } from '../report';
import { type Item, type Tone, listed, name, prose } from './document';

const KINDS: Readonly<Record<Other['kind'], readonly [tone: Tone, badge: string]>> = {
  program: ['danger', 'runs'],
  'data source': ['warning', 'reads'],
  resource: ['warning', 'changes'],
  tenant: ['quiet', 'tenant'],
  provider: ['warning', 'provider'],
  module: ['warning', 'module'],
  output: ['quiet', 'outputs'],
};

/** The most addresses of one type that are named. */
const MOST_ADDRESSES = 4;

export function otherItem({ kind, name: called, says, values = [] }: Other): Item {
  const [tone, badge] = KINDS[kind];
  return {
    tone,
    badge,
    head: [
      ...(called === '' ? [] : [name(called), prose(' ')]),
      prose(values.length === 0 ? says : `${says} `),
      ...listed(values, MOST_ADDRESSES),
    ],
    details: [],
  };
}
