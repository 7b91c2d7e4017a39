/** What a conversation says before anyone has. */
export function EmptyConversation() {
  return (
    <div className="empty">
      <h2>Nothing here yet</h2>
      <p>
        Try <kbd>/kpi me</kbd>
      </p>
    </div>
  );
}
