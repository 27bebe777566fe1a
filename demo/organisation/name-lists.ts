/** A name as it is written, and in ASCII letters where stripping accents would not do. */
export type NamePart = string | readonly [shown: string, ascii: string];

export type Culture = {
  /** how many of a hundred customers */
  weight: number;
  given: readonly [NamePart, ...NamePart[]];
  family: readonly [NamePart, ...NamePart[]];
  familyFirst?: true;
};

/** Names that customers of a telecom in a European city might have: common ones, long ones, other scripts. */
export const cultures: readonly [Culture, ...Culture[]] = [
  {
    weight: 38,
    given: [
      'Olivia',
      'Jack',
      'Grace',
      'Harry',
      'Aoife',
      'Conor',
      'Megan',
      'Rhys',
      'Isla',
      'Callum',
      'Ruth',
      'Derek',
      'Poppy',
      'Alan',
      'Siân',
      'Niamh',
      'Joyce',
      'Theo',
      'Wendy',
      'Curtis',
    ],
    family: [
      'Smith',
      'Patterson',
      'Walsh',
      'O’Connell',
      'Hughes',
      'MacLeod',
      'Clarke',
      'Bailey',
      'Okafor-Reid',
      'Whitfield',
      'Byrne',
      'Ashworth',
      'Doyle',
      'Fletcher',
      'Llewellyn',
      'Griffiths',
      'Barnes',
      'St. John',
      'Featherstonehaugh',
      'Li',
    ],
  },
  {
    weight: 11,
    given: [
      'Marta',
      'Piotr',
      'Agnieszka',
      'Łukasz',
      'Zofia',
      'Grzegorz',
      'Małgorzata',
      'Jakub',
      'Żaneta',
      'Stanisław',
    ],
    family: [
      'Nowak',
      'Wiśniewska',
      'Kamiński',
      'Zieliński',
      'Wójcik',
      'Szczęsny',
      'Brzęczyszczykiewicz',
      'Dąbrowska',
      'Gołąb',
      'Król',
    ],
  },
  {
    weight: 8,
    given: ['Jürgen', 'Anneliese', 'Björn', 'Käthe', 'Moritz', 'Ute', 'Maria-Magdalena', 'Hans-Joachim'],
    family: [
      'Müller',
      'Großmann',
      'Schröder',
      'Weiß',
      'Öztürk-Lehmann',
      'Schwarzenberger-von Hohenlohe-Langenburg',
      'Vogt',
      'Köhler',
    ],
  },
  {
    weight: 9,
    given: ['José', 'María del Carmen', 'Íñigo', 'Lucía', 'João', 'Conceição', 'Beatriz', 'Óscar'],
    family: [
      'García Núñez',
      'Muñoz',
      'Fernández de la Vega',
      'Gonçalves',
      'da Conceição',
      'Peña',
      'Araújo',
      'Ibáñez',
    ],
  },
  {
    weight: 5,
    given: ['Hélène', 'François', 'Zoé', 'Jérôme', 'Anaïs', 'Benoît'],
    family: ['Lefèvre', 'd’Aubigné', 'Saint-Étienne', 'Garçon', 'Le Goff', 'Noël'],
  },
  {
    weight: 5,
    given: ['Søren', 'Åsa', 'Jón', 'Kjersti', 'Märta', 'Þórdís'],
    family: ['Ødegård', 'Sjöström', 'Jónsdóttir', 'Bækkelund', 'Hämäläinen', 'Guðmundsson'],
  },
  {
    weight: 4,
    given: ['Ayşe', 'Çağlar', 'Işıl', 'Ömer', 'Gülşen'],
    family: ['Yıldırım', 'Çelik', 'Şahin', 'Öztürk', 'Aydoğan'],
  },
  {
    weight: 3,
    given: ['Thị Minh', 'Văn Đức', 'Bảo Ngọc', 'Quốc'],
    family: ['Nguyễn', 'Trần', 'Đặng', 'Phạm'],
    familyFirst: true,
  },
  {
    weight: 6,
    given: ['Priya', 'Arjun', 'Lakshmi', 'Harpreet', 'Tuğba', 'Venkatanarasimharaju'],
    family: ['Sharma', 'Patel', 'Singh', 'Venkataraman', 'Chaudhary', 'Balasubramanian'],
  },
  {
    weight: 3,
    given: ['Olúwaṣeun', 'Chiamaka', 'Adébáyọ̀', 'Ngozi'],
    family: ['Adéyẹmí', 'Okonkwo', 'Ọlátúnjí', 'Eze'],
  },
  {
    weight: 2,
    given: ['Ștefan', 'Iulian', 'Zsófia', 'György', 'Krešimir'],
    family: ['Țăranu', 'Ionescu', 'Szűcs', 'Nagy', 'Đurić'],
  },
  {
    weight: 2,
    given: [
      ['محمد', 'mohammed'],
      ['فاطمة', 'fatima'],
      ['عبد الرحمن', 'abdulrahman'],
      ['ليلى', 'layla'],
    ],
    family: [
      ['الفارسي', 'alfarsi'],
      ['حداد', 'haddad'],
      ['المنصوري', 'almansouri'],
      ['خليل', 'khalil'],
    ],
  },
  {
    weight: 1,
    given: [
      ['נועה', 'noa'],
      ['אברהם', 'avraham'],
      ['תמר', 'tamar'],
    ],
    family: [
      ['כהן', 'cohen'],
      ['פרידמן', 'friedman'],
      ['לוי', 'levi'],
    ],
  },
  {
    weight: 1,
    given: [
      ['Ольга', 'olga'],
      ['Дмитро', 'dmytro'],
      ['Ελένη', 'eleni'],
      ['Γιώργος', 'giorgos'],
    ],
    family: [
      ['Шевченко', 'shevchenko'],
      ['Коваль', 'koval'],
      ['Παπαδόπουλος', 'papadopoulos'],
    ],
  },
  {
    weight: 2,
    given: [
      ['美玲', 'meiling'],
      ['伟', 'wei'],
      ['さくら', 'sakura'],
      ['민준', 'minjun'],
    ],
    family: [
      ['王', 'wang'],
      ['欧阳', 'ouyang'],
      ['佐藤', 'sato'],
      ['김', 'kim'],
    ],
    familyFirst: true,
  },
];

/** Small companies; each gets a mail domain of its own below example.com, example.org or example.net. */
export const companyNames: readonly [string, ...string[]] = [
  'Harbour Street Dental',
  'Kestrel Foods',
  'Lindqvist & Söner',
  'Blue Door Books',
  'Pienkowski Transport',
  'Atelier Garçon',
  'Moorgate Physio',
  'Casa Peña',
  'Twin Oaks Nursery',
  'Öztürk Gebäudereinigung',
  'Fenwick Locksmiths',
  'Saffron Lane Kitchen',
  'Greystone Surveyors',
  'Papadopoulos Marine',
  'Hollybush Veterinary',
  'Red Kite Cycles',
  'Castle Hill Accountancy and Payroll Services for Small Businesses',
  'Ng Brothers',
];
