import type { Catalogue } from "../catalogue";
import type { EventDetail, EventName } from "../protocol";
import { Api, type Judgement, Problem } from "./api";
import { type Failure, type Message, message, received, str } from "./message";
import type { Storage, Unsent } from "./storage";

/** What the conversation needs from its surroundings. */
export interface Stage {
  /** The words of the language chosen now. */
  readonly t: Catalogue;
  readonly language: string;
  /** All messages anew. */
  show(all: readonly Message[]): void;
  add(m: Message): void;
  update(m: Message): void;
  remove(m: Message): void;
  /** The text of the answer being written has grown. */
  grow(m: Message): void;
  /** The answer is complete, or its writing was given up. */
  settle(m: Message): void;
  busy(busy: boolean): void;
  banner(text: string): void;
  status(text: string): void;
  slow(m: Message): void;
  event(name: EventName, detail?: EventDetail): void;
}

/** A question on its way to its answer. */
interface Run {
  question: Message;
  answer: Message;
  abort: AbortController;
  /** The visitor does not want more of it. */
  stopped: boolean;
  /** The server has taken it on: it will finish the answer even if we lose the connection. */
  begun: boolean;
}

const slowAfter = 8_000;
const giveUpAfter = 60_000;
const tries = 7;

/** The conversation: sends questions one after the other and keeps what was said. */
export class Chat {
  readonly messages: Message[] = [];
  readonly #queue: Message[] = [];
  #running: Run | null = null;
  #wake: (() => void) | null = null;
  /** Gives up the stream that is being read. */
  #drop: (() => void) | null = null;
  /** What was said has to be read again: another tab has gone on while an answer was being written here, or it failed. */
  #missed = false;
  /** Rises with each reading and each question: what was asked for before it is out of date when it comes. */
  #turns = 0;

