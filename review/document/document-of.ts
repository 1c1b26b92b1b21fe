/** How does a review read? First in fifteen lines, then in sections and tables that have all of it. */
import type { Review } from '../report';
import { type DocumentPart, prose } from './document';
import { firstScreenOf } from './first-screen';
import { sectionsOf } from './sections';

/** @param folds whether changes of traffic that are alike but for their processes are one item */
export function partOf(review: Review, { folds = true } = {}): DocumentPart {
  const { name, matrices, notJudged, reservations, observed } = review;
  const notes = [...notJudged, ...reservations];
  const noted = notes.map((text, index) => ({
    tone: index < notJudged.length ? ('warning' as const) : ('quiet' as const),
    badge: index < notJudged.length ? 'cannot be judged' : 'note',
    head: [prose(text)],
    details: [],
  }));
  const unseen = (observed?.notObserved ?? []).map((text) => ({
    tone: 'quiet' as const,
    badge: 'not observed',
    head: [prose(text)],
    details: [],
  }));
  return {
    name,
    screen: firstScreenOf(review),
    sections: [
      ...sectionsOf(review, folds),
      ...(unseen.length === 0 ? [] : [{ title: 'Not observed on the tenant', items: unseen, leftOut: 0 }]),
      ...(noted.length === 0 ? [] : [{ title: 'What weakens the verdict', items: noted, leftOut: 0 }]),
    ],
    matrices,
  };
}
