import { writePrompts } from './write-prompts';

/**
 * The first half minute of a call that comes in: warm, one open question, no solution yet. Who is greeted hasn't been
 * verified; nobody is greeted in mid-call, but asked who they are. Who is verified, and has told us nothing before, is asked
 * from the start. Who has told us is asked by `known`.
 */
export const opening = writePrompts([
  {
    id: 'warm-first-words',
    when: { phases: ['start'], direction: 'inbound', unverified: true, handedOver: false, underWay: false },
    step: 'hear',
    source: 'X3',
    en: [
      'Warm first words and your own name; then let them finish',
      'Hello, this is {rep}. What can I do for you?',
    ],
    es: [
      'Unas primeras palabras cálidas y tu propio nombre; después, deja que termine',
      'Hola, le atiende {rep}. ¿En qué le puedo ayudar?',
    ],
  },
  {
    id: 'who-is-it-by-now',
    when: { phases: ['start', 'during'], unverified: true, underWay: true },
    asksWho: true,
    step: 'hear',
    source: 'rule:verify',
    en: [
      'Ask who is on the line now, and nothing of the matter until you know',
      'One thing first: may I ask who I’m speaking to?',
    ],
    es: [
      'Pregunta quién está ahora al teléfono, y nada del asunto hasta saberlo',
      'Una cosa primero: ¿me permite preguntarle con quién hablo?',
    ],
  },
  {
    id: 'say-why-you-ask',
    when: { phases: ['start'], direction: 'inbound', unverified: true },
    asksWho: true,
    step: 'open',
    source: 'rule:verify',
    en: [
      'Say why you ask who is calling',
      'I want to be sure that I’m talking to the right person. May I ask you a question or two?',
    ],
    es: [
      'Di por qué preguntas quién llama',
      'Quiero asegurarme de que hablo con la persona correcta. ¿Me permite una o dos preguntas?',
    ],
  },
  {
    id: 'let-them-finish',
    when: { phases: ['start'], direction: 'inbound', verified: true, toldUs: false, handedOver: false },
    step: 'hear',
    source: 'D1',
    en: ['Let them finish; then one open question', 'What happened, from the start?'],
    es: ['Deja que termine; después, una sola pregunta abierta', '¿Qué ha pasado, desde el principio?'],
  },
  {
    id: 'stay-with-it',
    when: { levels: ['at-risk'], phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X4',
    en: ['Take it on yourself, in the first person', 'I’ll stay with this until it works.'],
    es: ['Hazlo tuyo, en primera persona', 'Yo me quedo con esto hasta que funcione.'],
  },
  {
    id: 'note-their-words',
    when: { phases: ['start'], direction: 'inbound', handedOver: false },
    step: 'hear',
    source: 'X5',
    en: [
      'Write down their own words, and say that you do',
      'I’m writing that down just as you say it. Go on, please.',
    ],
    es: [
      'Apunta sus propias palabras, y dile que lo haces',
      'Lo estoy apuntando tal como me lo dice. Siga, por favor.',
    ],
  },
]);
