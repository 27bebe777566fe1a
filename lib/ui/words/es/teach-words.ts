import type { Worded } from '@/lib/platform/language';
import type { teachEn } from '../teach-words';

const the: Readonly<Record<string, string>> = {
  Correo: 'el correo',
  Teléfono: 'el teléfono',
  'Número de cliente': 'el número',
  Nombre: 'el nombre',
};
const named = (kind: string) => the[kind] ?? kind;

export const teachEs: Worded<typeof teachEn> = {
  title: 'Enseña esta página a Heed',
  point: 'Haz clic en el correo, el teléfono, el número o el nombre del cliente.',
  browse: 'Déjame usar antes la página',
  goThere: 'Ve a la página de un cliente.',
  here: 'Ya estoy: voy a señalar',
  more: 'Señalar algo más',
  keys: 'Teclas: las flechas o Tab recorren la página, Intro elige, Escape vuelve atrás o termina.',
  onIt: (kind, value) => `${kind} → \u2068${value}\u2069`,
  aside: 'Apartar esto',
  covered: 'Algo de la página tapa este panel, o lo difumina. Ahora se pone delante: pulsa otra vez.',
  stop: 'Dejar de enseñar',
  reallyStop: '¿Dejarlo y olvidar lo que se señaló?',
  goOn: 'Continuar',
  whatIs: '¿Qué es esto?',
  kinds: { email: 'Correo', phone: 'Teléfono', number: 'Número de cliente', name: 'Nombre' },
  notThis: 'Esto no',
  reads: 'Heed lee aquí',
  readsNobody: 'Heed no ve a ningún cliente en esta página.',
  open: 'Ahora abre otro cliente: Heed muestra si lo ha entendido.',
  isRight: '¿Es ese el cliente que está abierto?',
  right: 'Bien',
  wrong: 'Mal',
  whatIsWrong: '¿Qué está mal?',
  missing: 'Falta algo',
  pointAt: (kind) => `Haz clic en ${named(kind)} del cliente.`,
  noneHere: 'Este cliente no tiene',
  back: 'Atrás',
  nobodyRight: 'Bien, no hay nadie abierto',
  nobodyWrong: 'Sí hay alguien: te lo señalo',
  thanks: (pages) =>
    pages > 1
      ? `Bien en ${pages} páginas. Guárdalo en el panel de Heed: si no está abierto, haz clic en el icono de Heed en la barra de herramientas. O comprueba un cliente más.`
      : 'Abre un cliente más antes de guardarlo.',
  problems: {
    'not-that': (kind) =>
      `Heed no encuentra ${named(kind)} en lo que señalaste. Haz clic más cerca, en el propio texto.`,
    'same-on-all': (kind) =>
      `Aquí, ${named(kind)} es lo mismo que en la página del cliente anterior. Puede que sea tuyo; señala el del cliente.`,
  },
  lost: 'Heed puede encontrarlo ahora, pero por nada que dure. Señala también otra cosa de este cliente.',
  failed: 'Heed no pudo guardarlo. Recarga la página y empieza de nuevo; no se guardó nada.',

  unseen: '¿Hay uno abierto y Heed no lo ve?',
  begin: 'Enseñar esta página a Heed',
  teaching: 'Heed está aprendiendo este sitio. Sigue en la página.',
  learned: (site, pages) =>
    pages === 1
      ? `Heed ha aprendido ${site} con una página.`
      : `Heed ha aprendido ${site}, bien en ${pages} páginas.`,
  one: 'Comprueba antes un segundo cliente: con una sola página es una suposición.',
  save: 'Guardar',

  another: 'Un CRM que no está, o que se lee mal',
  anotherLead: 'Muestra a Heed quién es el cliente, señalándolo: se sigue en la pestaña de ese sitio.',
  noSite: 'Añade antes su sitio, en «Tu CRM».',
  teachSite: 'Enseñar este CRM a Heed',
  teachSiteLong: (site) => `Enseñar este CRM a Heed: ${site}`,
  notOpened: (site) =>
    `Heed no pudo empezar en ${site}. Abre tú una página de ese sitio y elige «Enseñar esta página a Heed» en el menú de Heed.`,
};
