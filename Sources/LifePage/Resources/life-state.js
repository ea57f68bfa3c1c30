"use strict";

/** What a device is like at one moment. Steps are folded into it one by one; the values in its maps are never changed, only
 *  replaced, so a copy of the maps is a copy of the state. */
class LifeState {
  constructor(head) {
    this.index = -1;
    this.t = 0;
    this.pageState = null;
    this.screen = "starting";
    this.categories = new Map();
    this.lines = new Map();
    this.controls = { buttons: [], links: [], disabled: [] };
    this.error = null;
    this.apps = new Map();
    this.tree = new Map();
    this.messageCount = 0;
    // How the pages were left: {scope, outcome}, in order.
    this.outcomes = [];
    this.signedInUser = null;
    this.signIn = null;
    this.agentRunning = false;
    this.agentPhase = null;
    // The step of device preparation that the device carries out, the stage of quality updates, the state of
    // Autopilot device preparation.
    this.preparation = null;
    this.updates = null;
    this.devicePreparation = null;
    this.logsCollected = null;
    this.isWhite = false;
    this.behindWhite = null;
    // Since when the screen shows what it shows.
    this.since = 0;
    for (const node of head?.nodes ?? []) this.setNode(node, -1);
    for (const category of head?.categories ?? []) {
      this.categories.set(category.id, { state: "notStarted", text: categoryWords.waitingForPrevious });
      for (const line of category.lines) {
        this.lines.set(line.id, { state: "notStarted", text: null, token: "waitingForPrevious" });
      }
    }
  }

  copy() {
    const copy = Object.assign(Object.create(LifeState.prototype), this);
    copy.categories = new Map(this.categories);
    copy.lines = new Map(this.lines);
    copy.apps = new Map(this.apps);
    copy.tree = new Map(this.tree);
    return copy;
  }

  fold(step) {
    this.index = step.n;
    this.t = step.t;
    // A white page (ESP-326) lasts for its step; the machine behind it is in another state already.
    if (this.behindWhite !== null) this.screen = this.behindWhite;
    this.behindWhite = null;
    for (const event of step.events ?? []) this.foldEvent(event);
    if (this.isWhite) [this.behindWhite, this.screen, this.isWhite] = [this.screen, "white", false];
    for (const node of step.nodes ?? []) this.setNode(node, step.n);
    this.messageCount += step.messages?.length ?? 0;
  }

  setNode(node, index) {
    if (!node.removed) {
      this.tree.set(node.uri, {
        value: node.value ?? null, writer: node.writer, facts: node.facts ?? null, secret: node.secret === true,
        changedAt: index,
      });
      return;
    }
    this.tree.delete(node.uri);
    const below = node.uri + "/";
    for (const uri of this.tree.keys()) if (uri.startsWith(below)) this.tree.delete(uri);
  }

  show(screen, event) {
    this.screen = screen;
    this.since = event.t;
  }

  setApp(id, change, event) {
    const old = this.apps.get(id) ?? {
      state: 1, status: null, error: null, exitCode: null, enforcement: null, since: event.t,
    };
    const app = { ...old, ...change };
    if (old.state !== app.state || !this.apps.has(id)) app.since = event.t;
    this.apps.set(id, app);
  }

