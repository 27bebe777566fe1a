import { writePrompts } from './write-prompts';

const about = ['long-wait', 'told-again'];

/** Waiting and repeated contact: fewer steps, and no more queue. */
export const waiting = writePrompts([
  {
    id: 'stop-here-with-me',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'commit',
    source: 'X4',
    en: [
      'It ends with you: no handing on, no new queue',
      'You’re not going back into a queue. I’ll do it now, while you’re on the line.',
    ],
    es: [
      'Termina contigo: ni pasar la llamada ni otra espera',
      'No vuelve a la cola. Lo hago ahora y sigo en la línea.',
    ],
  },
  {
    id: 'say-the-story-back-for-them',
    when: { about: ['told-again'], phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Tell their story back yourself, from the notes; they only correct it',
      'On {day} you rang about {matter}, on {day} about {matter}. Is anything missing?',
    ],
    es: [
      'Cuenta tú la historia, con las notas; el cliente solo corrige',
      'El {day} llamó por {matter} y el {day} por {matter}. ¿Falta algo?',
    ],
  },
  {
    id: 'fewer-steps',
    when: { about: ['long-wait'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    en: [
      'Two ways to be done sooner, each with its minutes',
      'We can do it now, in {minutes}, or I ring you at {time} and you do nothing until then.',
    ],
    es: [
      'Dos maneras de acabar antes, con sus minutos',
      'Lo hacemos ahora, en {minutes}, o le llamo a las {time} y hasta entonces usted no hace nada.',
    ],
  },
  {
    id: 'no-more-queues',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    en: [
      'Take the next wait off them: you call, they don’t',
      'You won’t have to queue for this. I’ll ring you on {day} at {time}.',
    ],
    es: [
      'Ahórrale la próxima espera: llamas tú, no el cliente',
      'No tendrá que esperar por esto. Le llamo el {day} a las {time}.',
    ],
  },
]);
