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
      'You were offline from {day} to {day}. What I’m doing about it now: {matter}.',
    ],
    es: [
      'Di qué días perdió y qué se está haciendo ahora en la línea',
      'Estuvo sin conexión del {day} al {day}. Lo que hago ahora mismo: {matter}.',
    ],
  },
  {
    id: 'which-light-is-on',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'hear',
    source: 'X5',
    en: [
      'Ask for one thing that they can see, not for what they think it is',
      'Which lights on the box are on now, and in which colour?',
    ],
    es: [
      'Pregunta por algo que se vea, no por lo que cree que es',
      '¿Qué luces del aparato están encendidas ahora, y de qué color?',
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
      'There are two ways: {way}, done at {time}, or {otherWay}, by {day}. Which do you want?',
    ],
    es: [
      'Dos maneras de volver a tener servicio, con hora y coste',
      'Hay dos maneras: {way}, listo a las {time}, o bien {otherWay}, el {day}. ¿Cuál prefiere?',
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
      'I’ll look at it again on {day} and ring you with what I see.',
    ],
    es: [
      'Vuelve tú a comprobar que aguanta; no le toca al cliente',
      'El {day} lo miro otra vez y le llamo con lo que vea.',
    ],
  },
]);
