import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import { withinSentence as within } from '../../within-sentence';
import type { toldEn } from '../told-words';

const days = (n: number) => (n === 1 ? 'un día' : plural(n, 'día', 'días'));

export const toldEs: Worded<typeof toldEn> = {
  contacts: 'Contactos',
  nth: (nth, about, n, atLeast) =>
    `${atLeast ? 'Al menos ' : ''}${nth}.º contacto sobre ${within(about)} en ${days(n)}`,
  first: (about, n) => `Primer contacto sobre ${within(about)} en ${days(n)}`,
  before: (count, about, n, atLeast) =>
    `${atLeast ? 'Al menos ' : ''}${plural(count, 'contacto', 'contactos')} sobre ${within(about)} en ${days(n)}`,
  saidLast: 'Lo último',
  notedBy: (author, when) => `anotado por ${author}, ${when}`,
  promisedFor: (day) => `, ${day}: `,
  case: 'Caso',
  complaint: 'Reclamación',
  openSince: (day) => `abierta desde ${day}`,
  answer: 'Respuesta',
  step: (name, when) => `${name}: ${when}`,
  due: (day) => `vence ${day}`,
  wasDue: (day) => `venció ${day}`,
  left: (time) => `quedan ${time}`,
  overdue: (time) => `${time} de retraso`,
  days: (n) => plural(n, 'día', 'días'),
  workedOut: (day) => `Calculado: ${day}.`,
  byAnother: 'La dio otro contacto de esta cuenta: no es para sus oídos',
  answers: (n) => plural(n, 'respuesta', 'respuestas'),
};
