/** A column's name without case, accents and signs: `Kunden-Nr.` is `kunden nr`, `customerId` is `customer id`. */
export function plainHeader(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const list = (words: string) => words.split(',').map((word) => word.trim());

/** What organisations call the columns that Heed reads: English, German, French, Spanish, Italian, Portuguese, Dutch. */
export const customerWords = {
  id: list(`customer id, customer number, customer no, cust id, client id, client number, account id,
    account number, contact id, user id, external id, kundennummer, kunden nr, kundennr, kunden id, numero client,
    id client, code client, numero de cliente, id cliente, id de cliente, codice cliente, numero cliente,
    klantnummer, klant id, record id, id`),
  fullName: list(`full name, customer name, client name, contact name, account name, display name, kundenname,
    nom complet, nom du client, nombre completo, nome completo, nome cliente, volledige naam`),
  firstName: list('first name, firstname, given name, vorname, prenom, nombre, nome, voornaam'),
  lastName:
    list(`last name, lastname, surname, family name, nachname, familienname, nom de famille, nom, apellido,
    apellidos, cognome, sobrenome, achternaam`),
  name: list('name, nom, nombre, nome, naam'),
  email: list(`email, e mail, mail, email address, e mail address, e mail adresse, mailadresse, courriel,
    adresse email, adresse e mail, adresse mail, correo, correo electronico, posta elettronica, indirizzo email,
    endereco de email, emailadres, email 2, work email, home email, private email, secondary email`),
  phone:
    list(`phone, phone number, telephone, telephone number, tel, telefon, telefonnummer, rufnummer, mobile,
    mobile phone, mobile number, cell, cell phone, cellphone, handy, handynummer, mobil, mobilnummer, mobiltelefon,
    festnetz, landline, numero de telephone, portable, telefono, numero de telefono, movil, telefono movil, celular,
    cellulare, telefone, telemovel, telefoon, telefoonnummer, mobiel, phone 2, home phone, work phone,
    business phone, office phone`),
  tier: list('tier, customer tier, value tier, segment, customer segment, kundenstufe, stufe, niveau, nivel'),
  since:
    list(`since, customer since, start date, contract start, signup date, sign up date, joined, join date,
    date joined, activation date, kunde seit, vertragsbeginn, client depuis, date de debut, cliente desde,
    fecha de alta, cliente dal, cliente desde, klant sinds`),
  tenureMonths:
    list(`tenure, tenure months, tenure in months, months, months as customer, monate, laufzeit monate,
    anciennete mois, antiguedad meses, anzianita mesi`),
  contract:
    list(`contract, contract type, contract term, vertrag, vertragsart, contrat, type de contrat, contrato,
    tipo de contrato, contratto, tipo di contratto, contracttype`),
  monthlyValue: list(`monthly charge, monthly charges, monthly value, monthly revenue, monthly fee, mrr,
    monatsbetrag, monatlicher betrag, montant mensuel, cargo mensual, importe mensual, canone mensile,
    valor mensal, maandbedrag`),
  status: list(`status, customer status, account status, churn, churned, kundenstatus, statut, statut client,
    estado del cliente, estado cliente, stato cliente`),
  supportNeeded: list('support needed, extra support, vulnerable, vulnerability flag'),
  doNotContact: list('do not contact, no contact, dnc, opt out, opted out, kontaktsperre, ne pas contacter'),
} as const;

export const responseWords = {
  responseId:
    list(`response id, survey response id, answer id, reply id, antwort id, id reponse, id respuesta,
    id risposta, record id, id`),
  customer: list(customerWords.id.filter((word) => word !== 'id' && word !== 'record id').join(',')),
  email: list(`recipient email, ${customerWords.email.join(',')}`),
  score: list(`score, nps, nps score, rating, likelihood to recommend, recommend, recommendation, punktzahl,
    bewertung, weiterempfehlung, note, puntuacion, valoracion, punteggio, nota, cijfer, answer`),
  answeredAt:
    list(`answered at, answered, responded at, response date, response time, completed at, submitted at,
    recorded date, survey date, end date, timestamp, beantwortet am, antwortdatum, date de reponse,
    fecha de respuesta, data risposta, data da resposta, datum, date, fecha, data`),
  verbatim:
    list(`comment, comments, verbatim, feedback, free text, open text, reason for score, why, kommentar,
    begrundung, commentaire, comentario, comentarios, commento, opmerking, toelichting`),
  about: list(
    `journey stage, stage, touchpoint, topic, about, journey, kontaktpunkt, phase, etape, etapa, fase`,
  ),
} as const;

/**
 * Words for who somebody is: age, gender, household, origin, belief, health. A column with one of them plays no part
 * in Heed. Without it no rule can ever use it, by accident or by way of a stand-in.
 */
const protectedWords = new Set(
  list(`senior, seniorcitizen, age, alter, edad, eta, idade, leeftijd, dob, birth, birthdate, birthday,
    dateofbirth, geburtsdatum, geburtstag, naissance, nacimiento, nascita, nascimento, geboortedatum, gender, sex,
    geschlecht, genre, sexe, genero, sexo, genere, sesso, geslacht, partner, spouse, married, marital, ehepartner,
    familienstand, conjoint, dependent, dependents, dependants, children, kids, kinder, enfants, hijos, figli,
    ethnicity, ethnic, race, religion, nationality, nationalitat, nationalite, nacionalidad, disability, disabled,
    behinderung, handicap, health, diagnosis, pregnant, pregnancy, orientation`),
);

/** Whether a column's name says that it holds a protected attribute. */
export function isProtectedHeader(header: string): boolean {
  return plainHeader(header)
    .split(' ')
    .some((word) => protectedWords.has(word));
}
