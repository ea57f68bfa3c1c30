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
    this.signedInUser = null;
    this.signIn = null;
    // The stage of quality updates, the state of Autopilot device preparation.
    this.updates = null;
    this.devicePreparation = null;
    this.logsCollected = null;
    // What the server asks the user in this step (oma-dm.md 2.5).
    this.questions = [];
    this.isWhite = false;
    this.behindWhite = null;
    for (const node of head?.nodes ?? []) this.setNode(node, -1);
    for (const category of head?.categories ?? []) {
      this.categories.set(category.id, { state: "notStarted", text: categoryWords.waitingForPrevious });
      for (const line of category.lines) {
        this.lines.set(line.id, { state: "notStarted", text: null });
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
    if (this.questions.length > 0) this.questions = [];
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

  setApp(event, change) {
    const id = installedKey(event);
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
        this.screen = LifeState.screens[event.state] ?? "status";
        this.updates = null;
        if (event.state !== "S5" && event.state !== "S5b") this.signIn = null;
        break;
      case "category":
        this.categories.set(event.category, { state: event.state, text: categoryWords[event.text] ?? event.text });
        break;
      case "line":
        this.lines.set(event.line, { state: event.state, text: event.text });
        break;
      case "controls":
        this.controls = { buttons: event.buttons, links: event.links, disabled: event.disabled ?? [] };
        break;
      case "error":
        this.error = { code: event.code, text: event.text };
        break;
      case "errorCleared":
        this.error = null;
        this.logsCollected = null;
        break;
      case "signInScreen":
        this.signIn = { prompt: event.prompt, userName: event.userName };
        this.screen = "signIn";
        break;
      case "userSignedIn":
        this.signedInUser = event.sid;
        this.screen = "desktop";
        break;
      case "userSignedOut":
        this.signedInUser = null;
        this.signIn = { prompt: true, userName: "filledIn" };
        this.screen = "signIn";
        break;
      case "restartRequested":
        this.screen = "restarting";
        break;
      case "machineStarted":
      case "poweredOn":
        this.resume();
        break;
      case "poweredOff":
        this.screen = "off";
        break;
      case "qualityUpdates":
        this.updates = event.stage;
        if (["scanning", "installing"].includes(event.stage)) this.screen = "updating";
        else if (event.stage === "restarting") this.screen = "restarting";
        break;
      case "devicePreparation":
        this.devicePreparation = event.state;
        this.screen = "preparing";
        break;
      case "whitePage":
        this.isWhite = true;
        break;
      case "resetStarted":
        this.screen = "reset";
        break;
      case "logsCollected":
        this.logsCollected = event.areas;
        break;
      case "question":
        this.questions = [...this.questions, event];
        break;
      case "app":
        this.setApp(event, { state: event.state, error: event.error, name: event.name });
        break;
      case "enforcement":
        this.setApp(event, { enforcement: event.state, exitCode: event.exitCode });
        break;
      case "package":
      case "installation":
        this.setApp(event, { state: appState(event), status: event.status, name: event.name, kind: event.kind ?? "msi" });
        break;
      case "certificate":
        this.setApp(event, { state: appState(event), status: event.status, kind: "certificate" });
        break;
      case "script":
        this.setApp(event, { state: appState(event), exitCode: event.exitCode, name: event.name, kind: "script" });
        break;
    }
  }

  /** After a restart stands again what the state of the page says: an error, a result or a finished page comes back without
   *  a new state (esp-behaviour.md 4.2). A user stays signed in, as sessions after it say, too (2.2, LoginStatus). */
  resume() {
    if (this.devicePreparation !== null) this.screen = "preparing";
    else if (this.pageState === null || this.pageState === "S2r") this.screen = "starting";
    else if (this.pageState === "S8" && this.signedInUser === null) {
      this.screen = "signIn";
      this.signIn ??= { prompt: true, userName: "filledIn" };
    } else this.screen = LifeState.screens[this.pageState] ?? "starting";
  }
}

/** What stands on the screen in each state of the page machine (esp-behaviour.md 4.2). */
LifeState.screens = {
  __proto__: null,
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
      return { __proto__: null, 1: 2, 2: 4, 3: 3 }[event.status] ?? 1;
    case "office":
      return event.status === 70 || event.status === 0 ? 3 : event.status === 997 ? 2 : 4;
    default:
      return 2;
  }
}

/** Whether an address is the renewal of the enrolment's certificate, whose Status has numbers of its own (enrollment.md 10). */
function isRenewal(uri) { return uri.endsWith("/WSTEP/Renew"); }

/** SCEP says 1 enrolled, 2 pending, 16 failed; PFX says 0 or a code; a renewal 0 not started, 1 under way, 2 succeeded,
 *  3 failed. */
function certificateState(event) {
  if (event.uri.includes("/PFXCertInstall/")) return event.status === 0 ? 3 : 4;
  if (isRenewal(event.uri)) return { __proto__: null, 0: 1, 1: 2, 2: 3 }[event.status] ?? 4;
  return { __proto__: null, 1: 3, 2: 2, 16: 4, 32: 4 }[event.status] ?? 4;
}

/** What a state's `apps` call the thing that an event is about: the id of an app, the address of a package or certificate. */
function installedKey(event) {
  switch (event.type) {
    case "app":
    case "enforcement": return event.id;
    case "package":
    case "installation":
    case "certificate": return event.uri;
    case "script": return "script " + event.name;
    default: return null;
  }
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
