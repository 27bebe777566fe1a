import type { Review } from './change-review';

type By = { requestId: string; by: string | null; at: Date };

/** A note's newest version comes into the record; what was there before is written down, so that it can come back. */
export function publication(review: Review, { requestId, by, at }: By) {
  const { version, state, published_by, published_version, published_in, unreviewed } = review;
  const published_at = review.published_at?.toISOString() ?? null;
  return {
    set: {
      ...{ state: 'published' as const, published_by: by, published_at: at, published_version: version },
      ...{ published_in: requestId, unreviewed: by === null, taken_at: null },
    },
    event: {
      ...{ event_id: requestId, kind: 'published' as const, by_user: by, at, version },
      detail: { before: { state, published_by, published_at, published_version, published_in, unreviewed } },
    },
  };
}
