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
    // No landmark: a long life has hundreds, and their headings are what leads to them.
    this.element = el("div", { class: "session", hidden: true }, el("h3", {}, this.toggle), this.body);
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
    setText(this.ending, end?.text ?? this.openEnd);
    setAttribute(this.ending, "data-kind", kind);
    this.element.classList.toggle("broken", kind === "broken" || kind === "refused");
  }
}
