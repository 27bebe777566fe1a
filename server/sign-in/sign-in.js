import { companyError, language, wordsFor } from './words.js';

const main = document.querySelector('main');
const form = document.getElementById('sign-in');
const problem = document.getElementById('problem');
const fields = [document.getElementById('email'), document.getElementById('password')];
const button = form.querySelector('button');
const companyButton = document.querySelector('#company button');
const query = new URLSearchParams(location.search);
const { company, passwordsFor } = main.dataset;
const words = wordsFor(company);

/** The authorize request that led here: only what the store signed goes back, see better-auth's `ba_param`. */
function signedQuery() {
  const signed = new Set(query.getAll('ba_param'));
  if (!query.has('sig') || signed.size === 0) return undefined;
  const kept = [...query].filter(([name]) => name === 'sig' || name === 'ba_param' || signed.has(name));
  return new URLSearchParams(kept).toString();
}

function say(text, wrongFields) {
  problem.textContent = text;
  for (const field of fields) field.setAttribute('aria-invalid', String(wrongFields.includes(field)));
  wrongFields[0]?.focus();
}

function translate() {
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words[element.dataset.words];
  }
}

const post = (path, body) =>
  fetch(`/api/auth/sign-in/${path}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, oauth_query: signedQuery() }),
  });

function showDone() {
  for (const part of document.querySelectorAll('.way')) part.hidden = true;
  document.getElementById('done').hidden = false;
}

async function signIn() {
  const [email, password] = fields;
  const answer = await post('email', { email: email.value.trim(), password: password.value });
  if (!answer.ok) {
    say(words[answer.status] ?? words.other, answer.status === 401 ? [password, email] : []);
    return;
  }
  const { url } = await answer.json();
  if (url) location.assign(url);
  else showDone();
}

async function goToCompany() {
  const answer = await post('social', { provider: 'company' });
  if (answer.ok) location.assign((await answer.json()).url);
  else say(answer.status === 404 ? words.unreachable : (words[answer.status] ?? words.other), []);
}

/** One at a time, and no press is left without an answer. */
async function run(work) {
  say('', []);
  button.disabled = companyButton.disabled = true;
  try {
    await work();
  } catch {
    say(words.offline, []);
  } finally {
    button.disabled = companyButton.disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const empty = fields.filter((field) => field.value.trim() === '');
  if (empty.length > 0) say(words.empty, empty);
  else void run(signIn);
});
companyButton.addEventListener('click', () => void run(goToCompany));

function offer() {
  document.getElementById('company').hidden = company === '';
  document.getElementById('signed-out').hidden = company === '' || !query.get('prompt')?.includes('login');
  document.getElementById('or').hidden = company === '' || passwordsFor === 'administrators';
  const withPassword = document.getElementById('with-password');
  withPassword.open = passwordsFor === 'everyone';
  withPassword.querySelector('summary').hidden = passwordsFor === 'everyone';
}

translate();
offer();
if (query.has('done')) showDone();
else if (company === '') fields.find((field) => field.value === '')?.focus();
else companyButton.focus();
if (query.has('error')) say(companyError(words, query.get('error')), []);
