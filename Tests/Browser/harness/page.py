"""The page as its users see it. This file alone knows what the page's elements are called."""
import re
import urllib.parse

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

# What is seen of the page now, in one go: a page that plays would change between two questions.
SEEN = """
const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? null;
const shown = (element) => element && !element.closest("[hidden]");
const error = document.querySelector(".page-error");
const categories = [...document.querySelectorAll(".category")].filter(shown);
return {
  title: text("#title"), time: text(".time-now"), screen: document.querySelector(".glass")?.dataset.screen ?? null,
  caption: text("#device-state"), clock: text(".clock-state"),
  connection: `${text("#connection")} ${shown(document.querySelector("#notice")) ? text("#notice") : ""}`,
  step: Number(document.body.dataset.step), steps: Number(document.body.dataset.steps),
  categories: categories.map((category) => [category.querySelector("h4").textContent.trim(), category.querySelector(".category-state").textContent.trim()]),
  lines: categories.map((category) => [...category.querySelectorAll("li.line:not(.silent)")].filter(shown).map((line) => line.querySelector(".line-text").textContent.trim())),
  error: shown(error) ? [error.querySelector(".error-code code")?.textContent ?? null, error.querySelector(".error-text").textContent] : null,
  buttons: [...document.querySelectorAll(".screen-actions button")].filter(shown).map((button) => [
    button.firstChild.textContent.trim(), button.disabled || button.getAttribute("aria-disabled") === "true"]),
  apps: [...document.querySelectorAll("#apps-view tbody tr")].filter(shown).map((row) => [
    row.querySelector(".app-name").textContent.trim(), (row.querySelector(".app-word") ?? row.querySelector(".app-state")).firstChild.textContent.trim()]),
};
"""


