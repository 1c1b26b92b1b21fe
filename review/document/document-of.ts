/** How does a review read? As a part of a document, with a summary, reservations, sections and tables. */
import type { Review, Verdict } from '../report';
import { type DocumentPart, type Span, TONES, joined, prose, strong } from './document';
import { sectionsOf } from './sections';

const MEANS: Readonly<Record<Verdict, string>> = {
  no_traffic_change: 'Nothing becomes of any flow that did not become of it before',
  narrowing: 'Traffic changes, and none of it goes more freely than before',
  broadening: 'Some traffic goes that did not, or is no longer inspected',
  collateral: 'Traffic changes of apps, processes or devices that the change does not name',
};

const COUNTS: readonly (readonly [action: keyof Review['counts'], words: string])[] = [
  ['destroy', 'to destroy'],
  ['replace', 'to replace'],
  ['forget', 'to let go'],
  ['create', 'to create'],
  ['update', 'to update'],
  ['import', 'to import'],
  ['move', 'to move'],
  ['drift', 'changed on the tenant'],
];

export function partOf(review: Review): DocumentPart {
  const { name, verdict, isComplete, notJudged, reservations, matrices } = review;
  return {
    name,
    verdict,
    isComplete,
    tone: TONES[verdict],
    summary: [
      ...(notJudged.length === 0 ? [] : [prose(`${notJudged.join(' ')} `)]),
      prose(`${meaningOf(review)}. `),
      ...countsOf(review),
    ],
    reservations: reservations.map((text) => [prose(text)]),
    sections: sectionsOf(review),
    matrices,
  };
}

function meaningOf({ verdict, traffic, notJudged }: Review): string {
  const isLifted = verdict === 'broadening' && !traffic.some(({ effect }) => effect === verdict);
  return isLifted && notJudged.length > 0 ? 'Of what was judged, nothing goes more freely than before' : MEANS[verdict];
}

function countsOf({ counts }: Review): Span[] {
  const told = COUNTS.filter(([action]) => counts[action] > 0).map(([action, words]) =>
    strong(`${counts[action]} ${words}`),
  );
  return told.length === 0 ? [prose('The plan does nothing.')] : [...joined(told, ', '), prose('.')];
}
