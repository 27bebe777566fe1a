import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { toolbarEs } from './es/toolbar-words';

/** What the toolbar button says when pointed at. */
export const toolbarEn = {
  'at-risk': 'Heed: At risk',
  watch: 'Heed: Watch',
  ok: 'Heed: OK',
  unknown: 'Heed: Unknown',
  ask: 'Heed: which customer is it?',
  none: 'Heed',
  ring: 'Heed: the phone rings. Who is it?',
  waiting: (n: number) => `Heed: ${plural(n, 'rep waits', 'reps wait')} for your approval`,
} as const;

export const toolbarWords = inLanguage(toolbarEn, toolbarEs);
