/** What a conversation says before anyone has. */
export function EmptyConversation() {
  return (
    <div className="empty">
      <h3>Nothing here yet</h3>
      <p>
        Try <kbd>/kpi me</kbd>
      </p>
    </div>
  );
}
