import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { noteEn } from '../note-words';
import { emotionEs } from './emotion-words';

export const noteEs: Worded<typeof noteEn> = {
  mostUsed: 'Motivos más frecuentes',
  rootReason: 'En el fondo',
  behind: (reason) => `En el fondo: ${reason}`,
  rootHint: 'Lo que falló de verdad. Puede saberse más tarde.',
  lossOf: 'Quién pierde',
  losses: { customer: 'El cliente', others: 'Él y otros', nobody: 'Nadie' },
  emotion: 'Se oía',
  emotions: emotionEs,
  more: 'Algo más',
  moreSet: (n) => `Algo más (${n} puestos)`,
  dispute: 'Discute lo que decimos que debe o que se acordó',
  support: 'Necesita apoyo',
  supportHint: 'Solo esta marca. No escribas por qué.',
  followUp: 'Retomar el',
  followUpDay: 'Sobre ese día',
  followUpOn: (day) => `Se retoma: ${day}`,

  rules: 'Normas',
  rulesLabel: 'Normas de reclamación',
  step: (name, day) => `${name}: hasta el final del día ${day}`,
  stepLong: (name, length) => `${name}: en ${length}`,
  fromCall: 'contando desde la llamada',
  units: {
    'business-days': (n) => plural(n, 'día laborable', 'días laborables'),
    days: (n) => plural(n, 'día', 'días'),
    weeks: (n) => plural(n, 'semana', 'semanas'),
  },
  unchecked: 'Tu empresa aún no las ha confirmado.',

  guard: {
    label: 'Antes de prometer',
    openBroken: (what, day) => `${what}, prometido para ${day}, no se ha hecho: nómbralo primero.`,
    openDue: (what, day) => `${what} ya está prometido para ${day}.`,
    both: 'Prometer las dos cosas',
    bothOf: (open, what) => `${open}, y ${what}`,
    dayOff: (day) => `Nadie trabaja: ${day}.`,
    past: (day) => `Ya pasó: ${day}.`,
    overLimit: (money, limit) => `${money} es más de los ${limit} que puedes dar en una llamada.`,
    overOffers: (money, limit) =>
      `Con las ofertas son ${money}: más de los ${limit} que puedes dar en una llamada.`,
    ask: 'Pide permiso antes de prometerlo.',
    make: (money) => `Dejarlo en ${money}`,
  },

  likely: 'Se promete a menudo',
  callBack: 'Devolver la llamada',

  assembled: 'Hecho con lo que marcaste. Cambia lo que quieras y cierra la nota otra vez.',
  missing: (fields) => `Falta todavía: ${fields}.`,
  fields: {
    caller: 'quién llamó',
    contactReason: 'por qué llamó',
    reasons: 'con qué está descontento',
    severity: 'la gravedad',
    outcome: 'el resultado',
  },
  and: (parts) => new Intl.ListFormat('es', { type: 'conjunction' }).format(parts),
  leave: 'Dejarla sin terminar',
  wrapped: (name) => `Nota de ${name}:`,
  undo: 'Deshacer',
  undoLong: (name) => `Deshacer: seguir con la nota de ${name}`,

  crm: {
    menu: 'Para el CRM',
    copy: 'Copiar como texto',
    put: 'Poner en el CRM…',
    copied: 'Copiado. Pégalo donde lo necesites.',
    notCopied: 'El navegador no dejó copiar a Heed. Selecciona el texto y cópialo.',
    title: '¿Poner esta nota en el CRM?',
    into: 'Campo',
    noLabel: 'el campo de notas del CRM',
    behind: 'Va detrás de lo que ya está escrito.',
    text: 'Texto',
    fill: 'Ponerla ahí',
    filled: (field) => `Está en «${field}». No se envió nada: guardarlo allí es cosa tuya.`,
    none: 'Heed no conoce ningún campo de notas en esta página, o muestra a otra persona. Copia el texto.',
    gone: 'El campo ya no está. No se puso nada en ningún sitio.',
    undone: 'Vuelve a estar lo que había antes.',
    changed: 'Alguien lo cambió después, así que Heed lo deja como está.',
    close: 'Cerrar',
    cancel: 'Cancelar',
  },
};

export const sentenceEs: Worded<typeof import('../summary-words').sentenceEn> = {
  inbound: {
    customer: 'Llamó el cliente',
    authorised: 'Llamó alguien autorizado por el cliente',
    other: 'Llamó otra persona',
    unverified: 'Llamó alguien sin verificar',
  },
  outreach: {
    customer: 'Llamamos al cliente',
    authorised: 'Hablamos con alguien autorizado por el cliente',
    other: 'Hablamos con otra persona',
    unverified: 'Llamamos; no se verificó quién contestó',
  },
  about: (who, about) => `${who}, por: ${about}.`,
  bad: { low: 'gravedad baja', medium: 'gravedad media', high: 'gravedad alta' },
  unhappy: (reasons) => `Descontento con: ${reasons}.`,
  root: (reason) => `En el fondo: ${reason}.`,
  lossOf: {
    customer: 'Pierde el cliente.',
    others: 'Pierden el cliente y otros.',
    nobody: 'Nadie pierde.',
  },
  by: (who) => `a cargo de ${who}`,
  complaint: 'Reclama.',
  dispute: 'Discute lo que decimos que debe o que se acordó.',
  promise: (day, what) => `Prometido para ${day}: ${what}`,
  followUp: (day) => `Se retoma: ${day}.`,
  outcome: { resolved: 'Resuelto.', 'follow-up': 'Queda pendiente.', 'not-resolved': 'Sin resolver.' },
};
