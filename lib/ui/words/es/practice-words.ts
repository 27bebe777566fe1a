import type { Worded } from '@/lib/platform/language';
import type { practiceEn } from '../practice-words';
import { emotionEs } from './emotion-words';

/** The same in Spanish. */
export const practiceEs: Worded<typeof practiceEn> = {
  title: 'Practicar la escucha',
  lead: 'Cinco clientes, tres preguntas cada uno. No hay nota: solo lo que se podía oír.',
  invented: 'Estos clientes son inventados para practicar. Nadie dijo estas palabras.',
  private:
    'Nada de lo que respondas sale de esta página ni se guarda. Nadie lo ve, y desaparece al cerrar la página.',
  language: 'Los clientes hablan',
  languages: { en: 'English', es: 'Español' },
  keys: 'Teclas: 1 a 4 para responder, Intro para seguir',
  customer: (n, of) => `Cliente ${n} de ${of}`,

  level: '¿Está en riesgo este cliente?',
  levels: { 'at-risk': 'En riesgo', watch: 'Atención', ok: 'Bien', unknown: 'No se sabe' },
  heard: '¿Qué oyes? Elige todo lo que haya.',
  heardDone: 'Eso es lo que oigo',
  opening: '¿Qué harías primero?',

  same: (answer) => `${answer}: lo mismo decimos nosotros`,
  other: (answer, ours) => `Has dicho ${answer}. Nosotros diríamos ${ours}`,
  youHeard: 'Has oído',
  youMissed: 'Se te ha escapado',
  notSaid: 'Aquí no se dice',
  nothing: 'nada',
  fits: 'Eso encaja',
  better: (intent) => `Primero, mejor: ${intent}`,
  source: (name) => `Fuente: ${name}`,

  next: 'Siguiente cliente',
  finish: 'Ver lo que has oído',
  summary: 'Lo que has oído en estos cinco',
  allHeard: 'No se te ha escapado nada.',
  allSame: 'Has leído a los cinco como nosotros.',
  readOtherwise: 'A estos los has leído de otra manera',
  again: 'Otros cinco',

  hears: {
    'billed-wrongly': 'Cobro equivocado',
    'bill-unclear': 'Factura que no se entiende',
    'pay-worry': 'Apuro por el pago',
    'late-delivery': 'Entrega con retraso',
    'missed-visit': 'Visita que no llegó',
    fault: 'Algo no funciona',
    'price-rise': 'Subida de precio',
    competitor: 'Otra compañía',
    'rude-staff': 'Mal trato',
    'long-wait': 'Larga espera',
    'passed-on': 'De uno a otro',
    'told-again': 'Tuvo que contarlo otra vez',
    'promise-broken': 'Promesa incumplida',
    leaving: 'Se va',
    'new-need': 'Ahora necesita otra cosa',
    praise: 'Elogio',
    'nothing-said': 'Nada de lo que fiarse',
    ...emotionEs,
  },
};
