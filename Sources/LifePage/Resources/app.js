"use strict";

/** Wires feed, timeline, views and address. Views read `timeline`, `state` and `selection` and call the methods; they listen
 *  to "selection", "state", "clock" and "connection". */
class App extends EventTarget {
  constructor() {
    super();
    this.timeline = new Timeline();
    this.state = this.timeline.stateAt(-1);
    this.selection = null;
    this.clock = null;
    this.connection = { state: "loading", text: "Loading" };
    this.index = -1;
    this.following = true;
    this.tab = "conversation";
    const life = document.getElementById("life");
    this.isReport = life !== null;
    this.token = new URLSearchParams(location.search).get("token") ?? "";
    this.feed = this.isReport ? new ReportFeed(life) : new LiveFeed(this.token);
    this.player = new Player(this);
    this.wanted = PageAddress.read();
    this.tab = App.tabs.includes(this.wanted.tab) ? this.wanted.tab : "conversation";
    this.selection = this.wanted.selection;
  }

  start() {
    const root = (id) => document.getElementById(id);
    this.timeBar = new TimeBar(root("time-bar"), this);
    this.announcer = new ProgressAnnouncer(root("progress"));
    this.always = [
      new HeaderView(root("top"), this),
      this.timeBar,
      new ClockControls(root("controls"), this),
      new StatusPageView(root("status-page"), this),
      this.announcer,
      new AppsView(root("apps-view"), this),
    ];
    this.panels = new TabPanels(root("cause"), this);
    this.keyboard = new Keyboard(this);
    this.feed.addEventListener("head", (event) => this.begin(event.detail));
    this.feed.addEventListener("steps", (event) => this.takeSteps(event.detail));
    this.feed.addEventListener("ending", (event) => this.takeEnding(event.detail));
    this.feed.addEventListener("clock", (event) => this.takeClock(event.detail));
    this.feed.addEventListener("connection", (event) => this.takeConnection(event.detail));
    addEventListener("popstate", () => this.restore(PageAddress.read()));
    // The empty page is painted before the life is read.
    requestAnimationFrame(() => setTimeout(() => this.open()));
    this.render();
  }

  async open() {
    if (this.isReport) {
      this.feed.start();
      return;
    }
    try {
      const devices = await this.feed.devices();
      if (this.feed.device === null && devices.length > 0) {
        const wanted = devices.find((device) => device.id === this.wanted?.device);
        this.feed.watch((wanted ?? devices[0]).id);
      } else if (devices.length === 0) {
        this.takeConnection({ state: "live", text: "Connected, no device yet", hint: "It appears when one enrols." });
      }
      this.dispatchEvent(new CustomEvent("devices", { detail: devices }));
      // More devices may enrol at a server.
      if (devices.length === 0 || this.timeline.head?.view === "server" || devices.length > 1) setTimeout(() => this.open(), 5000);
    } catch (fault) {
      if (this.feed.device === null) this.takeConnection({
        state: "lost", text: fault instanceof PageError ? fault.message : "Connection lost, trying again",
        hint: fault.hint ?? "When the tool has ended, start it again and open the address that it prints.",
      });
      setTimeout(() => this.open(), 5000);
    }
  }

  watch(device) {
    this.begin(null);
    this.feed.watch(device);
  }

  // What the feed brings.

  begin(head) {
    // The same life again, after a lost connection: what is there stays, and its steps are not taken twice.
    if (head && this.timeline.head?.life === head.life && !this.isReport) return;
    if (head && head.schemaVersion !== Timeline.version) {
      this.isUnreadable = true;
      this.takeConnection({ state: "broken", text: "Another version" });
      this.notice(`This life is recorded in version ${head.schemaVersion}, and this page reads version ${Timeline.version}. Open it with the page of the tool that recorded it.`);
      return;
    }
    this.isUnreadable = false;
    const isAnotherLife = this.timeline.head !== null;
    this.timeline = new Timeline();
    if (head) this.timeline.addHead(head);
    this.index = -1;
    this.clock = null;
    this.player.pause();
    if (isAnotherLife) {
      this.selection = null;
      this.wanted = null;
      this.following = true;
    }
    this.dispatchEvent(new CustomEvent("life"));
    this.changed();
  }

  takeSteps(steps) {
    if (this.isUnreadable) return;
    try {
      for (const step of steps) this.timeline.addStep(step);
    } catch (fault) {
      if (!(fault instanceof RangeError) || this.isReport) throw fault;
      // Something was missed: the life is read anew.
      this.watch(this.feed.device);
      return;
    }
    if (this.wanted) this.restore(this.wanted);
    if (this.following) this.index = this.timeline.last;
    this.changed();
  }

