"use strict";

/** Apps, packages, certificates and scripts at the moment shown, in the order of the page. */
class AppsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.rows = new Map();
    this.body = el("tbody", {});
    this.empty = el("p", { class: "panel-empty" }, "Nothing to install yet.");
    this.table = el("table", { class: "apps-table", hidden: true },
      el("caption", { class: "off-screen" }, "Apps, packages, certificates and scripts at this moment"),
      el("thead", {}, el("tr", {}, ["Name", "State", "Since"].map((title) => el("th", { scope: "col" }, title)))), this.body);
    fill(root, this.empty, this.table);
    app.addEventListener("selection", () => this.markSelection());
  }

  update(state, timeline) {
    if (!timeline.head) {
      this.index = null;
      this.rows.clear();
      fill(this.body);
      setHidden(this.table, true);
      setHidden(this.empty, false);
      return;
    }
    const index = LifeIndex.of(timeline);
    if (index === this.index && state === this.state) return;
    if (index !== this.index) {
      this.rows.clear();
      fill(this.body);
    }
    this.index = index;
    this.state = state;
    const items = this.items(state, timeline.head);
    setHidden(this.table, items.length === 0);
    setHidden(this.empty, items.length > 0);
    const keys = new Set(items.map((item) => item.key));
    for (const [key, row] of this.rows) {
      if (keys.has(key)) continue;
      row.element.remove();
      this.rows.delete(key);
    }
    let before = null;
    for (const item of items) {
      let row = this.rows.get(item.key);
      if (!row) this.rows.set(item.key, (row = this.row(item)));
      this.write(row, item, state);
      const place = before ? before.nextElementSibling : this.body.firstElementChild;
      if (place !== row.element) this.body.insertBefore(row.element, place);
      before = row.element;
    }
    this.markSelection();
  }

  /** {key, name, kind, scope, tracked, state (or null before it is known)}: what the head names first, then what else came. */
  items(state, head) {
    const left = new Map(state.apps);
    const items = [];
    for (const app of head.apps ?? []) {
      const key = left.has(app.id) ? app.id : appKey(app.id, left.keys());
      items.push({ key: key ?? app.id, name: app.name, kind: app.kind, scope: app.scope, tracked: app.tracked, state: key ? left.get(key) : null });
      left.delete(key);
    }
    for (const [key, entry] of left) {
      const kind = entry.kind ?? (key.startsWith("./") ? "msi" : "win32");
      const scope = key.startsWith("./User/") ? "user" : key.startsWith("./") ? "device" : null;
      items.push({ key, name: entry.name ?? nodeName(lastSegment(key)), kind, scope, tracked: null, state: entry });
    }
    return items;
  }

  row(item) {
    const name = el("button", { type: "button", class: "text-button app-name", "aria-pressed": "false", onclick: () => this.choose(item.key) }, el("bdi", {}, safeNodes(item.name)));
    const [kind, state, since] = [el("span", { class: "app-kind quiet" }), el("td", { class: "app-state" }), el("td", { class: "app-since" })];
    return { name, kind, state, since, element: el("tr", {}, el("th", { scope: "row" }, name, kind), state, since), written: null };
  }

  write(row, item, state) {
    const { state: app } = item;
    // A package says why it failed in a node of its own.
    const lastError = app?.state === 4 && item.key.startsWith("./") ? hresultText(state.tree.get(item.key + "/LastError")?.value) : null;
    const error = app?.error ?? lastError;
    const elapsed = app ? this.elapsed(item.key, state) : null;
    const written = [item.kind, item.scope, item.tracked, app?.state, app?.status, error, app?.exitCode, app?.enforcement, app?.since, elapsed].join("|");
    if (row.written === written) return;
    row.written = written;
    setText(row.kind, [kindWords[item.kind] ?? visibleText(item.kind), item.scope && `${item.scope} scope`, item.tracked === false && "not tracked"].filter(Boolean).join(", "));
    fill(row.state, this.stateWords(item, app, error));
    setAttribute(row.state, "data-state", app ? String(app.state) : "0");
    fill(row.since, app ? [el("span", {}, formatTime(app.since)), elapsed !== null && el("span", { class: "quiet" }, elapsed)] : "");
  }

  stateWords(item, app, error) {
    if (!app) return el("span", { class: "quiet" }, "not begun");
    const isPackage = item.kind === "msi" || item.kind === "office";
    const word = item.kind === "certificate" ? certificateText(item.key, app.status)
      : item.kind === "script" ? { __proto__: null, 2: "running", 3: "ended", 4: "failed" }[app.state] : appStateWords[app.state] ?? "unknown";
    const detail = [];
    if (app.status !== null && app.status !== undefined && item.kind !== "certificate") {
      detail.push(`status ${app.status}${isPackage && packageStatusWords[app.status] ? `, ${packageStatusWords[app.status]}` : ""}`);
    }
    if (app.enforcement) detail.push(`${app.enforcement} ${enforcementWords[app.enforcement] ?? ""}`);
    const isMissing = (value) => value === null || value === undefined;
    return [
      el("span", { class: "app-word" }, word, item.kind !== "script" && item.kind !== "certificate" && !isPackage && el("span", { class: "quiet" }, ` (${app.state})`)),
      detail.length > 0 && el("span", { class: "quiet" }, detail.join("; ")),
      !isMissing(error) && el("span", { class: "app-error" }, el("code", {}, safeNodes(error)), errorCodeMeaning(error) && ` ${errorCodeMeaning(error)}`),
      !isMissing(app.exitCode) && el("span", { class: app.exitCode === "0" ? "quiet" : "app-error" }, "exit code ", safeNodes(app.exitCode)),
    ];
  }

  /** How long it took, or takes already. */
  elapsed(key, state) {
    const history = this.index.appHistory.get(key) ?? [];
    const happened = history.slice(0, countUntil(history, state.index));
    const begin = happened.findLast((change, n) => change.state === 2 && happened[n - 1]?.state !== 2);
    if (!begin) return null;
    const end = happened.find((change) => change.step >= begin.step && change.state > 2);
    return end ? `took ${formatDuration(end.t - begin.t)}` : `for ${formatDuration(state.t - begin.t)}`;
  }

  choose(key) {
    const { selection } = this.app;
    this.app.select(selection?.kind === "app" && selection.id === key ? null : appSelection(key, this.index));
  }

  markSelection() {
    const { selection } = this.app;
    for (const [key, row] of this.rows) {
      const isSelected = selection?.kind === "app" && selection.id === key;
      setAttribute(row.name, "aria-pressed", String(isSelected));
      row.element.classList.toggle("selected", isSelected);
    }
  }
}

/** The key in a state's apps of what the head calls `id`: an MSI is known there by its product code, here by its node. */
function appKey(id, keys) {
  const sought = id.toLowerCase();
  for (const key of keys) if (key.startsWith("./") && nodeName(lastSegment(key)).toLowerCase() === sought) return key;
  return null;
}

/** The selection of an app: its key, and the nodes that are about it (its own, and those that track it: ESP-413). */
function appSelection(key, index) {
  const name = key.startsWith("./") ? nodeName(lastSegment(key)) : key;
  const uris = new Set(key.startsWith("./") ? [key] : []);
  const sought = name.toLowerCase();
  if (!key.startsWith("script ")) {
    for (const address of index.history.keys()) {
      // The id of an app is its own; what a package or certificate is called may be a word of other addresses.
      if (key.startsWith("./") && !address.includes("/enrollmentstatustracking/")) continue;
      const at = nodeName(address).indexOf(sought);
      if (at < 0) continue;
      const segments = address.split("/");
      const position = segments.findIndex((segment) => nodeName(segment).includes(sought));
      if (position > 0) uris.add(segments.slice(0, position + 1).join("/"));
    }
  }
  return { kind: "app", id: key, uris: [...uris] };
}
