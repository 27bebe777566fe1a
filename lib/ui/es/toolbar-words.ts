import type { Worded } from '@/lib/platform/language';
import type { toolbarEn } from '../toolbar-words';

export const toolbarEs: Worded<typeof toolbarEn> = {
  'at-risk': 'Heed: en riesgo',
  watch: 'Heed: atención',
  ok: 'Heed: bien',
  unknown: 'Heed: sin datos',
  ask: 'Heed: ¿qué cliente es?',
  none: 'Heed',
  ring: 'Heed: suena el teléfono. ¿Quién es?',
};
