import { writePrompts } from './write-prompts';

/** What we know already, so that nobody has to say it again. All of it tells something of the account. */
export const known = writePrompts([
  {
    id: 'own-the-broken-promise',
    when: { brokenPromise: true, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X1',
    tells: true,
    en: [
      'Name what we promised and didn’t do, before they have to',
      'The refund was to be with you on Tuesday, and it isn’t. I’m sorry. I’ll take that first.',
    ],
    es: [
      'Nombre lo que prometimos y no hicimos, antes de que tenga que hacerlo el cliente',
      'El reembolso tenía que estar el martes, y no está. Lo siento. Empiezo por ahí.',
    ],
  },
  {
    id: 'spare-them-the-story',
    when: { minContacts90: 3, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X7',
    tells: true,
    en: [
      'Spare them telling it once more',
      'I’ve read the notes on your last three calls, so you needn’t start over.',
    ],
    es: [
      'Ahórrele contarlo una vez más',
      'He leído las notas de sus tres últimas llamadas; no hace falta que empiece de cero.',
    ],
  },
  {
    id: 'one-apology',
    when: { levels: ['at-risk'], minContacts90: 1, phases: ['start'], direction: 'inbound' },
    step: 'open',
    source: 'X1',
    tells: true,
    en: [
      'One short apology for what happened, then on to putting it right',
      'I’m sorry about the four days without a connection. Let’s get it working.',
    ],
    es: [
      'Una sola disculpa, breve, por lo que pasó, y a resolverlo',
      'Siento los cuatro días sin conexión. Vamos a hacer que funcione.',
    ],
  },
]);

/** Once they have been heard: what is still owed. */
export const stillOwed = writePrompts([
  {
    id: 'new-day-for-the-old-promise',
    when: { brokenPromise: true, phases: ['during', 'wrap'], direction: 'inbound' },
    step: 'commit',
    source: 'X7',
    tells: true,
    en: [
      'The promise that wasn’t kept gets a new day and your own name',
      'The refund that was due on the 17th: I’m doing it myself today, and I’ll text you when it has gone.',
    ],
    es: [
      'Lo que no se cumplió recibe una fecha nueva y su propio nombre',
      'El reembolso que tocaba el día 17 lo hago yo hoy mismo, y le aviso por mensaje cuando salga.',
    ],
  },
]);
