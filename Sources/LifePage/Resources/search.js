"use strict";

/** A search field with a name, and a count of what it found that is announced. */
class SearchField {
  constructor({ label, placeholder, onSearch }) {
    this.onSearch = onSearch;
    this.words = [];
    this.input = el("input", {
      type: "search", class: "search-input", "aria-label": label, placeholder, autocomplete: "off", spellcheck: "false",
      oninput: () => this.later(),
      onkeydown: (event) => {
        if (event.key === "Escape" && this.input.value !== "") {
          this.clear();
          event.stopPropagation();
        }
      },
    });
    this.found = el("span", { class: "search-count", role: "status" });
    this.element = el("div", { class: "search-field" }, this.input, this.found);
  }

  get isEmpty() { return this.words.length === 0; }

  /** Typing is not followed letter by letter: a list of ten thousand rows is filtered when the hand rests. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(), 120);
  }

  apply() {
    const words = searchWords(this.input.value);
    if (words.join(" ") === this.words.join(" ")) return;
    this.words = words;
    this.onSearch();
  }

  clear() {
    this.input.value = "";
    clearTimeout(this.timer);
    this.apply();
  }

  /** True when each word is somewhere in `text`, which is in lower case. */
  matches(text) { return this.words.every((word) => text.includes(word)); }

  say(text) { setText(this.found, text); }
}

/** The words of a search, in lower case; what stands between quotation marks is one word. */
function searchWords(text) {
  return [...text.toLowerCase().matchAll(/"([^"]+)"?|(\S+)/g)].map((found) => found[1] ?? found[2]);
}
