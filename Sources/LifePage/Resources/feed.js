"use strict";

/** Where a life comes from. Feeds dispatch "head", "steps", "clock", "ending" and "connection" with what came as `detail`. */
class Feed extends EventTarget {
  send(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}

/** A finished life that stands in the document itself. */
class ReportFeed extends Feed {
  constructor(element) {
    super();
    this.element = element;
    this.device = null;
  }

  start() {
    let life;
    try {
      life = JSON.parse(this.element.textContent);
    } catch {
      this.send("connection", { state: "broken", text: "The life in this file cannot be read", hint: "Write the report again." });
      return;
    }
    this.send("head", life.head);
    this.send("steps", life.steps);
    if (life.ending) this.send("ending", life.ending);
    this.send("connection", { state: "report", text: "Report" });
  }

  async fetchXML() { return null; }
}

/** A life that the tool plays now, over Server-Sent Events. */
class LiveFeed extends Feed {
  constructor(token) {
    super();
    this.token = token;
    this.device = null;
    this.source = null;
    this.failures = 0;
  }

  address(path) { return `/devices/${encodeURIComponent(this.device)}/${path}?token=${encodeURIComponent(this.token)}`; }

  /** Which devices there are: a list of {id, title, detail}. */
  async devices() {
    const response = await fetch(`/devices?token=${encodeURIComponent(this.token)}`);
    if (!response.ok) throw await PageError.from(response);
    return (await response.json()).devices;
  }

  watch(device) {
    this.stop();
    this.device = device;
    this.last = null;
    this.open();
  }

  stop() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.retry);
  }

  open() {
    const after = this.last ? `&after=${encodeURIComponent(this.last)}` : "";
    const source = new EventSource(this.address("events") + after);
    this.source = source;
    const on = (type, use) => source.addEventListener(type, (event) => {
      if (this.source !== source) return;
      if (event.lastEventId) this.last = event.lastEventId;
      use(JSON.parse(event.data));
    });
    on("head", (head) => this.send("head", head));
    on("step", (step) => this.send("steps", [step]));
    on("steps", (steps) => this.send("steps", steps));
    on("clock", (clock) => this.send("clock", clock));
    on("ending", (ending) => this.send("ending", ending));
    source.addEventListener("open", () => {
      this.failures = 0;
      this.send("connection", { state: "live", text: "Connected" });
    });
    source.addEventListener("error", () => this.lost(source));
  }

  /** EventSource tries again by itself unless it was refused; then we do, more and more slowly. */
  lost(source) {
    if (this.source !== source) return;
    this.failures += 1;
    this.send("connection", {
      state: "lost",
      text: "Connection lost, trying again",
      hint: this.failures > 1 ? "When the tool has ended, start it again and open the address that it prints." : null,
    });
    if (source.readyState !== EventSource.CLOSED) return;
    this.source = null;
    this.retry = setTimeout(() => this.open(), Math.min(1000 * 2 ** Math.min(this.failures, 4), 15000));
  }

  async fetchXML(n) {
    const response = await fetch(this.address(`messages/${n}`));
    if (!response.ok) throw await PageError.from(response);
    return response.text();
  }

  /** Does something at the device. Returns the clock. */
  async act(action) {
    let response;
    try {
      response = await fetch(`/devices/${encodeURIComponent(this.device)}/actions`, {
        method: "POST",
        headers: { "Authorization": `Bearer ${this.token}`, "Content-Type": "application/json" },
        body: JSON.stringify(action),
      });
    } catch {
      throw new PageError("The tool does not answer", "When it has ended, start it again and open the address that it prints.");
    }
    if (!response.ok) throw await PageError.from(response);
    return response.json();
  }
}

/** What the tool says when something cannot be done. */
class PageError extends Error {
  constructor(message, hint) {
    super(message);
    this.hint = hint ?? null;
  }

  static async from(response) {
    try {
      const fault = await response.json();
      return new PageError(fault.error ?? `The tool answered ${response.status}`, fault.hint);
    } catch {
      return new PageError(`The tool answered ${response.status}`, null);
    }
  }
}