  constructor(
    readonly api: Api,
    readonly storage: Storage,
    readonly stage: Stage,
  ) {
    addEventListener("online", () => (this.#wake ? this.#wake() : this.#missed && this.load()));
    // What comes no more would look as if it were being written until the browser gives up, which takes minutes.
    addEventListener("offline", () => this.#drop?.());
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** Questions that the server has not taken on. */
  get unsent(): Unsent[] {
    return this.messages.filter((m) => m.role === "visitor" && m.state !== "sent" && !m.id).map((m) => [m.clientId, m.text]);
  }

  /** Loads what was said before, if there is a session. */
  async load(): Promise<void> {
    if (!this.storage.session() && this.messages.some((m) => m.id)) {
      this.#clear();
      this.stage.banner(this.stage.t.endedElsewhere);
    }
    this.#missed = this.busy || !!this.storage.session();
    if (this.busy) return;
    if (!this.#missed) return this.stage.show(this.messages);
    const turn = ++this.#turns;
    let all: Message[];
    try {
      all = await this.api.history();
    } catch (e) {
      if (turn !== this.#turns) return;
      if (e instanceof Problem && e.gone) this.#expire();
      else this.stage.banner(this.stage.t.historyFailed);
      return;
    }
    if (turn !== this.#turns) return;
    this.#missed = false;
    this.stage.banner("");
    // A question whose answer failed can be sent again, also later.
    all = all.filter((m, n) => {
      const failed = m.role === "assistant" && m.state === "failed";
      if (failed && n) Object.assign(all[n - 1]!, { state: "failed", failure: this.#failure("generic", true) });
      return !failed;
    });
    const last = all[all.length - 1];
    const unfinished = last?.role === "assistant" && last.state === "streaming" ? all.pop()! : null;
    this.#replace(all);
    if (unfinished) void this.#resume(all[all.length - 1] ?? message("visitor", "", "sent"), unfinished);
  }

  /** Sends a question; while an answer is being written it waits for its turn. */
  send(text: string): void {
    const q = message("visitor", text, "queued");
    q.clientId = clientId();
    this.messages.push(q);
    this.#queue.push(q);
    this.stage.add(q);
    void this.#next();
  }

  /** Sends a failed question again, under the same id. */
  again(q: Message): void {
    if (q.failure && q.failure.wait > 0) return;
    q.failure = null;
    this.#turn(q, "queued");
    this.#queue.push(q);
    void this.#next();
  }

  /** Stops the answer that is being written. What there is of it stays. */
  async stop(): Promise<void> {
    const run = this.#running;
    if (!run || run.stopped) return;
    run.stopped = true;
    this.#wake?.();
    // If the server does not close the answer soon, closing the connection cancels it as well.
    setTimeout(() => run.abort.abort(), 2000);
    if (!run.answer.id) run.abort.abort();
    else await this.api.stop(run.answer.id).catch(() => run.abort.abort());
  }

  /** Shows everything again, for a stage that has been built anew. */
  reshow(): void {
    this.stage.show(this.messages);
    this.stage.busy(this.busy);
    if (!this.#running) return;
    this.stage.add(this.#running.answer);
    this.stage.grow(this.#running.answer);
  }

  async judge(m: Message, judgement: Judgement): Promise<void> {
    await this.api.feedback(m.id, judgement);
    m.feedback = judgement.value === "none" ? "" : judgement.value;
    this.stage.event("feedback", { id: m.id, value: judgement.value });
  }

  /** Ends the conversation: deleted on the server, then in the browser. */
  async end(): Promise<void> {
    this.#halt();
    if (this.storage.session())
      try {
        await this.api.end();
      } catch (e) {
        if (!(e instanceof Problem && e.gone)) throw e;
      }
    this.storage.forget(true);
    this.#clear();
    this.stage.banner("");
    this.stage.event("session:end");
  }

  /** Gives up the answer that is being written and what waits for it. */
  #halt(): void {
    this.#queue.length = 0;
    const run = this.#running;
    if (!run) return;
    run.stopped = true;
    run.abort.abort();
    this.#wake?.();
  }

  #clear(): void {
    this.#turns++;
    this.#halt();
    this.#replace([]);
  }

  async #next(): Promise<void> {
    if (this.#running) return;
    const question = this.#queue.shift();
    if (!question) return;
    const run: Run = { question, answer: message("assistant", "", "streaming"), abort: new AbortController(), stopped: false, begun: false };
    this.#running = run;
    this.#turns++;
    this.stage.busy(true);
    this.#turn(question, "sending");
    this.stage.add(run.answer);
    this.stage.event("message:sent");
    try {
      await this.#ask(run);
    } catch (e) {
      this.#fail(run, e);
    }
    this.#done(run);
  }

  async #resume(question: Message, answer: Message): Promise<void> {
    const run: Run = { question, answer, abort: new AbortController(), stopped: false, begun: true };
    this.#running = run;
    this.stage.busy(true);
    this.stage.add(answer);
    this.stage.grow(answer);
    try {
      await this.#recover(run);
    } catch (e) {
      this.#fail(run, e);
    }
    this.#done(run);
  }

  #done(run: Run): void {
    if (this.#running !== run) return;
    this.#running = null;
    run.abort.abort();
    this.stage.busy(false);
    this.storage.turn();
    void this.#next();
    if (this.#missed && !this.busy) void this.load();
  }

  /** Asks until there is an answer, an error that repeating does not mend, or no hope of a connection. */
  async #ask(run: Run): Promise<void> {
    let expired = false;
    for (let n = 0; ; n++) {
      try {
        await this.#stream(run);
        return;
      } catch (e) {
        if (run.stopped) return this.#settle(run, { stopped: true });
        if (e instanceof Failed) throw e;
        if (e instanceof Problem) {
          if (e.gone && this.storage.session() && !expired) {
            expired = true;
            this.storage.forget(false);
            this.#restart(run);
            continue;
          }
          throw e;
        }
        if (run.begun) {
          this.#lost(run, this.stage.t.reconnecting);
          return this.#recover(run);
        }
        if (n + 1 >= tries) throw new Failed(this.#failure("network", true));
        this.#lost(run, this.stage.t.offline);
        this.#turn(run.question, "waiting");
        await this.#pause(n);
        if (run.stopped) throw new Failed({ text: "", retry: true, wait: 0, reference: "" });
        this.#turn(run.question, "sending");
        this.stage.add(run.answer);
      }
    }
  }

  #turn(q: Message, state: Message["state"]): void {
    q.state = state;
    this.stage.update(q);
  }

  /** Without a connection nothing is known of the answer: it is not said that one is being written. */
  #lost(run: Run, text: string): void {
    if (!run.answer.text) this.stage.remove(run.answer);
    this.stage.banner(text);
  }

  async #stream(run: Run): Promise<void> {
    const { question, answer, abort } = run;
    const slow = setTimeout(() => this.stage.slow(answer), slowAfter);
    let late = false;
    const drop = (this.#drop = (): void => {
      abort.abort();
      run.abort = new AbortController();
    });
    const hopeless = setTimeout(() => {
      late = true;
      drop();
    }, giveUpAfter);
    try {
      const q = { text: question.text, client_id: question.clientId, language: this.stage.language };
      const stream = await this.api.ask(q, abort.signal);
      this.stage.banner("");
      for await (const { name, data } of stream) {
        if (name === "start") {
          this.#begin(run, data);
        } else if (name === "delta") {
          clearTimeout(slow);
          clearTimeout(hopeless);
          if (!answer.text) this.stage.event("answer:start", { id: answer.id });
          answer.text += str(data.text);
          this.stage.grow(answer);
        } else if (name === "done") {
          this.#settle(run, received({ ...data, role: "assistant", language: answer.language }));
          return;
        } else if (name === "error") {
          const failure = this.#failure("generic", data.retry === true, Number(data.wait) || 0, str(data.reference));
          throw new Failed({ ...failure, text: str(data.message) || failure.text });
        }
      }
      throw new TypeError("the stream ended early");
    } catch (e) {
      throw late ? new Failed(this.#failure("timeout", true)) : e;
    } finally {
      this.#drop = null;
      clearTimeout(slow);
      clearTimeout(hopeless);
    }
  }

  #begin(run: Run, data: Record<string, unknown>): void {
    run.begun = true;
    const session = str(data.session);
    if (session) {
      this.storage.begin(session);
      this.stage.event("session:start");
    }
    run.question.id = str(data.message);
    run.answer.id = str(data.answer);
    run.answer.language = str(data.language);
    // The same question sent again streams its answer from the beginning.
    run.answer.text = "";
    this.#turn(run.question, "sent");
    this.stage.grow(run.answer);
  }

  /** Fetches an answer whose stream broke: the server goes on writing it without us. */
  async #recover(run: Run): Promise<void> {
    for (let n = 0, failed = 0; failed < tries && n < 90; n++) {
      try {
        const m = await this.api.message(run.answer.id);
        failed = 0;
        if (m.state === "failed") throw new Failed(this.#failure("generic", true, 0, m.id));
        if (m.state === "done") {
          this.stage.banner("");
          this.stage.status(this.stage.t.reconnected);
          return this.#settle(run, m);
        }
        if (m.text && !run.answer.text) this.stage.add(run.answer);
        run.answer.text = m.text || run.answer.text;
        this.stage.grow(run.answer);
      } catch (e) {
        if (e instanceof Failed || e instanceof Problem) throw e;
        failed++;
        this.#lost(run, this.stage.t.reconnecting);
      }
      if (run.abort.signal.aborted) return this.#settle(run, { stopped: true });
      await this.#pause(failed || Math.min(n, 1));
    }
    throw new Failed(this.#failure("network", true));
  }

  #settle(run: Run, final: Partial<Message>): void {
    const { question, answer } = run;
    if (this.#running !== run || !this.messages.includes(question)) return; // ended meanwhile
    this.stage.banner("");
    if (question.state !== "sent") this.#turn(question, "sent");
    Object.assign(answer, final, { state: "done" });
    if (answer.stopped) this.stage.status(this.stage.t.stopped);
    this.messages.splice(this.messages.indexOf(question) + 1, 0, answer);
    this.stage.settle(answer);
    this.stage.event("answer:end", { id: answer.id, refused: answer.refused, stopped: answer.stopped });
    this.stage.event("message:received", { id: answer.id });
  }

  #fail(run: Run, e: unknown): void {
    const { question, answer } = run;
    this.stage.remove(answer);
    if (!this.messages.includes(question)) return;
    this.stage.banner("");
    if (e instanceof Problem && e.gone && !this.storage.session()) e = new Failed(this.#failure("missing", false));
    question.failure = e instanceof Failed ? e.failure : e instanceof Problem ? this.#explain(e) : this.#failure("generic", true);
    this.#turn(question, "failed");
    this.stage.event("error", { code: e instanceof Problem ? e.code : "failed" });
  }

  #explain(p: Problem): Failure {
    const kind = p.status === 403 ? "not_allowed" : p.status === 404 ? "missing" : p.status === 413 ? "too_long" : p.status === 429 ? "limited" : p.status === 503 ? "busy" : p.status < 500 ? "invalid" : "generic";
    return this.#failure(kind, p.status >= 500 || p.status === 429, p.wait, p.reference);
  }

  #failure(kind: keyof Catalogue["errors"], retry: boolean, wait = 0, reference = ""): Failure {
    return { text: this.stage.t.errors[kind], retry, wait, reference };
  }

  /** Waits longer each time, without a connection until there is one; or until there is something to stop. */
  #pause(n: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = navigator.onLine ? setTimeout(go, Math.min(500 * 2 ** n, 15_000)) : 0;
      this.#wake = go;
    });
  }

  /** The session is gone: what is on the screen belongs to it. The question in hand stays. */
  #restart(run: Run): void {
    this.messages.splice(0, this.messages.length, run.question, ...this.#queue);
    this.stage.show(this.messages);
    this.stage.add(run.answer);
    this.stage.status(this.stage.t.expired);
  }

  #expire(): void {
    this.storage.forget(false);
    this.#replace([]);
    this.stage.banner(this.stage.t.expired);
  }

  #replace(all: Message[]): void {
    // Questions that have not arrived are only here; they stay until sent again.
    const unsent = all.length ? this.messages.filter((m) => m.state === "failed" && !all.some((a) => a.clientId === m.clientId)) : [];
    this.messages.splice(0, this.messages.length, ...all, ...unsent);
    this.stage.show(this.messages);
  }
}

/** An error whose explanation is already known. */
class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.text);
  }
}

/** A random id; crypto.randomUUID needs https, which a test site may not have. */
function clientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}
