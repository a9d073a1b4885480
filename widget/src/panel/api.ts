import { events, type ServerEvent } from "./events";
import { type Message, received, record, str } from "./message";

/** An answer of the server that is an error (application/problem+json). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly wait: number,
    readonly reference: string,
  ) {
    super(code || String(status));
  }

  /** The session is not known any more: expired, ended elsewhere, or never ours. */
  get gone(): boolean {
    return (this.status === 401 || this.status === 404 || this.status === 410) && !/^(bot|message)/.test(this.code);
  }
}

/** What is sent with a question. */
export interface Question {
  text: string;
  client_id: string;
  language: string;
}

export interface Judgement {
  value: "up" | "down" | "none";
  reasons: string[];
  text: string;
}

/** The chat's endpoints on our own origin. Everything else than a Problem means: not reached. */
export class Api {
  readonly #base: string;

  constructor(
    bot: string,
    readonly session: () => string,
  ) {
    this.#base = new URL("../v1/chat/" + encodeURIComponent(bot), location.href).href;
  }

  /** Asks and returns the events of the answer. */
  async ask(q: Question, signal: AbortSignal): Promise<AsyncGenerator<ServerEvent>> {
    const r = await this.call("POST", "/messages", q, signal, "text/event-stream");
    if (!r.body) throw new TypeError("no body");
    return events(r.body);
  }

  async history(): Promise<Message[]> {
    const all = record(await (await this.call("GET", "/messages")).json()).messages;
    return (Array.isArray(all) ? all : []).map(received);
  }

  async message(id: string): Promise<Message> {
    return received(await (await this.call("GET", "/messages/" + encodeURIComponent(id))).json());
  }

  async stop(id: string): Promise<void> {
    await this.call("POST", `/messages/${encodeURIComponent(id)}/stop`);
  }

  async feedback(id: string, judgement: Judgement): Promise<void> {
    await this.call("PUT", `/messages/${encodeURIComponent(id)}/feedback`, judgement);
  }

  async end(): Promise<void> {
    await this.call("DELETE", "/session");
  }

  async export(format: "json" | "text"): Promise<Blob> {
    return (await this.call("GET", "/session/export", undefined, undefined, format === "text" ? "text/plain" : "application/json")).blob();
  }

  /** Sends a request; an answer that is an error is thrown as a Problem. */
  async call(method: string, path: string, body?: unknown, signal?: AbortSignal, accept = "application/json"): Promise<Response> {
    const headers: Record<string, string> = { Accept: accept };
    const session = this.session();
    if (session) headers["WCA-Session"] = session;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const r = await fetch(this.#base + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    if (r.ok) return r;
    const p = record(await r.json().catch(() => null));
    throw new Problem(r.status, str(p.code), Math.min(Number(p.wait) || Number(r.headers.get("Retry-After")) || 0, 3600), str(p.reference));
  }
}
