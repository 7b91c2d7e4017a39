/** What the page remembers in this browser: who it plays, where, and what each person typed. */
const PERSON = 'sandbox.person';
const typedKey = (person: string) => `sandbox.typed.${person}`;
const KEPT = 50;

/** From the address (`?as=U…&channel=C…`), else from the last visit. Empty strings where nothing is known. */
export function whereWeWere(): { person: string; channel: string } {
  const query = new URLSearchParams(location.search);
  return { person: query.get('as') ?? localStorage.getItem(PERSON) ?? '', channel: query.get('channel') ?? '' };
}

/** Keeps the address shareable: who, and which conversation. */
export function rememberWhere(person: string, channel: string): void {
  localStorage.setItem(PERSON, person);
  history.replaceState(null, '', `?${new URLSearchParams({ as: person, channel })}`);
}

/** What `person` sent, oldest first. */
export function typedBefore(person: string): string[] {
  return JSON.parse(localStorage.getItem(typedKey(person)) ?? '[]');
}

export function rememberTyped(person: string, text: string): void {
  const others = typedBefore(person).filter((entry) => entry !== text);
  localStorage.setItem(typedKey(person), JSON.stringify([...others, text].slice(-KEPT)));
}
