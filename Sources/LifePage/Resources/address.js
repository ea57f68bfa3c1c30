"use strict";

/** What is shown, as the part of the page's address behind `#`: `device`, `t`, `step`, `tab`, `node`, `message`, `app`. */
class PageAddress {
  static read() {
    const fields = new URLSearchParams(location.hash.slice(1));
    const number = (name) => {
      const text = fields.get(name);
      return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    };
    const [message, row] = (fields.get("message") ?? "").split(".");
    let selection = null;
    if (fields.get("node")) selection = { kind: "node", uri: fields.get("node") };
    else if (/^\d+$/.test(message)) selection = { kind: "command", message: Number(message), row: /^\d+$/.test(row) ? Number(row) : -1 };
    else if (fields.get("app")) selection = { kind: "app", id: fields.get("app") };
    return { device: fields.get("device"), t: number("t"), step: number("step"), tab: fields.get("tab"), selection };
  }

  /** A step is named only where its time does not say which it is; the live end has no time. */
  static write({ timeline, index, following, tab, selection, feed }, isNewPlace) {
    const parts = [];
    if (feed.device && feed.device !== "1") parts.push(`device=${encodeURIComponent(feed.device)}`);
    if (!following && index >= -1 && timeline.head) {
      const t = index < 0 ? 0 : timeline.steps[index].t;
      parts.push(`t=${t}`);
      if (timeline.indexAt(t) !== index) parts.push(`step=${index}`);
    }
    if (tab !== "conversation") parts.push(`tab=${tab}`);
    if (selection?.kind === "node") parts.push(`node=${encodeURIComponent(selection.uri)}`);
    if (selection?.kind === "command") parts.push(`message=${selection.message}${selection.row >= 0 ? "." + selection.row : ""}`);
    if (selection?.kind === "app") parts.push(`app=${encodeURIComponent(selection.id)}`);
    const hash = parts.length ? "#" + parts.join("&") : "";
    if (hash === location.hash) return;
    const address = location.pathname + location.search + hash;
    try {
      if (isNewPlace) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // Browsers bound how often an address may change; the next change writes it.
    }
  }
}
