import type { Worded } from '@/lib/platform/language';
import type { promptEn } from '../prompt-words';
import { emotionEs } from './emotion-words';

export const promptEs: Worded<typeof promptEn> = {
  phase: 'En qué punto está la llamada',
  phases: { start: 'Inicio', during: 'Durante', wrap: 'Cierre' },
  source: 'De dónde viene',
  heard: 'Se oye',
  emotions: emotionEs,
};
