import type { Worded } from '@/lib/platform/language';
import { plural } from '../../format';
import type { settingsEn } from '../settings-words';

export const settingsEs: Worded<typeof settingsEn> = {
  title: 'Ajustes de Heed',

  account: {
    title: 'Cuenta',
    signedIn: (name, organisation) => `${name}, ${organisation}`,
    team: (role, team) => `${role} · ${team}`,
    signedOut: 'Nadie ha iniciado sesión aquí.',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    signingIn: 'Esperando a la ventana de inicio de sesión…',
    unsent: (n) =>
      `${plural(n, 'nota no se ha enviado', 'notas no se han enviado')}. Al cerrar la sesión se conservan: salen cuando vuelvas a iniciarla.`,
    drafts: (n) =>
      `${plural(n, 'nota está', 'notas están')} sin terminar. Al cerrar la sesión se conservan en este ordenador: sigues con ellas cuando vuelvas a iniciarla.`,
  },

  store: {
    title: 'El servidor',
    label: 'Dirección del servidor de tu organización',
    hint: 'La conoce tu administrador. Si la cambias, se cierra tu sesión aquí.',
    button: 'Usar este servidor',
    done: (host) => `Heed trabaja con ${host}.`,
    byPolicy: (host) => `Heed trabaja con ${host}. Tu organización lo ha fijado para este ordenador.`,
  },

  sites: {
    title: 'Tu CRM',
    lead: 'Heed solo lee páginas de los sitios de esta lista, y solo quién es el cliente.',
    none: 'Aún no hay ningún sitio: Heed no muestra nada en ninguna parte.',
    label: 'Dirección de tu CRM',
    hint: 'Pega cualquier página suya, como crm.ejemplo.com',
    button: 'Añadir este sitio',
    done: (host) => `Heed está en ${host} desde ahora, también en las pestañas abiertas.`,
    remove: 'Quitar',
    removeLong: (site) => `Quitar ${site}`,
    offered: 'Tu organización usa',
    turnOn: 'Activar',
    turnOnLong: (site) => `Activar ${site}`,
    fixed: 'Este sitio vino con la instalación y no se puede quitar aquí.',
  },

  lists: {
    title: 'Niveles en las páginas de tu CRM',
    lead: 'En las listas y fichas de tu CRM, Heed marca junto al nombre a los clientes en riesgo o que piden atención.',
    label: 'Mostrar niveles junto a los nombres',
    failed: 'No se pudo guardar. No se cambió nada; inténtalo otra vez.',
    byPolicy: 'Tu organización los ha desactivado en este ordenador.',
    paused: (when) =>
      `Una lista tenía más clientes de los que Heed busca en un minuto (${when}). Muestra los demás un minuto después; no se pierde nada.`,
  },

  address: {
    notAnAddress: 'Eso no es una dirección. Cópiala de la barra de direcciones del navegador.',
    notSafe: 'La dirección del servidor debe empezar por https: por ahí viajan las palabras de los clientes.',
    refused: 'El navegador preguntó y la respuesta fue no. No se cambió nada; puedes intentarlo otra vez.',
  },

  device: {
    title: 'En este ordenador',
    customers: 'Clientes',
    size: 'Ocupa',
    about: (size) => `unos ${size} en este ordenador`,
    sizeUnknown: 'el navegador no lo dice',
    unsent: 'Sin enviar',
    count: (n) => (n === 0 ? 'nada' : plural(n, 'nota', 'notas')),
    kept: 'Conservación',
    promised: 'El navegador ha prometido conservarlo hasta que se quite Heed.',
    exempt:
      'El navegador no prometió nada, pero no borra lo que guardan extensiones como Heed, ni con el disco lleno.',
    mayBeCleared:
      'El navegador puede borrarlo todo cuando el disco esté casi lleno, también las notas sin enviar. Libera espacio y envía lo que espera.',
    coming: 'En camino',
    ofCustomers: (here, all) => `${here} de ${all} clientes`,
    updated: 'Última actualización',
    never: 'todavía no',
    store: 'Servidor',
    online: 'conectado',
    offline: 'no se puede conectar',
    locked: 'Los clientes están bloqueados hasta que inicies sesión.',
    syncNow: 'Actualizar ahora',
    notes: 'Notas sin enviar',
    notesOf: (n) => `${plural(n, 'nota espera', 'notas esperan')} aquí. Inicia sesión para ver las tuyas.`,
  },

  importNotes: {
    title: 'Notas de otras personas',
    lead: 'Quien no puede enviar sus notas las guarda como archivo, en «Notas sin enviar». Si se importan aquí siguen siendo suyas, y dicen que las importaste tú.',
    button: 'Importar un archivo de notas sin enviar',
    busy: 'Importando…',
    author: (name) =>
      `Autor según el archivo: ${name}. Lo que se guardó está a su nombre, y dice que lo importaste tú.`,
    result: (stored, known, refused) =>
      `${plural(stored, 'nota guardada', 'notas guardadas')}, ${known} ${known === 1 ? 'ya estaba' : 'ya estaban'}, ${refused} sin aceptar.`,
    refused: (position, name, why) =>
      `${[`Nota número ${position}`, name].filter(Boolean).join(', ')}: ${why}`,
    failed: (n) =>
      `${plural(n, 'nota no se pudo guardar', 'notas no se pudieron guardar')} ahora. Importa el archivo más tarde: ninguna nota se guarda dos veces.`,
    codes: {
      'not-allowed': 'Es de otra persona que el resto del archivo. Cada cual guarda las suyas.',
      unreadable:
        'Sus palabras ya no se podían leer en el ordenador de quien la escribió; no están en el archivo.',
      'not-a-note':
        'No es una nota nueva terminada: cambia una que ya está guardada, se pasó a medias a otra persona o avisa de que algo no cuadra. Eso solo lo puede enviar el ordenador de su autor. Sus palabras siguen en el archivo.',
    },
    why: {
      'too-large':
        'El archivo pasa de 5 MB: no es un archivo de notas sin enviar. Elige el que se hizo con «Guardar como archivo».',
      'no-such-file':
        'No es un archivo de notas sin enviar. No se importó nada. Elige el que se hizo con «Guardar como archivo».',
      'not-allowed': 'Solo un supervisor o un administrador puede importar notas. No se importó nada.',
      'signed-out': 'Tu sesión ha caducado. No se importó nada; inicia sesión y elige el archivo otra vez.',
      'no-answer':
        'El servidor no respondió. Elige el archivo otra vez cuando se pueda conectar: ninguna nota se guarda dos veces.',
      'went-wrong':
        'Algo falló en Heed. Elige el archivo otra vez: ninguna nota se guarda dos veces. Si sigue igual, recarga esta página.',
    },
  },

  protection: {
    title: 'Qué está protegido y qué no',
    yes: [
      'Los clientes se guardan cifrados; al cerrar la sesión se tira la llave.',
      'Lo que nos contaron los últimos 200 clientes que abriste se guarda cifrado, solo para ti; al cerrar la sesión se borra.',
      'Las notas se guardan cifradas con una llave tuya: te esperan, y otras personas que usan este navegador no pueden leerlas.',
      'La página del CRM no puede leer la barra lateral.',
      'Los números de tarjeta se ocultan antes de guardarse.',
      'Ni nombres, ni correos, ni teléfonos de clientes se guardan con sus fichas.',
    ],
    no: [
      'Un programa malicioso en tu propia cuenta de este ordenador puede leer lo que lees tú.',
      'La página del CRM puede ver la marca: una de sus cuatro palabras, y nada de lo que hay detrás.',
      'En una lista, la página del CRM puede ver junto a qué nombres mira Heed, pero no lo que muestra allí.',
      'Quien tenga el disco de este ordenador puede leer borradores y notas sin enviar: sus llaves están al lado. Ahí protege el cifrado del disco.',
      'El texto de una nota contiene lo que tú escribas en ella.',
    ],
    yesTitle: 'Protegido',
    noTitle: 'Sin proteger',
  },

  about: {
    title: 'Acerca de',
    version: (v) => `Heed, versión ${v}`,
    marks:
      'NPS, Net Promoter y Net Promoter Score son marcas registradas de Bain & Company, Inc., NICE Satmetrix y Fred Reichheld.',
  },

  language: {
    title: 'Idioma',
    label: 'Idioma',
    choices: { browser: 'El del navegador', en: 'English', es: 'Español' },
  },

  welcome: {
    title: 'Te damos la bienvenida a Heed',
    lead: 'Cómo se siente tu cliente, qué decir primero y una nota que nunca se pierde. Tres pasos, una sola vez.',
    step: (n) => `Paso ${n}`,
    done: 'hecho',
    store: 'Encuentra tu servidor',
    account: 'Inicia sesión',
    accountLead: 'Se abre una ventana de tu servidor. Heed nunca ve tu contraseña.',
    sites: 'Enseña a Heed tu CRM',
    ready: 'Todo listo. Abre un cliente en tu CRM: Heed está en el borde derecho.',
    settings: 'Ajustes',
  },
};
