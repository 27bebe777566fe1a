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
      'You took Monday off for the engineer, from eight to one, and nobody came. Have I got that right?',
    ],
    es: [
      'Repita qué día estuvo esperando y para qué',
      'El lunes pidió el día libre para el técnico, de ocho a una, y no vino nadie. ¿Lo he entendido bien?',
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
      'Ms Okafor can come on Thursday from ten to twelve or on Friday from four to six. It costs you nothing.',
    ],
    es: [
      'Dos franjas de dos horas, con el nombre de quien va; elige el cliente',
      'La señora Okafor puede ir el jueves de diez a doce o el viernes de cuatro a seis. No le cuesta nada.',
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
      'It’s in Leeds. I can send another by express for tomorrow, free, or you pick it up today at the shop.',
    ],
    es: [
      'Diga dónde está el paquete y cómo puede tenerlo antes',
      'Está en Zaragoza. Le mando otro urgente para mañana, gratis, o lo recoge hoy en la tienda.',
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
      'I’ll ring you on Wednesday at six to say that Thursday stands.',
    ],
    es: [
      'Llame usted la tarde anterior, para que nadie espere en vano',
      'Le llamo el miércoles a las seis para confirmarle que lo del jueves sigue en pie.',
    ],
  },
]);
