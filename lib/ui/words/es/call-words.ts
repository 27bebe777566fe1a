import type { Worded } from '@/lib/platform/language';
import type { callEn } from '../call-words';

export const callEs: Worded<typeof callEn> = {
  calls: 'Llamadas',
  onHold: 'en espera desde',
  current: 'ahora',
  editing: 'nota anterior',
  call: (name, end, state, unfinished) =>
    [name, end, state, unfinished && 'nota sin cerrar'].filter(Boolean).join(', '),

  lineBefore: 'Llamó desde',
  moved: (name) => `Movida aquí desde ${name}`,
  movedFrom: (name) => `movida desde ${name}`,
  moveBack: 'Devolver',

  move: 'Mover esta nota…',
  moveHint: 'El cambio queda guardado con la nota. Vuelve a preguntar quién está al teléfono.',
  moveTo: 'Mover aquí',
  moveToNew: 'Otra persona: moverla a este número',

  notThem: 'No es este cliente…',

  removed: 'Quitado de la nota.',
  undone: 'Deshecho.',
  undo: 'Deshacer',
  undoKeys: 'Ctrl+Z',
};
