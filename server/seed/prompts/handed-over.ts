import { writePrompts } from './write-prompts';

/**
 * A call that a colleague has handed over, or its half-written note: whoever is on the line has told it once. The one who
 * goes on has read it, says it back, and asks only for what is new. Where we ring, the call opens as any outreach does.
 */
export const handedOver = writePrompts([
  {
    id: 'handed-over-say-it-back',
    when: { handedOver: true, verified: true, phases: ['start', 'during'], direction: 'inbound' },
    step: 'restate',
    source: 'X5',
    tells: true,
    en: [
      'Say back in one sentence what you know, and what was promised if anything was; nobody tells it twice',
      'My colleague wrote it down for me: {matter}. Have I got it right?',
    ],
    es: [
      'Di en una frase qué sabes y, si se le prometió algo, qué; nadie tiene que contarlo dos veces',
      'Me lo han dejado apuntado: {matter}. ¿Lo tengo bien?',
    ],
  },
  {
    id: 'handed-over-what-has-changed',
    when: { handedOver: true, verified: true, phases: ['start', 'during'], direction: 'inbound' },
    step: 'hear',
    source: 'X7',
    tells: true,
    en: [
      'Ask what has changed since, and for nothing that stands in the note',
      'What has changed since you spoke with my colleague?',
    ],
    es: [
      'Pregunta qué ha cambiado desde entonces, y nada que esté ya en la nota',
      '¿Qué ha cambiado desde que habló con nosotros?',
    ],
  },
  {
    id: 'handed-over-who-is-it',
    when: {
      ...{ handedOver: true, unverified: true, underWay: false },
      ...{ phases: ['start', 'during'], direction: 'inbound' },
    },
    asksWho: true,
    step: 'open',
    source: 'rule:verify',
    en: [
      'Your own name, then who it is; ask for nothing of the matter',
      'Hello, this is {rep}. First of all: may I ask who I’m speaking to?',
    ],
    es: [
      'Tu nombre y después quién es; no preguntes nada del asunto',
      'Hola, le atiende {rep}. Lo primero: ¿me permite preguntarle con quién hablo?',
    ],
  },
]);
