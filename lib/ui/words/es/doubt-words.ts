import type { Worded } from '@/lib/platform/language';
import type { doubtEn } from '../doubt-words';

export const doubtEs: Worded<typeof doubtEn> = {
  open: 'Esto parece mal…',
  title: 'Esto parece mal porque',
  kinds: {
    'wrong-customer': 'Es otro cliente',
    'not-their-score': 'La puntuación no es suya',
    'wrong-reason': 'El motivo no es ese',
    'out-of-date': 'Está anticuado',
    other: 'Otra cosa',
  },
  text: '¿Qué es lo correcto?',
  textHint: 'Una línea, si tienes tiempo',
  send: 'Avisar a tu supervisor',
  cancel: 'Cancelar',
  use: 'Llega a tu supervisor con tu nombre, para que pueda preguntarte. No cuenta a favor ni en contra de nadie.',
  waiting: 'Llega a tu supervisor por sí solo. Hasta que salga, puedes retirarlo.',
  undo: 'Deshacer',
  undoLong: 'Deshacer: no avisar a tu supervisor',
  left: 'Tu supervisor ya lo tiene.',
  tooLate: 'Ya no se puede retirar: tu supervisor lo tiene.',
  takenBack: 'Retirado. No se ha avisado a nadie.',
  again: 'Otra cosa parece mal…',
  unsent: (kind) => `Parece mal: ${kind}`,
  takeBack: 'Retirar',
  takeBackLong: (name) => `Retirar el aviso sobre ${name}`,
};
