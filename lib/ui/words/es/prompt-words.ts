import type { Worded } from '@/lib/platform/language';
import type { promptEn } from '../prompt-words';
import { emotionEs } from './emotion-words';

export const promptEs: Worded<typeof promptEn> = {
  phase: 'En qué punto está la llamada',
  phases: { start: 'Inicio', during: 'Durante', wrap: 'Cierre' },
  source: 'De dónde viene',
  heard: 'Se oye',
  emotions: emotionEs,
  gap: (what) => `…${what}…`,
  blank: (what) => `en blanco: ${what}`,
  blanks: {
    rep: 'tu nombre',
    company: 'la empresa',
    customer: 'nombre del cliente',
    promise: 'lo que harás',
    due: 'qué día',
    broken: 'lo prometido',
    brokenDue: 'qué día',
    newDue: 'el nuevo día',
    day: 'día',
    time: 'hora',
    minutes: 'cuánto tiempo',
    sum: 'importe',
    matter: 'qué',
    reason: 'por qué',
    person: 'quién',
    place: 'dónde',
    way: 'una manera',
    otherWay: 'otra manera',
    words: 'sus palabras',
    unknown: 'por completar',
  },
};
