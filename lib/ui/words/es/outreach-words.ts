import type { Worded } from '@/lib/platform/language';
import type { outreachEn } from '../outreach-words';

export const outreachEs: Worded<typeof outreachEn> = {
  menu: 'A quién llamar',
  title: 'A quién llamar ahora',
  asking: 'Preguntando al servidor quién sigue…',
  number: 'Número',
  why: 'Por qué',
  gave: (score, ago, about) =>
    `Nos puso un ${score} de 10${about ? `, por «${about}»` : ''} (${ago}). Nadie ha hablado con esta persona desde entonces.`,
  gaveNothing: 'Está en riesgo, y nadie ha hablado con esta persona.',
  wished: 'Pidió que se le llamara más o menos ahora.',
  before: (n) => (n === 1 ? 'Ya se le llamó una vez.' : `Ya se le llamó ${n} veces.`),
  until: (when) => `Se puede llamar hasta ${when}.`,
  hint: 'Di quién eres y por qué llamas, y pregunta si es buen momento. De lo que nos contó, nada antes de saber que es esa persona.',
  begin: 'Empezar la llamada',
  notNow: 'Devolver',
  notNowHint: 'Entonces puede llamarle otra persona.',
  next: 'Siguiente cliente',
  again: 'Mirar otra vez',

  none: {
    hours: (when) => `Ahora no hay a quién llamar: está fuera del horario de llamadas. Empieza ${when}.`,
    later: (when) => `Ahora no hay a quién llamar. El siguiente toca ${when}.`,
    empty: 'Ahora no hay a quién llamar.',
    pace: (when) =>
      `Ya se te ofrecieron tantos clientes como se puede llamar en una hora. El siguiente estará ${when}.`,
    hint: 'Quien no debe recibir llamadas, o tiene una reclamación abierta, no está en esta lista.',
  },
  offline:
    'No se puede conectar con el servidor, y la lista no está en otro sitio: dos personas no deben llamar al mismo cliente.',
  offlineHint: 'No se pierde nada. Mira otra vez cuando haya conexión.',
  failed: 'La lista no se puede mostrar ahora. No se pierde nada.',
  refused: 'Tu sesión no permite llamar desde esta lista.',
  tooLate: 'Ya no se le puede llamar, o lo tiene otra persona. Toma el siguiente.',

  on: (name) => `La llamada con ${name} ha empezado. Di cómo fue y toma el siguiente.`,
  toldAlready: 'Ya está anotado en qué quedó la llamada.',
  bar: 'Llamada de salida',
  ask: '¿Cómo fue?',
  outcomes: {
    reached: 'Contestó',
    refused: 'No quiso hablar',
    'not-reached': 'No contestó nadie',
    'call-back': 'Volver a llamar…',
  },
  callBackDay: 'Volver a llamar el',
  callBackTime: 'a las',
  callBackSet: 'Fijar',
  callBackCancel: 'Cancelar',
  callBackPast: 'Eso ya pasó.',
  told: {
    reached: 'Contestó. Sale de la lista.',
    refused: 'No quiso hablar. Sale de la lista.',
    'not-reached': 'No contestó nadie tres veces. Sale de la lista sin contacto.',
    'call-back': 'Se le volverá a llamar.',
  },
  again3: (when) => `No contestó nadie. Vuelve ${when}, quizá a otra persona.`,
  callsBack: (when) => `Se le volverá a llamar ${when}, quizá otra persona.`,
  unheard: 'Anotado en este ordenador. Va al servidor por sí solo.',
  callBackFar: 'No más de 90 días después. Dilo mejor en la nota.',
  late: (n) =>
    `${n === 1 ? 'El resultado de una llamada llegó' : `Los resultados de ${n} llamadas llegaron`} tarde al servidor: el cliente ya lo tenía otra persona, o ya no estaba en la lista. ${n === 1 ? 'Tu nota sigue' : 'Tus notas siguen'} ahí.`,
  lateHint:
    'Sigue con el siguiente cliente. Si prometiste volver a llamar, díselo a tu supervisor: la lista no lo sabe.',
  lateRead: 'Leído',
};
