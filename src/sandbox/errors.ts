/** An answer Slack gives with `ok: false`: a code the client knows, and sometimes sentences saying where the fault is. */
export class SlackError extends Error {
  readonly code: string;
  readonly messages: string[];

  constructor(code: string, messages: string[] = []) {
    super([code, ...messages].join(': '));
    this.name = 'SlackError';
    this.code = code;
    this.messages = messages;
  }

  /** The body of the answer, as the Web API spells it. */
  get body(): Record<string, unknown> {
    if (this.messages.length === 0) return { ok: false, error: this.code };
    const messages = this.messages.map((message) => `[ERROR] ${message}`);
    return { ok: false, error: this.code, errors: this.messages, response_metadata: { messages } };
  }
}
