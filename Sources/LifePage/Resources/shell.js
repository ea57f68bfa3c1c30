"use strict";

/** What stands above everything: which device, how the page is connected. */
class HeaderView {
  constructor(root, app) {
    this.app = app;
    this.title = root.querySelector("#title");
    this.facts = root.querySelector("#facts");
    this.connection = root.querySelector("#connection");
    this.choice = root.querySelector("#device-choice");
    this.select = root.querySelector("#device-select");
    this.select.addEventListener("change", () => app.watch(this.select.value));
    app.addEventListener("devices", (event) => this.offer(event.detail));
  }

  offer(devices) {
    setHidden(this.choice, devices.length < 2);
    const key = JSON.stringify(devices);
    if (this.offered === key) return;
    this.offered = key;
    fill(this.select, devices.map((device) =>
      el("option", { value: device.id }, visibleText([device.title, device.detail].filter(Boolean).join(", ")))));
    if (this.app.feed.device) this.select.value = this.app.feed.device;
  }

  update(state, timeline) {
    const head = timeline.head;
    const title = head ? visibleText(head.title) : "Espalier";
    setText(this.title, title);
    const pageTitle = head ? `${title} - Espalier` : "Espalier";
    if (document.title !== pageTitle) document.title = pageTitle;
    if (this.described !== head) {
      this.described = head;
      // Each apart, so that a name that is written from right to left turns nothing but itself.
      fill(this.facts, head && HeaderView.describe(head).map((fact, n) => [n > 0 && " · ", el("bdi", null, visibleText(fact))]));
    }
    this.updateConnection(this.app.connection);
  }

  updateConnection(connection) {
    if (this.shown === connection) return;
    this.shown = connection;
    const { state: kind, text, hint } = connection;
    setText(this.connection, text);
    setAttribute(this.connection, "data-tone", { __proto__: null, live: "good", report: "quiet", loading: "quiet" }[kind] ?? "bad");
    setAttribute(this.connection, "title", hint ?? null);
    if (kind === "lost" && hint) this.app.notice(`${text}. ${hint}`);
    else if (this.wasLost && kind === "live") this.app.notice(null);
    this.wasLost = kind === "lost";
  }

  static describe(head) {
    const device = head.device ?? {};
    return [
      device.name,
      device.windows && `Windows ${device.windows.replace("-", " ")}`,
      device.edition,
      device.build,
      HeaderView.modes[device.mode] ?? device.mode,
      device.join && (HeaderView.joins[device.join] ?? device.join),
      device.provider && `managed by ${device.provider}`,
      device.protocol && device.protocol !== "windows" && `protocol ${device.protocol}`,
      head.view === "server" && "seen from its management server",
    ].filter(Boolean);
  }
}

HeaderView.modes = {
  __proto__: null,
  userDriven: "user-driven", preProvisioning: "pre-provisioning", selfDeploying: "self-deploying",
  devicePreparation: "device preparation",
};
HeaderView.joins = { __proto__: null, entra: "Entra join", hybrid: "hybrid join" };

/** The four tabs: one panel is up, and only that is kept up to date. */
class TabPanels {
  constructor(root, app) {
    this.app = app;
    this.tabs = App.tabs.map((name) => root.querySelector(`#tab-${name}`));
    const views = { conversation: ConversationView, tree: TreeView, diagnostics: DiagnosticsView, events: EventsView };
    this.panels = App.tabs.map((name) => {
      const panel = root.querySelector(`#panel-${name}`);
      return { name, panel, view: new views[name](panel, app) };
    });
    this.tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => app.show(App.tabs[index]));
      tab.addEventListener("keydown", (event) => this.move(event, index));
    });
    this.show(app.tab);
  }

  move(event, index) {
    const last = this.tabs.length - 1;
    const next = { ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.app.show(App.tabs[next]);
    this.tabs[next].focus();
  }

  show(name) {
    this.cost = 0;
    this.panels.forEach((panel, index) => {
      const isShown = panel.name === name;
      setHidden(panel.panel, !isShown);
      setAttribute(this.tabs[index], "aria-selected", isShown ? "true" : "false");
      setAttribute(this.tabs[index], "tabindex", isShown ? null : "-1");
    });
  }

  /** While much changes, a panel that takes long is brought up to date less often, so that the rest stays smooth. */
  update(state, timeline) {
    const { view } = this.panels.find((panel) => panel.name === this.app.tab);
    const start = performance.now();
    if (this.cost > 8 && start - this.updatedAt < 2 * this.cost) {
      this.pending ??= setTimeout(() => {
        this.pending = null;
        this.app.changed();
      }, 2 * this.cost);
      return;
    }
    view.update(state, timeline);
    this.updatedAt = performance.now();
    this.cost = Math.min(this.updatedAt - start, 250);
    // What the frame took beyond its own time is the panel's, too: layout comes after the script.
    requestAnimationFrame(() => { this.cost = Math.min(Math.max(this.cost, performance.now() - start - 17), 250); });
  }

  /** Puts the cursor into the search field of the panel that is up. */
  search() {
    const { panel } = this.panels.find((panel) => panel.name === this.app.tab);
    const field = panel.querySelector("input[type=search]");
    field?.focus();
    field?.select();
  }
}

/** Tells a screen reader how the life goes on: categories, errors, what is on the screen; at most every two seconds, and
 *  only the last word. */
class ProgressAnnouncer {
  constructor(element) {
    this.element = element;
    this.said = "";
  }

  /** What the reader has asked for, at once. */
  say(text) {
    clearTimeout(this.timer);
    this.timer = null;
    setText(this.element, text);
  }

  update(state, timeline) {
    if (!timeline.head) return;
    this.waiting = ProgressAnnouncer.sentence(state, timeline);
    if (this.timer || this.waiting === this.said) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.waiting === this.said) return;
      this.said = this.waiting;
      setText(this.element, this.said);
    }, 2000);
  }

  static sentence(state, timeline) {
    const parts = [];
    if (timeline.head.view === "server") return count(state.messageCount, "message");
    if (state.error) parts.push(`Error${state.error.code ? ` ${state.error.code}` : ""}: ${visibleText(state.error.text)}`);
    else if (state.screen !== "status") parts.push(screenTitle(state));
    for (const category of timeline.head.categories ?? []) {
      const now = state.categories.get(category.id);
      if (now && now.state !== "notStarted") parts.push(`${category.title}: ${now.text}`);
    }
    return parts.join(". ");
  }
}