class Page:
    def __init__(self, browser):
        self.browser = browser

    def wait_until(self, condition, what):
        return self.browser.until(condition, what)

    def wait_until_there(self):
        """Until the life that the page is about has begun to show."""
        self.wait_until(lambda: self.seen()["title"] not in (None, "Espalier") or "no device" in self.connection(), "the page")
        self.browser.settle()

    def reload(self):
        self.browser.driver.refresh()
        self.wait_until_there()

    def seen(self):
        return self.browser.js(SEEN)

    def one(self, selector):
        return self.browser.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.browser.driver.find_elements("css selector", selector)

    def text(self):
        return self.browser.js("return document.body.innerText")

    def type(self, keys):
        """Keys for the page as a whole, wherever the focus is."""
        ActionChains(self.browser.driver).send_keys(keys).perform()

    def _click(self, element):
        self.browser.js("arguments[0].scrollIntoView({block: 'center'})", element)
        self.browser.settle()
        element.click()
        self.browser.settle()

    # The life.

    def title(self):
        return self.seen()["title"]

    def address(self):
        return self.browser.driver.current_url

    def connection(self):
        return self.seen()["connection"]

    def screen(self):
        return self.seen()["screen"]

    def state(self):
        """The state of the page machine, such as S2 (esp-behaviour.md 4.2)."""
        found = re.search(r"\bS\d+[rb]?\b", self.seen()["caption"] or "")
        return found and found.group()

    def categories(self):
        return dict(self.seen()["categories"])

    def lines(self, category):
        """Label and text of each line that is seen. Those of a category that has not begun are behind Show details."""
        seen = self.seen()
        place = [title for title, _ in seen["categories"]].index(category)
        if not seen["lines"][place]:
            self.one(".page .details").click()
            self.browser.settle()
            seen = self.seen()
            self.one(".page .details").click()
            self.browser.settle()
        return dict(re.fullmatch(r"(.*?) \((.*)\)", line).groups() for line in seen["lines"][place] if line.endswith(")"))

    def error(self):
        error = self.seen()["error"]
        return error and tuple(error)

    def apps(self):
        return dict(self.seen()["apps"])

    # Its buttons.

    def offered(self):
        return [title for title, _ in self.seen()["buttons"]]

    def usable(self):
        return [title for title, is_off in self.seen()["buttons"] if not is_off]

    def button(self, title):
        for button in self.all(".screen-actions button"):
            if button.text.strip().startswith(title):
                return button
        raise AssertionError(f"no button {title!r}: {self.offered()}")

    def press(self, title):
        self.wait_until(lambda: title in self.usable(), f"{title} to be usable")
        self.button(title).click()

    def press_by_keyboard(self, title):
        self.wait_until(lambda: title in self.usable(), f"{title} to be usable")
        self.button(title).send_keys(Keys.ENTER)

    def why_buttons_do_nothing(self):
        return self.browser.js("const why = document.querySelector('.why'); return why && !why.hidden ? why.textContent : null")

    # The clock.

    def clock_text(self):
        return self.seen()["clock"]

    def is_paused(self):
        return "paused" in self.clock_text().lower()

    def play_button(self):
        return self.one("#controls .buttons button:nth-child(2)")

    def play(self):
        """Until the clock goes, or has come to where it cannot go on."""
        self.wait_until(self.clock_text, "the clock")
        if self.is_paused():
            self.play_button().click()
            self.wait_until(lambda: not self.is_paused(), "the clock to go")

    def pause(self):
        self.wait_until(lambda: self.play_button().text.strip() == "Pause", "Pause to be offered")
        self.play_button().click()

    def step(self):
        self.one("#controls .buttons button:nth-child(3)").click()

    def set_speed(self, speed):
        """Times as fast as a real device; None is as fast as it can."""
        self.wait_until(self.clock_text, "the clock")
        wanted = "" if speed is None else str(speed)
        self.browser.js(
            "const select = arguments[0]; select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true}))",
            self.one("#controls select"), wanted)
        self.browser.settle()
        self.wait_until(lambda: self.browser.js("return document.querySelector('#controls select').value") == wanted, "the speed to be taken")

    def wait_until_over(self):
        self.wait_until(lambda: self.clock_text().startswith("Over"), "the end of the life")
        self.browser.settle()

    # Time.

    def shown_time(self):
        return self.seen()["time"]

    def time_in_seconds(self):
        minutes, seconds = self.shown_time().split(":")
        return int(minutes) * 60 + float(seconds)

    def steps_known(self):
        return self.seen()["steps"]

    def step_shown(self):
        return self.seen()["step"]

    def is_at_end(self):
        seen = self.seen()
        return seen["step"] == seen["steps"] - 1

    def go_to(self, time):
        """As a link to this moment does it."""
        minutes, seconds = time.split(":")
        self._change_hash(t=str(int(minutes) * 60 + int(seconds)), step=None)
        self.wait_until(lambda: self.shown_time() <= time, f"the moment {time}")

    def _change_hash(self, **changes):
        """A link to another place of the page, followed."""
        fields = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.address()).fragment))
        fields.update(changes)
        text = urllib.parse.urlencode({name: value for name, value in fields.items() if value is not None}, quote_via=urllib.parse.quote)
        self.browser.js("history.pushState(null, '', '#' + arguments[0]); dispatchEvent(new PopStateEvent('popstate')); dispatchEvent(new HashChangeEvent('hashchange'))", text)
        self.browser.settle()

    def go_to_first(self):
        self.slider().send_keys(Keys.HOME)
        self.wait_until(lambda: self.step_shown() <= 0, "the first step")

    def follow(self):
        """To the newest moment, and on with it."""
        self.browser.js("document.activeElement.blur()")
        self.type("l")
        self.wait_until(self.is_at_end, "the newest moment")
        self.browser.settle()

    def slider(self):
        return self.one("#time-bar input[type=range]")

    def slider_text(self):
        return self.slider().get_attribute("aria-valuetext")

    def drag_slider(self, place):
        """From where its handle is to this part of its length, with the mouse."""
        slider = self.slider()
        width = slider.size["width"]
        at = self.browser.js("const slider = arguments[0]; return (slider.value - slider.min) / (slider.max - slider.min)", slider)
        start, goal = [int((part - 0.5) * (width - 16)) for part in (at, place)]
        chain = ActionChains(self.browser.driver, duration=20).move_to_element_with_offset(slider, start, 0).click_and_hold()
        for part in range(1, 11):
            chain.move_to_element_with_offset(slider, start + (goal - start) * part // 10, 0)
        chain.release().perform()
        self.browser.settle()

    def walk_back(self, is_there, what):
        """Step by step towards the beginning until `is_there`."""
        for _ in range(self.steps_known() + 1):
            if is_there():
                return
            before = self.step_shown()
            self.slider().send_keys(Keys.ARROW_LEFT)
            self.wait_until(lambda: self.step_shown() < before, "one step back")
        raise AssertionError(f"no moment of this life has {what}")

    def go_to_end_of_screen(self, screen):
        self.walk_back(lambda: self.screen() == screen, f"the screen {screen}")

    def go_to_screen_with(self, button):
        self.walk_back(lambda: button in self.offered(), f"the button {button}")

    def screens(self):
        """What was on the device's screen, one after the other, from the first step to the last."""
        self.go_to_first()
        found = []
        while True:
            if not found or found[-1] != self.screen():
                found.append(self.screen())
            if self.is_at_end():
                return found
            before = self.step_shown()
            self.slider().send_keys(Keys.ARROW_RIGHT)
            self.wait_until(lambda: self.step_shown() > before, "one step on")

    def everything(self):
        """All that a test can compare: what the device shows, and how much there is of the rest."""
        seen = self.everything_shown()
        seen["steps"] = self.steps_known()
        return seen

    def everything_shown(self):
        """The same for the moment that is shown alone."""
        seen = self.seen()
        shown = {name: seen[name] for name in ("title", "screen", "caption", "step", "categories", "lines", "error", "apps")}
        shown["offered"] = self.offered()
        tab = self.tab()
        self.show("Conversation")
        shown["messages"] = self.messages_shown()
        self.show("Tree")
        shown["nodes"] = self.one(".tree-summary").text.split(".")[0]
        shown["events"] = self.event_count()
        self.show(tab)
        return shown

    # Tabs.

    def tab(self):
        return self.one("#tabs [role=tab][aria-selected=true]").text.strip()

    def show(self, tab):
        if self.tab() != tab:
            self.one(f"#tab-{tab.lower()}").click()
        self.browser.settle()

    def panel(self, tab):
        return f"#panel-{tab.lower()}"

    def search(self, tab, text):
        self.show(tab)
        field = self.one(f"{self.panel(tab)} .panel-tools input[type=search]")
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.DELETE)
        field.send_keys(text)

    def focus_is_in_search(self):
        return self.browser.js("return document.activeElement.type === 'search'")

    def dialog_is_open(self):
        return self.browser.js("return document.querySelector('#keys').open")

    def open_everything(self):
        """What can be opened in the tab that is up, is."""
        self.browser.js("""
            const panel = document.querySelector("[role=tabpanel]:not([hidden])");
            for (const button of panel.querySelectorAll("button[aria-expanded=false]")) if (button.checkVisibility()) button.click();""")
        self.browser.settle()

    # Conversation.

    def messages_known(self):
        self.show("Conversation")
        return len(self.all("article.message"))

    def messages_shown(self):
        self.show("Conversation")
        return self.browser.js("return [...document.querySelectorAll('article.message')].filter((message) => !message.closest('[hidden]:not(.session-body)')).length")

    def message(self, number):
        """The article of message `number`, in its place of the conversation."""
        self.show("Conversation")
        return self.browser.js("return document.querySelectorAll('article.message')[arguments[0]]", number)

    def open_message(self, number):
        message = self.message(number)
        self.browser.js("""
            const session = arguments[0].closest(".session").querySelector(".session-toggle"), toggle = arguments[0].querySelector(".message-toggle");
            for (const button of [session, toggle]) if (button.getAttribute("aria-expanded") === "false") button.click();
            arguments[0].scrollIntoView({block: "start"});""", message)
        self.wait_until(lambda: self.browser.js("return arguments[0].querySelector('.message-body').children.length > 0", message), "the message to open")
        self.browser.settle()
        return message

    def commands(self, number):
        return [command.text for command in self.message(number).find_elements("css selector", ".command-line")]

    def choose_command(self, number, part):
        for command in self.message(number).find_elements("css selector", ".command-line"):
            if part in command.text:
                self._click(command)
                return
        raise AssertionError(f"message {number} has no command with {part!r}: {self.commands(number)}")

    def marked_commands(self):
        self.show("Conversation")
        return [command.text for command in self.all(".command.selected .command-line, .command.touched .command-line")]

    def marked_messages(self):
        return [message.text for message in self.all("article.message.selected")]

    def show_xml(self, number):
        message = self.message(number)
        button = message.find_element("css selector", ".message-head > button")
        if button.get_attribute("aria-expanded") == "false":
            self._click(button)
        self.wait_until(lambda: message.find_elements("css selector", ".xml-body"), "the XML")
        self.browser.settle()

    def xml(self, number):
        """What is seen of the XML at its beginning and at its end."""
        body = self.message(number).find_element("css selector", ".xml-body")
        parts = []
        for place in ("0", "arguments[0].scrollHeight"):
            self.browser.js(f"arguments[0].scrollIntoView({{block: 'center'}}); arguments[0].scrollTop = {place}", body)
            self.browser.settle()
            self.browser.settle()
            parts.append(self.browser.js("return arguments[0].textContent", body))
        return "\n".join(parts)

    # Tree.

    def nodes_shown(self):
        """The addresses of the rows that are drawn, in lower case."""
        return self.browser.js("return [...document.querySelectorAll('.tree-row')].map((row) => row.dataset.key)")

    def marked_nodes(self):
        return self.browser.js("return [...document.querySelectorAll('.tree-row.touched')].map((row) => row.dataset.key)")

    def changed_nodes(self):
        return self.browser.js("return [...document.querySelectorAll('.tree-row.changed')].map((row) => row.dataset.key)")

    def roots(self):
        return self.browser.js("return [...document.querySelectorAll('.tree-row[aria-level=\"1\"] .tree-name')].map((row) => row.textContent)")

    def active_node(self):
        """The row at which the keys of the tree are."""
        return self.browser.js(
            "return document.getElementById(document.querySelector('[role=tree]').getAttribute('aria-activedescendant'))?.dataset.key ?? null")

    def choose_node(self, uri):
        """As a link to this node does it."""
        self._change_hash(tab="tree", node=uri)
        self.wait_until(lambda: self.tab() == "Tree", "the tree")
        self.browser.settle()

    def node_details(self):
        return self.one(".node-details").text

    def node_value(self, uri):
        """None: there is no such node at the moment that is shown."""
        self.choose_node(uri)
        return self.browser.js("return document.querySelector('.node-details .node-value > :first-child')?.textContent ?? null")

    def commands_of_node(self):
        return [row.text for row in self.all(".node-details .node-commands button")]

    def follow_command_of_node(self, part):
        for row in self.all(".node-details .node-commands button"):
            if part in row.text:
                self._click(row)
                return
        raise AssertionError(f"no command with {part!r}: {self.commands_of_node()}")

    # Diagnostics and events.

    def follow_diagnostic(self, part):
        """To the command that a finding is about."""
        for finding in self.all("#panel-diagnostics .diagnostic"):
            links = finding.find_elements("css selector", ".diagnostic-links button")
            if part in finding.text and links and links[0].text.startswith("Show"):
                self._click(links[0])
                return
        raise AssertionError(f"no finding with {part!r} has a link to a command: {self.diagnostics()}")

    def diagnostics(self):
        return self.one("#panel-diagnostics").text

    def event_count(self):
        """How many events there are up to the moment that is shown; behind "of" stands how many there are in all."""
        self.show("Events")
        return int(self.one("#panel-events .panel-tools > .quiet").text.split()[0].replace(",", ""))

    # Accessibility.

    def listen_to_progress(self):
        self.browser.js("""
            const heard = window.__heard = [], region = document.querySelector("#progress");
            new MutationObserver(() => heard.push(region.textContent)).observe(region, {childList: true, characterData: true, subtree: true});""")

    def progress_heard(self):
        return self.browser.js("return window.__heard")

    def first_by_tab(self):
        self.browser.js("document.activeElement.blur()")
        self.type(Keys.TAB)
        return self.browser.js("return document.activeElement.textContent")
