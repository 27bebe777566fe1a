import type { PracticeItem } from './practice-item';

/** Invented for practice: nobody said this. */
export const inSpanish: readonly PracticeItem[] = [
  {
    id: 'es-permanencia',
    language: 'es',
    theme: 'billing',
    words:
      'Me habéis cobrado la permanencia de una línea que di de baja en enero. Tengo el correo donde decís que estaba anulada. ¿Qué más tengo que enseñar?',
    level: 'at-risk',
    whyLevel: {
      en: 'They have it in writing, and still have to prove it. Wrong money and a broken word together.',
      es: 'Lo tiene por escrito y aun así ha de demostrarlo. Dinero mal cobrado y palabra rota a la vez.',
    },
    levelSource: 'X7',
    heard: ['billed-wrongly', 'promise-broken', 'angry'],
    notHeard: ['price-rise'],
    whyHeard: {
      en: '“What else must I show” is about not being believed.',
      es: '«¿Qué más tengo que enseñar?» habla de que no le creen.',
    },
    good: 'own-promise',
    poor: ['policy', 'form'],
  },
  {
    id: 'es-otra-en-casa',
    language: 'es',
    theme: 'cancellation',
    words:
      'Muy amables todos, de verdad. En casa ya tenemos otra compañía puesta, así que era solo para saber cómo os devuelvo el aparato.',
    level: 'at-risk',
    whyLevel: {
      en: 'Gone already, with thanks. All that is left to win is the reason.',
      es: 'Ya se ha ido, y dando las gracias. Lo único que queda por ganar es el motivo.',
    },
    levelSource: 'C2',
    heard: ['leaving', 'competitor', 'calm'],
    notHeard: ['praise'],
    whyHeard: {
      en: 'The kind words are for you, not for the service. The other line is already in.',
      es: 'Las buenas palabras son para ti, no para el servicio. La otra línea ya está puesta.',
    },
    good: 'as-they-wish',
    poor: ['discount', 'rating'],
  },
  {
    id: 'es-otros-diez',
    language: 'es',
    theme: 'fault',
    words:
      '¡Otra vez sin internet! Diez años llevo con vosotros y otros diez pienso estar, pero esto me lo arregláis hoy, que para eso pago.',
    level: 'watch',
    whyLevel: {
      en: 'Angry and loyal: says so in one breath. “Again” is what may end it.',
      es: 'Enfado y lealtad en la misma frase. Lo que puede acabar con ella es el «otra vez».',
    },
    levelSource: 'X9',
    heard: ['fault', 'angry'],
    notHeard: ['leaving', 'competitor'],
    whyHeard: {
      en: 'The voice is raised, and the plan is to stay.',
      es: 'La voz sube, y el plan es quedarse.',
    },
    good: 'i-do-it',
    poor: ['calm-down', 'more-sorry'],
  },
  {
    id: 'es-dia-cinco',
    language: 'es',
    theme: 'billing',
    words: 'Quería cambiar la fecha de cobro al día cinco, que es cuando cobro yo. ¿Se puede hacer por aquí?',
    level: 'ok',
    whyLevel: {
      en: 'A wish, plainly said. Do it, and say from when.',
      es: 'Un deseo, dicho sin más. Hazlo y di desde cuándo.',
    },
    levelSource: 'X3',
    heard: ['new-need', 'calm'],
    notHeard: ['pay-worry', 'billed-wrongly'],
    whyHeard: {
      en: 'Wanting to pay on pay day is order, not worry.',
      es: 'Querer pagar el día de cobro es orden, no apuro.',
    },
    good: 'warm-answer',
    poor: ['rescue', 'form'],
  },
  {
    id: 'es-recibido',
    language: 'es',
    theme: 'delivery',
    words: 'Recibido. Gracias.',
    level: 'unknown',
    whyLevel: {
      en: 'Two words tell nothing of what comes next.',
      es: 'Dos palabras no dicen nada de lo que vendrá.',
    },
    levelSource: 'C2',
    heard: ['nothing-said'],
    notHeard: ['praise', 'angry', 'late-delivery'],
    whyHeard: {
      en: '“Thanks” ends a message. It praises nothing.',
      es: '«Gracias» cierra un mensaje. No elogia nada.',
    },
    good: 'ask-how-it-goes',
    poor: ['wind-up', 'rating'],
  },
  {
    id: 'es-por-el-banco',
    language: 'es',
    theme: 'price',
    words: 'Subís el precio y me entero por el banco. No es por los tres euros, es por enterarme así.',
    level: 'watch',
    whyLevel: {
      en: 'Not the sum, the manner. An honest word now goes a long way; silence the next time doesn’t.',
      es: 'No es la cantidad, es la manera. Una palabra honesta ahora ayuda mucho; otro silencio, no.',
    },
    levelSource: 'X7',
    heard: ['price-rise', 'disappointed'],
    notHeard: ['competitor', 'leaving'],
    whyHeard: { en: 'They say what it isn’t about. Believe them.', es: 'Te dice por qué no es. Créelo.' },
    good: 'treatment-first',
    poor: ['discount', 'policy'],
  },
  {
    id: 'es-mudanza-parada',
    language: 'es',
    theme: 'delivery',
    words:
      'Me dijeron el martes entre nueve y once. Luego el jueves. Hoy es lunes y sigo con la mudanza parada por un router.',
    level: 'at-risk',
    whyLevel: {
      en: 'Two dates given, none kept, and a house that waits for it.',
      es: 'Dos fechas dadas, ninguna cumplida, y una casa esperando.',
    },
    levelSource: 'X7',
    heard: ['late-delivery', 'promise-broken'],
    notHeard: ['rude-staff', 'calm'],
    whyHeard: {
      en: 'The delay is one thing, the dates we named are the other.',
      es: 'El retraso es una cosa; las fechas que dimos, otra.',
    },
    good: 'own-promise',
    poor: ['look-into', 'more-sorry'],
  },
  {
    id: 'es-se-rio',
    language: 'es',
    theme: 'staff',
    words:
      'El chico se rió cuando le dije que no entendía la factura. No hace falta que me devolváis nada, solo que no os riáis de la gente.',
    level: 'at-risk',
    whyLevel: {
      en: 'No money will mend it: they say so. How they were treated is the whole of it.',
      es: 'No se arregla con dinero: lo dice. El trato lo es todo aquí.',
    },
    levelSource: 'X7',
    heard: ['rude-staff', 'bill-unclear', 'disappointed'],
    notHeard: ['price-rise'],
    whyHeard: {
      en: 'There is a question about the bill in it too. It comes second.',
      es: 'También hay una duda de la factura. Va después.',
    },
    good: 'treatment-first',
    poor: ['discount', 'defend'],
  },
  {
    id: 'es-pulse-uno',
    language: 'es',
    theme: 'waiting',
    words:
      'Pulse uno, pulse tres, pulse cuatro… y al final se corta. Es la quinta vez esta semana que empiezo desde el principio.',
    level: 'at-risk',
    whyLevel: {
      en: 'Five starts in one week. What it was about isn’t even said any more.',
      es: 'Cinco veces en una semana. Ya ni dice de qué se trataba.',
    },
    levelSource: 'X9',
    heard: ['long-wait', 'told-again'],
    notHeard: ['rude-staff', 'calm'],
    whyHeard: {
      en: 'Ask what they rang for, and write down “fifth”.',
      es: 'Pregunta para qué llamaba y anota «quinta vez».',
    },
    good: 'i-do-it',
    poor: ['transfer', 'form'],
  },
  {
    id: 'es-me-acostumbro',
    language: 'es',
    theme: 'fault',
    words:
      'Bueno, si no se puede, no se puede. Ya me voy acostumbrando a que las cosas con vosotros sean así.',
    level: 'at-risk',
    whyLevel: {
      en: 'Giving up quietly comes shortly before going quietly.',
      es: 'Rendirse en silencio viene justo antes de irse en silencio.',
    },
    levelSource: 'C2',
    heard: ['resigned', 'disappointed'],
    notHeard: ['calm', 'angry'],
    whyHeard: {
      en: 'It sounds peaceful and isn’t: “things are like this with you”.',
      es: 'Suena tranquilo y no lo es: «que las cosas con vosotros sean así».',
    },
    good: 'let-finish',
    poor: ['wind-up', 'policy'],
  },
];
