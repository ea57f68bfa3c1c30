"use strict";

/** The XML of one message: indented for reading or as it was sent, with a search in it. Lines are drawn in chunks when they
 *  come near the window, so that some hundred kilobytes cost no more than a page of them. */
class XMLView {
  constructor(xml, name) {
    this.xml = xml;
    this.isIndented = true;
    this.matches = [];
    this.matchesByLine = new Map();
    this.current = -1;
    this.search = new SearchField({ label: `Search in the XML of ${name}`, placeholder: "Search in the XML", onSearch: () => this.find() });
    this.search.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.search.apply();
      this.move(event.shiftKey ? -1 : 1);
    });
    this.previous = this.button("Previous", () => this.move(-1));
    this.next = this.button("Next", () => this.move(1));
    this.form = this.button("As sent", () => this.turn());
    this.form.setAttribute("aria-pressed", "false");
    this.body = el("div", { class: "xml-body", tabindex: "0", role: "region", "aria-label": `XML of ${name}` });
    this.element = el("div", { class: "xml-view" },
      el("div", { class: "xml-tools" }, this.search.element, this.previous, this.next, this.form,
        copyButton(xml, "Copy", `Copy the XML of ${name}`)),
      this.body);
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.draw(entry.target);
    }, { root: this.body, rootMargin: "600px" });
    this.show();
    this.find();
  }

  button(text, onclick) { return el("button", { type: "button", class: "text-button", onclick }, text); }

  /** Ends what would go on watching a view that is no longer on the page. */
  close() { this.observer.disconnect(); }

  turn() {
    this.isIndented = !this.isIndented;
    this.form.setAttribute("aria-pressed", String(!this.isIndented));
    this.show();
    this.find();
  }

  show() {
    this.lines = this.isIndented ? xmlLinesIndented(this.xml) : xmlLinesAsSent(this.xml);
    this.body.classList.toggle("as-sent", !this.isIndented);
    this.observer.disconnect();
    fill(this.body);
    this.chunks = [];
    for (let start = 0; start < this.lines.length; start += XMLView.chunkLines) {
      const chunk = el("div", { class: "xml-chunk" });
      chunk.start = start;
      chunk.end = Math.min(this.lines.length, start + XMLView.chunkLines);
      chunk.style.setProperty("--lines", String(chunk.end - start));
      this.chunks.push(chunk);
      this.body.append(chunk);
      this.observer.observe(chunk);
    }
  }

  draw(chunk, isForced = false) {
    if (chunk.isDrawn && !isForced) return;
    chunk.isDrawn = true;
    chunk.classList.add("drawn");
    const lines = [];
    for (let number = chunk.start; number < chunk.end; number++) lines.push(this.line(number));
    fill(chunk, lines);
  }

  line(number) {
    const { depth, tokens } = this.lines[number];
    const line = el("div", { class: "xml-line" });
    line.style.setProperty("--depth", String(Math.min(depth, 24)));
    const length = tokens.reduce((sum, token) => sum + token.text.length, 0);
    const marks = this.matchesByLine.get(number) ?? [];
    let offset = 0;
    // Colours for a line of a hundred kilobytes would cost more than they tell.
    const parts = length > 20000 && tokens.length > 50
      ? [{ kind: "text", text: tokens.map((token) => token.text).join("") }]
      : tokens.flatMap((token) => (token.kind === "tag" ? tagParts(token.text) : [token]));
    for (const { kind, text } of parts) {
      const content = this.marked(text, offset, marks);
      append(line, [kind === "text" ? content : el("span", { class: `xml-${kind}` }, content)]);
      offset += text.length;
    }
    return line;
  }

  /** A text of a line, from `offset` in that line, with the found words marked. */
  marked(text, offset, marks) {
    const nodes = [];
    let done = 0;
    for (const mark of marks) {
      const start = Math.max(mark.start - offset, 0);
      const end = Math.min(mark.end - offset, text.length);
      if (end <= 0 || start >= text.length) continue;
      nodes.push(...safeNodes(text.slice(done, start), true));
      nodes.push(el("mark", { class: mark === this.matches[this.current] && "current" }, safeNodes(text.slice(start, end), true)));
      done = end;
    }
    nodes.push(...safeNodes(text.slice(done), true));
    return nodes;
  }

  find() {
    const sought = this.search.words.join(" ");
    this.matches = [];
    this.matchesByLine = new Map();
    this.current = -1;
    if (sought) {
      for (let line = 0; line < this.lines.length && this.matches.length < XMLView.mostMatches; line++) {
        const text = this.lines[line].tokens.map((token) => token.text).join("").toLowerCase();
        const found = [];
        for (let start = text.indexOf(sought); start >= 0 && this.matches.length < XMLView.mostMatches;
          start = text.indexOf(sought, start + sought.length)) {
          found.push({ line, start, end: start + sought.length });
          this.matches.push(found.at(-1));
        }
        if (found.length > 0) this.matchesByLine.set(line, found);
      }
    }
    setHidden(this.previous, !sought);
    setHidden(this.next, !sought);
    for (const chunk of this.chunks) if (chunk.isDrawn) this.draw(chunk, true);
    if (this.matches.length > 0) this.move(1);
    else this.search.say(sought ? "Not found" : "");
  }

  move(by) {
    if (this.matches.length === 0) return;
    const old = this.matches[this.current];
    this.current = (this.current + by + this.matches.length) % this.matches.length;
    const match = this.matches[this.current];
    for (const line of new Set([old?.line, match.line])) {
      if (line === undefined) continue;
      this.draw(this.chunks[Math.floor(line / XMLView.chunkLines)], true);
    }
    const chunk = this.chunks[Math.floor(match.line / XMLView.chunkLines)];
    const line = chunk.children[match.line - chunk.start];
    (line.querySelector("mark.current") ?? line).scrollIntoView({ block: "nearest" });
    const more = this.matches.length === XMLView.mostMatches ? "+" : "";
    this.search.say(`${this.current + 1} of ${this.matches.length}${more}`);
  }
}

XMLView.chunkLines = 80;
XMLView.mostMatches = 2000;
