import { writePrompts } from './write-prompts';

const line = ['no-connection', 'slow-internet'];
const about = [...line, 'device-fault'];

/** Faults: since when, what is being done now, and what bridges the time. */
export const product = writePrompts([
  {
    id: 'count-the-days-lost',
    when: { about: line, phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Say which days they lost, and what is being done on the line now',
      'You were offline from Tuesday to Thursday. I’m measuring your line now; it takes two minutes.',
    ],
    es: [
      'Diga qué días perdió y qué se está haciendo ahora en la línea',
      'Estuvo sin conexión de martes a jueves. Ahora mismo mido su línea; son dos minutos.',
    ],
  },
  {
    id: 'which-light-is-on',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X5',
    en: [
      'Ask for one thing that they can see, not for what they think it is',
      'Which light on the box is red now, the first or the third?',
    ],
    es: [
      'Pregunte por algo que se vea, no por lo que cree que es',
      '¿Qué luz del aparato está roja ahora, la primera o la tercera?',
    ],
  },
  {
    id: 'fixed-or-bridged',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    tells: true,
    en: [
      'Two ways to be working again, each with its hour and cost',
      'I can reset the line now, ten minutes, or send you a new box for tomorrow noon. Both are free.',
    ],
    es: [
      'Dos maneras de volver a tener servicio, con hora y coste',
      'Puedo reiniciar la línea ahora, diez minutos, o enviarle un aparato nuevo mañana a mediodía. Ambas son gratis.',
    ],
  },
  {
    id: 'check-that-it-holds',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'You come back to see that it holds; they don’t have to',
      'I’ll measure your line on Friday at ten and ring you with what I see.',
    ],
    es: [
      'Vuelva usted a comprobar que aguanta; no le toca al cliente',
      'El viernes a las diez mido su línea otra vez y le llamo con lo que vea.',
    ],
  },
]);
