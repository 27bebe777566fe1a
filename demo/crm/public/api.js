/** GET of the CRM's own JSON; null where there is no such record. */
export async function load(path, signal) {
  const answer = await fetch(`/api${path}`, { signal });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The CRM's server answered ${answer.status}`);
  return answer.json();
}
