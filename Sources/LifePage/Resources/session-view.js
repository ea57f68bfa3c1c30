"use strict";

/** The heading of a session and the place of its messages. */
class SessionView {
  constructor(session, head) {
    this.session = session;
    // A server learns of no end: its sessions just stop.
    this.openEnd = head.view === "server" ? "" : "under way";
    this.isOpen = true;
    this.ending = el("span", { class: "session-end" });
    this.count = el("span", {});
    this.toggle = el("button", { type: "button", class: "session-toggle", "aria-expanded": "true", onclick: () => this.open(!this.isOpen) },
      el("span", { class: "session-number" }, `Session ${session.number}`), " ",
      session.trigger && el("span", { class: "session-trigger" }, triggerText(session.trigger)), " ",
      el("span", { class: "session-meta" }, el("span", {}, formatTime(session.t)), " ", this.count), " ",
      this.ending);
    this.body = el("div", { class: "session-body" });
    this.element = el("section", { class: "session", hidden: true, "aria-label": `Session ${session.number}` }, el("h3", {}, this.toggle), this.body);
  }

  /** Takes a message. The numbers say how high the session will be, so that it need not be laid out to be scrolled over. */
  add(view) {
    this.body.append(view.element);
    this.rows = (this.rows ?? 0) + view.rowEstimate;
    this.element.style.setProperty("--rows", String(this.rows));
    this.element.style.setProperty("--messages", String(this.body.children.length));
  }

  open(isOpen) {
    this.isOpen = isOpen;
    setAttribute(this.toggle, "aria-expanded", String(isOpen));
    setHidden(this.body, !isOpen);
  }

  /** Shows what was known of the session at step `index`. */
  update(index) {
    const { session } = this;
    let shown = 0;
    for (const message of this.body.children) if (!message.hidden) shown += 1;
    setHidden(this.element, session.step > index || (session.messages.length > 0 && shown === 0));
    setText(this.count, count(shown, "message"));
    const end = session.end && session.end.step <= index ? session.end : null;
    const kind = end?.kind ?? "running";
    const text = kind === "broken" ? `broke: ${visibleText(end.text)}` : end?.text ?? this.openEnd;
    setText(this.ending, text);
    setAttribute(this.ending, "data-kind", kind);
    this.element.classList.toggle("broken", kind === "broken" || kind === "refused");
  }
}

/** Why a session began, in words. */
function triggerText(trigger) {
  return triggerWords[trigger] ?? {
    domainJoin: "waiting for the domain join", notification: "by a notification", user: "asked for in Settings",
    unenrollment: "to leave management",
  }[trigger] ?? visibleText(trigger);
}
