import { writePrompts } from './write-prompts';

/** A complaint, and a dispute: a right, not a mood. No offer stands beside it, and nobody is talked out of it. */
export const complaintPrompts = writePrompts([
  {
    id: 'complaint-is-a-right',
    when: { complaint: true, phases: ['start', 'during'] },
    step: 'restate',
    source: 'E2',
    tells: true,
    en: [
      'Say that you take it down as a complaint, in their words, and read it back',
      'I’m taking this down as a complaint: “{words}”. Is that how you want it to stand?',
    ],
    es: [
      'Di que lo recoges como reclamación, con sus palabras, y léelo',
      'Lo recojo como reclamación: «{words}». ¿Lo dejo así?',
    ],
  },
  {
    id: 'complaint-what-happens-by-when',
    when: { complaint: true, phases: ['during', 'wrap'] },
    step: 'commit',
    source: 'E2',
    tells: true,
    en: [
      'Say who answers it, by which day, and where else they can turn',
      'You get an answer in writing from {person}, by {day}. If that doesn’t settle it, you can turn to {place}.',
    ],
    es: [
      'Di quién responde, para qué día y a quién más puede acudir',
      'Le responde {person} por escrito antes del {day}. Si no le convence, puede acudir a {place}.',
    ],
  },
  {
    id: 'complaint-what-would-settle-it',
    when: { complaint: true, phases: ['during'] },
    step: 'hear',
    source: 'X7',
    en: [
      'Ask what would put it right for them, and write that down too',
      'What would have to happen so that this is settled for you?',
    ],
    es: [
      'Pregunta qué lo arreglaría para el cliente y apúntalo también',
      '¿Qué tendría que pasar para que esto quede arreglado para usted?',
    ],
  },
  {
    id: 'dispute-both-sides-down',
    when: { dispute: true, phases: ['start', 'during'] },
    step: 'restate',
    source: 'X7',
    tells: true,
    en: [
      'Write down what they say is owed and what we say, with dates; decide nothing on the line',
      'You say {sum}, we say {sum}. I’m writing down both, with their dates.',
    ],
    es: [
      'Apunta qué dice el cliente y qué decimos nosotros, con fechas; no decidas nada por teléfono',
      'Usted dice {sum}, nosotros {sum}. Apunto las dos cosas, con sus fechas.',
    ],
  },
  {
    id: 'dispute-nothing-is-due-meanwhile',
    when: { dispute: true, phases: ['during', 'wrap'] },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'Say what rests meanwhile, who decides, and by when',
      'What is between the two, {sum}, rests until you have an answer from {person}, by {day} at the latest.',
    ],
    es: [
      'Di qué queda en suspenso, quién decide y para cuándo',
      'La diferencia, {sum}, queda en suspenso hasta que le responda {person}, como muy tarde el {day}.',
    ],
  },
]);