  takeEnding(ending) {
    if (this.isUnreadable) return;
    this.timeline.addEnding(ending);
    if (ending) this.wanted = null;
    this.changed();
  }

  takeClock(clock) {
    this.clock = { ...clock, at: performance.now() };
    this.dispatchEvent(new CustomEvent("clock"));
    this.changed();
  }

  takeConnection(connection) {
    if (this.isUnreadable && connection.state !== "broken") return;
    this.connection = connection;
    this.dispatchEvent(new CustomEvent("connection"));
    this.changed();
  }

  // What views ask for.

  get isAtEnd() { return this.index >= this.timeline.last; }

  /** Whether nothing can come any more. A life at rest whose page offers a button has an ending, and may go on. */
  get isOver() { return this.timeline.ending !== null && (this.clock === null || this.clock.state === "over"); }

  /** Shows step `index`. From a place that the reader chose by a click (`isNewPlace`) Back returns to the one before. */
  goTo(index, isNewPlace = false) {
    if (isNewPlace) this.leavePlace();
    this.wanted = null;
    this.following = false;
    this.index = Math.max(-1, Math.min(index, this.timeline.last));
    this.changed();
  }

  /** Back to the newest moment, and on with it. */
  follow() {
    this.following = true;
    this.index = this.timeline.last;
    this.player.pause();
    this.changed();
  }

  select(selection) {
    this.leavePlace();
    this.setSelection(selection);
  }

  setSelection(selection) {
    this.selection = selection;
    this.dispatchEvent(new CustomEvent("selection"));
    this.changed();
  }

  show(tab) {
    if (!App.tabs.includes(tab) || tab === this.tab) return;
    this.leavePlace();
    this.setTab(tab);
  }

  setTab(tab) {
    this.tab = tab;
    this.panels.show(tab);
    this.changed();
  }

  async fetchXML(n) {
    const message = this.timeline.messages[n]?.message;
    return message?.xml ?? this.feed.fetchXML(n);
  }

  press(button) { return this.act({ action: "press", button }); }

  async act(action) {
    if (this.isReport) return;
    try {
      // The clock comes with the events: what is answered here may be older than what has come there in the meantime.
      await this.feed.act(action);
      this.notice(null);
    } catch (fault) {
      this.notice([fault.message, fault.hint].filter(Boolean).join(". "));
    }
  }

  /** One sentence above everything, read out at once; null takes it away. */
  notice(text) {
    const element = document.getElementById("notice");
    fill(element, text && [el("span", null, visibleText(text)), el("button", { type: "button", class: "small", onclick: () => this.notice(null) }, "Dismiss")]);
    setHidden(element, !text);
  }

  // Drawing: at most once a frame, however much came in.

  changed() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.render();
    });
  }

  render() {
    const isNew = this.state !== (this.state = this.timeline.stateAt(this.index));
    for (const view of this.always) view.update(this.state, this.timeline);
    this.panels.update(this.state, this.timeline);
    // For style sheets and tests: which step is shown, of how many.
    setAttribute(document.body, "data-step", this.state.index);
    setAttribute(document.body, "data-steps", this.timeline.steps.length);
    if (isNew) this.dispatchEvent(new CustomEvent("state"));
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => this.writeAddress(), 250);
  }

  /** Before something changes that Back shall undo: the address of the place that is left is written down. */
  leavePlace() {
    if (this.isNewPlace) return;
    this.writeAddress();
    this.isNewPlace = true;
  }

  writeAddress() {
    if (this.wanted || !this.timeline.head) return;
    PageAddress.write(this, this.isNewPlace);
    this.isNewPlace = false;
  }

  /** Goes where an address says, as soon as the life has come so far. */
  restore(address) {
    this.wanted = null;
    const tab = App.tabs.includes(address.tab) ? address.tab : "conversation";
    if (tab !== this.tab) this.setTab(tab);
    const isSame = ["uri", "message", "row", "id"].every((name) => address.selection?.[name] === this.selection?.[name]);
    if (!isSame) this.setSelection(address.selection);
    if (address.t === null && address.step === null) {
      this.following = true;
      this.index = this.timeline.last;
      this.changed();
      return;
    }
    // A step belongs to its time: in another recording of the life it may be another one.
    const isThatStep = address.step !== null && (address.t === null || this.timeline.steps[address.step]?.t === address.t);
    const index = isThatStep ? address.step : this.timeline.indexAt(address.t);
    if (!this.isReport && !this.isOver && (address.t ?? 0) > this.timeline.end) {
      this.wanted = address;
      return;
    }
    this.goTo(index);
  }
}

App.tabs = ["conversation", "tree", "diagnostics", "events"];

new App().start();
