import type { Worded } from '@/lib/platform/language';
import type { doctorEn } from '../doctor-words';

const orList = (all: readonly string[]) => all.join(' o ');
const quoted = (label: string) => `«${label}»`;

export const doctorEs: Worded<typeof doctorEn> = {
  title: 'Qué ve Heed',
  menu: { somebody: '¿Por qué se muestra esto?', nobody: '¿Por qué no se muestra a nadie?' },
  lead: '¿Heed no muestra a nadie, o muestra a otra persona? Abre la página en tu CRM y mira aquí. No se guarda ni se envía nada.',
  look: 'Mirar las páginas abiertas del CRM',
  looking: 'Mirando…',
  none: 'No hay abierta ninguna página de tu CRM que Heed pueda leer. Abre una y mira otra vez.',
  unlisted:
    'Una página que no está en la lista es de un sitio que Heed no tiene permiso para leer: añádelo arriba, en «Tu CRM».',
  missing: (sites) =>
    `Falta el permiso: Heed aún no puede leer ${orList(sites)}. Actívalo arriba, en «Tu CRM».`,
  failed: 'Heed no pudo mirar. Recarga esta página e inténtalo otra vez.',
  closed: 'Esta pestaña no se puede leer: muestra un error, o está dormida. Ábrela una vez y mira otra vez.',
  signedOut: (who) => `No se muestra a nadie sin iniciar sesión. Heed lee aquí: ${orList(who) || 'nadie'}.`,
  nobody: 'No se muestra a nadie',
  choose: 'Pregunta quién es',
  chosen: 'Muestra a quien elegiste',
  noneKnown: 'No se muestra a nadie: de quienes podría ser, ninguno está en Heed',
  off: (crm) => `Desactivado por tu organización: ${quoted(crm)}.`,
  wrong: (crms) =>
    `Desactivado en los ajustes, en «Los CRM»: dijiste que ${orList(crms.map(quoted))} está mal en este sitio. Allí, «Preguntar otra vez» lo deshace.`,
  customer: {
    take: 'Muestra a un cliente',
    ask: 'Muestra a un cliente, y pregunta una vez si es correcto',
    choose: 'Encuentra a un cliente, pero pregunta cada vez, tras tu «No»',
    refuse: 'Encuentra a un cliente, pero no muestra a nadie, tras tu «No»',
    off: 'Encuentra a un cliente, pero no muestra a nadie: desactivado por tu organización',
  },
  unasked: {
    refuse: 'Encuentra quién puede ser, pero no muestra a nadie, tras tu «No»',
    off: 'Encuentra quién puede ser, pero no muestra a nadie: desactivado por tu organización',
  },
  unknownAfterNo: 'Encuentra a una persona que no está en Heed, y no muestra a nadie, tras tu «No»',
  instead: {
    locked:
      'Encuentra a una persona, pero no sabe quién es en Heed: los clientes están bloqueados. Vuelve a iniciar sesión',
    reading: 'Aún no muestra a nadie: se está leyendo la página. Si sigue así, recárgala',
    paused: 'Ahora no muestra a nadie: se abrieron muchísimos clientes en poco tiempo. Espera un poco',
    nobody: 'Encuentra a una persona, pero por nada que Heed pueda buscar: no se muestra a nadie',
    asks: 'Encuentra a una persona, y pregunta qué cliente de Heed es',
    new: 'Muestra a una persona que no está en Heed',
    damaged: 'Muestra a un cliente cuya ficha no se puede leer: Heed la pide otra vez',
  },
  askedOnce: 'Pregunta una vez si es correcto.',
  why: {
    list: 'Parece una lista: muchas personas, y ninguna abierta.',
    'own-page': 'Por su dirección es una página de inicio, de ajustes o un formulario para alguien nuevo.',
    'no-page': (crm) => `Esta dirección no es ninguna de las páginas que conoce ${crm}.`,
    'set-aside': (crm) => `${crm} conoce esta dirección como una página sin nadie abierto.`,
    'names-nobody': 'Nada en la página nombra a un cliente: ni correo, ni teléfono, ni número de cliente.',
    unclear: 'La página nombra a personas, pero a ninguna como su cliente.',
    case: 'Es un caso sin su cliente: la página no dice de quién es.',
    rendering: 'Se está leyendo la página: aún no está. Mira otra vez en un momento.',
    'other-record':
      'La página todavía muestra otra ficha que la de su dirección. Mira otra vez en un momento.',
  },
  unknown: 'Heed no lee nada en páginas de este tipo.',
  by: {
    taught: (_, host) => `Leído según lo que enseñaste para ${host}`,
    learned: (_, host) => `Leído según lo que Heed aprendió de tus respuestas en ${host}`,
    file: (crm) => `Leído como página de ${quoted(crm)}, según un archivo importado`,
    organisation: (crm) => `Leído como página de ${quoted(crm)}, según lo que pasó tu organización`,
    heed: (crm) => `Leído como página de ${quoted(crm)}`,
  },
  generic: 'Leído como lo haría una persona: Heed no conoce aquí ningún CRM',
  byKind: {
    email: 'por el correo',
    phone: 'por el teléfono',
    externalId: 'por el número de cliente',
  },
  details: 'Detalles para quien lo arregle',
  detail: {
    adapter: (adapter) => (adapter === null ? 'sin adaptador' : `adaptador ${adapter}`),
    kind: (kind) => `página ${kind}`,
    found: (value, found) => `${value}: encontrado en ${found}`,
    missed: (field) => `buscado en vano: ${field}`,
  },
};
