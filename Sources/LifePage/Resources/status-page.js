"use strict";

/** The device's screen: the status page as its user sees it, or what stands before, between and after. */
class StatusPageView {
  constructor(root, app) {
    this.app = app;
    this.showsDetails = false;
    this.caption = document.getElementById("device-state");
    this.screen = el("div", { class: "screen" });
    this.questions = el("ul", { class: "questions", "aria-label": "What the server asks the user", hidden: true });
    this.why = el("p", { id: "why-not", class: "why", hidden: true });
    this.actions = el("div", { class: "screen-actions" });
    this.glass = el("div", { class: "glass", tabindex: "-1", role: "group", "aria-label": "The device's screen" }, this.screen, this.questions, this.actions, this.why);
    fill(root, el("div", { class: "machine" }, this.glass, el("div", { class: "machine-foot", "aria-hidden": "true" })));
  }

  update(state, timeline) {
    if (!timeline.head) {
      this.draw("empty", () => [el("p", { class: "screen-message" }, "Waiting for the life to begin.")]);
      setText(this.caption, "");
      return;
    }
    if (timeline.head.view === "server") {
      setText(this.caption, "");
      ServerSide.draw(this, state, timeline);
      return;
    }
    const name = own(timeline.head.pageStates, state.pageState);
    setText(this.caption, [screenTitle(state), name && state.pageState !== "S0" ? `${state.pageState} ${name}` : null].filter(Boolean).join(" · "));
    setAttribute(this.glass, "data-screen", state.screen);
    if (state.screen === "status" || state.screen === "technicianFailure") this.drawPage(state, timeline);
    else this.draw(ScreenMessage.key(state, timeline), () => ScreenMessage.build(state, timeline));
    this.drawQuestions(state);
    this.drawControls(state, timeline);
  }

  drawQuestions({ questions }) {
    if (this.asked === questions) return;
    this.asked = questions;
    setHidden(this.questions, questions.length === 0);
    fill(this.questions, questions.map((question) => el("li", null,
      el("p", { class: "question-text" }, visibleBlock(question.text)),
      question.choices.length > 0 && el("ol", null, question.choices.map((choice) => el("li", null, visibleText(choice)))),
      el("p", { class: "question-answer" }, questionAnswer(question)))));
  }

  /** Builds the screen anew only when its key changes. */
  draw(key, build) {
    if (this.key === key) return;
    this.key = key;
    this.page = null;
    fill(this.screen, build());
  }

  drawPage(state, timeline) {
    if (this.page?.life !== timeline) {
      this.draw(null, () => []);
      this.key = "page";
      this.page = new PageBoard(timeline, this);
      fill(this.screen, this.page.element);
    } else if (this.key !== "page") {
      this.key = "page";
      fill(this.screen, this.page.element);
    }
    this.page.update(state, timeline);
  }

  // Buttons and links: the device offers them; they work at the live end only.

  drawControls(state, timeline) {
    const { buttons, links, disabled } = state.controls;
    const isDark = ["off", "restarting", "white", "reset"].includes(state.screen);
    const whyNot = this.whyNot();
    const key = isDark ? "" : JSON.stringify([buttons, links, disabled, whyNot]);
    if (this.controlsKey === key) return;
    this.controlsKey = key;
    const hadFocus = this.actions.contains(document.activeElement);
    const isNone = key === "" || buttons.length + links.length === 0;
    const make = (name, isLink) => {
      const isOff = disabled.includes(name);
      const button = el("button", {
        type: "button", class: isLink ? "link" : ["screen-button", name === "tryAgain" || name === "reseal" ? "primary" : null],
        "aria-disabled": isOff || whyNot !== null ? "true" : null,
        "aria-describedby": whyNot !== null ? "why-not" : null,
        onclick: () => { if (!isOff && whyNot === null) this.app.press(name); },
      }, own(timeline.head.buttons, name) ?? name, isOff ? el("span", { class: "unseen" }, " (not available now)") : null);
      return button;
    };
    fill(this.actions,
      isNone || links.length === 0 ? null : el("div", { class: "links" }, links.map((name) => make(name, true))),
      isNone || buttons.length === 0 ? null : el("div", { class: "buttons" }, buttons.map((name) => make(name, false))));
    setHidden(this.actions, isNone);
    setHidden(this.why, isNone || whyNot === null);
    setText(this.why, whyNot ?? "");
    if (hadFocus) this.glass.focus();
  }

  /** Why a button does nothing now; null when it works. */
  whyNot() {
    const { app } = this;
    if (app.isReport) return "This is a recorded life: its buttons show what was offered, and do nothing.";
    if (app.clock?.controllable === false) return "Only the device's own user can press its buttons.";
    if (app.isOver) return "The life is over: its buttons do nothing any more.";
    if (!app.following) return "You are looking at an earlier moment. Go back to live to press a button.";
    return null;
  }
}
