"use strict";

/** What the panels look up in a life: sessions, the answers to commands, the commands of a node, the history of nodes and
 *  apps, diagnostics. It follows the timeline and reads each step once; nothing in it depends on the moment shown. */
class LifeIndex {
  /** The index of a timeline, with all its steps read. */
  static of(timeline) {
    let index = LifeIndex.kept.get(timeline);
    if (!index || index.head !== timeline.head) {
      index = new LifeIndex(timeline);
      LifeIndex.kept.set(timeline, index);
    }
    index.follow();
    return index;
  }

  constructor(timeline) {
    this.timeline = timeline;
    this.head = timeline.head;
    this.read = 0;
    /** {message, step, answers: Map row → {status, originalError, step}} by the message's n. */
    this.messages = [];
    /** In order: {number, trigger, t, step, messages: [n], end: {kind: "ended"|"broken", text, step, t} | null}. */
    this.sessions = [];
    this.sessionsByNumber = new Map();
    /** `session|direction|messageID` → n, to find what a Status is about. */
    this.messagesByID = new Map();
    /** {message, step} of answers that came in a later step than the message, in order. */
    this.lateAnswers = [];
    /** Address in lower case → [{message, row}]. */
    this.commandsByAddress = new Map();
    /** Address in lower case → [{step, t, value, writer, secret, removed}]. */
    this.history = new Map();
    /** The steps in which nodes changed. */
    this.changeSteps = [];
    /** Key of an app (as in the state's `apps`) → [{step, t, state}]. */
    this.appHistory = new Map();
    /** {diagnostic, step, t}, in order. */
    this.diagnostics = [];
    /** {event, step}, in order. */
    this.events = [];
  }

  follow() {
    const steps = this.timeline.steps;
    for (; this.read < steps.length; this.read++) this.add(steps[this.read], this.read);
  }

  add(step, index) {
    for (const event of step.events ?? []) {
      this.events.push({ event, step: index });
      this.addEvent(event, index);
    }
    for (const message of step.messages ?? []) this.addMessage(message, index);
    for (const [message, row, status, originalError] of step.answers ?? []) {
      this.answer(message, row, { status, originalError: originalError ?? null, step: index });
    }
    for (const node of step.nodes ?? []) this.addNode(node, step.t, index);
    if (step.nodes?.length) this.changeSteps.push(index);
    for (const diagnostic of step.diagnostics ?? []) this.diagnostics.push({ diagnostic, step: index, t: step.t });
  }

  addEvent(event, step) {
    switch (event.type) {
      case "sessionStarted":
        this.session(event.session, event.t, step).trigger = event.trigger;
        break;
      case "sessionEnded":
        this.session(event.session, event.t, step).end = {
          kind: sessionEnding(event).isBad ? "refused" : "ended", text: sessionEnding(event).text, step, t: event.t,
        };
        break;
      case "sessionBroken":
        this.session(event.session, event.t, step).end = { kind: "broken", text: sessionEnding(event).text, step, t: event.t };
        break;
    }
    const state = appState(event);
    if (state !== null) this.addApp(installedKey(event), state, event.t, step);
  }

  addApp(key, state, t, step) {
    const changes = this.list(this.appHistory, key);
    if (changes.at(-1)?.state !== state) changes.push({ step, t, state });
  }

  session(number, t, step) {
    let session = this.sessionsByNumber.get(number);
    if (!session) {
      session = { number, trigger: null, t, step, messages: [], end: null, position: this.sessions.length };
      this.sessionsByNumber.set(number, session);
      this.sessions.push(session);
    }
    return session;
  }

  addMessage(message, step) {
    this.messages[message.n] = { message, step, answers: new Map() };
    this.session(message.session, message.t, step).messages.push(message.n);
    if (message.messageID !== null && message.messageID !== undefined) {
      this.messagesByID.set(`${message.session}|${message.direction}|${message.messageID}`, message.n);
    }
    const rows = message.rows ?? [];
    for (let row = 0; row < rows.length; row++) {
      if (rows[row].name === "Status") this.readStatus(message, rows[row], step);
      else if (rows[row].uri) this.list(this.commandsByAddress, rows[row].uri.toLowerCase()).push({ message: message.n, row });
    }
  }

