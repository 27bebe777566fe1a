import type { FramePlace } from '@/lib/domain/frame-place';
import { inLanguage } from '@/lib/platform/language';
import { placeEs } from './es/place-words';

/** Where the sidebar stands, and who may read along. */
export const placeEn = {
  title: 'Place and size',
  menu: 'Place and size…',
  lead: 'For this CRM. Heed remembers it.',
  side: 'Edge',
  sides: { left: 'Left', right: 'Right' } satisfies Record<FramePlace['side'], string>,
  width: 'Width',
  widthOf: (px: number) => `${px} pixels`,
  room: 'The page',
  rooms: { push: 'makes room', over: 'stays as it is' } satisfies Record<FramePlace['room'], string>,
  roomHint: 'A page that can’t make room stays as it is, and Heed lies over its edge.',
  opens: 'Heed opens',
  openings: { itself: 'by itself', asked: 'when I ask' } satisfies Record<FramePlace['opens'], string>,
  resize: 'Width of Heed',
  hide: 'Hide what strangers may not read',
  show: 'Show everything again',
  hidden: 'Score and customer’s words are hidden.',
  shown: 'Everything shows again.',
} as const;

export const placeWords = inLanguage(placeEn, placeEs);
