import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { conflictEn, lostEn, unsentEn } from '../unsent-words';

export const unsentEs: Worded<typeof unsentEn> = {
  title: 'Notas sin enviar',
  none: 'Todo está enviado.',
  safe: 'A salvo en este ordenador. Lo que espera sale por sí solo.',
  refused: 'Lo que necesita atención no sale: guárdalo como archivo y avisa a tu supervisor.',
  attention: 'necesita atención',
  waiting: 'en espera',
  dropped: 'sin enviar',
  edit: 'Editar',
  editLong: (name) => `Editar la nota de ${name}`,
  isEdit: 'Edición de una nota',
  retry: 'Enviar ahora',
  export: 'Guardar como archivo',
  noWords: 'Sin resumen',
  codes: {
    'bad-input': 'El servidor no pudo leerla.',
    'not-allowed': 'Se escribió con otra sesión, o tu función aquí no escribe notas.',
    'customer-not-found': 'El servidor no conoce a este cliente.',
    'customer-ambiguous': 'El servidor conoce a varios clientes que podrían ser este.',
    'colleague-not-found': 'La persona a quien iba ya no está. Recupérala.',
    'too-many-newcomers':
      'Es sobre alguien que el servidor aún no conoce, y en un día llegaron demasiadas así desde tu sesión. Está a salvo: envíala otra vez mañana.',
    'too-many-doubts':
      'En un día dijiste demasiadas veces que algo parece mal. Está a salvo: envíalo otra vez mañana.',
    'note-not-found': 'El servidor no tiene la nota que se editó.',
    'note-conflict': 'El servidor ya tiene esta nota con otras palabras.',
  },
  unknownCode: 'El servidor no la aceptó.',
};

export const conflictEs: Worded<typeof conflictEn> = {
  what: 'Esta nota también se editó en otro lugar. Los dos textos están a salvo; ¿cuál vale?',
  mine: 'El tuyo, en este ordenador',
  theirs: (by, when) => `En el servidor: ${by}, ${when}`,
  unreadable: 'Este texto ya no se puede leer.',
  nothing: 'Nada.',
  about: 'Llamó por',
  reasons: 'Descontento con',
  severity: 'Gravedad',
  promise: 'Promesa',
  complaint: 'Reclamación',
  outcome: 'Resultado',
  elsewhere: 'Elige en la barra lateral, en la lista de notas sin enviar.',
  keepMine: 'Quedarme con el mío',
  keepTheirs: 'Quedarme con el del servidor',
  keepBoth: 'Unir los dos',
  drop: 'El tuyo no se envía entonces. Puedes recuperarlo en esta lista durante 30 días.',
  dropIt: 'No enviar el mío',
  cancel: 'Cancelar',
  dropped: 'Te quedaste con el texto del servidor en lugar de este.',
  takeBack: 'Recuperarlo',
};

export const lostEs: Worded<typeof lostEn> = {
  what: (when) => `Las notas de Heed se borraron de este ordenador, ${when}: no lo hizo Heed.`,
  unsent: (n) =>
    n === 0
      ? 'Ninguna nota terminada esperaba para enviarse.'
      : `${plural(n, 'nota que esperaba', 'notas que esperaban')} para enviarse ya no se puede enviar: escribe otra vez lo que recuerdes.`,
  next: 'Lo que escribas desde ahora se guarda otra vez.',
  read: 'Lo he leído',
};
