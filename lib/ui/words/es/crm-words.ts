import type { Worded } from '@/lib/platform/language';
import { placesOf } from '../../places-of';
import type { crmEn } from '../crm-words';

export const crmEs: Worded<typeof crmEn> = {
  title: 'Los CRM',
  lead: 'Los CRM que Heed sabe leer, y cómo lo sabe.',
  evidence: {
    live: 'visto en una instalación real',
    documented: 'según su documentación, sin comprobar hasta que alguien diga que es correcto',
    taught: 'enseñado aquí',
    learned: 'aprendido aquí de las respuestas',
    none: 'leído como lo haría una persona, y preguntado',
  },
  otherSites: 'Cualquier otro sitio',
  handedOn: {
    taught: 'enseñado por tu organización',
    learned: 'aprendido por tu organización de las respuestas',
  },
  more: (n) => `${n} más por su documentación, aún no vistos en uso`,
  off: 'desactivado por tu organización',
  right: (site) => `correcto en ${site}`,
  wrong: (site) => `incorrecto en ${site}`,
  askAgain: 'Preguntar otra vez',
  askAgainLong: (site) => `Preguntar otra vez en ${site}`,
  remove: 'Quitar',
  removeLong: (label) => `Quitar ${label}`,
  export: 'Exportar',
  exportLong: (label) => `Exportar ${label}`,
  import: 'Importar de un archivo',
  fromFile: 'de un archivo; se pregunta una vez por sitio',
  imported: (label, site) =>
    `Desde ahora Heed lee ${label} en ${placesOf(site, places)} según ese archivo, y pregunta una vez por sitio si es correcto.`,
  why: {
    'too-large': () => 'El archivo pasa de 1 MB: eso no describe ningún CRM. No se importó nada.',
    'no-json': () => 'No es un archivo JSON. Elige uno hecho con «Exportar». No se importó nada.',
    'no-adapter': (where) =>
      `Ese archivo no describe un CRM como Heed lo necesita${where && ` (${where})`}. No se importó nada.`,
    'too-many': () => 'Ya tienes todos los CRM propios que Heed guarda. Quita uno antes; no se importó nada.',
    'went-wrong': () =>
      'Algo falló en Heed. No se importó nada; recarga esta página y elige el archivo otra vez.',
  },
};

const places = {
  more: (n: number) => ` y ${n} más`,
  lookalikes: 'cualquier sitio tuyo cuyas páginas se le parezcan',
  join: ', y en ',
};
