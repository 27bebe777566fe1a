import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { approvalEn } from '../approval-words';

export const approvalEs: Worded<typeof approvalEn> = {
  room: {
    call: (left, of) => `quedan ${left} de ${of}`,
    day: (left, of) => `hoy quedan ${left} de ${of}`,
    customer: (left, of) => `para este cliente quedan ${left} de ${of}`,
  },

  off: (why) => `Sin ofertas para retener: ${why}.`,
  offBecause: {
    complaint: 'hay una reclamación abierta',
    dispute: 'no está de acuerdo con lo que decimos que debe',
    support: 'necesita apoyo',
    'do-not-contact': 'pidió que no se le contacte',
  },
  and: (all) => (all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} y ${all.at(-1)}`),

  again: {
    declined: (label, day) => `Todavía no otra vez: ${label}. Lo rechazó (${day}).`,
    accepted: (label, day) => `Todavía no otra vez: ${label}. Lo aceptó (${day}).`,
    done: (label, day) => `Todavía no otra vez: ${label}. Lo aceptó (${day}) y ya está hecho.`,
  },

  amount: {
    less: 'Dar menos…',
    label: 'Importe',
    set: 'Fijar',
    upTo: (most) => `Hasta ${most}`,
    unread: 'Eso no es un importe. Escríbelo como 12,50',
  },

  ask: {
    open: 'Pedir más…',
    needs: 'necesita aprobación',
    title: 'Preguntar a un supervisor',
    what: 'Qué',
    amount: 'Importe',
    why: 'Por qué, en una línea',
    whyHint: 'Tres meses cobrado dos veces',
    send: 'Pedir aprobación',
    offer: (money) => `Ofrecer ${money}`,
    within: 'Eso puedes darlo tú.',
    cancel: 'Cancelar',
  },

  asked: {
    title: 'Aprobación',
    sending: 'Preguntando…',
    waiting: (name) => `Esperando a ${name}.`,
    next: (name) => `Después se pregunta a ${name}.`,
    last: 'Si nadie responde, puedes ofrecer otra cosa o prometer una llamada.',
    seconds: (n) => `${n} s`,
    secondsLong: (n) => plural(n, 'segundo más', 'segundos más'),
    unreached: 'Ahora no hay conexión con el servidor. Heed sigue intentándolo.',
    withdraw: 'Retirar la pregunta',
    granted: (name) => `${name} dice que sí.`,
    refused: (name) => `${name} dice que no.`,
    said: (line) => `«${line}»`,
    offer: (label) => `Ofrecer ${label}`,
    nobody: 'Nadie respondió a tiempo.',
    noSupervisor: 'No hay ningún supervisor a quien preguntar.',
    offline:
      'No hay conexión con el servidor: no se puede preguntar a ningún supervisor. Tu nota está a salvo.',
    instead: 'Esto puedes ofrecerlo sin preguntar:',
    callBack: 'Prometer una llamada',
    callBackWhat: (label) => `Devolver la llamada por: ${label}`,
    promised: 'La nota ya tiene una promesa: añádele la llamada.',
    again: 'Preguntar otra vez',
    close: 'Cerrar',
  },

  macros: {
    title: 'Frases preparadas',
    short: 'Añadir',
    toNote: 'Añadir a la nota',
    add: (label) => `Añadir a la nota: ${label}`,
    undo: 'Quitar',
    undoLong: (label) => `Quitar de la nota: ${label}`,
    added: 'Añadido a la nota.',
    full: 'La nota está llena: la frase no se añadió.',
  },

  waitingForYou: (n) => `${plural(n, 'agente espera', 'agentes esperan')} tu aprobación.`,
  openPage: 'Abrir',
};
