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
      'I’m taking this down as a complaint: “nobody came, twice”. Is that how you want it to stand?',
    ],
    es: [
      'Diga que lo recoge como reclamación, con sus palabras, y léalo',
      'Lo recojo como reclamación: «no vino nadie, dos veces». ¿Lo dejo así?',
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
      'Ms Lind answers you in writing by 4 December. If that doesn’t settle it, the letter says where to go next.',
    ],
    es: [
      'Diga quién responde, para qué día y a quién más puede acudir',
      'La señora Lind le responde por escrito antes del 4 de diciembre. Si no le convence, la carta indica dónde acudir.',
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
      'Pregunte qué lo arreglaría para el cliente y apúntelo también',
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
      'You say €40 were agreed on 3 May; our letter says €55. I’m writing down both.',
    ],
    es: [
      'Apunte qué dice el cliente y qué decimos nosotros, con fechas; no decida nada por teléfono',
      'Usted dice que el 3 de mayo se acordaron 40 €; nuestra carta dice 55 €. Apunto las dos cosas.',
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
      'The €15 between the two sums rest until Mr Duarte has answered you, by the 9th at the latest.',
    ],
    es: [
      'Diga qué queda en suspenso, quién decide y para cuándo',
      'Los 15 € de diferencia quedan en suspenso hasta que el señor Duarte le responda, como muy tarde el día 9.',
    ],
  },
]);
