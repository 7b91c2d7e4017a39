/** Before the first answer, or instead of it. */
export function Waiting({ problem }: { problem?: string }) {
  return (
    <main className="waiting" aria-busy={!problem}>
      {problem ? (
        <div role="alert">
          <h1>The workspace could not be opened</h1>
          <p>{problem}</p>
          <button type="button" className="button primary" onClick={() => location.assign('/')}>
            Try again
          </button>
        </div>
      ) : (
        <p>Opening the workspace …</p>
      )}
    </main>
  );
}
