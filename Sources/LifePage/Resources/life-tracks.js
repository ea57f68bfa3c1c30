"use strict";

/** A life as the time bar draws it. Grows with the steps; each list is in order of time.
 *
 *  - `phases`: {screen, pageState, from, to, step}: what was on the screen.
 *  - `bars`: {id, name, kind, uri, segments: [{state: 1 to 4, isDownload, from, to, step}]}: what was installed. `to` is null
 *    while it lasts.
 *  - `marks`: {kind, t, step, title, about}: restarts, power, sign-ins, buttons, questions, failures, refusals.
 *
 *  Sessions are in the LifeIndex. */
class LifeTracks {
  constructor(head) {
    this.phases = [];
    this.bars = [];
    this.marks = [];
    this.next = 0;
    this.state = new LifeState({ ...head, nodes: [] });
    this.byID = new Map();
    this.names = new Map((head.apps ?? []).map((app) => [app.id.toLowerCase(), app]));
    this.marksByTime = new Map();
    // A server does not see the screen.
    this.isServer = head.view === "server";
  }

  follow(steps) {
    for (; this.next < steps.length; this.next++) this.take(steps[this.next]);
  }

  take(step) {
    this.state.fold({ n: step.n, t: step.t, events: step.events });
    for (const event of step.events ?? []) {
      this.bar(event, step);
      const mark = LifeTracks.mark(event);
      if (mark) this.addMark({ ...mark, t: event.t, step: step.n });
    }
    for (const message of step.messages ?? []) this.message(message, step);
    this.answers(step);
    this.phase(step);
  }

  phase(step) {
    if (this.isServer) return;
    const last = this.phases[this.phases.length - 1];
    const key = { screen: this.state.screen, pageState: this.state.pageState };
    if (last && last.screen === key.screen && last.pageState === key.pageState) return;
    if (last) last.to = step.t;
    // What lasted no time was never seen.
    if (last && last.from === last.to) this.phases.pop();
    this.phases.push({ ...key, from: step.t, to: null, step: step.n });
  }

  bar(event, step) {
    const state = appState(event);
    if (state === null) return;
    const id = installedKey(event);
    let bar = this.byID.get(id);
    if (!bar) {
      const known = this.names.get(id.toLowerCase()) ?? this.names.get(nodeName(lastSegment(id)).toLowerCase());
      bar = {
        id, name: event.name ?? known?.name ?? nodeName(lastSegment(id)),
        kind: known?.kind ?? (event.type === "app" ? "win32" : event.type === "package" ? "msi" : event.kind ?? event.type),
        uri: event.uri ?? null, segments: [],
      };
      this.byID.set(id, bar);
      this.bars.push(bar);
    }
    const last = bar.segments[bar.segments.length - 1];
    const isDownload = event.type === "package" && [10, 20, 25].includes(event.status);
    if (last?.state === state && last.isDownload === isDownload) return;
    if (last) last.to = event.t;
    // What lasted no time is not drawn.
    if (last && last.from === last.to && last.state < 3) bar.segments.pop();
    bar.segments.push({ state, isDownload, from: event.t, to: null, step: step.n });
    if (state === 4) {
      const code = event.error ?? (event.status === undefined ? null : `status ${event.status}`);
      this.addMark({
        kind: "failure", t: event.t, step: step.n, about: { kind: "app", id },
        title: `${bar.name} failed${code ? ` (${code})` : ""}`,
      });
    }
  }

  message(message, step) {
    if (message.direction !== "server") return;
    // A command with several Items has a row for each.
    const refused = new Map();
    message.rows.forEach((row, index) => {
      if (Number(row.status) >= 400 && !["Status", "Results"].includes(row.name) && !refused.has(row.id ?? index)) refused.set(row.id ?? index, index);
    });
    if (refused.size === 0) return;
    const [index] = refused.values();
    const first = message.rows[index];
    this.addMark({
      kind: "refusal", t: message.t, step: step.n, about: { kind: "command", message: message.n, row: index },
      title: refused.size === 1
        ? `${first.name} ${first.target ?? ""} refused with ${first.status}`
        : `${refused.size} commands refused, the first with ${first.status}`,
    });
  }

  /** Refusals that came in a later step than the command, as a server sees them. */
  answers(step) {
    const refused = (step.answers ?? []).filter(([, row, status]) => row >= 0 && Number(status) >= 400);
    if (refused.length === 0) return;
    const [message, row, status] = refused[0];
    this.addMark({
      kind: "refusal", t: step.t, step: step.n, about: { kind: "command", message, row },
      title: refused.length === 1 ? `A command refused with ${status}` : `${refused.length} commands refused, the first with ${status}`,
    });
  }

  addMark(mark) {
    this.marks.push(mark);
    const others = this.marksByTime.get(mark.t);
    if (others) others.push(mark);
    else this.marksByTime.set(mark.t, [mark]);
  }

  /** What happens at one moment and is over; null for what the lanes show, or nobody needs. */
  static mark(event) {
    switch (event.type) {
      case "error": return { kind: "failure", title: `Error screen${event.code ? ` ${event.code}` : ""}` };
      case "restartRequested": return { kind: "restart", title: "A restart is asked for" };
      case "machineStarted": return { kind: "power", title: "The machine is up again" };
      case "poweredOff": return { kind: "power", title: "The device shuts down" };
      case "poweredOn": return { kind: "power", title: "The device is turned on" };
      case "userSignedIn": return { kind: "user", title: "The user signs in" };
      case "userSignedOut": return { kind: "user", title: "The user signs out" };
      case "buttonPressed": return { kind: "button", title: "The user presses a button", button: event.button };
      case "buttonNotOffered": return { kind: "button", title: "The user looks for a button that is not offered", button: event.button };
      case "sessionEnded":
      case "sessionBroken": {
        const { sentence, isBad } = sessionEnding(event);
        return isBad ? { kind: "failure", title: sentence } : null;
      }
      case "question": return { kind: "question", title: `The server asks: ${event.text}` };
      case "resetStarted": return { kind: "restart", title: "The reset of the system starts" };
      case "enrolled": return { kind: "power", title: "The device enrols" };
      case "unenrolled": return { kind: "power", title: "The device has left management" };
      case "certificateExpired": return { kind: "failure", title: "The certificate of the enrolment has ended" };
      case "drifted": return { kind: "failure", title: `A program changes ${event.uri}`, about: { kind: "node", uri: event.uri } };
      default: return null;
    }
  }
}
