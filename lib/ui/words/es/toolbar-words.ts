import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { toolbarEn } from '../toolbar-words';

export const toolbarEs: Worded<typeof toolbarEn> = {
  'at-risk': 'Heed: en riesgo',
  watch: 'Heed: atención',
  ok: 'Heed: bien',
  unknown: 'Heed: sin datos',
  ask: 'Heed: ¿qué cliente es?',
  none: 'Heed',
  waiting: (n) => `Heed: ${plural(n, 'agente espera', 'agentes esperan')} tu aprobación`,
  ring: 'Heed: suena el teléfono. ¿Quién es?',
};