  /** A Status says `Replace 1/6`: the command's name, MsgRef and CmdRef. It answers every row of that command which has no
   *  answer of its own. */
  readStatus(message, status, step) {
    const found = /^(\S+) (\S+)\/(\S+)$/.exec(status.target ?? "");
    if (!found || status.status === null) return;
    const other = message.direction === "client" ? "server" : "client";
    const about = this.messagesByID.get(`${message.session}|${other}|${found[2]}`);
    if (about === undefined) return;
    const answer = { status: status.status, originalError: status.originalError ?? null, step };
    if (found[3] === "0") return this.answer(about, -1, answer);
    const rows = this.messages[about].message.rows;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row].id === found[3] && rows[row].status === null) this.answer(about, row, answer);
    }
  }

  /** The first answer stands: what the recorder says of a row comes no later than the message that carries it. */
  answer(message, row, answer) {
    const answers = this.messages[message]?.answers;
    if (!answers || answers.has(row)) return;
    answers.set(row, answer);
    if (answer.step > this.messages[message].step) this.lateAnswers.push({ message, step: answer.step });
  }

  /** The status of a row as it was known at step `index`: {status, originalError} or null. */
  statusAt(entry, row, index) {
    const own = entry.message.rows[row];
    if (own.status !== null && own.status !== undefined) {
      return { status: own.status, originalError: own.originalError ?? null };
    }
    const answer = entry.answers.get(row);
    return answer && answer.step <= index ? answer : null;
  }

  addNode(node, t, step) {
    const change = {
      step, t, value: node.value ?? null, writer: node.writer ?? null, secret: node.secret === true, removed: node.removed === true,
    };
    const key = node.uri.toLowerCase();
    this.list(this.history, key).push(change);
    if (!node.removed) return;
    for (const [address, changes] of this.history) {
      if (address.startsWith(key + "/") && !changes.at(-1).removed) changes.push(change);
    }
  }

  /** The commands that touched a node: those on it and those on a node above it. */
  commandsTouching(uri) {
    const found = [];
    for (let key = uri.toLowerCase(); key.includes("/"); key = key.slice(0, key.lastIndexOf("/"))) {
      found.push(...(this.commandsByAddress.get(key) ?? []));
    }
    return found.sort((a, b) => a.message - b.message || a.row - b.row);
  }

  /** The nodes of a state's tree that a command touched: the one it names and those below. */
  nodesTouched(uri, tree) {
    if (!uri) return [];
    const key = uri.toLowerCase();
    const found = [];
    for (const address of tree.keys()) {
      const lower = address.toLowerCase();
      if (lower === key || lower.startsWith(key + "/")) found.push(address);
    }
    return found;
  }

  /** The message and row that a diagnostic is about: in the message it names, or, where it names none, the last command
   *  before it with its CmdID and address, a refused one rather than another; null when there is none. */
  commandOf(diagnostic, step = Infinity) {
    const sought = diagnostic.target?.toLowerCase();
    const fits = (row) => row.name !== "Status" && row.name !== "Results"
      && (!diagnostic.commandID || row.id === diagnostic.commandID)
      && (!sought || row.uri?.toLowerCase() === sought || row.target?.toLowerCase() === sought);
    const named = this.messages[diagnostic.m];
    if (named) {
      const row = named.message.rows.findIndex(fits);
      return { message: diagnostic.m, row: row < 0 ? null : row };
    }
    if (!diagnostic.commandID) return null;
    let other = null;
    for (let n = this.messages.length - 1; n >= 0; n--) {
      const entry = this.messages[n];
      if (!entry || entry.step > step || entry.message.direction !== "server") continue;
      const row = entry.message.rows.findIndex(fits);
      if (row < 0) continue;
      if (isRefusal(this.statusAt(entry, row, Infinity)?.status ?? 200)) return { message: n, row };
      // Without an address a CmdID alone says too little.
      if (sought) other ??= { message: n, row };
    }
    return other;
  }

  list(map, key) {
    let list = map.get(key);
    if (!list) map.set(key, (list = []));
    return list;
  }
}

LifeIndex.kept = new WeakMap();

/** How many of a list sorted by `step` have happened by step `index`. */
function countUntil(list, index, stepOf = (item) => item.step) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stepOf(list[middle]) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for a panel that is not on the screen; it is brought up to date when it is shown again. */
function isHidden(root) { return root.closest("[hidden]") !== null; }

/** Calls `callback` when a panel that was hidden is shown. */
function onShown(root, callback) {
  let wasHidden = isHidden(root);
  new ResizeObserver(() => {
    const hidden = isHidden(root);
    if (wasHidden && !hidden) callback();
    wasHidden = hidden;
  }).observe(root);
}
