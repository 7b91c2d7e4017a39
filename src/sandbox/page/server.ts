import type {
  ClickRequest,
  ClockRequest,
  MessageList,
  OpenAppRequest,
  OpenDmReply,
  OpenDmRequest,
  Outcome,
  ReadRequest,
  SandboxEvent,
  SendRequest,
  SubmitOutcome,
  ViewActionRequest,
  ViewCloseRequest,
  ViewSubmitRequest,
  Workspace,
} from '../protocol.ts';

/** The sandbox, as the page speaks to it. Everything rejects with a sentence for people when there is no answer. */
export const server = {
  workspace: (as: string) => get<Workspace>('workspace', { as }),
  messages: (as: string, channel: string) => get<MessageList>('messages', { as, channel }),
  send: (request: SendRequest) => post<Outcome>('send', request),
  click: (request: ClickRequest) => post<Outcome>('click', request),
  actInView: (request: ViewActionRequest) => post<Outcome>('view/action', request),
  submitView: (request: ViewSubmitRequest) => post<SubmitOutcome>('view/submit', request),
  closeView: (request: ViewCloseRequest) => post<Outcome>('view/close', request),
  moveClock: (request: ClockRequest) => post<Outcome>('clock', request),
  openApp: (request: OpenAppRequest) => post<Outcome>('open-app', request),
  openDm: (request: OpenDmRequest) => post<OpenDmReply>('open-dm', request),
  read: (request: ReadRequest) => post<Outcome>('read', request),
};

/** Calls `onEvent` for all that happens and `onLive` when the stream opens or breaks; the browser reconnects by itself. */
export function listen(
  as: string,
  onEvent: (event: SandboxEvent) => void,
  onLive: (live: boolean) => void,
): () => void {
  const events = new EventSource(`/sandbox/events?${new URLSearchParams({ as })}`);
  events.onopen = () => onLive(true);
  events.onerror = () => onLive(false);
  events.onmessage = (event) => onEvent(JSON.parse(event.data));
  return () => events.close();
}

function get<T>(path: string, query: Record<string, string>): Promise<T> {
  return ask(`/sandbox/${path}?${new URLSearchParams(query)}`);
}

function post<T>(path: string, body: object): Promise<T> {
  return ask(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask<T>(address: string, request?: RequestInit): Promise<T> {
  const response = await fetch(address, request).catch((cause) => {
    throw new Error('The sandbox does not answer. Is it still running?', { cause });
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`);
  return response.json();
}
