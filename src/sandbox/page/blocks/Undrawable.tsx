/** Stands where something cannot be drawn, so that it is never silently missing. */
export function Undrawable({ what, json }: { what: string; json: unknown }) {
  return (
    <details className="undrawable">
      <summary>Can’t draw {what}</summary>
      <pre>{JSON.stringify(json, null, 2)}</pre>
    </details>
  );
}
