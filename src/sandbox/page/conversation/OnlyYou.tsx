/** Marks an ephemeral message as Slack does: an eye, and the words. */
export function OnlyYou() {
  return (
    <p className="remark">
      <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
        <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10Z" />
        <circle cx="10" cy="10" r="2.5" />
      </svg>{' '}
      Only visible to you
    </p>
  );
}
