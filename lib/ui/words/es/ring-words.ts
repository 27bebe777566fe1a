import type { Worded } from '@/lib/platform/language';
import type { ringEn } from '../ring-words';

export const ringEs: Worded<typeof ringEn> = {
  title: 'Suena el teléfono',
  typed: '¿Quién llama?',
  unverified: 'sin verificar',
  from: (site) => `Lo dice ${site}`,
  why: {
    one: 'Coincide con un cliente.',
    several: 'Varios clientes lo comparten.',
    'identifiers-disagree': 'El número de cuenta y el teléfono llevan a clientes distintos.',
    nobody: 'Ningún cliente con este número. Abre su ficha, o anótalo para este número.',
    locked: 'Los clientes están bloqueados hasta que inicies sesión. Puedes anotarlo para este número.',
    damaged:
      'Algunos clientes no se pueden leer hasta que Heed los pida otra vez. Puedes anotarlo para este número.',
  },
  coming: 'Los clientes todavía están llegando a este ordenador.',
  notFound: 'Ningún cliente coincide con esto. Abre su ficha, o anótalo.',
  none: (of) => (of === 1 ? 'Es otra persona: alguien nuevo' : 'Ninguno de estos: alguien nuevo'),
  noteDown: 'Anotarlo',
  dismiss: 'Descartar',
  dismissLong: (said) => `Descartar: ${said}`,
  hint: (of) =>
    of === 0
      ? 'Un número se puede falsificar: pregunta quién llama.'
      : `Un número se puede falsificar: pregunta quién llama. Antes solo ${of === 1 ? 'se muestra el nivel' : 'se muestran los niveles y lo que los distingue'}.`,
  parks: (name) => `Al elegir se aparca la llamada con ${name}, con su nota.`,
  also: 'también llama',
  who: '¿Quién es?',
  whoLong: (said) => `¿Quién es? ${said}`,

  unplaced:
    'Esta nota aún no tiene cliente. Abre su ficha: al cerrar la nota se pregunta si es para ese cliente.',

  find: 'Buscar a quien llama',
  findHint: 'Teléfono, correo o número de cuenta',
  findButton: 'Buscar',
  unreadable: 'Esto no es un teléfono, un correo ni un número de cuenta.',
};
