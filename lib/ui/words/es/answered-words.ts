import type { Worded } from '@/lib/platform/language';
import type { answeredEn } from '../answered-words';

export const answeredEs: Worded<typeof answeredEn> = {
  newcomer: 'Elegiste «Alguien nuevo».',
  newcomerCalled: 'Elegiste «Alguien nuevo»:',
  unknown: 'Heed no sabe quién es.',
  by: 'La nota se guarda por lo que dice la página:',
  again: 'Elegir otra vez',
  noNote: 'Desde esta página no se puede empezar una nota',
  noNoteHint:
    'Nada en ella dice con seguridad qué correo, teléfono o número es el suyo. Pide uno a quien llama y busca con él: la nota empieza ahí.',
  misread: 'Dijiste que Heed lee mal este sitio. Aquí ya no muestra a nadie por sí solo.',
  undo: 'Deshacer',
  undoLong: 'Deshacer: volver a preguntar si Heed lee bien este sitio',
  next: '¿Y ahora?',
  nextHint:
    'Busca arriba a quien llama, por lo que te diga. O enseña a Heed este CRM: señalas al cliente y aprende.',
  nextFind: 'Busca arriba a quien llama, por lo que te diga.',
};
