import { writePrompts } from './write-prompts';

const about = ['delivery-late', 'engineer-missed'];

/** Delivery and installation: a day lost at home is the loss; a window and a name are what gives it back. */
export const delivery = writePrompts([
  {
    id: 'the-day-they-waited',
    when: { about, phases: ['during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Say back which day they waited, and for what',
      'You waited on {day}, for {matter}. Have I got that right?',
    ],
    es: [
      'Repite qué día estuvo esperando y para qué',
      'El {day} estuvo esperando, para {matter}. ¿Lo he entendido bien?',
    ],
  },
  {
    id: 'a-window-and-a-name',
    when: { about: ['engineer-missed'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    tells: true,
    en: [
      'Two windows of two hours, with the name of who comes; they choose',
      'The visit can be on {day} at {time}, or on {day} at {time}; who comes is {person}. Which suits you?',
    ],
    es: [
      'Dos franjas de dos horas, con el nombre de quien va; elige el cliente',
      'La visita puede ser el {day} a las {time} o el {day} a las {time}; va {person}. ¿Qué le viene mejor?',
    ],
  },
  {
    id: 'where-the-parcel-is',
    when: { about: ['delivery-late'], phases: ['during'], direction: 'inbound' },
    step: 'options',
    source: 'X1',
    tells: true,
    en: [
      'Say where the parcel is now, and which ways there are to have it sooner',
      'It is at {place} now. You can have it sooner, by {day}: {way}, or {otherWay}.',
    ],
    es: [
      'Di dónde está el paquete y cómo puede tenerlo antes',
      'Ahora está en {place}. Puede tenerlo antes, el {day}: {way} o bien {otherWay}.',
    ],
  },
  {
    id: 'you-ring-the-evening-before',
    when: { about, phases: ['wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'You ring the evening before, so that nobody waits in vain',
      'I’ll ring you the evening before {day}, to say that it stands.',
    ],
    es: [
      'Llama tú la tarde anterior, para que nadie espere en vano',
      'Le llamo la tarde anterior al {day} para confirmarle que sigue en pie.',
    ],
  },
]);
