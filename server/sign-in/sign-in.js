const form = document.getElementById('sign-in');
const problem = document.getElementById('problem');
const fields = [document.getElementById('email'), document.getElementById('password')];
const button = form.querySelector('button');

/** The authorize request that led here: only what the store signed goes back, see better-auth's `ba_param`. */
function signedQuery() {
  const query = new URLSearchParams(location.search);
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

function words(status) {
  if (status === 401) return 'The e-mail or the password is not right.';
  if (status === 429) return 'Too many attempts with this e-mail. Wait five minutes, then try again.';
  if (status === 400) return 'This page is too old, or the e-mail can’t be read. Start again from Heed.';
  return 'Heed can’t sign you in right now. Try again in a moment.';
}

async function signIn() {
  const [email, password] = fields;
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      email: email.value.trim(),
      password: password.value,
      oauth_query: signedQuery(),
    }),
  });
  if (!answer.ok) {
    say(words(answer.status), answer.status === 401 ? [password, email] : []);
    return;
  }
  const { url } = await answer.json();
  if (url) {
    location.assign(url);
    return;
  }
  form.hidden = true;
  document.getElementById('done').hidden = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const empty = fields.filter((field) => field.value.trim() === '');
  if (empty.length > 0) {
    say('Type your e-mail and your password.', empty);
    return;
  }
  say('', []);
  button.disabled = true;
  try {
    await signIn();
  } catch {
    say('The store can’t be reached. Check the network, then try again.', []);
  } finally {
    button.disabled = false;
  }
});

fields.find((field) => field.value === '')?.focus();
