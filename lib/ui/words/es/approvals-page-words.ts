import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { approvalsPageEn } from '../approvals-page-words';

export const approvalsPageEs: Worded<typeof approvalsPageEn> = {
  title: 'Aprobaciones',
  lead: 'Agentes que piden más de lo que pueden dar. El cliente espera al teléfono: responde a lo que puedas; cuando se acaba tu tiempo, se pregunta al siguiente supervisor.',
  loading: 'Mirando quién espera…',
  empty: 'Nadie te espera.',
  emptyHint:
    'Esta página mira cada dos segundos. La barra de herramientas muestra un número cuando alguien pregunta.',
  waiting: (n) => `${plural(n, 'pregunta te espera', 'preguntas te esperan')}.`,
  asks: (name) => `${name} pregunta`,
  team: (team) => `equipo ${team}`,
  customer: 'Cliente',
  number: (n) => `#${n}`,
  unnamed: 'todavía no está en la lista de clientes',
  what: 'Para dar',
  why: 'Por qué',
  left: (n) => `${n} s`,
  leftLong: (n) => plural(n, 'segundo más', 'segundos más'),
  yours: 'Te espera a ti.',
  passed: (name) => `Ahora espera a ${name}. Todavía puedes responder.`,
  over: 'Esta pregunta ya terminó.',
  tooSoon: 'Esto acababa de llegar a su sitio. Mira y pulsa otra vez.',
  line: 'Una línea para el agente',
  lineHint: 'opcional',
  grant: 'Aprobar',
  grantLong: (what, who) => `Aprobar ${what} a ${who}`,
  refuse: 'Rechazar',
  refuseLong: (what, who) => `Rechazar ${what} a ${who}`,
  granted: (what, who) => `Aprobaste ${what}. ${who} ya lo ve.`,
  refused: (what, who) => `Rechazaste ${what}. ${who} ya lo ve.`,
  overtaken: {
    granted: (by) => `${by} ya lo había aprobado. Tu respuesta no cuenta.`,
    refused: (by) => `${by} ya lo había rechazado. Tu respuesta no cuenta.`,
    withdrawn: () => 'El agente había retirado la pregunta. Tu respuesta no cuenta.',
    unanswered: () => 'Se acabó el tiempo: el agente ya puede ofrecer otra cosa. Tu respuesta no cuenta.',
    waiting: () => 'Ahora no se pudo responder. Inténtalo otra vez.',
  },
  gone: 'Esa pregunta ya no existe. No se respondió nada.',
  notSent: 'Tu respuesta no se envió. Inténtalo otra vez.',
  someoneElse: 'Ahora hay otra sesión abierta. No se respondió nada. Mira la lista de nuevo.',
  offline: (since) =>
    `No hay conexión con el servidor. Esto es lo que esperaba a las ${since}; ahora no se puede responder.`,
  offlineAtOnce: 'No hay conexión con el servidor. Heed vuelve a mirar por sí solo.',
  notYours: 'Las aprobaciones son para supervisores y administradores.',
  notYoursHint: 'Inicia sesión como tal en los ajustes de Heed.',
  openSettings: 'Abrir los ajustes',
  signedOut: 'Aquí nadie ha iniciado sesión.',
  signIn: 'Iniciar sesión',
  signingIn: 'Esperando a la ventana de inicio de sesión…',

  card: {
    title: 'Aprobaciones',
    lead: 'Agentes que te piden más de lo que pueden dar.',
    open: 'Abrir las aprobaciones',
  },
};