  foldEvent(event) {
    switch (event.type) {
      case "pageState":
        this.pageState = event.state;
        this.show(LifeState.screens[event.state] ?? "status", event);
        this.updates = null;
        if (event.state !== "S5" && event.state !== "S5b") this.signIn = null;
        break;
      case "category":
        this.categories.set(event.category, { state: event.state, text: categoryWords[event.text] ?? event.text });
        break;
      case "line":
        this.lines.set(event.line, { state: event.state, text: event.text, token: event.token });
        break;
      case "controls":
        this.controls = { buttons: event.buttons, links: event.links, disabled: event.disabled ?? [] };
        break;
      case "error":
        this.error = { code: event.code, text: event.text, t: event.t };
        break;
      case "errorCleared":
        this.error = null;
        break;
      case "pageLeft":
        this.outcomes = [...this.outcomes, { scope: event.scope, outcome: event.outcome }];
        break;
      case "signInScreen":
        this.signIn = { prompt: event.prompt, userName: event.userName };
        this.show("signIn", event);
        break;
      case "userSignedIn":
        this.signedInUser = event.sid;
        this.show("desktop", event);
        break;
      case "userSignedOut":
        this.signedInUser = null;
        this.signIn = { prompt: true, userName: "filledIn" };
        this.show("signIn", event);
        break;
      case "restartRequested":
        this.agentRunning = false;
        this.show("restarting", event);
        break;
      case "machineStarted":
        this.agentRunning = this.agentPhase !== null;
        this.resume(event);
        break;
      case "poweredOff":
        this.agentRunning = false;
        this.show("off", event);
        break;
      case "poweredOn":
        this.agentRunning = this.agentPhase !== null;
        this.resume(event);
        break;
      case "preparationStarted":
        this.preparation = event.step;
        break;
      case "qualityUpdates":
        this.updates = event.stage;
        if (["scanning", "installing"].includes(event.stage)) this.show("updating", event);
        else if (event.stage === "restarting") this.show("restarting", event);
        break;
      case "devicePreparation":
        this.devicePreparation = event.state;
        this.show("preparing", event);
        break;
      case "whitePage":
        this.isWhite = true;
        break;
      case "resetStarted":
        this.show("reset", event);
        break;
      case "logsCollected":
        this.logsCollected = { areas: event.areas, t: event.t };
        break;
      case "agentStarted":
        this.agentRunning = true;
        break;
      case "agentPhase":
        this.agentPhase = event.phase;
        break;
      case "app":
        this.setApp(event.id, { state: event.state, error: event.error }, event);
        break;
      case "enforcement":
        this.setApp(event.id, { enforcement: event.state, exitCode: event.exitCode }, event);
        break;
      case "package":
      case "installation":
        this.setApp(event.uri, { state: appState(event), status: event.status, name: event.name, kind: event.kind ?? "msi" }, event);
        break;
      case "certificate":
        this.setApp(event.uri, { state: appState(event), status: event.status, kind: "certificate" }, event);
        break;
      case "script":
        this.setApp("script " + event.name, { state: appState(event), exitCode: event.exitCode, name: event.name, kind: "script" }, event);
        break;
    }
  }

  /** After a restart the page says where it goes on; where there was none to go on with, people sign in. */
  resume(event) {
    const isBeforeSignIn = [null, "S0", "S1", "S2", "S2r", "S3", "S4", "S10", "S13"].includes(this.pageState);
    if (this.devicePreparation !== null) this.show("preparing", event);
    else this.show(isBeforeSignIn ? "starting" : "signIn", event);
    if (this.screen === "signIn") this.signIn ??= { prompt: true, userName: null };
  }
}

/** What stands on the screen in each state of the page machine (esp-behaviour.md 4.2). */
LifeState.screens = {
  S0: "starting", S1: "status", S2: "status", S2r: "restarting", S3: "status", S4: "status", S5: "signIn", S5b: "signIn",
  S6: "status", S7: "status", S8: "desktop", S9: "left", S10: "reset", S11: "technicianSuccess", S12: "technicianFailure",
  S13: "left",
};

/** How the page counts the status of an MSI, a modern app or Office (windows-csp.md 3.3.1), as 1 to 4. */
function packageState(event) {
  switch (event.kind ?? "msi") {
    case "msi":
      return event.status === 70 ? 3 : event.status === 30 || event.status === 60 ? 4 : 2;
    case "uwp":
    case "store":
      return { 1: 2, 2: 4, 3: 3 }[event.status] ?? 1;
    case "office":
      return event.status === 70 || event.status === 0 ? 3 : event.status === 997 ? 2 : 4;
    default:
      return 2;
  }
}

/** SCEP says 1 enrolled, 2 pending, 16 failed; PFX says 0 or a code. */
function certificateState(event) {
  if (event.uri.includes("/PFXCertInstall/")) return event.status === 0 ? 3 : 4;
  return { 1: 3, 2: 2, 16: 4, 32: 4 }[event.status] ?? 4;
}

/** What an event says of something that is installed, as 1 to 4 (ESP-413); null for events about other things. */
function appState(event) {
  switch (event.type) {
    case "app": return event.state;
    case "package":
    case "installation": return packageState(event);
    case "certificate": return certificateState(event);
    case "script": return event.exitCode === null ? 2 : event.exitCode === "0" ? 3 : 4;
    default: return null;
  }
}
